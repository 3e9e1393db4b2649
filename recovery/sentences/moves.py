"""What moved in words: the forecast's way from one month to another, what came into it, and what is worse in all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.moves.figure import CLOSING, CONTINGENCY, OPENING, RISK
from recovery.measures.moves.position import FORECAST, KNOWN, TO_DATE, WITH_RISK
from recovery.measures.moves.risks import ASSESSED, COME_IN, GIVEN_BACK, GONE_OUT, MITIGATED, TAKEN, UNMITIGATED
from recovery.measures.moves.savings import ADJUSTED, AGAINST_TARGET, DELIVERY
from recovery.money import THOUSAND, rounded
from recovery.rows import amount, text
from recovery.sentences.amounts import bracketed, listed, millions, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.rows import Row

LARGEST: Final = 3
"""How many movers a sentence names."""
KEY: Final = (FORECAST, TO_DATE, WITH_RISK, ADJUSTED)


def measures(figure: Figure) -> list[str]:
    """Return the measures of a movement, in its order."""
    return list(dict.fromkeys(text(row, "measure") for row in figure.records()))


def of_measure(figure: Figure, measure: str) -> list[Row]:
    """Return one measure's rows: opening, steps, closing."""
    return [row for row in figure.records() if text(row, "measure") == measure]


def steps(rows: Sequence[Row]) -> list[Row]:
    """Return a measure's steps without its ends."""
    return [row for row in rows if text(row, "cause") not in {OPENING, CLOSING}]


SHORT: Final = {
    COME_IN: "Risk in: ",
    GONE_OUT: "Risk out: ",
    MITIGATED: "Mitigation in: ",
    UNMITIGATED: "Mitigation out: ",
    TAKEN: "Contingency in: ",
    GIVEN_BACK: "Contingency out: ",
    ASSESSED: "Risk: ",
    KNOWN: "In the lines already",
}
"""What stands before a step's name where a chart has no column for its cause."""


def drawn_as(row: Row) -> str:
    """Return a step's name as a chart shows it: a cause that is no line's before the name."""
    cause, step = text(row, "cause"), text(row, "step")
    return SHORT[KNOWN] if cause == KNOWN else f"{SHORT.get(cause, '')}{step}"


def change(rows: Sequence[Row]) -> Decimal:
    """Return how far a measure moved; better is positive."""
    return amount(rows[-1], "amount") - amount(rows[0], "amount")


def since(figure: Figure) -> str:
    """Return which month or submission the movement is reckoned from."""
    return text(figure.records()[0], "step").removeprefix(f"{OPENING}: ")


def answer(figure: Figure) -> str:
    """Return how the forecast moved, what came into it from outside, and whether it is worse with risk or not."""
    rows = of_measure(figure, FORECAST)
    return f"Since {since(figure)} the forecast {_went(rows)}.{_came_in(rows)}{_with_risk(figure)}"


def _went(rows: Sequence[Row]) -> str:
    first, last = (surplus_or_deficit(amount(rows[place], "amount")) for place in (0, -1))
    moved = change(rows)
    if not _counts(moved):
        return f"has not moved: {last}"
    return f"has gone from {first} to {last}, {millions(moved)} {_better(moved)}"


def _came_in(rows: Sequence[Row]) -> str:
    sums = {cause: _sum(rows, cause) for cause in (COME_IN, TAKEN, MITIGATED)}
    met = [
        f"{millions(sums[cause])} of {noun}"
        for cause, noun in ((TAKEN, "contingency"), (MITIGATED, "mitigation"))
        if sums[cause]
    ]
    if sums[COME_IN]:
        against = f", met by {listed(met)}" if met else ""
        return f" {millions(sums[COME_IN])} of risk has come into the position{against}; it counts there once."
    return f" {listed(met)} has come into the position." if met else ""


def _with_risk(figure: Figure) -> str:
    rows = of_measure(figure, WITH_RISK)
    if not rows:
        return ""
    moved = change(rows)
    if not _counts(moved):
        return " With the risk outside it, it is as it was."
    return f" With the risk outside it, it is {millions(moved)} {_better(moved)}."


def measure_said(rows: Sequence[Row]) -> str:
    """Return how one measure moved, the largest steps by name."""
    measure, moved = text(rows[0], "measure"), change(rows)
    first, last = (bracketed(amount(rows[place], "amount")) for place in (0, -1))
    if not _counts(moved):
        start = f"{measure}: {last}, as it was"
    else:
        start = f"{measure}: from {first} to {last}, {millions(moved)} {_better(moved)}"
    largest = sorted(steps(rows), key=lambda row: -abs(amount(row, "amount")))[:LARGEST]
    told = [
        f"{text(row, 'step')} {bracketed(amount(row, 'amount'))}" for row in largest if _counts(amount(row, "amount"))
    ]
    return f"{start}. Largest: {listed(told)}." if told else f"{start}."


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return how far the main measures moved, with where they are now."""
    found = []
    for measure in KEY:
        rows = of_measure(figure, measure)
        if rows:
            found.append(_key_figure(measure, change(rows), amount(rows[-1], "amount")))
    return found


def _key_figure(measure: str, moved: Decimal, now: Decimal) -> KeyFigure:
    if not _counts(moved):
        return KeyFigure(measure, "No change", f"Now {bracketed(now)}")
    return KeyFigure(measure, bracketed(moved), f"{_better(moved).capitalize()}; now {bracketed(now)}", _tone(moved))


def alt(rows: Sequence[Row]) -> str:
    """Return a measure's waterfall in words."""
    parts = [f"{text(row, 'step')} {bracketed(amount(row, 'amount'))}" for row in steps(rows)]
    told = "; ".join(parts) or "nothing moved"
    return f"Waterfall of how {text(rows[0], 'measure').lower()} moved. {told}; in all {bracketed(change(rows))}."


ABOUT: Final = {
    FORECAST: "The forecast outturn's net position. A line above its last forecast is adverse.",
    TO_DATE: "The net position to date against its budget.",
    RISK: "Risk after mitigation that the forecast does not hold; a risk is negative. What came in has left it.",
    CONTINGENCY: "Contingency that the forecast does not count on yet.",
    WITH_RISK: "The forecast with everything outside it: what merely came into the position moves nothing here.",
    DELIVERY: "What the schemes kept here are forecast to save in the year.",
    ADJUSTED: "What is counted on of the schemes after risk.",
    AGAINST_TARGET: "What is counted on less the target: in brackets short of it.",
}
"""What each measure is, in a line."""


def _sum(rows: Sequence[Row], cause: str) -> Decimal:
    return sum((amount(row, "amount") for row in rows if text(row, "cause") == cause), Decimal(0))


def _counts(pounds: Decimal) -> bool:
    return rounded(pounds / THOUSAND) != 0


def _better(pounds: Decimal) -> str:
    return "better" if pounds > 0 else "worse"


def _tone(pounds: Decimal) -> str:
    return "good" if pounds > 0 else "bad"
