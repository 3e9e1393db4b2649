"""The page of questions: what a regulator asks of a forecast, each answered and led on to its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.sentences import accuracy as track_words
from recovery.sentences import answers as words
from recovery.sentences import duties as duty_words
from recovery.sentences import forecast as forecast_words
from recovery.sentences import triangulation as story_words
from recovery.sentences.simulation import measures_of
from recovery.ui.content import Block, Html, Link, heading, opening
from recovery.ui.figures import if_loaded
from recovery.ui.markup import paragraph

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Questions and answers"
Said = tuple[str, tuple["Figure | None", ...]]
"""A sentence and the figures that it was made from."""


@dataclass(frozen=True)
class Question:
    """What is asked, what answers it, and the page that has the evidence: its address and what the link says."""

    asked: str
    answer: Callable[[Frame, View], Said]
    address: str
    more: str


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer in one sentence, then every question with its own."""
    forecast = if_loaded("forecast", current.engine, view)
    simulation = if_loaded("simulation", current.engine, view)
    found = measures_of(simulation) if simulation else None
    answered = [(question, *_answer(question, current, view)) for question in QUESTIONS]
    used = [one for _, _, figures in answered for one in figures]
    if not any(used):
        forecast = figure("forecast", current.engine, view)  # which says what to load first
    head = opening(TITLE, words.opening(forecast, found, view), [], forecast, simulation, *used)
    return [head, *(block for question, said, _ in answered for block in _shown(question, said, view))]


def _answer(question: Question, current: Frame, view: View) -> Said:
    try:
        return question.answer(current, view)
    except NothingLoaded as error:
        return f"That cannot be told yet. {error}", ()


def _shown(question: Question, said: str, view: View) -> list[Block]:
    return [heading(question.asked), Html(paragraph(said)), Link(question.more, question.address, view)]


def _landing(current: Frame, view: View) -> Said:
    forecast = figure("forecast", current.engine, view)
    return forecast_words.answer(forecast, view), (forecast,)


def _sure(current: Frame, view: View) -> Said:
    simulation = figure("simulation", current.engine, view)
    return words.sureness(measures_of(simulation)), (simulation,)


def _levers(current: Frame, view: View) -> Said:
    simulation, drivers = (figure(name, current.engine, view) for name in ("simulation", "simulation-drivers"))
    return words.levers(drivers, measures_of(simulation)), (simulation, drivers)


def _record(current: Frame, view: View) -> Said:
    accuracy = figure("accuracy", current.engine, view)
    return track_words.answer(accuracy, view.month), (accuracy,)


def _story(current: Frame, view: View) -> Said:
    shown = figure("triangulation", current.engine, view)
    reductions = if_loaded("activity-reductions", current.engine, view)
    return story_words.answer(shown, reductions), (shown, reductions)


def _duties(current: Frame, view: View) -> Said:
    duties = figure("duties", current.engine, view)
    return duty_words.answer(duties), (duties,)


QUESTIONS: Final = (
    Question("What will we land at?", _landing, "forecast-outturn", "Every method, and the rate that it takes"),
    Question("How sure are we?", _sure, "chance-of-control-total", "The distribution of the outturn"),
    Question("What would change it?", _levers, "chance-of-control-total", "What drives it, and what if"),
    Question("Why believe us this time?", _record, "track-record", "Past forecasts against what came"),
    Question("Do savings, budget and activity tell one story?", _story, "triangulation", "Area by area"),
    Question("Which duties are at risk?", _duties, "financial-duties", "Each duty with its rule"),
)
