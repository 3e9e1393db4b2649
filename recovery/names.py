"""Names and codes as they are compared."""

from __future__ import annotations

import re
from typing import Final

_BETWEEN: Final = re.compile(r"[\W_]+")
_BESIDE_LETTERS: Final = re.compile(r"\.?([^\W\d_]+)\.?")


def name_key(name: str) -> str:
    """Return a name as it is compared: without case and with single spaces, as the engine's name_key."""
    return " ".join(name.split()).lower()


def code_key(code: str) -> str:
    """Return a code as it is compared: without case and punctuation, as the engine's code_key; EM10a is E.M.10.a.

    Between two digits a point stays: 1.1 is not 11.
    """
    return _BESIDE_LETTERS.sub(r"\1", _BETWEEN.sub(".", code.lower())).strip(".")
