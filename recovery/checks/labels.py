"""Labels of different tables compared as people mean them: case, spaces, "&" and the word services left aside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from recovery.names import name_key
from recovery.sources.words import known_phrases, words

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def same_name(label: str) -> str:
    """Return what a label has in common with other ways of writing it: "Acute Services" and "ACUTE" are both acute."""
    own = list(words(label.replace("&", " and ")))
    while len(own) > 1 and own[-1] in known_phrases("label_endings"):
        own.pop()
    return " ".join(own)


def place_of(name: str, labels: Sequence[str]) -> int | None:
    """Return which label a name means: the first of that very name, else of the one name that people mean by it.

    None where there is none, or where several names are meant by it.
    """
    keys = [name_key(label) for label in labels]
    alike = {key for key, label in zip(keys, labels, strict=True) if same_name(label) == same_name(name)}
    meant = {name_key(name)} & {*keys} or alike
    return keys.index(meant.pop()) if len(meant) == 1 else None
