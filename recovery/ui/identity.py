"""Who looks at the page: the local user in single-user mode, else whoever signed in; what they may do is not here."""

from __future__ import annotations

import getpass
from typing import Final

from recovery.programme.actor import Actor
from recovery.settings import settings

PAGE: Final = "page"
"""The way in of everything that is done on a page."""


def local_user() -> str:
    """Return the user of this machine: the setting's, else the system's."""
    try:
        return settings().user or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def local_actor() -> Actor:
    """Return the local user as the one who acts, trusted because the machine is."""
    return Actor(local_user(), PAGE, trusted=True)
