"""The stage by area matrix as it is printed: number and value of schemes under each stage, then totals and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.stage_columns import StageColumn, stage_columns
from recovery.rows import has_column
from recovery.sentences.vocabulary import in_words
from recovery.ui.markup import escape, paragraph
from recovery.ui.tables import SMALL, cell, footnotes, framed_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.programme.configuration import Programme

TOTALS: Final = (("Excluding pipeline", "total_excluding_pipeline"), ("Including pipeline", "total_including_pipeline"))
ENDS: Final = (
    ("Target", "target"),
    ("Gap excluding pipeline", "gap_excluding_pipeline"),
    ("Gap including pipeline", "gap_including_pipeline"),
    ("Unidentified", "unidentified"),
)
NOTE: Final = "A gap is target less schemes: positive is a shortfall, in brackets is more than the target."


def matrix(figure: Figure, programme: Programme) -> str:
    """Return the matrix as a table with a two-row heading, its stages those of its own columns."""
    groups = [(stage.title, (stage.count, stage.value)) for stage in stage_columns(figure, programme)]
    groups += [(in_words(title, programme), (f"{name}_count", f"{name}_value")) for title, name in TOTALS]
    ends = [(in_words(title, programme), name) for title, name in ENDS if has_column(figure, name)]
    columns = ["area", *(name for _, pair in groups for name in pair), *(name for _, name in ends)]
    body = "".join(_row(figure, number, columns) for number in range(len(figure.rows)))
    head = (
        '<th scope="col" rowspan="2">Expenditure area</th>'
        + "".join(f'<th scope="colgroup" colspan="2" class="rf-group">{escape(title)}</th>' for title, _ in groups)
        + "".join(f'<th scope="col" rowspan="2" class="rf-number">{escape(title)}</th>' for title, _ in ends)
        + "</tr><tr>"
        + '<th scope="col" class="rf-number rf-count">No.</th><th scope="col" class="rf-number">£\'000</th>'
        * len(groups)
    )
    return framed_table(
        in_words(figure.title, programme),
        head,
        body,
        note=f"<p>{escape(NOTE)}</p>{footnotes(figure)}",
        money=True,
        illustrative=figure.illustrative,
        look=f"{SMALL} rf-matrix",
    )


def stage_key(stages: Sequence[StageColumn]) -> str:
    """Return what the stages' numbers stand for, shown where a narrow screen has no room for names in the chart."""
    return paragraph(f"Stages: {', '.join(stage.title for stage in stages)}.", "rf-source rf-narrow")


def _row(figure: Figure, number: int, columns: list[str]) -> str:
    cells = []
    for position, name in enumerate(columns):
        place = figure.position(name)
        mark = figure.marks.get((number, name))
        cells.append(
            cell(
                figure.rows[number][place],
                figure.columns[place],
                mark,
                room="" if position else "rf-middle",
                first=not position,
            )
        )
    kind = figure.kinds[number] if figure.kinds else "line"
    return f'<tr class="rf-{escape(kind.replace("_", "-"))}">{"".join(cells)}</tr>'
