"""What has just been done, in one sentence, and what is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.sentences.amounts import capital, listed, many

if TYPE_CHECKING:
    from collections.abc import Sequence

BROUGHT_TOGETHER: Final = "Two edits brought together"
NUMBERS: Final = ("No", "One", "Two", "Three", "Four", "Five", "Six")


def approved(approval: str, ref: str, outstanding: Sequence[str], moved_to: str, conditions: int = 0) -> str:
    """Return what an approval did, where the scheme is by it, or which approvals are outstanding still."""
    subject_to = f" with {many(conditions, 'condition')}" if conditions else ""
    what = f"Approved{subject_to}: {approval} of {ref}."
    if moved_to:
        return f"{what} {moved_to}"
    return f"{what} {still_outstanding(outstanding)}"


def unmet(items: int, *, can_wait: bool) -> str:
    """Return what an unmet checklist leaves open: approval with conditions, or none at the last gateway."""
    stand = f"{many(items, 'item')} of the checklist {'is' if items == 1 else 'are'} not met"
    if can_wait:
        return f"{stand}: it can be approved with conditions only, or once {'it is' if items == 1 else 'they are'} met."
    return f"{stand}: nothing can be left open when a scheme is closed, so this has to be met first."


def still_outstanding(outstanding: Sequence[str]) -> str:
    """Return how many approvals are still needed, by name."""
    if not outstanding:
        return "No approval is outstanding."
    number = NUMBERS[len(outstanding)] if len(outstanding) < len(NUMBERS) else str(len(outstanding))
    verb = "approval is" if len(outstanding) == 1 else "approvals are"
    return f"{number} {verb} still outstanding: {listed(list(outstanding))}."


def moved(ref: str, stage: str) -> str:
    """Return that a scheme went on: Q18-001 is now in Initiation."""
    return f"{ref} is now in {stage}."


def closed(ref: str) -> str:
    """Return that a scheme has passed its last gateway."""
    return f"{ref} is now closed."


def sent_back(ref: str, stage: str) -> str:
    """Return that a scheme was sent back."""
    return f"Sent back: {ref} is now in {stage}, and its approvals there have to be given again."


def clash(ref: str, fields: int, to_choose: int) -> str:
    """Return that two people have edited a scheme, and what is left to choose."""
    differ = f"{many(fields, 'field')} {'differs' if fields == 1 else 'differ'}"
    choose = (
        f"{to_choose} of them changed by both of you, for which you have to choose"
        if to_choose
        else ("none of them changed by both of you in the same place")
    )
    return (
        f"Somebody else saved {ref} while you were editing it. Nothing of yours or theirs is lost: {differ}, {choose}. "
        "Nothing is saved before you say so."
    )


def begun(ref: str) -> str:
    """Return that a scheme was begun."""
    return f"Begun: {ref} stands in the first stage."


def saved(ref: str, changes: int, lapsed: Sequence[str] = ()) -> str:
    """Return that an edit was saved, with the approvals that lapsed by it."""
    what = f"Saved: {many(changes, 'change')} to {ref}."
    if not lapsed:
        return what
    return f"{what} {capital(listed(list(lapsed)))} {'has' if len(lapsed) == 1 else 'have'} to be given again."
