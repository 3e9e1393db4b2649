"""What every command on the programme needs: the record, whose register, which year, who asks, for which day."""

from __future__ import annotations

import difflib
import getpass
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.errors import UsageError
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.as_at import counts
from recovery.programme.configuration import Programme, programme_of
from recovery.programme.folding import fold, states
from recovery.programme.performing import perform
from recovery.record import Subject
from recovery.settings import settings

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from recovery.programme.commands import Command
    from recovery.programme.state import SchemeState
    from recovery.record import Record

VIA: Final = "command line"
_SCHEME: Final = "scheme"


@dataclass(frozen=True)
class Asked:
    """One organisation's register of one year, and who asks; `on` is the day it is to hold from, None for today."""

    record: Record
    organisation: str
    year: FinancialYear
    actor: Actor
    on: dt.date | None

    @property
    def programme(self) -> Programme:
        """Return the programme that the organisation runs."""
        return programme_of(self.organisation)

    def perform(self, command: Command) -> None:
        """Do it, or raise why not."""
        perform(self.record, command, self.actor, organisation=self.organisation, year=self.year, on=self.on)

    def states(self, as_at: dt.date | None = None) -> dict[str, SchemeState]:
        """Return every scheme by its reference, as it stands now or stood at the end of a day."""
        events = self.record.events_of(self.organisation, self.year.start, _SCHEME)
        return states(event for event in events if counts(event, as_at))

    def state(self, ref: str) -> SchemeState:
        """Return a scheme as it stands; a UsageError where the register has none of that reference."""
        events = self.record.events(Subject(self.organisation, self.year.start, _SCHEME, ref))
        return fold(events) if events else self._by_another_spelling(ref)

    def _by_another_spelling(self, ref: str) -> SchemeState:
        known = {one.casefold(): state for one, state in self.states().items()}
        if ref.strip().casefold() in known:
            return known[ref.strip().casefold()]
        near = difflib.get_close_matches(ref.strip().casefold(), known, n=3)
        hint = f" Did you mean {' or '.join(known[one].scheme.ref for one in near)}?" if near else ""
        raise UsageError(f"There is no scheme '{ref}' in the register of {self.organisation}, {self.year}.{hint}")


def asked(arguments: argparse.Namespace) -> Asked:
    """Return what is asked about: as said, else the only organisation that keeps a register and its newest year."""
    record = given.record(arguments)
    organisation, year = _register(record, given.text(arguments.org or ""), given.year(arguments.year))
    return Asked(record, organisation, year, actor(arguments), given.day(arguments.on) if arguments.on else None)


def actor(arguments: argparse.Namespace) -> Actor:
    """Return who asks: as said, else the setting's user, else the system's."""
    return Actor(given.text(arguments.by or "") or settings().user or system_user(), VIA, trusted=True)


def system_user() -> str:
    """Return the name of the user whose process this is."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system user without a name
        return "unknown"


def _register(record: Record, organisation: str, year: FinancialYear | None) -> tuple[str, FinancialYear]:
    kept = record.programmes() or _loaded(record)
    known = sorted({code for code, _ in kept})
    organisation = organisation or (known[0] if len(known) == 1 else "")
    if not organisation:
        which = f": {', '.join(known)}" if known else ", such as --org CODE --year 2018/19"
        raise UsageError(f"Say which organisation's register is meant{which}.")
    years = [start for code, start in kept if code == organisation]
    if year is None and not years:
        raise UsageError(f"{organisation} keeps no register yet: say for which year, such as --year 2018/19.")
    return organisation, year or FinancialYear(max(years))


def _loaded(record: Record) -> list[tuple[str, int]]:
    """Return the organisations and years of what has been loaded, for a record that keeps no register yet."""
    return [(entry.organisation, entry.year.start) for entry in record.loads()]
