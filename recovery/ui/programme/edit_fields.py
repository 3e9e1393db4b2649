"""The fields of the edit page: texts, people, dates and money, with what is wrong said beneath each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.ui.markup import paragraph
from recovery.ui.programme.typed import NotAnAmount, as_typed, pounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.delta_generator import DeltaGenerator

    from recovery.programme.scheme import Scheme

MONEY: Final = {
    "gross_saving": "Gross saving, £", "investment": "Investment needed, £", "net_value": "Net value, £",
    "recurrent_value": "Recurrent part, £", "non_recurrent_value": "Non-recurrent part, £",
    "full_year_effect": "Full-year effect, £",
}  # fmt: skip
PEOPLE: Final = {"lead": "Lead", "sro": "SRO", "clinical_lead": "Clinical lead"}
ESSAYS: Final = {
    "description": "Description", "dependencies": "Depends on", "slippage_reason": "Reason for slippage",
    "comment": "Comment",
}  # fmt: skip
SHORT: Final = 120
TITLE: Final = 200
ESSAY: Final = 4_000


@dataclass
class Entered:
    """What the fields hold now, by the case's field, and where a message about each can be put.

    `base` is the case that the form was opened with; `token` keeps the fields of one opening apart from the next.
    """

    base: Scheme
    token: str
    values: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    places: dict[str, DeltaGenerator] = field(default_factory=dict)

    def was(self, name: str) -> Any:  # noqa: ANN401 - any field of a case
        """Return what a field held when the form was opened."""
        return getattr(self.base, name)

    def key(self, name: str) -> str:
        """Return the key of a field."""
        return f"{self.token} {name}"

    def take(self, name: str, value: Any, place: DeltaGenerator) -> None:  # noqa: ANN401 - any field of a case
        """Keep what a field now holds, with room beneath it."""
        self.values[name] = value
        self.places[name] = place.container()

    def tell(self, faults: dict[str, str]) -> None:
        """Say beneath each field what is wrong with it."""
        for name, message in {**faults, **self.faults}.items():
            if name in self.places:
                self.places[name].html(paragraph(message, "rf-fault"))


@dataclass(frozen=True)
class Choices:
    """What has been written before, to choose from."""

    areas: Sequence[str]
    workstreams: Sequence[str]
    people: Sequence[str]


def about(entered: Entered, choices: Choices, *, new: bool) -> None:
    """Ask what the scheme is: reference, title, area, workstream, people, dates, texts."""
    left, right = st.columns([1, 3])
    if new:
        _text(left, entered, "ref", "Reference", 40)
    else:
        left.text_input("Reference", entered.base.ref, disabled=True, key=entered.key("ref"))
    _text(right, entered, "title", "Title", TITLE)
    left, right = st.columns(2)
    _pick(left, entered, "area", "Expenditure area", choices.areas)
    _pick(right, entered, "workstream", "Workstream", choices.workstreams)
    for place, (name, label) in zip(st.columns(3), PEOPLE.items(), strict=True):
        _pick(place, entered, name, label, choices.people)
    left, right = st.columns(2)
    _date(left, entered, "start", "Starts on")
    _date(right, entered, "end", "Ends on")
    for name, label in ESSAYS.items():
        entered.values[name] = st.text_area(
            label, entered.was(name), key=entered.key(name), max_chars=ESSAY, height=80
        ).strip()


def money(entered: Entered) -> None:
    """Ask for the year's money."""
    places = [*st.columns(3), *st.columns(3)]
    for place, (name, label) in zip(places, MONEY.items(), strict=True):
        typed = place.text_input(label, as_typed(entered.was(name)), key=entered.key(name), max_chars=24)
        try:
            entered.take(name, pounds(typed or ""), place)
        except NotAnAmount as error:
            entered.take(name, entered.was(name), place)
            entered.faults[name] = str(error)


def _text(place: DeltaGenerator, entered: Entered, name: str, label: str, most: int) -> None:
    typed = place.text_input(label, entered.was(name), key=entered.key(name), max_chars=most)
    entered.take(name, typed.strip(), place)


def _pick(place: DeltaGenerator, entered: Entered, name: str, label: str, choices: Sequence[str]) -> None:
    """Ask for one of what was written before, or something new."""
    value = entered.was(name)
    options = sorted({*choices, value} - {""}, key=str.casefold)
    picked = place.selectbox(
        label, options, index=options.index(value) if value else None, key=entered.key(name),
        accept_new_options=True, placeholder="Choose or write",
    )  # fmt: skip
    entered.take(name, str(picked or "").strip(), place)


def _date(place: DeltaGenerator, entered: Entered, name: str, label: str) -> None:
    picked = place.date_input(
        label, entered.was(name), format="DD/MM/YYYY", key=entered.key(name), min_value=dt.date(2000, 1, 1),
        max_value=dt.date(2100, 12, 31),
    )  # fmt: skip
    entered.take(name, picked if isinstance(picked, dt.date) else None, place)
