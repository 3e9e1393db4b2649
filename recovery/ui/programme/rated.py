"""A scheme's rating: computed from its parts by rules in words, reported, and set by hand, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.rating_words import in_ratings
from recovery.programme.configuration import programme_of
from recovery.rows import Row, text
from recovery.sentences.programme.dates import day
from recovery.ui.figures import if_loaded
from recovery.ui.markup import escape
from recovery.ui.programme.marks import rating
from recovery.ui.programme.period import newest
from recovery.ui.savings.rules import PARTS, WORST, rules
from recovery.ui.tables import framed_table

if TYPE_CHECKING:
    from recovery.programme.state import SchemeState
    from recovery.ui.gate import Frame
    from recovery.view import View


def rated(current: Frame, view: View, state: SchemeState) -> str:
    """Return the ratings of a scheme as a table; nothing where none can be had."""
    shown = if_loaded("ratings", current.engine, newest(current, view))
    row = next((one for one in shown.records() if text(one, "ref") == state.scheme.ref), None) if shown else None
    if row is None:
        return ""
    programme = programme_of(view.organisation)
    name, said = programme.rating, rules()
    body = "".join(
        _row(label, rating(text(row, part)), escape(in_ratings(said[part], programme))) for part, label in PARTS.items()
    )
    body += _row("Computed", rating(text(row, "computed")), escape(WORST), kind="rf-total")
    if text(row, "reported"):
        body += _row("Reported with the register", rating(text(row, "reported")), "")
    if state.override:
        why = f"{escape(state.override.reason)} <small>({escape(state.override.by)}, {day(state.override.on)})</small>"
        body += _row("Set by hand", rating(state.override.rating), why)
    body += _row("In force", rating(text(row, "rag")), _which(row), kind="rf-total")
    head = "".join(f'<th scope="col">{text}</th>' for text in ("Part", escape(name), "By which rule"))
    return framed_table(f"{name} of {state.scheme.ref}", head, body, look="rf-steps")


def _row(label: str, shown: str, why: str, kind: str = "rf-line") -> str:
    return f'<tr class="{kind}"><th scope="row">{escape(label)}</th><td>{shown}</td><td>{why}</td></tr>'


def _which(row: Row) -> str:
    if text(row, "override"):
        return "Set by hand, over the computed one."
    return "The computed one." if text(row, "computed") else "As reported; nothing can be computed yet."
