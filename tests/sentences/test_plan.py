from __future__ import annotations

from recovery.measures.bridge import Bridge, bridge
from recovery.sentences import plan
from recovery.sentences.key_figure import KeyFigure
from tests.showing import VIEW, shown


def test_the_plan_is_told_by_its_deficit_its_start_and_its_savings():
    assert plan.answer(shown("plan"), VIEW) == (
        "The 2018/19 plan is a deficit of £35.1m. "
        "It starts from a recurrent deficit of £49.1m and counts on QIPP savings of £35.1m."
    )


def test_the_plan_has_five_key_figures():
    assert plan.key_figures(shown("plan"), VIEW) == [
        KeyFigure("2018/19 plan", "(£35.1m)", "Deficit"),
        KeyFigure("Recurrent exit", "(£49.1m)", "Deficit"),
        KeyFigure("Planned spend", "£1,216.1m", "2.0% on recurrent exit"),
        KeyFigure("Planned QIPP", "£35.1m", "2.9% of planned spend"),
        KeyFigure("Growth", "£43.6m", "Added before savings"),
    ]


def test_the_waterfall_is_told_step_by_step():
    assert plan.alt(bridge(shown("plan", computed=True), VIEW)) == (
        "Waterfall chart. 2017/18 outturn: a deficit of £48.2m. Steps, in brackets where they worsen the position: "
        "Non-recurrent items (£0.9m); Increase in allocation £37.9m; Inflation (£5.5m); Growth (£43.6m); "
        "MHIS and GPFV (£2.8m); Other recurrent investment (£5.5m); Non-recurrent investment (£1.9m); "
        "Contingency (£0.2m); Other reserves (£15k); Planned QIPP £35.5m. 2018/19 plan: a deficit of £35.1m."
    )


def test_a_plan_without_ends_has_no_bridge_to_tell():
    assert plan.alt(Bridge((), net=True)).startswith("No bridge can be drawn")
