"""What a control chart says as an icon: a word, a sign and a colour, the signs those of the chart's points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.rows import number, text
from recovery.sentences.activity_signals import is_reported, missing, newest, shown
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.rows import Row

VARIATION: Final = {
    "improvement": ("◆", "Improvement"),
    "concern": ("■", "Concern"),
    "neutral": ("▲", "Changed"),
    "common cause": ("●", "Chance alone"),
    "": ("…", "Too few months"),
}
OLD: Final = ("–", "Not reported")
ASSURANCE: Final = {"pass": ("✓", "Keeps to plan"), "fail": ("✗", "Misses plan"), "hit or miss": ("?", "Hit or miss")}
"""What the limits say of the plan: always kept to, never, or now and then."""


def icons(rows: Sequence[Row], month: int) -> str:
    """Return a measure's variation icon and, where there is a plan and a better way, its assurance icon.

    One that has no value of the newest `month` says that alone.
    """
    row = newest(rows)
    if not is_reported(rows, month):
        return f'<span class="rf-icons">{_icon("Variation", *OLD, "")}</span>'
    found = [_icon("Variation", *VARIATION[text(row, "variation")], text(row, "variation"))]
    if text(row, "assurance"):
        found.append(_icon("Assurance", *ASSURANCE[text(row, "assurance")], text(row, "assurance")))
    return f'<span class="rf-icons">{"".join(found)}</span>'


def _icon(what: str, sign: str, word: str, kind: str) -> str:
    name = kind.replace(" ", "-") or "none"
    return (
        f'<span class="rf-icon rf-icon-{name}"><span aria-hidden="true">{sign}</span> '
        f'<span class="rf-unseen">{what}: </span>{escape(word)}</span>'
    )


def small_heading(rows: Sequence[Row], title: str, month: int) -> str:
    """Return a small chart's heading: code and name, the newest value with its unit, the icons."""
    row = newest(rows)
    value = number(row, "value")
    said = "" if value is None else f"{shown(value)} {text(row, 'unit')}"
    said += f" ({missing(rows)})" if missing(rows) else ""
    return (
        f'<div class="rf-small-chart"><h3>{escape(text(row, "code"))} {escape(title)}</h3>'
        f"<p>{escape(said)} {icons(rows, month)}</p></div>"
    )
