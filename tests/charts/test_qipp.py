from __future__ import annotations

from recovery.charts.qipp import by_area_and_stage, by_rag
from recovery.rows import of_kind
from tests.showing import shown


def test_value_by_rag_is_named_in_words():
    drawn = by_rag(of_kind(shown("qipp-rag"), "line"))
    assert list(drawn.layout.yaxis.ticktext)[3] == "Red (pipeline)"
    assert list(drawn.data[0].x) == [2909, 2310, 29272, 600]
    assert list(drawn.data[1].x) == [1745, 1617, 29272, 300]


def test_the_matrix_has_a_square_for_each_area_and_stage_with_schemes():
    squares = by_area_and_stage(of_kind(shown("qipp-gateway"), "line")).data[0]
    assert squares.text[0] == "1,955"
    assert list(squares.customdata[0]) == ["Prescribing", 1]
    assert len(squares.x) == 15
    assert squares.marker.color[list(squares.text).index("12,900")] == "#005eb8"
