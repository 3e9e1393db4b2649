from __future__ import annotations

from recovery.charts.forecast import projections
from recovery.rows import of_kind
from tests.showing import shown


def test_projections_stand_by_their_distance_from_the_reported_forecast():
    straight, phased = projections(of_kind(shown("forecast"), "line")).data
    assert list(straight.x)[:3] == [-2270, 6202, 394]
    assert phased.x[0] == 0
    assert straight.marker.symbol != phased.marker.symbol
