"""Control charts of activity in words: what needs a look, what moves by chance alone, which rule fired when."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from recovery.measures.activity_cost import WITHOUT
from recovery.measures.activity_signals import WAYS
from recovery.period import month_name, month_number
from recovery.rows import Row, amount, number, text
from recovery.sentences.activity import short_title
from recovery.sentences.amounts import capital, direction, listed, many

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from recovery.figure import Figure

CHANGED: Final = ("concern", "improvement", "neutral")
BY_NEED: Final = (*CHANGED, "", "common cause")
"""Variations in the order in which they want looking at; nothing said stands for too few points."""
VERBS: Final = {
    "concern": ("shows concern", "show concern"),
    "improvement": ("shows improvement", "show improvement"),
    "neutral": ("has changed, neither better nor worse", "have changed, neither better nor worse"),
}
RULES: Final = {
    "outside": "a point outside the process limits",
    "trend": "a trend: points in a row that each {way}",
    "two-of-three": "two of three points near a process limit",
    "shift": "a shift: points in a row {side} the mean",
}
NAMED: Final = 3
SIGNAL: Final = ("rule", "variation", "way")
"""What all points of one signal have in common."""


def by_measure(figure: Figure) -> dict[str, list[Row]]:
    """Return the rows of each measure, oldest month first, in the figure's order."""
    found: dict[str, list[Row]] = {}
    for row in figure.records():
        found.setdefault(text(row, "code"), []).append(row)
    return found


def newest(rows: Sequence[Row]) -> Row:
    """Return the newest row that has a value, or the newest."""
    return next((row for row in reversed(rows) if number(row, "value") is not None), rows[-1])


def newest_month(figure: Figure) -> int:
    """Return the number of the newest month of which any measure has a value."""
    held = [row for row in figure.records() if number(row, "value") is not None]
    return max(map(_place, held), default=0)


def is_reported(rows: Sequence[Row], month: int) -> bool:
    """Return whether a measure's newest value is of the figure's newest month: what is older is no news."""
    return _place(newest(rows)) == month


def in_need_first(figure: Figure) -> list[list[Row]]:
    """Return the measures' rows, those whose newest point wants looking at first, those no longer reported last."""
    measures = [rows for rows in by_measure(figure).values() if number(newest(rows), "value") is not None]
    month = newest_month(figure)
    return sorted(
        measures, key=lambda rows: (not is_reported(rows, month), BY_NEED.index(text(newest(rows), "variation")))
    )


def answer(figure: Figure) -> str:
    """Return which measures show concern or improvement, and how many move by chance alone."""
    month = newest_month(figure)
    measures = in_need_first(figure)
    last = [newest(rows) for rows in measures if is_reported(rows, month)]
    if not last:
        return ""
    older = [newest(rows) for rows in measures if not is_reported(rows, month)]
    parts = [_group([row for row in last if text(row, "variation") == kind], kind) for kind in CHANGED]
    said = [part for part in parts if part]
    chance = sum(text(row, "variation") == "common cause" for row in last)
    short = sum(not text(row, "variation") for row in last)
    rest = [f"{_others(chance)} by chance alone"] if chance and said else []
    if chance and not said:
        rest = [f"none of {many(chance, 'measure')} has moved by more than chance"]
    rest += [f"{many(short, 'measure')} {'has' if short == 1 else 'have'} too few months to tell"] if short else []
    rest += [f"{_named(older)} {_last_reported(older)}"] if older else []
    return f"By control chart, {'; '.join([*said, *rest])}."


def _last_reported(older: Sequence[Row]) -> str:
    if len(older) == 1:
        return f"was last reported for {_month(older[0])}"
    return f"were last reported for {_month(max(older, key=_place))} or earlier"


def _others(number: int) -> str:
    return "the other measure moves" if number == 1 else f"the other {number} measures move"


def _group(rows: Sequence[Row], kind: str) -> str:
    if not rows:
        return ""
    return f"{_named(rows)} {VERBS[kind][len(rows) > 1]}"


def _named(rows: Sequence[Row]) -> str:
    names = [f"{text(row, 'code')} {short_title(row)}" for row in rows[:NAMED]]
    return listed([*names, f"{len(rows) - NAMED} more"] if len(rows) > NAMED else names)


def standing(rows: Sequence[Row]) -> str:
    """Return what a measure's newest point says: where it lies, and by which rule that is more than chance."""
    row = newest(rows)
    value = number(row, "value")
    if value is None:
        return "No actuals are loaded."
    where = f"{_month(row)}: {shown(value)} {text(row, 'unit')}, mean {shown(amount(row, 'mean'))}"
    if number(row, "upper") is None:
        return f"{where}. {_too_few(rows)}"
    where += f", limits {shown(amount(row, 'lower'))} to {shown(amount(row, 'upper'))}"
    if text(row, "rule") == "none":
        return f"{where}. That is within what chance alone gives."
    return f"{where}. {capital(_rule(row))}."


def _too_few(rows: Sequence[Row]) -> str:
    since = newest(rows)["mean"]
    held = sum(row["mean"] == since and number(row, "value") is not None for row in rows)
    return f"With {many(held, 'month')} there are too few for limits."


def signals(rows: Sequence[Row]) -> list[str]:
    """Return every signal of a measure, oldest first: from when to when, by which rule, and what it means."""
    held = [row for row in rows if number(row, "value") is not None]
    found = []
    for (rule, said, _), group in groupby(held, key=lambda row: tuple(text(row, name) for name in SIGNAL)):
        signal = list(group)
        if rule in RULES:
            months = _month(signal[0])
            months += f" to {_month(signal[-1])}" if len(signal) > 1 else ""
            found.append(f"{months}: {_rule(signal[-1])} ({'neither better nor worse' if said == 'neutral' else said})")
    return found


def _rule(row: Row) -> str:
    way, side = ("rise", "above") if text(row, "way") == WAYS[1] else ("fall", "below")
    return RULES[text(row, "rule")].format(way=way, side=side)


def missing(rows: Sequence[Row]) -> str:
    """Return how many months between a measure's first and newest value have none, '' where all have one."""
    held = [_place(row) for row in rows if number(row, "value") is not None]
    absent = held[-1] - held[0] + 1 - len(held) if held else 0
    verb = "is" if absent == 1 else "are"
    return f"{many(absent, 'month')} between {verb} missing" if absent else ""


def _place(row: Row) -> int:
    return month_number(text(row, "year"), int(amount(row, "month")))


def _month(row: Row) -> str:
    return f"{month_name(int(amount(row, 'month')))} {text(row, 'year')}"


def shown(value: Decimal) -> str:
    """Return a charted value: whole from a hundred on, with a decimal below."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == value.to_integral_value() else f"{value:,.1f}"  # noqa: PLR2004


def alt(rows: Sequence[Row], title: str) -> str:
    """Return a control chart in words: how many months, where the newest point lies, and every signal."""
    held = [row for row in rows if number(row, "value") is not None]
    if not held:
        return f"Control chart of {title} without a point."
    said = "; ".join(signals(rows)) or "none"
    gaps = f"; {missing(rows)}" if missing(rows) else ""
    return f"Control chart of {title}, {_month(held[0])} to {_month(held[-1])}{gaps}. {standing(rows)} Signals: {said}."


def cost_answer(figure: Figure) -> str:
    """Return what activity costs against plan, by volume and by price, as far as it is known."""
    total = next((row for row, kind in zip(figure.records(), figure.kinds, strict=True) if kind == "total"), None)
    if total is None:
        return "No measure with a price has actuals of every month yet."
    until = f"Against plan from April to {month_name(int(amount(total, 'month')))}"
    left_out = text(total, "title").removeprefix(WITHOUT)
    rest = f" Left out, as not every month has a plan, an actual and a price: {left_out}." if left_out else ""
    volume = f"volume is {direction(amount(total, 'volume_variance'))}"
    if number(total, "price_variance") is None:
        return f"{until}, {volume} at planned prices; what every measure has cost is not known.{rest}"
    whole = direction(amount(total, "cost_variance"))
    return f"{until}, activity is {whole}: {volume}, price {direction(amount(total, 'price_variance'))}.{rest}"
