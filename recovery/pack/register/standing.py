"""The approvals that stand and the conditions that they were made subject to, for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recovery.pack.register.rows import Row
from recovery.pack.register.sheets import Printed
from recovery.programme.configuration import Programme
from recovery.programme.state import SchemeState

APPROVALS: Final = (
    Printed("ref", "Ref", "text", "", 14),
    Printed("scheme", "Scheme", "text", "", 34),
    Printed("stage", "Stage", "text", "", 18),
    Printed("approval", "Approval", "text", "", 44),
    Printed("by", "Given by", "text", "", 28),
    Printed("on", "On", "date", "", 14),
    Printed("evidence", "Evidence", "note", "", 50),
    Printed("version", "Version of the case", "whole", "", 12),
)
CONDITIONS: Final = (
    Printed("ref", "Ref", "text", "", 14),
    Printed("scheme", "Scheme", "text", "", 34),
    Printed("number", "No.", "whole", "", 7),
    Printed("approval", "Approval", "text", "", 44),
    Printed("text", "Condition", "note", "", 50),
    Printed("owner", "Owner", "text", "", 28),
    Printed("due", "Due", "date", "", 14),
    Printed("met_on", "Met on", "date", "", 14),
    Printed("evidence", "Evidence", "note", "", 50),
)


def approvals(states: Sequence[SchemeState], programme: Programme) -> Iterator[Row]:
    """Yield the approvals that stand at each scheme's present gateway."""
    for state in states:
        for given in state.approvals.values():
            yield {
                "ref": state.scheme.ref,
                "scheme": state.scheme.title,
                "stage": f"{given.stage} {programme.stage(given.stage).name}",
                "approval": approval_name(programme, given.approval),
                "by": given.by,
                "on": given.on,
                "evidence": given.evidence,
                "version": given.case_version,
            }


def conditions(states: Sequence[SchemeState], programme: Programme) -> Iterator[Row]:
    """Yield every condition of every scheme, met or not."""
    for state in states:
        for one in state.conditions:
            yield {
                **vars(one),
                "ref": state.scheme.ref,
                "scheme": state.scheme.title,
                "approval": approval_name(programme, one.approval),
            }


def approval_name(programme: Programme, key: str) -> str:
    """Return an approval's name, or its key where the programme no longer knows it."""
    known = {one.key: one.name for stage in programme.stages for one in stage.approvals}
    return known.get(key, key)
