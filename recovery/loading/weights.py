"""The risk weights that a load is held against: an organisation's own before its programme's, at the month's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.checks.weights import Weights
from recovery.programme.configuration import programme_of
from recovery.programme.event_kinds import WEIGHTS
from recovery.programme.weights import weights_of
from recovery.record import Subject
from recovery.reference import risk_weights

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from recovery.period import FinancialYear
    from recovery.record import EventEntry, Record


def weights_held(record: Record, organisation: str, year: FinancialYear) -> Callable[[int | None], Weights]:
    """Return what gives the weights in force at the end of a month of the year; at the year's end without a month."""
    events = record.events(Subject(organisation, 0, WEIGHTS, ""))
    return lambda month: weights_on(organisation, events, year.month_end(month or 0))


def weights_on(organisation: str, events: Iterable[EventEntry], day: dt.date) -> Weights:
    """Return an organisation's weights of a day from the events that set them."""
    key = programme_of(organisation).key
    defaults = [weight for weight in risk_weights() if weight.programme == key]
    own = sorted(weights_of(events), key=lambda weight: weight.effective_from)
    dated = [(one.effective_from, (one.basis, one.key, one.weight)) for one in defaults]
    dated += [(one.effective_from, (one.basis, one.key, one.weight)) for one in own]
    return Weights.of_rows(weight for since, weight in dated if since <= day)
