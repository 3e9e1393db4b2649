from __future__ import annotations

from recovery.rows import of_kind
from recovery.sentences.delivery_charts import groups_alt, months_alt
from tests import savings_figures as worked


def test_the_months_are_told_actual_first_then_forecast():
    said = months_alt(worked.by_month().records(), 4, cumulative=False)
    assert "month by month. April plan £0.3m, actual £0.2m;" in said
    assert "August plan £0.3m, forecast £0.3m" in said


def test_the_months_added_up_are_told():
    said = months_alt(worked.by_month().records(), 4, cumulative=True)
    assert "added up over the year. " in said
    assert said.endswith("March plan £3.6m, forecast £3.6m.")


def test_groups_are_told_the_furthest_behind_first():
    said = groups_alt(of_kind(worked.delivery(), "line"), "area", "area")
    assert said.endswith("Prescribing (£0.1m); Community (£0.1m); Corporate £0.1m.")
