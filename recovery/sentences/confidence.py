"""Confidence in the savings in words: ratings, what is counted on after risk, how far weights carry it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.rows import Row, amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure
from recovery.sentences.vocabulary import in_words, within

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.programme.configuration import Programme

AS_THEY_ARE, LOWER, HIGHER, CLOSING = range(4)
WHOLE: Final = Decimal(1)
_CASES: Final = ("as they are", "− 10", "+ 10", "just close")


def answer(by_rating: Figure, sensitivity: Figure | None, programme: Programme) -> str:
    """Return what the schemes are worth after risk, how that stands to target, and what carries the worst rating."""
    total = last_of_kind(by_rating, "total")
    value, adjusted = amount(total, "net_value"), amount(total, "risk_adjusted")
    share = f" ({percent(100 * adjusted / value, WHOLE)})" if value else ""
    named = within(in_words("QIPP", programme))
    opening = f"Of {named} schemes worth {millions(value)}, {millions(adjusted)}{share} is counted on after risk"
    row = case(sensitivity, AS_THEY_ARE)
    if number(row, "target") is None:
        return f"{opening}. {_worst(by_rating, programme)}"
    return f"{opening}, {_to_target(row)} of {millions(amount(row, 'target'))}. {_worst(by_rating, programme)}"


def _to_target(row: Row | None) -> str:
    gap = amount(row, "gap_to_target")
    if not gap:
        return "just the target"
    return f"{millions(gap)} {'short of' if gap > 0 else 'above'} the target"


def _worst(by_rating: Figure, programme: Programme) -> str:
    worst = programme.ratings[0].name
    row = next((one for one in of_kind(by_rating, "line") if text(one, "rag") == worst), None)
    schemes = int(amount(row, "schemes"))
    if not schemes:
        return f"No scheme is {within(worst)}."
    verb = "is" if schemes == 1 else "are"
    return f"{many(schemes, 'scheme')} worth {millions(amount(row, 'net_value'))} {verb} {within(worst)}."


def case(sensitivity: Figure | None, which: int) -> Row | None:
    """Return one case of the sensitivity table: as they are, lower, higher, or just closing the gap."""
    rows = sensitivity.records() if sensitivity else []
    return next((row for row in rows if _CASES[which] in text(row, "case")), None)


def key_figures(
    by_rating: Figure, sensitivity: Figure | None, ratings: Figure | None, programme: Programme
) -> list[KeyFigure]:
    """Return net and risk-adjusted value, the gap after risk, the worst rated, and how many are rated by hand."""
    total = last_of_kind(by_rating, "total")
    value, adjusted = amount(total, "net_value"), amount(total, "risk_adjusted")
    share = percent(100 * adjusted / value) if value else "n/a"
    found = [
        KeyFigure("Net value of schemes", millions(value), many(int(amount(total, "schemes")), "scheme")),
        KeyFigure("Risk-adjusted", millions(adjusted), f"{share} of net value"),
    ]
    row = case(sensitivity, AS_THEY_ARE)
    if number(row, "target") is not None:
        found.append(_gap(amount(row, "gap_to_target")))
    worst = next((one for one in of_kind(by_rating, "line") if text(one, "rag") == programme.ratings[0].name), None)
    found.append(
        KeyFigure(
            f"{programme.ratings[0].name} schemes",
            f"{int(amount(worst, 'schemes'))}",
            millions(amount(worst, "net_value")),
        )
    )
    if ratings is None:
        return found
    by_hand = len(overridden(ratings))
    return [*found, KeyFigure("Rated by hand", f"{by_hand}", "Over the computed rating" if by_hand else "None")]


def _gap(gap: Decimal) -> KeyFigure:
    if gap > 0:
        return KeyFigure("Gap to target after risk", f"({millions(gap)})", "Short of target", "bad")
    return KeyFigure("Gap to target after risk", millions(gap), "Target covered", "good")


def overridden(ratings: Figure) -> list[Row]:
    """Return the schemes whose rating is set by hand over the computed one."""
    return [row for row in of_kind(ratings, "line") if text(row, "override")]


def ratings_said(ratings: Figure, programme: Programme) -> str:
    """Return how many schemes have each rating, and how many of those were set by hand."""
    rows = of_kind(ratings, "line")
    names = [rating.name for rating in programme.ratings]
    counts = [(name, sum(1 for row in rows if text(row, "rag") == name)) for name in names]
    others = len(rows) - sum(count for _, count in counts)
    parts = [f"{count} {within(name)}" for name, count in counts] + ([f"{others} not rated"] if others else [])
    parts[0] = f"{counts[0][1]} {'is' if counts[0][1] == 1 else 'are'} {within(names[0])}"
    hand = len(overridden(ratings))
    set_by_hand = f"{hand} {'is' if hand == 1 else 'are'} set by hand, with the reason beside the computed rating"
    return f"Of {many(len(rows), 'scheme')} {listed(parts)}{f'; {set_by_hand}' if hand else ''}."


def sensitivity_said(sensitivity: Figure) -> str:
    """Return in one sentence what ten points either way do to what is counted on, and which change closes the gap."""
    lower, higher = case(sensitivity, LOWER), case(sensitivity, HIGHER)
    opening = (
        f"Ten points less on every weight would leave {millions(amount(lower, 'risk_adjusted'))}, "
        f"ten points more {millions(amount(higher, 'risk_adjusted'))}"
    )
    return f"{opening}; {_closing(sensitivity)}."


def _closing(sensitivity: Figure) -> str:
    now, closing = case(sensitivity, AS_THEY_ARE), case(sensitivity, CLOSING)
    if number(now, "target") is None:
        return "there is no target to set them against"
    change = number(closing, "weight_change")
    if change is None:
        short = amount(now, "target") - amount(now, "identified")
        return f"no weight closes the gap: even counted on in full, schemes are {millions(short)} short of the target"
    points = f"{percent(abs(change)).removesuffix('%')} points"
    if change > 0:
        return f"the gap to target just closes with {points} more"
    return (
        f"{points} less could be counted on before a gap to target opens"
        if change
        else "as they are, they just meet the target"
    )


def sensitivity_alt(sensitivity: Figure) -> str:
    """Return the sensitivity chart in words."""
    parts = [
        f"{text(row, 'case')} {millions(amount(row, 'risk_adjusted'))}"
        for row in sensitivity.records()
        if number(row, "risk_adjusted") is not None
    ]
    target = number(case(sensitivity, AS_THEY_ARE), "target")
    line = f" The line is the target of {millions(target)}." if target is not None else ""
    return f"Bar chart of what is counted on as weights change. {'; '.join(parts)}.{line}"


def bars_alt(grouped: Figure, what: str) -> str:
    """Return a chart of net and risk-adjusted value by group in words."""
    column = grouped.columns[0].name
    parts = [
        f"{text(row, column)} {millions(amount(row, 'net_value'))}, {millions(amount(row, 'risk_adjusted'))} after risk"
        for row in of_kind(grouped, "line")
    ]
    return f"Bar chart of net and risk-adjusted value by {what}. {'; '.join(parts)}."


def unidentified_said(unidentified: Figure) -> str:
    """Return what no scheme has been found for, and the areas it stands in, the largest first."""
    total = number(last_of_kind(unidentified, "total"), "unidentified")
    if total is None:
        return "No target is loaded, so that nothing can be said to be unidentified."
    if not total:
        return "Every area's schemes cover its target: nothing is unidentified."
    rows = [row for row in of_kind(unidentified, "line") if amount(row, "unidentified") > 0]
    rows.sort(key=lambda row: -amount(row, "unidentified"))
    areas = [f"{text(row, 'area')} ({millions(amount(row, 'unidentified'))})" for row in rows[:3]]
    more = f", most of it in {listed(areas)}" if len(rows) > len(areas) else f": {listed(areas)}"
    over = amount(last_of_kind(unidentified, "total"), "over_identified")
    other = f" Other areas have {millions(over)} more than their targets, which does not fill it." if over else ""
    return f"{millions(total)} of the target is unidentified{more}.{other}"
