"""The stage by area matrix as it is printed: number and value of schemes under each stage, then totals and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.reference import stages
from recovery.rows import has_column
from recovery.sources.definitions import stage_field
from recovery.ui.markup import escape, paragraph
from recovery.ui.tables import cell, footnotes, framed_table

if TYPE_CHECKING:
    from recovery.figure import Figure

TOTALS: Final = (("Excluding pipeline", "total_excluding_pipeline"), ("Including pipeline", "total_including_pipeline"))
ENDS: Final = (
    ("Target", "target"),
    ("Gap excluding pipeline", "gap_excluding_pipeline"),
    ("Gap including pipeline", "gap_including_pipeline"),
)
NOTE: Final = "A gap is target less schemes: positive is a shortfall, in brackets is more than the target."


def matrix(figure: Figure) -> str:
    """Return the matrix as a table with a two-row heading."""
    groups = [(f"{stage.number} {stage.name}", _pair(stage_field(stage, "count"))) for stage in stages()]
    groups += [(title, _pair(f"{name}_count")) for title, name in TOTALS]
    ends = [(title, name) for title, name in ENDS if has_column(figure, name)]
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
        figure.title,
        head,
        body,
        note=f"<p>{escape(NOTE)}</p>{footnotes(figure)}",
        money=True,
        illustrative=figure.illustrative,
        look="rf-dense rf-matrix",
    )


def stage_key() -> str:
    """Return what the stages' numbers stand for, shown where a narrow screen has no room for names in the chart."""
    return paragraph(
        f"Stages: {', '.join(f'{stage.number} {stage.name}' for stage in stages())}.", "rf-source rf-narrow"
    )


def _pair(count: str) -> tuple[str, str]:
    return count, f"{count.removesuffix('count')}value"


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
