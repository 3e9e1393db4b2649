"""`check`: read files, reconcile them, and say what is wrong; nothing is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import exactly, say
from recovery.cli.reading_json import as_json
from recovery.cli.reading_text import as_text
from recovery.loading import preview
from recovery.problems import Weight

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Check files; status 1 if anything has to be mended (open questions are only listed)."""
    options, files = given.options(arguments), given.files(arguments.files)
    outcome = preview(files, options, asks_month=False)
    errors = any(problem.weight is Weight.ERROR for problem in outcome.problems)
    if arguments.format == "json":
        exactly(f"{as_json(outcome)}\n")
    else:
        say(as_text(outcome))
        say("Not ready to load: mend what is listed." if errors else "Nothing has to be mended.")
    return 1 if errors else 0
