"""Texts from files, made fit to show: no control characters, no marks that turn the direction of writing."""

from __future__ import annotations

import re

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
LONGEST_NAME = 200
ENDING_KEPT = 20
LONGEST_VALUE = 100


def clean(text: str) -> str:
    """Return the text without control characters; tabs and line ends stay, every line end as a newline."""
    return UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_name(name: str) -> str:
    """Return a file's or sheet's name on one line, without control characters, and not endless."""
    line = " ".join(clean(name).split()) or "unnamed"
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - ENDING_KEPT - 1]}…{line[-ENDING_KEPT:]}"


def shortened(value: str) -> str:
    """Return a cell's text as it is quoted in a message: on one line, and cut where it is long."""
    line = " ".join(clean(value).split())
    return line if len(line) <= LONGEST_VALUE else line[:LONGEST_VALUE] + "…"
