"""Labels of different tables compared as people mean them: case, spaces, "&" and the word services left aside."""

from __future__ import annotations

from functools import cache

from recovery.sources.words import known_phrases, words


@cache
def same_name(label: str) -> str:
    """Return what a label has in common with other ways of writing it: "Acute Services" and "ACUTE" are both acute."""
    own = list(words(label.replace("&", " and ")))
    while len(own) > 1 and own[-1] in known_phrases("label_endings"):
        own.pop()
    return " ".join(own)
