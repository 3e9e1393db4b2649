"""Saved what-ifs: read from what people have decided, put into words, and compared side by side with the base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import UsageError
from recovery.figure import Cell, Column, Figure
from recovery.measures.risk.idle import does_nothing
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.simulation.figures import points, pounds
from recovery.measures.simulation.simulated import Simulated, simulated, usual_settings
from recovery.programme.what_ifs import BASE, NOTHING, SCENARIO, WhatIf, in_words, what_if_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from recovery.measures.request import Request

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
    Column("does_nothing", "What does nothing here"),
)


@dataclass(frozen=True)
class Scenario:
    """A saved what-if: its name, what it changes, why, by whom and when; `version` is that of the judgement.

    `wrong` says what is wrong with a content that makes no sense, '' if it does; such a one changes nothing.
    """

    name: str
    what_if: WhatIf
    reason: str
    by: str
    at: dt.datetime
    version: int
    illustrative: bool
    wrong: str = ""


def saved_scenarios(request: Request) -> list[Scenario]:
    """Return the scenarios that are kept for a view's organisation and year, by name."""
    return [_scenario(one) for one in queries.judgements(request.engine, request.view, SCENARIO)]


def _scenario(kept: queries.Judgement) -> Scenario:
    what_if, wrong = NOTHING, ""
    try:
        what_if = what_if_of(kept.body["changes"])
    except UsageError as error:
        wrong = str(error)
    return Scenario(kept.key, what_if, kept.reason, kept.by, kept.at, kept.version, kept.illustrative, wrong)


def scenarios(request: Request) -> Figure:
    """Return the base and every saved scenario, all under the same seed, so that they differ by their changes alone."""
    outlook, settings = outlook_of(request), usual_settings()
    base = simulated(outlook, settings)
    kept = saved_scenarios(request)
    rows = [_row(BASE, NOTHING, base, base)]
    for one in kept:
        about = (one.reason, one.by, one.at.isoformat(sep=" ", timespec="seconds"))
        nothing = one.wrong or " ".join(does_nothing(outlook.known, one.what_if))
        rows.append(_row(one.name, one.what_if, simulated(outlook, settings, one.what_if), base, about, nothing))
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
    nothing: str = "",
) -> tuple[Cell, ...]:
    chance, before = (None if one.chance is None else points(one.chance) for one in (found, base))
    moves = None if chance is None or before is None else chance - before
    mean = pounds(found.draws.mean)
    said = [text or None for text in (*about, nothing)]
    figures = (mean, *map(pounds, found.draws.percentiles), chance, moves, mean - pounds(base.draws.mean))
    return name, in_words(what_if) or None, *figures, *said
