"""What has to be so before anything is decided about a scheme: it is live, and it is the case that was seen."""

from __future__ import annotations

from recovery.errors import Conflict, NotReady
from recovery.programme.state import SchemeState, Status


def must_be_live(state: SchemeState) -> None:
    """Raise a NotReady where a scheme is withdrawn or closed."""
    if state.status is Status.WITHDRAWN:
        raise NotReady(f"{state.scheme.ref} is withdrawn: restore it first.")
    if state.status is Status.CLOSED:
        raise NotReady(f"{state.scheme.ref} is closed: nothing more can be done with it.")


def as_seen(state: SchemeState, seen: int | None) -> None:
    """Raise a Conflict where the case has changed since the version that was seen (None: it was not looked at)."""
    if seen is not None and seen < state.case_version:
        raise Conflict(
            f"{state.scheme.ref} has been changed since you opened it (version {seen}, now version "
            f"{state.case_version}): look at both and choose; nothing was written.",
            key=state.scheme.ref,
            seen=seen,
            newest=state.case_version,
        )
