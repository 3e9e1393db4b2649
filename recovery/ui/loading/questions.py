"""What a file leaves open, asked with a picker; an answer stays until other files are dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Protocol

import streamlit as st

from recovery.money import Unit
from recovery.period import FinancialYear, month_name
from recovery.problems import Problem, Weight
from recovery.sources.definitions import datasets
from recovery.sources.options import Options
from recovery.ui.markup import paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Dropped(Protocol):
    """What was dropped, as far as questions about it need to know."""

    @property
    def fingerprint(self) -> str:
        """Return what the files are known by."""

    @property
    def year(self) -> FinancialYear | None:
        """Return the year that was said."""

    @property
    def month(self) -> int | None:
        """Return the month that was said."""


ANSWERS: Final = "answers given"
_SAID: Final = {
    "pounds": "£ (pounds)",
    "thousands": "£'000 (thousands)",
    "millions": "£m (millions)",
    "favourable": "A positive variance is favourable",
    "adverse": "A positive variance is adverse",
    "score": "Scores from 1 (rare) to 5 (almost certain)",
    "percent": "Percentages: 5 is 5 %",
}


def key_of(question: Problem) -> str:
    """Return what tells one question from another: what is asked, of which table and sheet."""
    return "|".join(
        (question.option, question.dataset, question.file, question.sheet if question.option != "sheet" else "")
    )


def given(form: Dropped) -> dict[str, tuple[Problem, str]]:
    """Return the answers given for these files, by question."""
    held = st.session_state.get(ANSWERS)
    if not held or held[0] != form.fingerprint:
        st.session_state[ANSWERS] = held = (form.fingerprint, {})
    answers: dict[str, tuple[Problem, str]] = held[1]
    return answers


def options(form: Dropped, answers: Mapping[str, tuple[Problem, str]]) -> Options:
    """Return the form and the answers as the options of a load."""
    chosen = Options(year=form.year, month=form.month)
    for question, answer in answers.values():
        chosen = _with(chosen, question, answer)
    return chosen


def _with(chosen: Options, question: Problem, answer: str) -> Options:
    changes: dict[str, Any] = {question.option: answer}
    match question.option:
        case "unit" if question.dataset:
            changes = {"units": {**chosen.units, question.dataset: Unit(answer)}}
        case "unit":
            changes = {"unit": Unit(answer)}
        case "sheet" if question.dataset:
            changes = {"sheet_of": {**chosen.sheet_of, question.dataset: answer}}
        case "sheet":
            changes = {"sheets": (*chosen.sheets, answer)}
        case "month":
            changes = {"month": int(answer)}
        case "year":
            changes = {"year": FinancialYear.parse(answer)}
    return replace(chosen, **changes)


def ask(form: Dropped, problems: Iterable[Problem]) -> bool:
    """Show a picker for each question, open or answered; return whether an answer has just been given."""
    answers = given(form)
    asked = {key: question for key, (question, _) in answers.items()}
    asked |= {key_of(problem): problem for problem in problems if problem.weight is Weight.QUESTION}
    before = dict(answers)
    for key, question in asked.items():
        held = answers[key][1] if key in answers else None
        answer = _picker(key, question, held)
        if answer is not None:
            answers[key] = (question, answer)
    return answers != before


def _picker(key: str, question: Problem, held: str | None) -> str | None:
    choices = list(question.choices)
    if not choices:  # what the form above answers, such as the year
        st.html(paragraph(f"{question.message} {question.to_do}", "rf-notice"))
        return None
    return st.selectbox(
        plain(asked_of(question)),
        choices,
        index=choices.index(held) if held in choices else None,
        format_func=lambda choice: said(question, choice),
        placeholder="Choose",
        key=f"question {key}",
    )


def asked_of(question: Problem) -> str:
    """Return a question with the sheet that it is about, unless the sheet itself is asked for."""
    about = question.sheet if question.option != "sheet" else ""
    return f"{about}: {question.message}" if about else question.message


def said(question: Problem, choice: str) -> str:
    """Return a choice as people say it: a table by its title, a month by its name."""
    if question.option == "month" and choice.isdecimal():
        return f"{choice} – {month_name(int(choice))}"
    if question.option == "dataset" and choice in datasets():
        return datasets()[choice].title
    return _SAID.get(choice, choice)
