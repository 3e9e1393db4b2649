"""A key figure: one number at the head of a page, with what it is and which way it points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.money import THOUSAND, rounded
from recovery.sentences.amounts import millions

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True)
class KeyFigure:
    """A label, a value and a note; `tone` is good, bad or '' and never stands without a word that says the same."""

    label: str
    value: str
    note: str = ""
    tone: str = ""


def variance_figure(label: str, pounds: Decimal) -> KeyFigure:
    """Return a variance as a key figure, its direction in a word as well as a tone."""
    if rounded(pounds / THOUSAND) == 0:
        return KeyFigure(label, "£0.0m", "On budget")
    if pounds > 0:
        return KeyFigure(label, millions(pounds), "Favourable", "good")
    return KeyFigure(label, f"({millions(pounds)})", "Adverse", "bad")


def position_figure(label: str, pounds: Decimal) -> KeyFigure:
    """Return a net position as a key figure: a deficit in brackets and said so."""
    if rounded(pounds / THOUSAND) == 0:
        return KeyFigure(label, "£0.0m", "Break-even")
    return (
        KeyFigure(label, f"({millions(pounds)})", "Deficit")
        if pounds < 0
        else KeyFigure(label, millions(pounds), "Surplus")
    )
