"""What is compared with what, how near is near, and how names are read: `data/reference/triangulation.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from recovery.settings import settings

YEAR: Final = "year"
"""The kind of pair that should agree: what the year's tables say of the same saving."""
BEHIND: Final = "behind"
"""The kind of pair that tells how much of an area's savings has activity behind it."""


@dataclass(frozen=True)
class Compared:
    """One column that is compared: the table it comes from, and what it says in words (`{amount}` is filled in)."""

    table: str
    words: str


@dataclass(frozen=True)
class Pair:
    """Two columns that are held against each other; `kind` is year (they should agree), activity or behind."""

    first: str
    second: str
    kind: str


@dataclass(frozen=True)
class Rules:
    """The rules of triangulation; `alike` and `apart` are percentages."""

    alike: int
    apart: Decimal
    little: frozenset[str]
    same: Mapping[str, str]
    columns: Mapping[str, Compared]
    pairs: tuple[Pair, ...]

    @property
    def of_year(self) -> tuple[Pair, ...]:
        """Return the pairs that should agree."""
        return tuple(pair for pair in self.pairs if pair.kind == YEAR)


@cache
def rules() -> Rules:
    """Return the rules as the reference data has them."""
    text = tomllib.loads((settings().reference_folder / "triangulation.toml").read_text(encoding="utf-8"))
    return Rules(
        alike=text["alike"],
        apart=Decimal(str(text["apart"])),
        little=frozenset(text["little"]),
        same=text["same"],
        columns={name: Compared(**about) for name, about in text["columns"].items()},
        pairs=tuple(Pair(**pair) for pair in text["pairs"]),
    )
