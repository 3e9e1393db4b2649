"""Doing a command to a scheme: its state out of its events, the permission, the decision."""

from __future__ import annotations

from recovery.errors import NotReady, UsageError
from recovery.programme.commands import Approve, BringIn, CreateScheme, SchemeCommand
from recovery.programme.configuration import programme_of
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
    entries = transaction.entries(subject)
    state = fold(entries) if entries else None
    _must_be_allowed(command, state, transaction)
    if state is None and isinstance(command, CreateScheme | BringIn):
        _must_be_alone(subject.key, transaction)
    context = Context(
        organisation=organisation,
        year=year.start,
        programme=programme_of(organisation),
        by=transaction.by,
        names=names_of(transaction.actor.name, transaction.person()),
        on=transaction.holds_from(state.changed_on if state else None, of_year=True),
        illustrative=transaction.illustrative,
        people=transaction.people(),
    )
    transaction.add(subject, subject.key, decide(command, state, context))


def _must_be_allowed(command: SchemeCommand, state: SchemeState | None, transaction: Transaction) -> None:
    """Raise a NotAllowed where whoever acts may not; an approval is asked for by name, of whichever gateway it is."""
    approval = None
    if isinstance(command, Approve) and state:
        programme = programme_of(state.organisation)
        try:
            approval = approval_meant(command.approval, state, programme)
        except NotReady:  # another gateway's: whoever may give it there is told that it is not given here
            approval, state = programme.approval_named(command.approval), None
        except UsageError:
            state = None
    transaction.must_be_allowed(command.permission, transaction.organisation, state=state, approval=approval)


def _must_be_alone(ref: str, transaction: Transaction) -> None:
    """Raise a UsageError where another reference differs in capitals only, which people would take for the same."""
    if twin := next((known for known in transaction.refs() if known.casefold() == ref.casefold()), None):
        raise UsageError(f"{ref} differs from {twin}, which is in the register, in capitals only: write it the same.")
