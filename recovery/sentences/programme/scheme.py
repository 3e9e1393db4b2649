"""A scheme in words: where it stands, what it waits for, what was decided on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.programme.checklist import approvals_outstanding, checked
from recovery.programme.state import Status
from recovery.sentences.amounts import listed, many
from recovery.sentences.programme.dates import day
from recovery.sentences.programme.money import exact

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme
    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState


def answer(programme: Programme, state: SchemeState, days: int | None) -> str:
    """Return the sentence that opens a scheme's page: in Initiation for 50 days, worth £180,000; what it waits for."""
    scheme, stage = state.scheme, programme.stage(state.stage)
    worth = f"worth {exact(scheme.net_value)} net this year"
    if state.status is Status.CLOSED:
        return f"{scheme.ref} is closed since {day(state.entered_stage_on)}, {worth}."
    if state.status is Status.WITHDRAWN:
        return f"{scheme.ref} is withdrawn and counts in no total; it was in {stage.name}, {worth}."
    stay = f" for {many(days, 'day')} (norm {stage.norm_days})" if days is not None else ""
    return f"{scheme.ref} is in {stage.name}{stay}, {worth}. {waits(programme, state)}"


def waits(programme: Programme, state: SchemeState) -> str:
    """Return what has to happen before the scheme goes on."""
    unmet = [one for one in checked(programme, state) if not one.met]
    outstanding = approvals_outstanding(programme, state)
    met = "Everything on the checklist is met"
    if unmet:
        met = f"{many(len(unmet), 'checklist item')} {'is' if len(unmet) == 1 else 'are'} not met"
    if not outstanding:
        return f"{met}; no approval is outstanding."
    names = listed([f"‘{one.name}’" for one in outstanding])
    return f"{met}; it waits for the {'approval' if len(outstanding) == 1 else 'approvals'} {names}."


def going_on(programme: Programme, state: SchemeState) -> str:
    """Return where the scheme goes once this gateway is passed."""
    if state.stage + 1 < len(programme.stages):
        return f"To leave {programme.stage(state.stage).name} for {programme.stage(state.stage + 1).name}"
    return f"To close from {programme.stage(state.stage).name}"


def profile_alt(scheme: Scheme, plan: str, actual: str, forecast: str) -> str:
    """Return the chart of a scheme's months in words."""
    return (
        f"Chart of {scheme.ref} month by month: plan {plan} for the year, actual {actual} so far, "
        f"forecast {forecast}. The table beneath has every month."
    )
