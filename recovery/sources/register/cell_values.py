"""One cell as what its column holds: a text, money, a date, a stage …; or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from recovery.money import Unit, rounded
from recovery.sources.dates import date_of
from recovery.sources.register.figures import LARGEST, figure_of
from recovery.sources.register.given import Value
from recovery.sources.register.texts import cell_text
from recovery.sources.register.wording import STATUSES, Wording
from recovery.sources.words import is_blank, plain, text_of
from recovery.sources.workbook import CellValue

PENNY: Final = Decimal("0.01")
FINEST: Final = Decimal("0.0001")
"""The finest step that is kept of a number that is not money."""

MOST_POINTS: Final = 5
_DASHES: Final = frozenset("-–—")
_CHOICES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "yes_no": {"yes": ("yes", "y", "true", "1"), "no": ("no", "n", "false", "0")},
    "measure": {
        "plan": ("plan", "planned", "budget", "target"),
        "actual": ("actual", "actuals", "delivered"),
        "forecast": ("forecast", "forecasts", "outturn", "forecast outturn", "expected"),
    },
    "direction": {
        "up": ("up", "higher", "more", "increase", "higher is better"),
        "down": ("down", "lower", "less", "fewer", "decrease", "lower is better"),
    },
    "status": {
        "live": ("live", "active", "open", "in progress"),
        "withdrawn": ("withdrawn", "removed", "cancelled", "stopped"),
        "closed": ("closed", "complete", "completed"),
    },
    "assessment": {
        "quality": ("quality", "qia", "quality impact", "quality impact assessment"),
        "equality": ("equality", "eia", "eqia", "equality impact", "equality impact assessment"),
    },
}
_NAMED: Final = {
    "yes_no": "yes or no",
    "measure": "plan, actual or forecast",
    "direction": "up or down",
    "status": ", ".join(STATUSES[:-1]) + f" or {STATUSES[-1]}",
    "assessment": "quality or equality",
}


@dataclass(frozen=True)
class Wrong:
    """Why a cell is not what its column holds, and what to do; `rule` is the problem's short name."""

    rule: str
    message: str
    to_do: str


@dataclass(frozen=True)
class Reader:
    """What cells are read with: the organisation's words, the money's unit, and which end of a month is meant."""

    wording: Wording
    unit: Unit = Unit.POUNDS
    month_end: bool = False

    def value(self, kind: str, cell: CellValue) -> Value | Wrong:
        """Return a cell's value; '' or None for a blank one (a dash is one in columns of figures and dates)."""
        if is_blank(cell):
            return "" if kind in _TEXTS else None
        if kind in _TEXTS and kind != "rating":
            return _TEXTS[kind](cell)
        if text_of(cell) in _DASHES and kind not in _TEXTS:
            return None
        return _READERS[kind](self, cell) if kind in _READERS else _chosen(kind, cell)

    def money(self, cell: CellValue) -> Value | Wrong:
        """Return an amount in pounds, to the penny."""
        found = figure_of(cell)
        if found is None:
            return Wrong("text-in-number", "There is no amount of money in this cell.", _ADVICE)
        pounds = in_pounds(found, self.unit)
        return rounded(pounds, PENNY) if abs(pounds) <= LARGEST else _TOO_LARGE

    def number(self, cell: CellValue) -> Value | Wrong:
        """Return a number, to four decimals."""
        found = figure_of(cell)
        if found is None:
            return Wrong("text-in-number", "There is no number in this cell.", _ADVICE)
        return as_kept(found) if abs(found) <= LARGEST else _TOO_LARGE

    def whole(self, cell: CellValue) -> Value | Wrong:
        """Return a whole number, nought or more."""
        found = figure_of(cell)
        if found is None or found != found.to_integral_value() or not 0 <= found <= LARGEST:
            return Wrong("not-whole", "There is no whole number in this cell.", "Write a whole number.")
        return int(found)

    def score(self, cell: CellValue) -> Value | Wrong:
        """Return a score from 1 to 5."""
        found = self.whole(cell)
        if isinstance(found, int) and 1 <= found <= MOST_POINTS:
            return found
        return Wrong("not-a-score", "This is not a score from 1 to 5.", "Write a whole number from 1 to 5.")

    def date(self, cell: CellValue) -> Value | Wrong:
        """Return a date."""
        found = date_of(cell, month_end=self.month_end)
        return found or Wrong("not-a-date", "There is no date in this cell.", "Write a date such as 30/09/2018.")

    def stage(self, cell: CellValue) -> Value | Wrong:
        """Return a stage's number."""
        found = self.wording.stage_of(cell)
        to_do = f"Write {self.wording.stage_choices}."
        return found if found is not None else Wrong("unknown-stage", f"'{text_of(cell)}' is not a known stage.", to_do)

    def rating(self, cell: CellValue) -> Value | Wrong:
        """Return a rating's own name."""
        found = self.wording.rating_of(cell)
        to_do = f"Write {self.wording.rating_choices}, or leave the cell blank."
        return found or Wrong("unknown-rating", f"'{text_of(cell)}' is not a known rating.", to_do)


_STEPS: Final = {"money": (PENNY, "the penny"), "number": (FINEST, "four decimals")}
_ADVICE: Final = "Put the number there, or leave the cell blank, and move any remark to the comment column."
_TOO_LARGE: Final = Wrong("too-large", "The figure is too large to be true.", "Check the figure and its unit.")


def in_pounds(amount: Decimal, unit: Unit) -> Decimal:
    """Return an amount of some unit in pounds, exactly."""
    return amount * unit.pence / Unit.POUNDS.pence


def amount_of(value: Value) -> Decimal | None:
    """Return a value as the number that it is, or None."""
    return value if isinstance(value, Decimal) else None


def as_kept(number: Decimal) -> Decimal:
    """Return a number to the finest step that is kept, as it was written where it is no finer."""
    step = rounded(number, FINEST)
    return number if step == number else step


def lost_in(kind: str, cell: CellValue, unit: Unit) -> str:
    """Return to what a cell's figure is rounded when it is kept ('the penny'), '' where it loses nothing."""
    found = figure_of(cell) if kind in _STEPS else None
    if found is None or abs(found) > LARGEST:
        return ""
    step, words = _STEPS[kind]
    exact = in_pounds(found, unit) if kind == "money" else found
    return words if rounded(exact, step) != exact else ""


def as_text(cell: CellValue) -> str:
    """Return a cell of a text column, its line ends kept."""
    return cell_text(cell) if isinstance(cell, str) else text_of(cell)


def as_reference(cell: CellValue) -> str:
    """Return a scheme's reference on one line."""
    return " ".join(as_text(cell).split())


def _chosen(kind: str, cell: CellValue) -> Value | Wrong:
    """Return which of a few words a cell holds, however it is written."""
    text = plain(text_of(cell))
    for own, ways in _CHOICES[kind].items():
        if text in ways:
            return own == "yes" if kind == "yes_no" else own
    return Wrong(
        f"unknown-{kind.replace('_', '-')}", f"'{text_of(cell)}' is not {_NAMED[kind]}.", f"Write {_NAMED[kind]}."
    )


_TEXTS: Final[Mapping[str, Callable[[CellValue], str]]] = {
    "text": as_text,
    "note": as_text,
    "ref": as_reference,
    "rating": as_text,
}
_READERS: Final[Mapping[str, Callable[[Reader, CellValue], Value | Wrong]]] = {
    "money": Reader.money,
    "number": Reader.number,
    "whole": Reader.whole,
    "score": Reader.score,
    "date": Reader.date,
    "stage": Reader.stage,
    "rating": Reader.rating,
}
