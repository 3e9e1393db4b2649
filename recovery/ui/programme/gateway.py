"""The gateway that a scheme stands before: its checklist, approvals given and outstanding, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.programme.checklist import approvals_needed, checked
from recovery.programme.own_scheme import is_named, names_of
from recovery.programme.permissions import can_give
from recovery.programme.wording import any_of
from recovery.sentences.amounts import listed
from recovery.sentences.programme import scheme as words
from recovery.sentences.programme.dates import day
from recovery.ui.markup import escape
from recovery.ui.tables import framed_table

if TYPE_CHECKING:
    import datetime as dt

    from recovery.programme.checklist import Checked
    from recovery.programme.configuration import Programme, RequiredApproval
    from recovery.programme.state import Approval, Condition, SchemeState
    from recovery.ui.gate import Frame

MOST: Final = 4
"""How many people a sentence names."""


def gateway(current: Frame, programme: Programme, state: SchemeState, today: dt.date) -> str:
    """Return the checklist, the approvals and the conditions as three tables."""
    approvals = _approvals(current, programme, state)
    return _checklist(programme, state) + approvals + conditions(state.conditions, programme, today)


def may_be_given_by(current: Frame, state: SchemeState, approval: RequiredApproval) -> str:
    """Return in a sentence who may give an approval: people, or the roles where the record knows nobody who may."""
    able = [
        one for one in current.people.values()
        if not one.disabled and can_give(one, [approval], state.organisation)
        and not is_named(names_of("", one), state.named)
    ]  # fmt: skip
    names = sorted(one.name or one.email for one in able)
    if not names:
        return f"Nobody may give it yet: that takes a role among {', '.join(approval.roles)}."
    return f"May be given by {any_of(names[:MOST])}{' and others' if len(names) > MOST else ''}."


def _checklist(programme: Programme, state: SchemeState) -> str:
    items = checked(programme, state)
    if not items:
        return ""
    head = "".join(f'<th scope="col">{text}</th>' for text in ("Checklist", "Met", "Why, or on what evidence"))
    return framed_table(words.going_on(programme, state), head, "".join(map(_item, items)), look="rf-steps")


def _item(one: Checked) -> str:
    return _step(escape(one.item.words), met=one.met, yes="Met", no="Not met", why=_because(one))


def _because(one: Checked) -> str:
    if one.tick:
        return f"{escape(one.tick.evidence)} <small>({escape(one.tick.by)}, {day(one.tick.on)})</small>"
    return escape(one.why)


def _step(what: str, *, met: bool, yes: str, no: str, why: str) -> str:
    sign, word, look = ("✓", yes, "rf-met") if met else ("✗", no, "rf-unmet")
    return (
        f'<tr><th scope="row">{what}</th><td class="{look}"><span aria-hidden="true">{sign}</span> {word}</td>'
        f"<td>{why}</td></tr>"
    )


def _approvals(current: Frame, programme: Programme, state: SchemeState) -> str:
    rows = []
    for needed in approvals_needed(programme, state):
        given = state.approvals.get(needed.key)
        why = _given(given) if given else escape(may_be_given_by(current, state, needed))
        rows.append(_step(escape(needed.name), met=bool(given), yes="Given", no="Outstanding", why=why))
    head = "".join(f'<th scope="col">{text}</th>' for text in ("Approval", "State", "By whom, on what evidence"))
    return framed_table("Approvals at this gateway", head, "".join(rows), look="rf-steps")


def _given(one: Approval) -> str:
    numbers = listed([str(number) for number in one.conditions])
    made = f"{'Condition' if len(one.conditions) == 1 else 'Conditions'} {numbers} below" if one.conditions else ""
    evidence = one.evidence or "No evidence was written down"
    return (
        f"{'. '.join(filter(None, (escape(evidence.rstrip('. ')), made)))}. "
        f"<small>({escape(one.by)}, {day(one.on)}, on version {one.case_version} of the case)</small>"
    )


def conditions(found: tuple[Condition, ...], programme: Programme, today: dt.date) -> str:
    """Return every condition ever made, open and overdue ones marked; nothing where none was."""
    if not found:
        return ""
    head = "".join(f'<th scope="col">{text}</th>' for text in ("Condition", "State", "Of which approval; owner; date"))
    rows = "".join(_condition(one, programme, today) for one in found)
    return framed_table("Conditions", head, rows, look="rf-steps")


def _condition(one: Condition, programme: Programme, today: dt.date) -> str:
    no = "Overdue" if one.due < today else "Open"
    met = f" Met on {day(one.met_on)}: {escape(one.evidence)}" if one.met_on else ""
    approval = programme.approval_named(one.approval).name
    why = f"{escape(approval)}; {escape(one.owner)}; by {day(one.due)}.{met}"
    return _step(f"{one.number}. {escape(one.text)}", met=bool(one.met_on), yes="Met", no=no, why=why)
