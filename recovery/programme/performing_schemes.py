"""Doing a command to a scheme: its state out of its events, the permission, the decision."""

from __future__ import annotations

from recovery.programme.commands import Approve, SchemeCommand
from recovery.programme.configuration import RequiredApproval, programme_of
from recovery.programme.context import Context
from recovery.programme.deciding import decide, ref_of
from recovery.programme.deciding_approvals import approval_meant
from recovery.programme.event_kinds import SCHEME
from recovery.programme.folding import fold
from recovery.programme.own_scheme import names_of
from recovery.programme.state import SchemeState
from recovery.programme.transaction import Transaction
from recovery.record import Subject


def change_scheme(command: SchemeCommand, transaction: Transaction) -> None:
    """Take the events of a scheme command into a write; whoever acts has to be allowed to do it with that scheme."""
    organisation, year = transaction.organisation, transaction.year
    subject = Subject(organisation, year.start, SCHEME, ref_of(command))
    transaction.must_be_allowed(command.permission, organisation)
    entries = transaction.entries(subject)
    state = fold(entries) if entries else None
    approval = _approval(command, state)
    transaction.must_be_allowed(command.permission, organisation, state=state, approval=approval)
    context = Context(
        organisation=organisation,
        year=year.start,
        programme=programme_of(organisation),
        by=transaction.actor.name,
        names=names_of(transaction.actor.name, transaction.person()),
        on=transaction.holds_from(state.changed_on if state else None, of_year=True),
        illustrative=transaction.illustrative,
        people=transaction.people(),
    )
    transaction.add(subject, subject.key, decide(command, state, context))


def _approval(command: SchemeCommand, state: SchemeState | None) -> RequiredApproval | None:
    """Return the approval that is to be given, for which alone the permission is asked."""
    if isinstance(command, Approve) and state:
        return approval_meant(command.approval, state, programme_of(state.organisation))
    return None
