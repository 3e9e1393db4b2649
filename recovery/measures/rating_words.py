"""The rules of a rating in a programme's own words: red, amber and green called what it calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme


def in_ratings(words: str, programme: Programme) -> str:
    """Return a rule with each tone called what the programme calls it: High risk when …; else low risk."""
    for rating in programme.ratings:
        small = rating.name.lower()
        words = words.replace(rating.tone.capitalize(), small.capitalize()).replace(f" {rating.tone} ", f" {small} ")
        words = words.replace(f"else {rating.tone}", f"else {small}")
    return words
