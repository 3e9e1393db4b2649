"""The sign of a variance as a heading declares it: Fav/(adv), Over/(under)spend, fav +ve."""

from __future__ import annotations

import re
from typing import Final

FAVOURABLE: Final = "favourable"
ADVERSE: Final = "adverse"

_GOOD = r"fav(?:ou?rable|our|orable)?|f|under\s*-?\s*spen[dt](?:ing)?|under|surplus|better|savings?|good"
_BAD = r"adv(?:erse)?|a|over\s*-?\s*spen[dt](?:ing)?|over|deficit|worse|bad"
_TAIL = r"\s*-?\s*(?:spend(?:ing)?|spent)?"
_POSITIVE = r"(?:\+\s*ve|\+|positive|plus)"
_NEGATIVE = r"(?:[-–−]\s*ve|[-–−]|negative|minus|(?:in\s+)?brackets)"
_SAYS_FAVOURABLE: Final = re.compile(
    rf"\b(?:{_GOOD})\b{_TAIL}\s*/\s*\(\s*(?:{_BAD})\s*\){_TAIL}|\(\s*(?:{_BAD})\s*\){_TAIL}\s*/\s*\b(?:{_GOOD})\b{_TAIL}"
    rf"|\b(?:fav\w*|underspends?)\s*(?:is|=|:)?\s*{_POSITIVE}|{_POSITIVE}\s*(?:is|=|:)?\s*(?:fav\w*|underspends?)\b"
    rf"|\b(?:adv\w*|overspends?)\s*(?:is|=|:|in)?\s*{_NEGATIVE}|(?:[-–−]\s*ve|negative)\s*(?:is|=|:)?\s*(?:adv\w*|overspends?)\b"
    r"|\b(?:budget|plan)\s*(?:[-–−]|less|minus)\s*(?:actuals?|forecast|fot|outturn)\b",
    re.IGNORECASE,
)
_SAYS_ADVERSE: Final = re.compile(
    rf"\b(?:{_BAD})\b{_TAIL}\s*/\s*\(\s*(?:{_GOOD})\s*\){_TAIL}|\(\s*(?:{_GOOD})\s*\){_TAIL}\s*/\s*\b(?:{_BAD})\b{_TAIL}"
    rf"|\b(?:adv\w*|overspends?)\s*(?:is|=|:)?\s*{_POSITIVE}|{_POSITIVE}\s*(?:is|=|:)?\s*(?:adv\w*|overspends?)\b"
    rf"|\b(?:fav\w*|underspends?)\s*(?:is|=|:|in)?\s*{_NEGATIVE}|(?:[-–−]\s*ve|negative)\s*(?:is|=|:)?\s*(?:fav\w*|underspends?)\b"
    r"|\b(?:actuals?|forecast|fot|outturn)\s*(?:[-–−]|less|minus)\s*(?:budget|plan)\b",
    re.IGNORECASE,
)
_WORD_ONLY: Final = re.compile(r"\bfav\w*\s*/\s*adv\w*\b|\badv\w*\s*/\s*fav\w*\b", re.IGNORECASE)


def declared_sign(text: str) -> str:
    """Return what a positive variance means by this text: favourable, adverse, or '' where it does not say."""
    says_favourable, says_adverse = _SAYS_FAVOURABLE.search(text), _SAYS_ADVERSE.search(text)
    if bool(says_favourable) == bool(says_adverse):
        return ""
    return FAVOURABLE if says_favourable else ADVERSE


def without_sign(text: str) -> str:
    """Return a heading without its declaration of sign, but never without its only words."""
    shorter = text
    for pattern in (_SAYS_FAVOURABLE, _SAYS_ADVERSE, _WORD_ONLY):
        shorter = pattern.sub(" ", shorter)
    return shorter
