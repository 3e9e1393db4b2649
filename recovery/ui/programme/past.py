"""A scheme's past: each decision with its evidence and the case as it stood then, and everything that ever happened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.engine.scheme_telling import told
from recovery.programme.differences import differences
from recovery.sentences.amounts import capital
from recovery.sentences.programme.dates import day, moment
from recovery.sentences.programme.money import exact
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme.case import case
from recovery.ui.programme.differing import difference_table
from recovery.ui.tables import framed_table

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme
    from recovery.programme.state import Approval, Condition
    from recovery.ui.programme.standing import Life, Moment

APPROVED: Final = "approved"
SENT_BACK: Final = "sent back"
MOST: Final = 6
"""How many changes of one event stand open in the history."""


@dataclass(frozen=True)
class Decision:
    """An approval or a sending back: the moment before it and after it."""

    before: Moment
    after: Moment

    @property
    def approval(self) -> Approval | None:
        """Return the approval that was given, None where the scheme was sent back."""
        held = self.before.state.approvals
        return next((one for key, one in self.after.state.approvals.items() if held.get(key) != one), None)


def decisions(programme: Programme, life: Life) -> str:
    """Return every decision, newest first: who, when, on what evidence, and the case as it stood then."""
    pairs = zip(life.moments, life.moments[1:], strict=False)
    found = [Decision(before, after) for before, after in pairs if after.event.kind in (APPROVED, SENT_BACK)]
    if not found:
        return paragraph("Nothing has been decided about this scheme yet.", "rf-source")
    return "".join(_decision(programme, life, one) for one in reversed(found))


def _decision(programme: Programme, life: Life, one: Decision) -> str:
    event, given = one.after.event, one.approval
    stage = programme.stage(one.before.state.stage).name
    who = f"{escape(event.by)}, {day(event.effective_on)}, from stage {escape(stage)}; written down {moment(event.at)}"
    if given:
        conditions = [each for each in one.after.state.conditions if each.number in given.conditions]
        title = f"{escape(programme.approval_named(given.approval).name)}: "
        title += "approved with conditions" if conditions else "approved"
        said = f"<p><b>Evidence:</b> {escape(given.evidence) or 'none was written down'}</p>{_subject_to(conditions)}"
        said += _lapsed(life, one, given)
    else:
        back = programme.stage(one.after.state.stage).name
        title = (
            f"Sent back to {escape(back)}"
            if one.after.state.stage != one.before.state.stage
            else "Sent back to be worked over"
        )
        said = f"<p><b>Reason:</b> {escape(event.reason)}</p>"
    return (
        f'<section class="rf-decision"><h3>{title}</h3><p class="rf-small">{who} ({escape(event.via)})</p>'
        f"{said}{_then(life, one.before)}</section>"
    )


def _subject_to(conditions: list[Condition]) -> str:
    items = "".join(f"<li>{escape(one.text)} ({escape(one.owner)}, by {day(one.due)})</li>" for one in conditions)
    return f"<p><b>On condition:</b></p><ul>{items}</ul>" if items else ""


def _lapsed(life: Life, one: Decision, given: Approval) -> str:
    """Return that the approval lapsed by a later change of the case, where it did."""
    for before, after in zip(life.moments, life.moments[1:], strict=False):
        later = after.event.version > one.after.event.version
        if later and after.event.kind == "lapsed" and before.state.approvals.get(given.approval) == given:
            why = escape(after.event.reason) or "the case was changed"
            return f'<p class="rf-late">Lapsed on {day(after.event.effective_on)}: {why}.</p>'
    return ""


def _then(life: Life, moment_before: Moment) -> str:
    """Return the case as it stood at a decision, folded away, with what has changed since."""
    then, version = moment_before.state.scheme, moment_before.state.case_version
    changed = differences(then, life.now.scheme)
    since = (
        difference_table(changed, "What has changed since")
        if changed
        else paragraph("The case has not changed since.", "rf-source")
    )
    summary = f"The case as it stood then: version {version}, net value {exact(then.net_value)}"
    return f'<details class="rf-more"><summary>{escape(summary)}</summary>{case(then)}{since}</details>'


def history(programme: Programme, life: Life) -> str:
    """Return everything that happened, newest first: when, who, what, from what to what, why."""
    rows, before = [], None
    for one in life.moments:
        rows.append(_event(programme, before, one))
        before = one
    heads = ("When", "Version", "What", "From what to what", "Reason or evidence")
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    return framed_table("Everything that happened, newest first", head, "".join(reversed(rows)), look="rf-history")


def _event(programme: Programme, before: Moment | None, one: Moment) -> str:
    event = one.event
    changes = _listed(_changes(programme, before, one))
    when = f"{day(event.effective_on)}<br><small>{moment(event.at)}</small>"
    who = f"{escape(capital(event.kind))}<br><small>{escape(event.by)} ({escape(event.via)})</small>"
    return (
        f'<tr><th scope="row">{when}</th><td>{event.version}</td><td>{who}</td><td>{changes}</td>'
        f"<td>{escape(event.reason or json.loads(event.body).get('evidence', ''))}</td></tr>"
    )


def _listed(changes: list[str]) -> str:
    """Return changes as a list, a long one folded away."""
    items = f"<ul>{''.join(f'<li>{text}</li>' for text in changes)}</ul>" if changes else ""
    if len(changes) <= MOST:
        return items
    return f'<details class="rf-more"><summary>{len(changes)} changes</summary>{items}</details>'


def _changes(programme: Programme, before: Moment | None, one: Moment) -> list[str]:
    """Return what an event changed, each as ready HTML."""
    return [_from_to(heading, was, now) for _, heading, was, now in
            told(programme, before.state if before else None, one.state)]  # fmt: skip


def _from_to(what: str, before: str, after: str) -> str:
    start = f"{escape(before)} → " if before else ""
    return f"<b>{escape(what)}:</b> {start}{escape(after) or 'nothing'}"
