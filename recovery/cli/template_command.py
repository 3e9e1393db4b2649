"""`template`: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recovery.cli.output import say
from recovery.errors import UsageError
from recovery.pack.template import write_template

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Write the template workbook."""
    path = Path(arguments.file)
    if path.suffix.lower() != ".xlsx":
        raise UsageError(f"The template is an .xlsx workbook: name it {path.with_suffix('.xlsx').name}.")
    try:
        write_template(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    say(f"Template written to {path}.")
    return 0
