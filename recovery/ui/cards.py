"""The head of a page: its name, what is looked at, the sentence that answers, the key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.ui.markup import escape, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.sentences.key_figure import KeyFigure

MOST: Final = 5
BADGE: Final = '<span class="rf-badge">Illustrative</span>'
_SIGNS: Final = {"good": "▲", "bad": "▼"}


def head(
    title: str, context: str, answer: str, figures: Sequence[KeyFigure] = (), *, illustrative: bool = False
) -> str:
    """Return the whole head of a page as one piece of HTML."""
    badge = f" {BADGE}" if illustrative else ""
    return (
        f'<header class="rf-head"><p class="rf-context">{escape(context)}{badge}</p>'
        f"<h1>{escape(title)}</h1>{paragraph(answer, 'rf-answer')}</header>{key_figures(figures)}"
    )


def key_figures(figures: Sequence[KeyFigure]) -> str:
    """Return at most five key figures as a description list."""
    if not figures:
        return ""
    return f'<dl class="rf-cards">{"".join(_card(figure) for figure in figures[:MOST])}</dl>'


def _card(figure: KeyFigure) -> str:
    sign = f'<span aria-hidden="true">{_SIGNS[figure.tone]}</span> ' if figure.tone else ""
    note = f'<dd class="rf-note">{sign}{escape(figure.note)}</dd>' if figure.note else ""
    return (
        f'<div class="rf-card rf-{figure.tone or "plain"}"><dt>{escape(figure.label)}</dt>'
        f'<dd class="rf-value">{escape(figure.value)}</dd>{note}</div>'
    )
