"""One clear sentence for what a command has done, from what stood before and what stands after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.programme.checklist import approvals_outstanding
from recovery.programme.differences import differences
from recovery.programme.state import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.programme.configuration import Programme, RequiredApproval
    from recovery.programme.differences import Difference
    from recovery.programme.state import SchemeState

MOST_DIFFERENCES: Final = 4


def approved(programme: Programme, approval: RequiredApproval, by: str, before: SchemeState, after: SchemeState) -> str:
    """Return who gave which approval, and what that led to or what is still needed."""
    ref, made = before.scheme.ref, len(after.conditions) - len(before.conditions)
    conditions = f" with {made} condition{'s' if made > 1 else ''}" if made else ""
    given = f"{ref}: {approval.name} approved{conditions} by {by}"
    if after.status is Status.CLOSED:
        return f"{given}; {ref} is closed."
    if after.stage != before.stage:
        return f"{given}; {ref} moved from {stage(programme, before)} to {stage(programme, after)}."
    needed = [one.name for one in approvals_outstanding(programme, after)]
    return f"{given}; {in_words(needed)} {'is' if len(needed) == 1 else 'are'} still needed."


def sent_back(programme: Programme, by: str, before: SchemeState, after: SchemeState) -> str:
    """Return where a scheme was sent back to."""
    if after.stage == before.stage:
        return f"{before.scheme.ref}: sent back by {by} to be worked over in {stage(programme, after)}."
    return f"{before.scheme.ref}: sent back from {stage(programme, before)} to {stage(programme, after)} by {by}."


def edited(programme: Programme, before: SchemeState, after: SchemeState) -> str:
    """Return what an edit changed, and the approvals that it made lapse."""
    ref = before.scheme.ref
    if after.version == before.version:
        return f"{ref}: it says that already; nothing was changed."
    told = f"{ref}, version {after.case_version}: {changes(differences(before.scheme, after.scheme))}."
    lapsed = [
        one.name
        for one in programme.stage(before.stage).approvals
        if one.key in before.approvals.keys() - after.approvals.keys()
    ]
    return f"{told} No longer approved, because the case has changed: {in_words(lapsed)}." if lapsed else told


def changes(found: Iterable[Difference]) -> str:
    """Return differences as one phrase, the first few in full."""
    all_of_them = list(found)
    parts = [_change(one) for one in all_of_them[:MOST_DIFFERENCES]]
    more = len(all_of_them) - len(parts)
    return "; ".join([*parts, *([f"and {more} more"] if more else [])])


def _change(one: Difference) -> str:
    if not one.before:
        return f"{one.heading} {_short(one.after)}"
    return f"{one.heading} from {_short(one.before)} to {_short(one.after) or 'nothing'}"


def _short(text: str) -> str:
    most = 60
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def stage(programme: Programme, state: SchemeState) -> str:
    """Return the stage a scheme stands at, with its number: 1 Initiation."""
    return f"{state.stage} {programme.stage(state.stage).name}"


def in_words(names: list[str]) -> str:
    """Return names as a list in words: a, b and c."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
