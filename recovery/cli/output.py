"""Writing to a terminal, a file or a pipe, whatever characters it takes."""

from __future__ import annotations

import sys
from typing import Final, TextIO

PLAINER: Final = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "£": "GBP ", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "†": "^", "×": "x"}
)
"""What stands for a character where the terminal has only ASCII."""


def say(text: str) -> None:
    """Write text and a line end to standard output."""
    _write(sys.stdout, f"{text}\n")


def tell(text: str) -> None:
    """Write one line of complaint to standard error."""
    _write(sys.stderr, f"recovery: {' '.join(text.split())}\n")


def exactly(text: str) -> None:
    """Write text as it is, in UTF-8 where standard output is not a terminal, so that no character is lost."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        _write(sys.stdout, text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8"))


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(PLAINER).encode(encoding, errors="replace").decode(encoding)
    stream.write(text)
