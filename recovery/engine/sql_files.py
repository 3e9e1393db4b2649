"""The SQL that stands in files: tables, macros, views and one question a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).parent / "sql"
AT_THE_START: Final = ("macros", "views")
"""The folders that are run, file by file in the order of their names, once the tables are there."""


@cache
def queries() -> Mapping[str, str]:
    """Return every question by its name."""
    return MappingProxyType(_texts("queries"))


def statements(folder: str) -> list[str]:
    """Return a folder's statements in the order of their files' names."""
    return list(_texts(folder).values())


def _texts(folder: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((FOLDER / folder).glob("*.sql"))}
