from __future__ import annotations

from recovery.charts.style import ASIDE, BLUE, BROWN, LEVEL
from recovery.charts.waterfall import waterfall
from recovery.measures.bridge import bridge
from recovery.measures.risk_steps import risk_steps
from tests.showing import VIEW, shown


def test_each_move_starts_where_the_one_before_ended():
    steps = bridge(shown("plan", computed=True), VIEW).steps
    bar = waterfall(steps).data[0]
    ends = [base + length for base, length in zip(bar.base, bar.x, strict=True)]
    assert bar.base[1] == -48200
    assert ends[1] == -49112
    assert list(bar.base[4:12]) == ends[3:11]
    assert ends[11] == -35069


def test_favourable_and_adverse_differ_by_more_than_colour():
    bar = waterfall(bridge(shown("plan", computed=True), VIEW).steps).data[0]
    by_colour = dict(zip(bar.marker.color, bar.marker.pattern.shape, strict=True))
    assert by_colour == {LEVEL: "", BLUE: "", BROWN: "/"}


def test_a_level_that_stands_aside_does_not_move_the_next_step():
    bar = waterfall(risk_steps(shown("risks"))).data[0]
    assert list(bar.base) == [0, -28150, 0, 0, 0, -3000, 0]
    assert bar.marker.color[3] == ASIDE


def test_every_amount_stands_in_a_column_beside_the_chart():
    drawn = waterfall(risk_steps(shown("risks")))
    assert [note.text for note in drawn.layout.annotations] == [
        "(28,150)", "25,150", "(3,000)", "(3,000)", "0", "3,000", "0",
    ]  # fmt: skip
