"""An organisation's own words: what the app calls QIPP, RAG and pipeline, said as its programme says them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recovery.sentences.amounts import capital

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme

_OURS: Final = re.compile(r"\b(QIPP gap|QIPP|RAG|Pipeline|pipeline)\b")
"""The words of the app's own texts that stand for a programme's."""


def in_words(text: str, programme: Programme) -> str:
    """Return one of the app's own texts in a programme's words; never for texts that came from people or files."""
    return _OURS.sub(lambda found: _word(found[1], programme, first=not found.start()), text)


def _word(ours: str, programme: Programme, *, first: bool) -> str:
    theirs = {
        "QIPP gap": programme.gap,
        "QIPP": programme.name,
        "RAG": programme.rating,
        "Pipeline": programme.stages[0].name,
        "pipeline": programme.stages[0].name,
    }[ours]
    return capital(theirs) if first or ours == "Pipeline" else within(theirs)


def within(word: str) -> str:
    """Return a word as it stands within a sentence: small, unless it is an abbreviation."""
    first = word.split(" ", 1)[0]
    return word if first.isupper() else word[:1].lower() + word[1:]


def savings_named(programme: Programme) -> str:
    """Return what savings are called at the start of a sentence: QIPP, or Efficiency saving."""
    return programme.name if programme.name.isupper() else f"{capital(programme.name)} saving"
