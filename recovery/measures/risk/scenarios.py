"""Saved what-ifs: read from what people have decided, put into words, and compared side by side with the base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from recovery.engine import queries
from recovery.errors import UsageError
from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.risk.what_if import NOTHING, WhatIf
from recovery.measures.simulation.figures import points, pounds
from recovery.measures.simulation.simulated import Simulated, simulated, usual_settings

if TYPE_CHECKING:
    import datetime as dt

    from recovery.measures.request import Request

KIND: Final = "scenario"
BASE: Final = "Base: nothing changed"
PROBABILITY, VALUE, DROP, DELAY = "probability", "value", "drop", "delay"
COLUMNS: Final = (
    Column("scenario", "Scenario"),
    Column("changes", "Changes"),
    Column("mean", "Mean outturn", "money"),
    Column("p10", "P10", "money"),
    Column("p50", "P50", "money"),
    Column("p90", "P90", "money"),
    Column("chance_of_control_total", "Chance of the control total", "percent"),
    Column("chance_moves", "Chance moves by, points", "percent"),
    Column("mean_moves", "Mean moves by Fav/(adv)", "money"),
    Column("reason", "Reason"),
    Column("by", "By"),
    Column("recorded_at", "Saved at (UTC)"),
    Column("not_found", "Not found here"),
)


@dataclass(frozen=True)
class Scenario:
    """A saved what-if: its name, what it changes, why, by whom and when; `version` is that of the judgement."""

    name: str
    what_if: WhatIf
    reason: str
    by: str
    at: dt.datetime
    version: int
    illustrative: bool


def saved_scenarios(request: Request) -> list[Scenario]:
    """Return the scenarios that are kept for a view's organisation and year, by name."""
    found = queries.judgements(request.engine, request.view, KIND)
    return [
        Scenario(one.key, what_if_of(one.body["changes"]), one.reason, one.by, one.at, one.version, one.illustrative)
        for one in found
    ]


def what_if_of(changes: Iterable[Mapping[str, Any]]) -> WhatIf:
    """Return a what-if from rows of what is changed, how, and to what; a UsageError names what makes no sense."""
    found: dict[str, dict[str, Any]] = {PROBABILITY: {}, VALUE: {}, DROP: {}, DELAY: {}}
    for row in changes:
        what, change, to = str(row["what"]), str(row["change"]).strip().casefold(), row.get("to")
        if change not in found:
            raise UsageError(f"{what}: '{change}' is not a change: choose one of {', '.join(found)}.")
        if to is None and change != DROP:
            raise UsageError(f"{what}: say to what its {change} is changed.")
        found[change][what] = to
    return WhatIf(
        found[PROBABILITY],
        found[VALUE],
        frozenset(found[DROP]),
        {ref: int(months) for ref, months in found[DELAY].items()},
    )


def changes_of(what_if: WhatIf) -> list[dict[str, Any]]:
    """Return a what-if as rows of what is changed, how, and to what: as a scenario is kept."""
    return [
        *({"what": ref, "change": PROBABILITY, "to": to} for ref, to in what_if.probabilities.items()),
        *({"what": ref, "change": VALUE, "to": to} for ref, to in what_if.values.items()),
        *({"what": ref, "change": DROP} for ref in sorted(what_if.dropped)),
        *({"what": ref, "change": DELAY, "to": months} for ref, months in what_if.delays.items()),
    ]


_WORDS: Final[Mapping[str, Callable[[str, Any], str]]] = {
    PROBABILITY: lambda ref, to: f"{ref} at {_plain(to)} %",
    VALUE: lambda ref, to: f"{ref} at £{abs(to):,.0f}",
    DROP: lambda ref, _: f"{ref} left out",
    DELAY: lambda ref, to: f"{ref} {to} {'month' if to == 1 else 'months'} later",
}


def in_words(what_if: WhatIf) -> str:
    """Return what is changed in a few words."""
    return "; ".join(_WORDS[row["change"]](row["what"], row.get("to")) for row in changes_of(what_if))


def _plain(number: Decimal) -> str:
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scenarios(request: Request) -> Figure:
    """Return the base and every saved scenario, all under the same seed, so that they differ by their changes alone."""
    outlook, settings = outlook_of(request), usual_settings()
    base = simulated(outlook, settings)
    kept = saved_scenarios(request)
    rows = [_row(BASE, NOTHING, base, base)]
    for one in kept:
        about = (one.reason, one.by, one.at.isoformat(sep=" ", timespec="seconds"))
        missing = ", ".join(one.what_if.missing(outlook.known.items, outlook.known.schemes or ()))
        rows.append(_row(one.name, one.what_if, simulated(outlook, settings, one.what_if), base, about, missing))
    return request.figure(COLUMNS, rows, used=outlook.used)


def beside_base(request: Request, base: Simulated, others: Mapping[str, tuple[WhatIf, Simulated]]) -> Figure:
    """Return what-ifs that are not kept, by name, beside the base."""
    rows = [_row(BASE, NOTHING, base, base)]
    rows += [_row(name, what_if, found, base) for name, (what_if, found) in others.items()]
    return request.figure(COLUMNS, rows, used=base.outlook.used)


def _row(  # noqa: PLR0913, PLR0917 - what a row says
    name: str,
    what_if: WhatIf,
    found: Simulated,
    base: Simulated,
    about: Sequence[str] = ("", "", ""),
    missing: str = "",
) -> tuple[Cell, ...]:
    chance, before = (None if one.chance is None else points(one.chance) for one in (found, base))
    moves = None if chance is None or before is None else chance - before
    mean = pounds(found.draws.mean)
    said = [text or None for text in (*about, missing)]
    figures = (mean, *map(pounds, found.draws.percentiles), chance, moves, mean - pounds(base.draws.mean))
    return name, in_words(what_if) or None, *figures, *said
