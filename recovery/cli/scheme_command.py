"""`scheme`: everything that the programme office does to a scheme, and the register out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli.programme import acting, register_files
from recovery.cli.programme.asking import asked

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from recovery.cli.programme.asking import Asked

ACTIONS: Final[dict[str, Callable[[Asked, argparse.Namespace], int]]] = {
    "create": acting.create,
    "edit": acting.edit,
    "advance": acting.advance,
    "send-back": acting.send_back,
    "tick": acting.tick,
    "untick": acting.untick,
    "rate": acting.rate,
    "meet": acting.meet,
    "withdraw": acting.withdraw,
    "restore": acting.restore,
    "export": register_files.export,
    "import": register_files.bring_in,
}


def run(arguments: argparse.Namespace) -> int:
    """Do one thing to a scheme or with the register; status 1 where it is refused."""
    return ACTIONS[arguments.action](asked(arguments), arguments)
