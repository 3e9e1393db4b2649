"""QIPP gap: what the schemes are worth after risk, against target, by area and stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.charts.qipp import by_area_and_stage, by_rag
from recovery.errors import NothingLoaded
from recovery.rows import of_kind
from recovery.sentences import qipp as words
from recovery.ui import drill
from recovery.ui.content import Block, Chart, Html, download, heading, opening, show
from recovery.ui.figures import if_loaded
from recovery.ui.matrix import matrix, stage_key
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE = "QIPP gap"
RAG_NOTE = "The outlined bar is net value, the filled one what is counted on after risk."
MATRIX_NOTE = (
    "Net value in £m, darker the more it is worth; the table beneath has £'000. "
    "Choose a cell to see its schemes at the foot of the page."
)


def build(frame: Frame, view: View) -> list[Block]:
    """Return the sentence, value by RAG, the stage by area matrix and the weights."""
    rag, gateway = (if_loaded(name, frame.engine, view) for name in ("qipp-rag", "qipp-gateway"))
    if rag is None:
        raise NothingLoaded("Neither a scheme register nor a published QIPP summary is loaded for this month.")
    rows = of_kind(rag, "line")
    blocks: list[Block] = [
        opening(TITLE, words.answer(rag, gateway), words.key_figures(rag, gateway), rag, gateway),
        heading("Value by RAG", RAG_NOTE),
        Chart(by_rag(rows), words.rag_alt(rag), "by rag"),
        Html(table(rag)),
        download(rag, view),
    ]
    if gateway:
        chart = Chart(by_area_and_stage(of_kind(gateway, "line")), words.matrix_alt(gateway), "matrix", drill.take_cell)
        blocks += [heading("Schemes by area and stage", MATRIX_NOTE), Html(stage_key()), chart, Html(matrix(gateway))]
        blocks.append(download(gateway, view, "Download the matrix (CSV)"))
    weights = if_loaded("weights", frame.engine, view)
    return [*blocks, Html(table(weights, caption="Risk weights in force"))] if weights else blocks


if show(TITLE, build):
    cell = drill.pick_cell()
    show(f"{TITLE}: schemes", drill.build_cell, *cell)
