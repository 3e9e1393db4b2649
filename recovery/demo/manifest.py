"""What a demonstration folder holds: its files, and whether their figures were published or are invented."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recovery.period import FinancialYear


@dataclass(frozen=True)
class DemoFile:
    """One file of the manifest; `month` is None for a table of the whole year, `year` for the manifest's own."""

    path: str
    dataset: str
    standing: str
    source: str
    month: int | None = None
    year: FinancialYear | None = None

    @property
    def illustrative(self) -> bool:
        """Return whether the figures are invented."""
        return self.standing == "illustrative"


@dataclass(frozen=True)
class Manifest:
    """Whose demonstration it is, of which year, and its files in the order in which they are loaded.

    `programme` is the folder of the kept register, '' where there is none; everything in it is invented.
    """

    organisation: str
    organisation_name: str
    year: FinancialYear
    files: tuple[DemoFile, ...]
    programme: str = ""


def manifest(folder: Path) -> Manifest:
    """Read the manifest of a demonstration folder."""
    text = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    files = tuple(map(_file, text["files"]))
    return Manifest(
        text["organisation"],
        text["organisation_name"],
        FinancialYear.parse(text["year"]),
        files,
        text.get("programme", ""),
    )


def _file(entry: Mapping[str, Any]) -> DemoFile:
    year = entry.get("year")
    return DemoFile(**{**entry, "year": FinancialYear.parse(year) if year else None})
