"""`show`: a figure as a table, CSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.machine_formats import as_csv, as_json
from recovery.cli.output import exactly, say
from recovery.cli.text_table import as_table
from recovery.cli.viewing import since_of, view_of
from recovery.engine import Engine
from recovery.errors import NothingLoaded, UsageError
from recovery.measures.figures import FIGURES, figure, only_ref
from recovery.programme.as_at import told

if TYPE_CHECKING:
    import argparse

    from recovery.figure import Figure
    from recovery.money import Unit
    from recovery.view import View

REF: Final = "ref"
MACHINE_FORMATS: Final = {"csv": as_csv, "json": as_json}


def run(arguments: argparse.Namespace) -> int:
    """Show one figure."""
    name, unit = _name(arguments), given.unit(arguments.unit)
    if name not in FIGURES:
        raise UsageError(f"'{name}' is not a figure: choose one of {', '.join(FIGURES)}.")
    submission = given.whole(arguments.submission, "submission") if arguments.submission else None
    given.year(arguments.year), given.month(arguments.month)
    engine = Engine(given.record(arguments))
    view = view_of(engine, FIGURES[name], arguments, submission)
    since = since_of(engine, view, arguments)
    found = figure(name, engine, view, computed=arguments.computed, submission=submission, since=since)
    found = _of_one_scheme(found, given.text(arguments.ref)) if arguments.ref else found
    print_figure(found, view, arguments.format, unit)
    return 0


def print_figure(found: Figure, view: View, how: str, unit: Unit) -> None:
    """Print a figure of a view as a table, as CSV or as JSON."""
    if how in MACHINE_FORMATS:
        exactly(MACHINE_FORMATS[how](found, unit))
        return
    as_at = f", as at {told(view.as_at)}" if view.as_at else ""
    say(as_table(found, unit, f"{view.organisation}, {view.title}{as_at}"))


def _name(arguments: argparse.Namespace) -> str:
    """Return the figure's name; delivery by something is a figure of its own."""
    if not arguments.by:
        return str(arguments.figure)
    name, choices = (
        f"{arguments.figure}-by-{arguments.by}",
        [one for one in FIGURES if one.startswith(f"{arguments.figure}-by-")],
    )
    if name not in choices:
        ways = f" by {', '.join(one.rpartition('-')[2] for one in choices)}" if choices else " only as it is"
        raise UsageError(f"There is no {arguments.figure} by {arguments.by}: it can be shown{ways}.")
    return name


def _of_one_scheme(found: Figure, ref: str) -> Figure:
    """Return only the rows of one scheme."""
    if all(column.name != REF for column in found.columns):
        raise UsageError(f"'{found.name}' has no rows of single schemes: leave --ref out.")
    kept = only_ref(found, ref)
    if not kept.rows:
        raise NothingLoaded(f"{found.title} has nothing on a scheme '{ref}'.")
    return kept
