"""What becomes of a command: the next events of a scheme, or the reason why there are none.  Pure: nothing is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from recovery.errors import UsageError
from recovery.programme import commands as c
from recovery.programme import deciding_approvals, deciding_cases, deciding_standing
from recovery.programme.context import Context, Draft, events_from, tidied
from recovery.programme.event_kinds import SCHEME
from recovery.programme.state import SchemeState
from recovery.record import Event, Subject


def decide(command: c.SchemeCommand, state: SchemeState | None, context: Context) -> list[Event]:
    """Return the events that a command makes, none where it would change nothing.

    NotReady says what stands in the way of a gateway; Conflict that the case has changed since it was seen; UsageError
    what does not make sense; NotAllowed that nobody approves their own scheme.
    """
    ref = ref_of(command)
    drafts = _drafts(command, ref, state, context)
    subject = Subject(context.organisation, context.year, SCHEME, ref)
    version = state.version if state else 0
    return events_from(drafts, subject, version, on=context.on, illustrative=context.illustrative)


def ref_of(command: c.SchemeCommand) -> str:
    """Return the reference of the scheme that a command is about."""
    if isinstance(command, c.CreateScheme | c.BringIn):
        return tidied(command.scheme.ref)
    return tidied(command.ref)


def _drafts(command: c.SchemeCommand, ref: str, state: SchemeState | None, context: Context) -> list[Draft]:
    if isinstance(command, c.CreateScheme):
        return deciding_cases.create(command, state, context)
    if isinstance(command, c.BringIn):
        return deciding_cases.bring_in(command, state, context)
    if state is None:
        year = f"{context.year}/{(context.year + 1) % 100:02d}"
        raise UsageError(f"{ref} is not in the register of {context.organisation} for {year}.")
    return _DECISIONS[type(command)](command, state, context)


_DECISIONS: Final[Mapping[type, Callable[[Any, SchemeState, Context], list[Draft]]]] = {
    c.EditScheme: deciding_cases.edit,
    c.Tick: deciding_standing.tick,
    c.Untick: deciding_standing.untick,
    c.Approve: deciding_approvals.approve,
    c.SendBack: deciding_approvals.send_back,
    c.MeetCondition: deciding_standing.meet_condition,
    c.OverrideRating: deciding_standing.override_rating,
    c.Withdraw: deciding_standing.withdraw,
    c.Restore: deciding_standing.restore,
}
