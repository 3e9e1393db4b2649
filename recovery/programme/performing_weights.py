"""Doing a change of risk weights."""

from __future__ import annotations

from recovery.errors import UsageError
from recovery.programme.commands import ChangeWeights
from recovery.programme.configuration import programme_of
from recovery.programme.context import events_from
from recovery.programme.event_kinds import WEIGHTS
from recovery.programme.transaction import Transaction
from recovery.programme.weights import decide_weights
from recovery.record import Subject


def change_weights(command: ChangeWeights, transaction: Transaction) -> None:
    """Take a change of an organisation's weights into a write; whoever acts has to be allowed to."""
    organisation = transaction.organisation
    if not organisation:
        raise UsageError("Say whose risk weights they are.")
    transaction.must_be_allowed(command.permission, organisation)
    subject = Subject(organisation, 0, WEIGHTS, "")
    held = transaction.entries(subject)
    on = transaction.holds_from(held[-1].effective_on if held else None, of_year=False)
    drafts = decide_weights(command, held, programme_of(organisation))
    events = events_from(drafts, subject, len(held), on=on, illustrative=transaction.illustrative)
    transaction.add(subject, WEIGHTS, events)
