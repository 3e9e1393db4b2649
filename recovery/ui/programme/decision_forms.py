"""The forms of decisions other than approvals: each asks for what the command needs and says why it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import Conflict
from recovery.programme.checklist import checked
from recovery.programme.commands import (
    MeetCondition,
    OverrideRating,
    Restore,
    SchemeCommand,
    SendBack,
    Tick,
    Untick,
    Withdraw,
)  # fmt: skip
from recovery.sentences.programme import doing as words
from recovery.ui.markup import paragraph, plain
from recovery.ui.programme.doing import do, field, refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.checklist import Checked
    from recovery.programme.configuration import Programme
    from recovery.programme.state import SchemeState

LONGEST: Final = 2_000
NO_RATING: Final = "As computed"


@dataclass(frozen=True)
class Matter:
    """What is decided on: a scheme as the reader sees it, in its programme."""

    programme: Programme
    state: SchemeState

    @property
    def ref(self) -> str:
        """Return the scheme's reference."""
        return self.state.scheme.ref


def to_tick(matter: Matter) -> list[Checked]:
    """Return the checklist's items that only a person can say are met, and nobody has."""
    return [one for one in checked(matter.programme, matter.state) if not one.item.test and not one.met]


def reason(label: str, name: str) -> str:
    """Ask for a reason or evidence in writing."""
    return st.text_area(label, key=field(name), max_chars=LONGEST, height=90).strip()


def send(label: str, command: SchemeCommand | None, lacking: str, said: str) -> None:
    """Show the button; do the command once pressed, or say what is lacking."""
    if not st.button(plain(label), key=field(label), type="primary"):
        return
    if command is None:
        refused(lacking)
        return
    try:
        if do([command], lambda _: said):
            st.rerun()
    except Conflict as error:
        refused(f"{error} The page now shows it as it stands; look again before you decide.")


def send_back(matter: Matter) -> None:
    """Send the scheme back to an earlier stage, or to be worked over where it is."""
    stages = {stage.number: stage.name for stage in matter.programme.stages[: matter.state.stage + 1]}
    back = list(reversed(stages))
    to = st.selectbox(
        "Back to", back, index=min(1, len(back) - 1), key=field("back to"),
        format_func=lambda number: _back_label(stages, number, matter.state.stage),
    )  # fmt: skip
    why = reason("Reason", "reason for sending back")
    command = SendBack(matter.ref, why, int(to), matter.state.case_version) if why else None
    send("Send back", command, "Give the reason: a move back is never without one.",
         words.sent_back(matter.ref, stages[int(to)]))  # fmt: skip


def _back_label(stages: Mapping[int, str], number: int, now: int) -> str:
    return f"{stages[number]} (stay, to be worked over)" if number == now else stages[number]


def tick(matter: Matter) -> None:
    """Say that a checklist item is met, on what evidence."""
    items = {one.item.key: one.item.words for one in to_tick(matter)}
    key = st.selectbox("Checklist item", list(items), format_func=lambda one: items[one], key=field("tick"))
    evidence = reason("Evidence: what shows that it is met, and where it is kept", "evidence of tick")
    command = Tick(matter.ref, str(key), evidence) if evidence else None
    send("Tick as met", command, "Say on what evidence.", f"Ticked for {matter.ref}: {items[str(key)]}.")


def untick(matter: Matter) -> None:
    """Take a tick back, with the reason."""
    items = {one.item.key: one.item.words for one in checked(matter.programme, matter.state) if one.tick}
    key = st.selectbox("Checklist item", list(items), format_func=lambda one: items[one], key=field("untick"))
    why = reason("Reason", "reason for unticking")
    command = Untick(matter.ref, str(key), why) if why else None
    send("Take the tick back", command, "Give the reason.", f"No longer ticked for {matter.ref}: {items[str(key)]}.")


def meet_condition(matter: Matter) -> None:
    """Record that a condition is met, on what evidence."""
    open_ones = {one.number: one.text for one in matter.state.conditions if one.met_on is None}
    number = st.selectbox(
        "Condition", list(open_ones), format_func=lambda one: f"{one}. {open_ones[one]}", key=field("condition")
    )
    evidence = reason("Evidence: what shows that it is met, and where it is kept", "evidence of condition")
    command = MeetCondition(matter.ref, int(number), evidence) if evidence else None
    send("Record as met", command, "Say on what evidence.", f"Met: condition {number} of {matter.ref}.")


def rate(matter: Matter) -> None:
    """Set a rating by hand over the computed one, or take it back."""
    names = [NO_RATING, *(one.name for one in matter.programme.ratings)]
    held = matter.state.override.rating if matter.state.override else NO_RATING
    rating = st.selectbox(
        plain(matter.programme.rating), names, index=names.index(held) if held in names else 0,
        key=field("rating"),
    )  # fmt: skip
    why = reason("Reason; it stands beside the computed rating", "reason for rating")
    command = OverrideRating(matter.ref, None if rating == NO_RATING else str(rating), why) if why else None
    said = "is rated as computed again" if rating == NO_RATING else f"is rated {rating} by hand"
    send("Set the rating", command, "Give the reason.", f"{matter.ref} {said}.")


def withdraw(matter: Matter) -> None:
    """Take the scheme out of the programme; its history stays."""
    st.html(paragraph("A withdrawn scheme counts in no total. Its history stays, and it can be restored.", "rf-source"))
    why = reason("Reason", "reason for withdrawing")
    command = Withdraw(matter.ref, why) if why else None
    send("Withdraw the scheme", command, "Give the reason.", f"Withdrawn: {matter.ref}.")


def restore(matter: Matter) -> None:
    """Bring a withdrawn scheme back to its stage."""
    why = reason("Reason", "reason for restoring")
    command = Restore(matter.ref, why) if why else None
    stage = matter.programme.stage(matter.state.stage).name
    send("Restore the scheme", command, "Give the reason.", f"Restored: {matter.ref} is in {stage} again.")
