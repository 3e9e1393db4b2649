"""Labels of different tables compared as people mean them: case, spaces, "&" and the word services left aside."""

from __future__ import annotations

import re
from functools import cache

from recovery.reference import row_words

_NOT_WORDS = re.compile(r"[\W_]+")


@cache
def plain(label: str) -> str:
    """Return a label in lower case, its words apart by one space, "&" as and, without endings such as services."""
    words = _words(label.replace("&", " and "))
    endings = set(row_words()["label_endings"])
    while len(words) > 1 and words[-1] in endings:
        words.pop()
    return " ".join(words)


def has_phrase(text: str, phrase: str) -> bool:
    """Return whether the words of `phrase` stand in `text` one after the other."""
    return f" {' '.join(_words(phrase))} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return _NOT_WORDS.sub(" ", text.casefold()).split()
