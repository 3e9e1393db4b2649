"""What each event changed, in words, and the decisions and conditions that came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recovery.programme.differences import differences
from recovery.programme.state import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.engine.bulk import Rows
    from recovery.programme.configuration import Programme
    from recovery.programme.state import Approval, SchemeState
    from recovery.record import EventEntry

Told = tuple[str, str, str, str]
"""One thing that changed: its field, its heading, and how it was before and after."""


def told(programme: Programme, before: SchemeState | None, after: SchemeState) -> list[Told]:
    """Return everything that an event changed: the case, the stage, approvals, ticks, conditions, the rating."""
    if before is None:
        case = after.scheme
        words = f"{case.title} ({case.area}), net value £{case.net_value:,.2f}"
        return [("case", "Case", "", words), ("stage", "Stage", "", programme.stage(after.stage).name)]
    return [
        *_case(before, after),
        *_stage(programme, before, after),
        *_approvals(programme, before, after),
        *_ticks(programme, before, after),
        *_conditions(before, after),
        *_rating(before, after),
    ]


def decision_rows(programme: Programme, event: EventEntry, before: SchemeState | None, after: SchemeState) -> Rows:
    """Return what an event decided: approvals given, sent back or lapsed, and conditions made or met."""
    if before is None:
        return {}
    key = (after.organisation, after.year, after.scheme.ref, event.version)
    given = [after.approvals[name] for name in after.approvals if after.approvals[name] != before.approvals.get(name)]
    rows: Rows = {"scheme_decision": [(*key, *_decision(programme, before, approval)) for approval in given]}
    if event.kind == "sent back":
        stage = programme.stage(before.stage)
        rows["scheme_decision"].append(
            (*key, before.stage, stage.name, "", "", "sent back", event.reason, before.case_version,
             before.scheme.net_value, [])
        )  # fmt: skip
    if event.kind in {"sent back", "lapsed"}:
        rows["scheme_lapse"] = [(*key, name) for name in before.approvals if name not in after.approvals]
    known = {condition.number: condition for condition in before.conditions}
    rows["scheme_condition"] = [
        (*key, one.number, _approval_name(programme, one.approval), one.text, one.owner, one.due)
        for one in after.conditions
        if one.number not in known
    ]
    rows["scheme_condition_met"] = [
        (*key, one.number, one.met_on, one.evidence)
        for one in after.conditions
        if one.met_on and not (one.number in known and known[one.number].met_on)
    ]
    return rows


def _decision(programme: Programme, before: SchemeState, approval: Approval) -> tuple[Any, ...]:
    stage = programme.stage(approval.stage)
    return (
        approval.stage, stage.name, approval.approval, _approval_name(programme, approval.approval),
        "approved with conditions" if approval.conditions else "approved", approval.evidence, approval.case_version,
        before.scheme.net_value, list(approval.conditions),
    )  # fmt: skip


def _case(before: SchemeState, after: SchemeState) -> Iterator[Told]:
    if before.scheme != after.scheme:
        for one in differences(before.scheme, after.scheme):
            yield one.field, one.heading, one.before, one.after


def _stage(programme: Programme, before: SchemeState, after: SchemeState) -> Iterator[Told]:
    if before.stage != after.stage:
        yield "stage", "Stage", programme.stage(before.stage).name, programme.stage(after.stage).name
    if before.status is not after.status:
        yield "status", "Status", before.status.value, after.status.value


def _approvals(programme: Programme, before: SchemeState, after: SchemeState) -> Iterator[Told]:
    for name, approval in after.approvals.items():
        if approval != before.approvals.get(name):
            words = (
                f"given with conditions {', '.join(map(str, approval.conditions))}" if approval.conditions else "given"
            )
            yield "approval", _approval_name(programme, name), "", words
    if before.stage == after.stage and after.status is Status.LIVE:
        for name in before.approvals:
            if name not in after.approvals:
                yield "approval", _approval_name(programme, name), "given", "no longer stands"


def _ticks(programme: Programme, before: SchemeState, after: SchemeState) -> Iterator[Told]:
    words = {item.key: item.words for item in programme.stage(before.stage).checklist}
    for item, tick in after.ticks.items():
        if tick != before.ticks.get(item):
            yield "checklist", words.get(item, item), "", tick.evidence
    if before.stage == after.stage:
        for item, tick in before.ticks.items():
            if item not in after.ticks:
                yield "checklist", words.get(item, item), tick.evidence, ""


def _conditions(before: SchemeState, after: SchemeState) -> Iterator[Told]:
    known = {condition.number: condition for condition in before.conditions}
    for one in after.conditions:
        heading = f"Condition {one.number}"
        if one.number not in known:
            yield "condition", heading, "", f"{one.text} ({one.owner}, by {one.due:%-d %B %Y})"
        elif one.met_on and not known[one.number].met_on:
            yield "condition", heading, "open", f"met: {one.evidence}"


def _rating(before: SchemeState, after: SchemeState) -> Iterator[Told]:
    old, new = (state.override.rating if state.override else "" for state in (before, after))
    if old != new or (new and before.override != after.override):
        yield "rating", "Rating set by hand", old, new


def _approval_name(programme: Programme, key: str) -> str:
    return next((one.name for stage in programme.stages for one in stage.approvals if one.key == key), key)
