"""Who does something, and by which way in; what they may do is looked up in the record, inside the write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person by e-mail address (or system user name) and the way in: page, command line, import, demonstration.

    `trusted` says that nobody has signed in because the machine itself is trusted (single-user mode, the command
    line): a name that the record does not know as a person may then do everything, but for approving a scheme in
    which it is itself named.  Someone whom the record knows as a person is held to their roles either way.
    `signed_in_at` is the moment of sign-in in seconds since 1970, where there was one.
    """

    name: str
    via: str
    trusted: bool = False
    signed_in_at: int | None = None
