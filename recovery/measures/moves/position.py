"""How the forecast and the year-to-date variance moved, by line, and the risk that came into the position."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.checks.labels import place_of
from recovery.engine import queries
from recovery.measures.moves.bridging import NOUGHT, Key, Moved, Step, bridged, changes, keyed, less
from recovery.measures.moves.risks import GIVEN_BACK, TAKEN, Risks, assessed, by_line, crossed, outside
from recovery.measures.printed_tables import printed_table
from recovery.rows import amount, last_of_kind, number, total_spend
from recovery.sources.definitions import dataset_named
from recovery.sources.words import is_contingency, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.measures.request import Request, Source

POSITION: Final = "position"
FORECAST, TO_DATE, WITH_RISK = "Forecast", "Year to date variance", "Forecast plus risk"
LINE: Final = "Line"
KNOWN: Final = "In the lines above: risk and contingency not linked with a line"
LEFT: Final = "Not explained by the lines"
Shown = dict[Key, tuple[str, Decimal]]
"""Lines with their names and amounts."""


@dataclass(frozen=True)
class Lines:
    """A position's lines by name, as they move its bottom line: forecast and year-to-date variance, with the ends."""

    forecast: Shown
    to_date: Shown
    forecast_end: Decimal
    to_date_end: Decimal
    source: Source


def lines_of(request: Request) -> Lines:
    """Return a month's lines with favourable positive: income counts up, spend down; NothingLoaded without any."""
    source = request.need(POSITION)
    rows = [
        row
        for row in queries.reported(request.engine, dataset_named(POSITION), source.id)
        if row[1] in {"line", "contingency"} and row[2] != "memorandum"
    ]
    keys = keyed([(row[2], row[4] or "") for row in rows])
    forecast, to_date = {}, {}
    for key, (_, _, flow, _, line, ytd_budget, ytd_actual, _, _, outturn, _) in zip(keys, rows, strict=True):
        sign = 1 if flow == "income" else -1
        forecast[key] = line, sign * (outturn or NOUGHT)
        to_date[key] = line, sign * ((ytd_actual or NOUGHT) - (ytd_budget or NOUGHT))
    return Lines(forecast, to_date, *_ends(request), source)


def _ends(request: Request) -> tuple[Decimal, Decimal]:
    """Return the bottom line's forecast (of a table of spend alone: the spend, negative) and year-to-date variance.

    A net position that is printed without a forecast is added up from its lines.
    """
    for own in (request, replace(request, computed=True)):
        net = last_of_kind(printed_table(own, POSITION), "net")
        if number(net, "forecast_outturn") is not None:
            return amount(net, "forecast_outturn"), amount(net, "ytd_variance")
    total = total_spend(printed_table(request, POSITION))
    return -amount(total, "forecast_outturn"), amount(total, "ytd_variance")


def to_date_moved(before: Lines, now: Lines) -> Moved:
    """Return how the year-to-date variance moved, line by line."""
    steps = changes(LINE, before.to_date, now.to_date).values()
    return bridged(TO_DATE, before.to_date_end, now.to_date_end, steps, LEFT)


def forecast_moved(before: Lines, now: Lines, then: Risks | None, since: Risks | None) -> Moved:
    """Return how the forecast moved: what came into the position, then the lines without it.

    What is linked with no line is taken off their sum in a step of its own, so that it counts once.
    """
    crossings, lines = _apart(before, now, then or {}, since or {})
    return bridged(FORECAST, before.forecast_end, now.forecast_end, [*crossings, *lines], LEFT)


def with_risk_moved(before: Lines, now: Lines, then: Risks, since: Risks) -> Moved:
    """Return how the forecast with the risk outside it moved: what merely came into the position moves nothing."""
    _, lines = _apart(before, now, then, since)
    kinds = [
        assessed(_of(then, contingency), _of(since, contingency), contingency=contingency)
        for contingency in (False, True)
    ]
    opening, closing = before.forecast_end + outside(then), now.forecast_end + outside(since)
    return bridged(WITH_RISK, opening, closing, [*lines, *kinds[0], *kinds[1]], LEFT)


def _apart(before: Lines, now: Lines, then: Risks, since: Risks) -> tuple[list[Step], list[Step]]:
    """Return what came into the position, and the lines' movement without it."""
    crossings = crossed(then, since)
    shown = before.forecast | now.forecast
    linked = _by_key(by_line(crossings, then, _with_line(since, shown)), shown)
    unlinked = sum((step.amount for step in crossings.values()), NOUGHT) - sum(linked.values(), NOUGHT)
    left = less(changes(LINE, before.forecast, now.forecast), linked)
    lines = [_named(step, shown[key][0]) for key, step in left.items()]
    return list(crossings.values()), [*lines, Step(KNOWN, KNOWN, -unlinked)]


def _with_line(risks: Risks, shown: Shown) -> Risks:
    """Return the risks with a contingency that is linked with no line linked with the position's own, if it has one."""
    own = [name for name, _ in shown.values() if is_contingency(plain(name))]
    if len(own) != 1:
        return risks
    return {
        key: replace(risk, lines={own[0]: risk.in_forecast}) if risk.is_contingency and not risk.lines else risk
        for key, risk in risks.items()
    }


def _named(step: Step, line: str) -> Step:
    """Return a line's step; of the line that is the contingency, what was released of it or given back."""
    if not is_contingency(plain(line)):
        return step
    return replace(step, cause=TAKEN if step.amount > 0 else GIVEN_BACK)


def _by_key(by_name: Mapping[str, Decimal], shown: Shown) -> dict[Key, Decimal]:
    """Return amounts by the line that each name means, spend before income; what means none is left out."""
    keys = sorted(shown, key=lambda key: key[0] == "income")
    labels = [shown[key][0] for key in keys]
    found: dict[Key, Decimal] = defaultdict(Decimal)
    for name, pounds in by_name.items():
        place = place_of(name, labels)
        if place is not None:
            found[keys[place]] += pounds
    return found


def _of(risks: Risks, contingency: bool) -> Risks:  # noqa: FBT001 - one of a pair
    return {key: risk for key, risk in risks.items() if risk.is_contingency == contingency}
