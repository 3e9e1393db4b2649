"""The financial duties in words: which are at risk, by how much, and which cannot be rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.rows import Row, amount, number, text
from recovery.sentences.amounts import listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure

RED, AMBER, GREEN = "Red", "Amber", "Green"
STATUTORY: Final = "Statutory duty"
TONES: Final = {RED: "bad", AMBER: "", GREEN: "good"}
Rows = list[tuple[Row, str]]
"""Rows with the kind of their figures."""


def rated(duties: Figure, rag: str | None) -> Rows:
    """Return the rows of one rating, None for those without, each with the kind of its figures."""
    rows = zip(duties.records(), duties.kinds, strict=True)
    return [(row, kind) for row, kind in rows if (text(row, "rag") or None) == rag]


def answer(duties: Figure) -> str:
    """Return which duties are red and by how much, which amber, and how many cannot be rated."""
    red, amber, unrated = (rated(duties, rag) for rag in (RED, AMBER, None))
    whole = len(duties.rows) - len(unrated)
    if not whole:
        return "No financial duty can be rated: nothing that rates them is loaded."
    if not red and not amber:
        every = "The one financial duty" if whole == 1 else f"All {whole} financial duties"
        return f"{every} that can be rated {'is' if whole == 1 else 'are'} green.{_unrated(unrated)}"
    said = [
        f"{_are(rows, whole if not place else 0)} {rag.lower()}: {listed([_by_how_much(*row) for row in rows])}."
        for place, (rag, rows) in enumerate((rag, rows) for rag, rows in ((RED, red), (AMBER, amber)) if rows)
    ]
    return f"{' '.join(said)}{_unrated(unrated)}"


def _are(rows: Rows, whole: int) -> str:
    of = f" of {many(whole, 'financial duty', 'financial duties')}" if whole else ""
    return f"{len(rows)}{of} {'is' if len(rows) == 1 else 'are'}"


def _by_how_much(row: Row, kind: str) -> str:
    """Return a duty with how far it is on the wrong side: Cash at month end (£0.3m adverse to date)."""
    variance = amount(row, "variance")
    size = f"{percent(abs(variance))[:-1]} points" if kind == "percent" else millions(variance)
    when = "on the forecast" if text(row, "rated_on") == "forecast" else "to date"
    law = ", a statutory duty" if text(row, "rule_kind") == STATUTORY else ""
    return f"{text(row, 'indicator')}{law} ({size} adverse {when})"


def _unrated(rows: Rows) -> str:
    if not rows:
        return ""
    return f" {len(rows)} cannot be rated, as a figure, its target or a rule is missing."


def key_figures(duties: Figure) -> list[KeyFigure]:
    """Return how many duties have each rating, and how many none."""
    found = [
        KeyFigure(rag, str(len(rows)), _first(rows), TONES[rag] if rows else "")
        for rag in (RED, AMBER, GREEN)
        for rows in [rated(duties, rag)]
    ]
    return [*found, KeyFigure("Not rated", str(len(rated(duties, None))))]


def _first(rows: Rows) -> str:
    statutory = [row for row, _ in rows if text(row, "rule_kind") == STATUTORY]
    return many(len(statutory), "statutory duty", "statutory duties") if statutory else ""


def apart(duties: Figure) -> str:
    """Return which loaded ratings are not those that the rules give, '' where none is."""
    odd = [
        f"{text(row, 'indicator')} is loaded as {text(row, 'reported_rag')}, the rule gives {text(row, 'rag')}"
        for row in duties.records()
        if text(row, "reported_rag") in TONES and text(row, "rag") and text(row, "reported_rag") != text(row, "rag")
    ]
    return f"{'; '.join(odd)}." if odd else ""


def rules_note(duties: Figure) -> str:
    """Return what the two kinds of rule are."""
    missing = "" if any(number(row, "target") is not None for row in duties.records()) else " No target is loaded."
    return (
        "A statutory duty is broken by any excess, however small; the others are rated by the size of the variance. "
        f"Where the rule counts both, the worse of the forecast and the position to date holds.{missing}"
    )
