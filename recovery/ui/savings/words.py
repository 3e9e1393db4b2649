"""An organisation's words on pages: titles, tables and their headings as its programme says them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.sentences.vocabulary import in_words

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.programme.configuration import Programme


def title_of(title: str, programme: Programme | None) -> str:
    """Return a title or another of the app's own texts in a programme's words: QIPP gap, or Efficiency gap."""
    return in_words(title, programme) if programme else title


def worded(figure: Figure, programme: Programme) -> Figure:
    """Return a figure with its title and its headings in a programme's words; what stands in its rows is untouched."""
    return replace(
        figure,
        title=in_words(figure.title, programme),
        columns=tuple(replace(column, heading=in_words(column.heading, programme)) for column in figure.columns),
    )
