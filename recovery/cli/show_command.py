"""`show`: a figure as a table, CSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.machine_formats import as_csv, as_json
from recovery.cli.output import exactly, say
from recovery.cli.text_table import as_table
from recovery.cli.viewing import view_of
from recovery.engine import Engine
from recovery.errors import UsageError
from recovery.measures.figures import FIGURES, figure

if TYPE_CHECKING:
    import argparse

MACHINE_FORMATS: Final = {"csv": as_csv, "json": as_json}


def run(arguments: argparse.Namespace) -> int:
    """Show one figure."""
    name, unit = arguments.figure, given.unit(arguments.unit)
    if name not in FIGURES:
        raise UsageError(f"'{name}' is not a figure: choose one of {', '.join(FIGURES)}.")
    submission = given.whole(arguments.submission, "submission") if arguments.submission else None
    given.year(arguments.year), given.month(arguments.month)
    engine = Engine(given.record(arguments))
    view = view_of(engine, FIGURES[name], arguments, submission)
    found = figure(name, engine, view, computed=arguments.computed, submission=submission)
    if arguments.format in MACHINE_FORMATS:
        exactly(MACHINE_FORMATS[arguments.format](found, unit))
    else:
        say(as_table(found, unit, f"{view.organisation}, {view.title}"))
    return 0
