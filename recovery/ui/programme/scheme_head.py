"""The head of a scheme's page: title, sentence, and the facts that everybody asks for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.programme.state import Status
from recovery.sentences.programme.money import short
from recovery.ui.cards import BADGE
from recovery.ui.content import context
from recovery.ui.gate import frame
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme.marks import fact, rating

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme
    from recovery.programme.state import SchemeState


def head(programme: Programme, state: SchemeState, answer: str, rag: str) -> str:
    """Return the head of a scheme's page; `rag` is the rating in force."""
    scheme = state.scheme
    badge = f" {BADGE}" if state.illustrative else ""
    facts = "".join((
        fact("Net value", escape(short(scheme.net_value))),
        fact("Stage", escape(_stage(programme, state))),
        fact(programme.rating, rating(rag)),
        fact("Area", escape(scheme.area)),
        fact("Lead", escape(scheme.lead or "Nobody yet")),
        fact("SRO", escape(scheme.sro or "Nobody yet")),
    ))  # fmt: skip
    return (
        f'<header class="rf-head"><p class="rf-context">{escape(context(frame()))}{badge}</p>'
        f"<h1>{escape(scheme.ref)} {escape(scheme.title)}</h1>{paragraph(answer, 'rf-answer')}</header>"
        f'<dl class="rf-facts rf-top">{facts}</dl>'
    )


def _stage(programme: Programme, state: SchemeState) -> str:
    name = f"{state.stage} {programme.stage(state.stage).name}"
    return name if state.status is Status.LIVE else f"{name}, {state.status.value}"
