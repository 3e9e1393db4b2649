"""Names as they are compared."""

from __future__ import annotations


def name_key(name: str) -> str:
    """Return a name as it is compared: without case and with single spaces, as the engine's name_key."""
    return " ".join(name.split()).lower()
