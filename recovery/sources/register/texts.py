"""Texts as a workbook's cell can hold them."""

from __future__ import annotations

import re
from typing import Final

from recovery.sources.characters import clean

LONGEST: Final = 32_767
"""The most characters that a cell of a workbook holds."""

_NOT_IN_A_FILE: Final = re.compile("[\ud800-\udfff]")


def cell_text(text: str) -> str:
    """Return a text as it comes back from a cell: no control characters, no blanks around it, not endless."""
    return clean(_NOT_IN_A_FILE.sub("", text)).strip()[:LONGEST].strip()
