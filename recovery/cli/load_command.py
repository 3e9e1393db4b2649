"""`load`: files into the record as one change, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import exactly, say
from recovery.cli.programme.asking import actor
from recovery.cli.reading_json import as_json
from recovery.cli.reading_text import as_text
from recovery.errors import UsageError
from recovery.loading import Outcome, load

if TYPE_CHECKING:
    import argparse

    from recovery.record import Record


def run(arguments: argparse.Namespace) -> int:
    """Load files; status 1 if they are rejected."""
    options, files = given.options(arguments), given.files(arguments.files)
    organisation = arguments.org.strip()
    if not organisation or options.year is None:
        raise UsageError("A load needs the organisation's code and the financial year: --org CODE --year 2018/19.")
    record, who = given.record(arguments), actor(arguments)
    outcome = load(
        record,
        files,
        options,
        organisation=organisation,
        organisation_name=arguments.org_name or _known_name(record, organisation) or organisation,
        year=options.year,
        month=options.month,
        loaded_by=who.name,
        actor=who,
    )
    if arguments.format == "json":
        exactly(f"{as_json(outcome)}\n")
    else:
        say(as_text(outcome))
        say(_ending(outcome, organisation))
    return 0 if outcome.receipt else 1


def _known_name(record: Record, organisation: str) -> str:
    """Return the name that the organisation was last loaded under, '' if it is new."""
    names = [entry.organisation_name for entry in record.loads() if entry.organisation == organisation]
    return names[-1] if names else ""


def _ending(outcome: Outcome, organisation: str) -> str:
    if outcome.receipt is None:
        return "Rejected: nothing was changed."
    numbers = ", ".join(str(number) for number in outcome.receipt.submission_ids)
    return f"Loaded for {organisation} as load {outcome.receipt.load_id}: submissions {numbers}."
