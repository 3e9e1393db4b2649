"""Loading the demonstration: its workbooks month by month, then the history of its savings programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from recovery.demo.acts import Act
from recovery.demo.history import history, people
from recovery.demo.judged import judged
from recovery.demo.manifest import DemoFile, Manifest, manifest
from recovery.errors import RecoveryError
from recovery.loading import load
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.configuration import programme_of
from recovery.programme.event_kinds import JUDGEMENT, PERSON, SCHEME, WEIGHTS
from recovery.programme.performing import perform_all
from recovery.record import EventEntry, Receipt, Record
from recovery.settings import ROOT
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile

FOLDER: Final = ROOT / "data" / "demo"
ALL: Final = (FOLDER, FOLDER / "care-board")
LOADED_BY: Final = "demonstration"
ADMINISTRATOR: Final = Actor(LOADED_BY, LOADED_BY, trusted=True)


@dataclass(frozen=True)
class Demonstrated:
    """What was done: the loads, and how many changes of the savings programme."""

    receipts: tuple[Receipt, ...] = ()
    changes: int = 0

    def __bool__(self) -> bool:
        """Return whether anything was done."""
        return bool(self.receipts or self.changes)


def load_all(record: Record) -> list[Demonstrated]:
    """Load every demonstration organisation."""
    return [load_demo(record, folder) for folder in ALL]


def load_demo(record: Record, folder: Path = FOLDER) -> Demonstrated:
    """Load a demonstration in month order and replay its programme; what is already in the record stays as it is.

    An interrupted demonstration is completed; an organisation in which somebody else has worked is left alone.
    """
    about = manifest(folder)
    present = [entry for entry in record.loads() if entry.organisation == about.organisation]
    events = _programme_events(record, about)
    if any(entry.loaded_by != LOADED_BY for entry in present) or any(event.via != LOADED_BY for event in events):
        return Demonstrated()
    done = {(entry.year, entry.month, entry.illustrative) for entry in present}
    receipts = [_load_together(record, folder, about, files) for files in _loads(about, done)]
    changes = _replay(record, folder, about, events) if about.programme else 0
    return Demonstrated(tuple(receipts), changes)


def holds_others(record: Record) -> bool:
    """Return whether the record holds a load, a person or work on a programme that is not the demonstration's own."""
    if any(entry.loaded_by != LOADED_BY for entry in record.loads()):
        return True
    subjects = [("", 0, PERSON), *((organisation, year, SCHEME) for organisation, year in record.programmes())]
    return any(event.via != LOADED_BY for subject in subjects for event in record.events_of(*subject))


def _programme_events(record: Record, about: Manifest) -> list[EventEntry]:
    schemes = record.events_of(about.organisation, about.year.start, SCHEME)
    decided = [record.events_of(about.organisation, year, JUDGEMENT) for year in (about.year.start, 0)]
    return [*schemes, *record.events_of(about.organisation, 0, WEIGHTS), *chain.from_iterable(decided)]


Key = tuple[FinancialYear, int | None, bool]
"""What is loaded together: year, month and standing."""


def _loads(about: Manifest, done: set[Key]) -> Iterator[list[DemoFile]]:
    """Give the files that are loaded together, one month and standing after the other, but for those that are done."""
    for key, files in groupby(about.files, key=lambda file: _key(about, file)):
        if key not in done:
            yield list(files)


def _key(about: Manifest, file: DemoFile) -> Key:
    return file.year or about.year, file.month, file.illustrative


def _load_together(record: Record, folder: Path, about: Manifest, files: list[DemoFile]) -> Receipt:
    year, month, illustrative = _key(about, files[0])
    outcome = load(
        record,
        [SourceFile(Path(file.path).name, (folder / file.path).read_bytes()) for file in files],
        Options(year=year, month=month),
        organisation=about.organisation,
        organisation_name=about.organisation_name,
        year=year,
        month=month,
        loaded_by=LOADED_BY,
        illustrative=illustrative,
    )
    if outcome.receipt is None:
        raise RecoveryError("The demonstration data does not load: " + "; ".join(p.message for p in outcome.problems))
    return outcome.receipt


def _replay(record: Record, folder: Path, about: Manifest, events: list[EventEntry]) -> int:
    """Let people into the record and do what they did, from the first act on that the record does not hold."""
    programme = folder / about.programme
    acts = history(programme, about.year.start, programme_of(about.organisation)) + judged(programme)
    to_do = acts[len({event.change for event in events}) :]
    return _let_people_in(record, programme, about, acts[0].on) + _acted(record, about, to_do)


def _let_people_in(record: Record, programme: Path, about: Manifest, on: dt.date) -> int:
    """Add those whom the record does not know yet, in one change; someone it knows keeps their roles."""
    known = {event.subject.key for event in record.events_of("", 0, PERSON)}
    wanted = [does for email, does in people(programme, about.organisation) if email not in known]
    if not wanted:
        return 0
    everyone = [command for does in wanted for command in does]
    perform_all(record, everyone, ADMINISTRATOR, on=on, illustrative=True)
    return 1


def _acted(record: Record, about: Manifest, acts: list[Act]) -> int:
    for act in acts:
        perform_all(
            record,
            act.commands,
            Actor(act.by, LOADED_BY, trusted=True),
            organisation=about.organisation,
            year=about.year,
            on=act.on,
            illustrative=True,
        )
    return len(acts)
