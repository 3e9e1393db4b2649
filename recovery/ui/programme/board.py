"""The board page: what there is, what waits, the cards, the lists beneath."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Final

from recovery.figure import Column, Figure
from recovery.measures.figures import figure
from recovery.programme.configuration import programme_of
from recovery.rows import Row, amount, of_kind, text
from recovery.sentences.programme import board as words
from recovery.ui.content import Block, Html, download, heading, opening
from recovery.ui.figures import only
from recovery.ui.markup import paragraph
from recovery.ui.programme.cards import Board
from recovery.ui.programme.cards import board as drawn
from recovery.ui.programme.linked import linked_table
from recovery.ui.programme.waiting import waiting, waits_for_reader
from recovery.ui.tables import table

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from recovery.programme.configuration import Programme, ProgrammeStage
    from recovery.ui.gate import Frame
    from recovery.ui.programme.filters import Wanted
    from recovery.view import View

TITLE: Final = "Board"
LIVE: Final = "live"
WAITING_HIDDEN: Final = ("area", "approval_key", "given_by", "norm_days")
TROUBLE: Final = ("area", "workstream", "status", "waiting_for", "stage", "rag", "norm_days")


def live(board: Figure) -> list[Row]:
    """Return the schemes that are worked on."""
    return [row for row in of_kind(board, "line") if text(row, "status") == LIVE]


def build_head(current: Frame, view: View, wanted: Wanted, _reader: Hashable) -> list[Block]:
    """Return the sentence and the key figures of the schemes asked for."""
    board, mine = figure("board", current.engine, view), _mine(current, view)
    rows = [row for row in live(board) if wanted.fits(row, mine)]
    count = sum(text(row, "ref") in mine for row in rows)
    answer = words.answer(rows, count, narrowed=wanted.narrowed)
    return [opening(TITLE, answer, words.key_figures(rows, count), board)]


def build(current: Frame, view: View, wanted: Wanted, _reader: Hashable) -> list[Block]:
    """Return the cards by stage, what waits for the reader, ageing, and the schemes in trouble."""
    board, mine = figure("board", current.engine, view), _mine(current, view)
    keep = [number for number, row in enumerate(board.records()) if _is_shown(row, wanted, mine)]
    asked = only(board, keep)
    rows, programme = of_kind(asked, "line"), programme_of(view.organisation)
    statuses = [text(row, "status") for row in of_kind(board, "line")]
    left_out = words.left_out(statuses.count("closed"), statuses.count("withdrawn"))
    return [
        Html(drawn(Board(programme, view, rows, mine))),
        Html(paragraph(left_out, "rf-source")),
        download(asked, view, "Download the board (CSV)"),
        *_waits(current, view),
        heading("Ageing", "Days in stage against what is usual; stuck is over twice the norm."),
        Html(table(ageing(rows, programme, illustrative=board.illustrative))),
        Html(linked_table(_trouble(asked), view, hide=TROUBLE, empty="Nothing is stuck and no milestone is overdue.")),
    ]


def _is_shown(row: Row, wanted: Wanted, mine: Collection[str]) -> bool:
    return text(row, "status") == LIVE and wanted.fits(row, mine)


def _mine(current: Frame, view: View) -> frozenset[str]:
    shown = waits_for_reader(current, view, waiting(current, view))
    return frozenset(str(ref) for ref in shown.values("ref")) if shown else frozenset()


def _waits(current: Frame, view: View) -> list[Block]:
    shown = waits_for_reader(current, view, waiting(current, view))
    if shown is None:
        return []
    return [
        heading("What waits for me", "Approvals that wait for nothing but you, the longest in their stage first."),
        Html(linked_table(shown, view, caption="Approvals", hide=WAITING_HIDDEN, empty="Nothing waits for you.")),
    ]


def _trouble(asked: Figure) -> Figure:
    keep = [n for n, row in enumerate(asked.records()) if words.is_stuck(row) or words.is_overdue(row)]
    return only(asked, sorted(keep, key=lambda n: -_days(asked.records()[n])), "Stuck or overdue, longest first")


def _days(row: Row) -> Decimal:
    return amount(row, "days_in_stage")


def ageing(rows: Sequence[Row], programme: Programme, *, illustrative: bool) -> Figure:
    """Return how long schemes have been in their stages: by stage, how many within, over and far over the norm."""
    columns = (
        Column("stage", "Stage"), Column("schemes", "Schemes", "count"), Column("norm", "Norm, days", "count"),
        Column("median", "Median days", "count"), Column("longest", "Longest", "count"),
        Column("within", "Within norm", "count"), Column("over", "Over norm", "count"),
        Column("stuck", "Stuck", "count"),
    )  # fmt: skip
    lines = tuple(_age_of(stage, [row for row in rows if text(row, "stage") == str(stage.number)])
                  for stage in programme.stages)  # fmt: skip
    shown = Figure("ageing", "Days in stage", columns, lines, ("line",) * len(lines))
    return replace(shown, illustrative=illustrative)


def _age_of(stage: ProgrammeStage, rows: Sequence[Row]) -> tuple[str | int | None, ...]:
    days = [int(_days(row)) for row in rows]
    ages = [text(row, "ageing") for row in rows]
    over, stuck = ages.count(words.OVER), ages.count(words.STUCK)
    middle = round(median(days)) if days else None
    longest = max(days, default=None)
    return (f"{stage.number} {stage.name}", len(rows), stage.norm_days, middle, longest,
            len(rows) - over - stuck, over, stuck)  # fmt: skip
