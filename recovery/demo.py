"""The demonstration organisation: `data/demo/` loaded month by month, each part marked published or invented."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recovery.errors import RecoveryError
from recovery.loading import load
from recovery.period import FinancialYear
from recovery.settings import ROOT
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.record import Receipt, Record

FOLDER: Final = ROOT / "data" / "demo"
LOADED_BY: Final = "demonstration"


@dataclass(frozen=True)
class DemoFile:
    """One file of the manifest; `month` is None for a table of the whole year."""

    path: str
    dataset: str
    standing: str
    source: str
    month: int | None = None

    @property
    def illustrative(self) -> bool:
        """Return whether the figures are invented."""
        return self.standing == "illustrative"


@dataclass(frozen=True)
class Manifest:
    """Whose demonstration it is, of which year, and its files in the order in which they are loaded."""

    organisation: str
    organisation_name: str
    year: FinancialYear
    files: tuple[DemoFile, ...]


def manifest(folder: Path = FOLDER) -> Manifest:
    """Read the manifest of a demonstration folder."""
    text = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    files = tuple(DemoFile(**entry) for entry in text["files"])
    return Manifest(text["organisation"], text["organisation_name"], FinancialYear.parse(text["year"]), files)


def load_demo(record: Record, folder: Path = FOLDER) -> list[Receipt]:
    """Load the demonstration in month order; nothing happens to what is already in the record.

    An interrupted demonstration is completed; an organisation that somebody else has loaded is left alone.
    """
    about = manifest(folder)
    present = [entry for entry in record.loads() if entry.organisation == about.organisation]
    if any(entry.loaded_by != LOADED_BY for entry in present):
        return []
    done = {(entry.month, entry.illustrative) for entry in present}
    return [_load_together(record, folder, about, files) for files in _loads(about, done)]


def holds_others(record: Record) -> bool:
    """Return whether the record holds a load that is not the demonstration's own."""
    return any(entry.loaded_by != LOADED_BY for entry in record.loads())


def _loads(about: Manifest, done: set[tuple[int | None, bool]]) -> Iterator[list[DemoFile]]:
    """Give the files that are loaded together, one month and standing after the other, but for those that are done."""
    for key, files in groupby(about.files, key=lambda file: (file.month, file.illustrative)):
        if key not in done:
            yield list(files)


def _load_together(record: Record, folder: Path, about: Manifest, files: list[DemoFile]) -> Receipt:
    first = files[0]
    outcome = load(
        record,
        [SourceFile(Path(file.path).name, (folder / file.path).read_bytes()) for file in files],
        Options(year=about.year, month=first.month),
        organisation=about.organisation,
        organisation_name=about.organisation_name,
        year=about.year,
        month=first.month,
        loaded_by=LOADED_BY,
        illustrative=first.illustrative,
    )
    if outcome.receipt is None:
        raise RecoveryError("The demonstration data does not load: " + "; ".join(p.message for p in outcome.problems))
    return outcome.receipt
