"""The register out as a workbook, and in from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.output import say, tell
from recovery.cli.programme.import_text import as_text, ending
from recovery.engine import Engine
from recovery.errors import NothingLoaded, UsageError
from recovery.measures.figures import figure
from recovery.pack.register import register_workbook
from recovery.programme.as_at import day_of, told
from recovery.programme.importing import preview, read_for
from recovery.programme.performing import perform_all
from recovery.programme.working_day import today, working_day
from recovery.sources.options import Options
from recovery.view import View

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from recovery.cli.programme.asking import Asked
    from recovery.figure import Figure

WORKBOOK: Final = ".xlsx"


def export(asked: Asked, arguments: argparse.Namespace) -> int:
    """Write the register to a new workbook; a file that is there already is left alone."""
    path = Path(arguments.file)
    if path.suffix.lower() != WORKBOOK:
        raise UsageError(f"The register is an .xlsx workbook: name it {path.with_suffix(WORKBOOK).name}.")
    as_at = given.moment(arguments.as_at) if arguments.as_at else None
    states = list(asked.states(as_at).values())
    if not states:
        when = f" on {told(as_at)}" if as_at else ""
        raise NothingLoaded(f"{asked.organisation} has no scheme in its register of {asked.year}{when}.")
    newest = max(state.changed_on for state in states)
    content = register_workbook(
        states,
        asked.programme,
        organisation=asked.organisation,
        year=asked.year,
        as_at=day_of(as_at) if as_at else working_day(asked.year, today(), newest),
        history=_figure(asked, "history", as_at),
        approvals=_figure(asked, "approvals", as_at),
    )
    try:
        with path.open("xb") as out:
            out.write(content)
    except FileExistsError:
        raise UsageError(f"{path} is already there: name another file.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    what = "One scheme" if len(states) == 1 else f"{len(states)} schemes"
    say(f"{what} of {asked.organisation}, {asked.year}, written to {path}.")
    return 0


def _figure(asked: Asked, name: str, as_at: dt.date | None) -> Figure | None:
    """Return a figure of the register for reading, None where there is none."""
    try:
        return figure(name, Engine(asked.record), View(asked.organisation, asked.year, 0, as_at))
    except NothingLoaded:
        return None


def bring_in(asked: Asked, arguments: argparse.Namespace) -> int:
    """Bring a register in, all of it or nothing; status 1 where anything stands in the way."""
    unit = given.unit(arguments.unit) if arguments.unit else None
    options = Options(unit=unit, sheets=tuple(arguments.sheet), year=asked.year)
    read = read_for(asked.programme, given.files([arguments.file])[0], options)
    found = preview(read, asked.states(), asked.programme)
    text = as_text(found, every_change=arguments.dry_run)
    if text:
        say(text)
    if found.is_ready and not arguments.dry_run and found.commands:
        perform_all(
            asked.record, found.commands, asked.actor, organisation=asked.organisation, year=asked.year, on=asked.on
        )
    if not found.is_ready:
        tell("nothing was brought in: mend what is listed.")
        return 1
    say(ending(found, dry_run=arguments.dry_run))
    return 0
