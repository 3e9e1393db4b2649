from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.charts.qipp import by_area_and_stage, by_rag, tenths
from recovery.measures.stage_columns import StageColumn, stage_columns
from recovery.rows import of_kind
from tests.showing import QIPP, shown

STAGES = stage_columns(shown("qipp-gateway"), QIPP)


def test_value_by_rag_is_named_in_words():
    drawn = by_rag(of_kind(shown("qipp-rag"), "line"))
    assert list(drawn.layout.yaxis.ticktext)[2:] == ["Green (in delivery)", "Red (pipeline)"]
    assert list(drawn.data[0].x) == [2909, 2310, 29272, 600]
    assert list(drawn.data[1].x) == [1745, 1617, 29272, 300]


def test_the_matrix_has_a_cell_for_each_area_and_stage_with_schemes():
    cells, empty = by_area_and_stage(of_kind(shown("qipp-gateway"), "line"), STAGES).data
    assert cells.text[0] == "2.0"
    assert list(cells.customdata[0]) == ["Prescribing", 1]
    assert len(cells.x) == 15
    assert cells.marker.color[list(cells.text).index("12.9")] == "#005eb8"
    assert cells.textfont.size >= 12
    assert len(empty.x) == 9 * 6


def test_every_stage_is_named_level_with_its_number_even_where_it_is_empty():
    axis = by_area_and_stage(of_kind(shown("qipp-gateway"), "line"), STAGES).layout.xaxis
    assert axis.ticktext == tuple(
        f"{number}<br>{name}"
        for number, name in enumerate(("Pipeline", "Initiation", "Planning", "Delivery", "Monitoring", "Closure"))
    )
    assert axis.tickangle == 0


def test_one_scheme_is_not_said_to_be_several():
    cells = by_area_and_stage(of_kind(shown("qipp-gateway"), "line"), STAGES).data[0]
    assert cells.hovertemplate[2] == "Prescribing, Delivery: 1 scheme, £150k<extra></extra>"


@pytest.mark.parametrize(
    ("pounds", "text"),
    [(12_900_000, "12.9"), (-250_000, "(0.3)"), (49_999, "<0.1"), (-1, "<0.1"), (0, "0"), (50_000, "0.1")],
)
def test_a_cell_has_its_value_in_millions(pounds, text):
    assert tenths(Decimal(pounds)) == text


def test_the_stages_drawn_are_those_that_are_given():
    rows = [{"area": "Acute", "opportunity_count": 2, "opportunity_value": Decimal(2_000_000)}]
    drawn = by_area_and_stage(rows, [StageColumn(0, "Opportunity", "opportunity"), StageColumn(1, "Other", "other")])
    assert drawn.layout.xaxis.ticktext == ("0<br>Opportunity", "1<br>Other")
    assert drawn.data[0].hovertemplate == ("Acute, Opportunity: 2 schemes, £2,000k<extra></extra>",)
