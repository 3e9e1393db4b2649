"""Who may do what: everybody whom the record knows, and everything that was ever decided about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.figure import Column, Figure
from recovery.programme.roles import ADMINISTRATOR
from recovery.sentences.amounts import many
from recovery.ui.content import heading as headed
from recovery.ui.downloads import csv_of
from recovery.ui.people.words import happened, label, minute, roles_in_words
from recovery.ui.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recovery.programme.people import Person
    from recovery.record import EventEntry

EVERYBODY: Final = "Everybody"
MOST: Final = 200
"""How many events are listed on the page; the download has them all."""
PEOPLE: Final = ("Name", "Roles", "E-mail address", "Let in", "Last change (UTC)", "By")
HISTORY: Final = ("When (UTC)", "What", "Person", "Reason", "By", "Way in")


def answer(people: Mapping[str, Person]) -> str:
    """Return in one sentence how many people may do what."""
    if not people:
        return "The record knows nobody yet. Add the first person, and give them a role."
    able = [one for one in people.values() if one.roles and not one.disabled]
    running = [one for one in able if any(role.name == ADMINISTRATOR for role in one.roles)]
    without = sum(not one.roles and not one.disabled for one in people.values())
    waiting = f"; {many(without, 'person', 'people')} waiting for a role" if without else ""
    verb = "has" if len(able) == 1 else "have"
    return f"{many(len(able), 'person', 'people')} {verb} a role here, {len(running)} as administrator{waiting}."


def everybody(people: Mapping[str, Person], events: Sequence[EventEntry]) -> None:
    """Show everybody with their roles and what was last decided about them."""
    last = {event.subject.key: event for event in events}
    rows = [
        (
            one.name or email, roles_in_words(one), email, "no, switched off" if one.disabled else "yes",
            minute(last[email].at), last[email].by,
        )
        for email, one in sorted(people.items(), key=lambda item: (item[1].disabled, item[0]))
    ]  # fmt: skip
    if rows:
        st.html(table(_texts("people", "People and their roles", PEOPLE, rows)))


def history(people: Mapping[str, Person], events: Sequence[EventEntry]) -> None:
    """Show everything that was decided about one person or everybody, newest first."""
    if not events:
        return
    st.html(headed("History").body)
    whose = st.selectbox(
        "History of", ["", *sorted(people)], format_func=lambda one: label(people[one]) if one else EVERYBODY,
        key="history of",
    )  # fmt: skip
    newest = sorted((one for one in events if whose in {"", one.subject.key}), key=lambda one: -one.change)
    rows = [(minute(one.at), happened(one), one.subject.key, one.reason, one.by, one.via) for one in newest]
    whole = _texts("people-history", "What was decided, newest first", HISTORY, rows)
    shown = _texts(whole.name, whole.title, HISTORY, rows[:MOST])
    note = f"The newest {MOST} of {len(rows):,}; the download has them all." if len(rows) > MOST else ""
    st.html(table(shown, note=note))
    st.download_button(
        "Download the history (CSV)", csv_of(whole), file_name="people-history.csv", mime="text/csv", on_click="ignore"
    )


def _texts(name: str, title: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Figure:
    columns = tuple(Column(heading, heading) for heading in headings)
    return Figure(name, title, columns, tuple(rows))
