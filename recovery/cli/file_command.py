"""`file`: a loaded file as it was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say
from recovery.errors import UsageError

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Write a loaded file's bytes to a new file; one that is already there is left alone."""
    source, path = given.record(arguments).file(arguments.sha256), Path(arguments.out)
    try:
        with path.open("xb") as out:
            out.write(source.content)
    except FileExistsError:
        raise UsageError(f"{path} is already there: name another file.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    say(f"{source.name} written to {path} ({len(source.content):,} bytes).")
    return 0
