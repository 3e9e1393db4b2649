"""Small marks on cards and heads: a rating with its sign, an age with its word."""

from __future__ import annotations

from typing import Final

from recovery.sentences.programme import board as words
from recovery.ui.cells import shown
from recovery.ui.markup import escape

AGES: Final = {words.STUCK: ("rf-stuck", "■"), words.OVER: ("rf-slow", "▲")}


def rating(name: str) -> str:
    """Return a rating's word with its sign and colour; 'Not rated' where there is none."""
    return shown(name, "text", "rag") if name else "Not rated"


def age(ageing: str) -> str:
    """Return a badge for a scheme that is over its norm or stuck; nothing within it."""
    if ageing not in AGES:
        return ""
    look, sign = AGES[ageing]
    return f'<span class="rf-age {look}"><span aria-hidden="true">{sign}</span> {escape(ageing.capitalize())}</span>'


def fact(label: str, text: str, kind: str = "") -> str:
    """Return a labelled fact of a description list; `text` is ready HTML."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<div{attribute}><dt>{escape(label)}</dt><dd>{text}</dd></div>"
