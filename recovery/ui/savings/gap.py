"""The gap page: what the schemes are worth after risk, against target, by area and stage, in the programme's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.charts.qipp import by_area_and_stage, by_rag
from recovery.errors import NothingLoaded
from recovery.measures.stage_columns import stage_columns
from recovery.programme.configuration import Programme, programme_of
from recovery.rows import of_kind
from recovery.sentences import qipp as words
from recovery.sentences.vocabulary import in_words
from recovery.ui import drill
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded
from recovery.ui.matrix import matrix, stage_key
from recovery.ui.savings import kept
from recovery.ui.savings.said import weights_said
from recovery.ui.savings.words import title_of, worded
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "QIPP gap"
RAG_NOTE: Final = "The outlined bar is net value, the filled one what is counted on after risk."
MATRIX_NOTE: Final = (
    "Net value in £m, darker the more it is worth; the table beneath has £'000. "
    "Choose a cell to see its schemes at the foot of the page."
)


def title(current: Frame) -> str:
    """Return the page's title in the words of the organisation that is looked at."""
    return title_of(TITLE, programme_of(current.view.organisation) if current.view else None)


def build(current: Frame, view: View) -> list[Block]:
    """Return the sentence, value by rating, the stage by area matrix and the weights."""
    rag, gateway = (if_loaded(name, current.engine, view) for name in ("qipp-rag", "qipp-gateway"))
    programme = programme_of(view.organisation)
    if rag is None:
        missing = "Neither a scheme register nor a published QIPP summary is loaded for this month."
        raise NothingLoaded(in_words(missing, programme))
    key = words.key_figures(rag, gateway, programme)
    blocks: list[Block] = [
        opening(title_of(TITLE, programme), words.answer(rag, gateway, programme), key, rag, gateway),
        *kept.apart(current, view, rag),
        heading(in_words("Value by RAG", programme), RAG_NOTE),
        Chart(by_rag(of_kind(rag, "line")), words.rag_alt(rag, programme), "by rag"),
        Html(table(worded(rag, programme))),
        download(rag, view),
    ]
    blocks += _matrix(gateway, view, programme) if gateway else []
    weights = if_loaded("weights", current.engine, view)
    caption = "Risk weights in force"
    return [*blocks, Html(table(weights_said(weights, programme), caption=caption))] if weights else blocks


def _matrix(gateway: Figure, view: View, programme: Programme) -> list[Block]:
    stages = stage_columns(gateway, programme)
    drawn = by_area_and_stage(of_kind(gateway, "line"), stages)
    return [
        heading("Schemes by area and stage", MATRIX_NOTE),
        Html(stage_key(stages)),
        Chart(drawn, words.matrix_alt(gateway), "matrix", drill.take_cell),
        Html(matrix(gateway, programme)),
        download(gateway, view, "Download the matrix (CSV)"),
    ]
