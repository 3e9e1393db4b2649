"""From arguments to an exit status: 0 done, 1 rejected or nothing to show, 2 wrong usage."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, Final

from recovery.cli.arguments import parser
from recovery.cli.output import tell
from recovery.errors import NothingLoaded, RecordError, RecoveryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE: Final = 0
REJECTED: Final = 1
WRONG_USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; a reader that goes away early (`| head`) ends it quietly."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def _run(arguments: Sequence[str] | None) -> int:
    try:
        chosen = parser().parse_args(arguments)
        command = importlib.import_module(f"recovery.cli.{chosen.command}_command")
        status: int = command.run(chosen)
    except (UsageError, RecordError) as error:
        tell(str(error))
        return WRONG_USAGE
    except (NothingLoaded, RecoveryError) as error:
        tell(str(error))
        return REJECTED
    except KeyboardInterrupt:
        tell("Stopped; nothing was changed.")
        return REJECTED
    return status
