from __future__ import annotations

import dataclasses
from decimal import Decimal

from recovery.measures.bridge import Bridge, Step, bridge
from tests.showing import VIEW, shown, with_cells


def thousands(*amounts: int) -> list[Decimal]:
    return [Decimal(amount * 1000) for amount in amounts]


def test_the_bridge_leads_from_the_outturn_through_recurrent_exit_to_the_plan():
    drawn = bridge(shown("plan", computed=True), VIEW)
    assert drawn.net
    assert [step.label for step in drawn.steps if step.level] == ["2017/18 outturn", "Recurrent exit", "2018/19 plan"]
    assert [step.amount for step in drawn.steps] == thousands(
        -48200, -912, -49112, 37919, -5512, -43573, -2824, -5456, -1858, -171, -15, 35533, -35069
    )


def test_the_moves_add_up_from_level_to_level():
    steps = bridge(shown("plan", computed=True), VIEW).steps
    after_exit = [step.amount for step in steps[3:-1]]
    assert steps[2].amount + sum(after_exit) == steps[-1].amount


def test_what_the_steps_do_not_explain_stands_as_a_step_of_its_own():
    figure = shown("plan", computed=True)
    net = figure.kinds.index("net")
    other = with_cells(figure, net, plan_2018_19=Decimal(-36_069_000))
    assert Step("Not explained by the steps", Decimal(-1_000_000)) in bridge(other, VIEW).steps


def test_a_plan_without_a_net_position_bridges_its_spend():
    figure = shown("plan", computed=True)
    net = figure.kinds.index("net")
    spend = dataclasses.replace(figure, rows=figure.rows[:net], kinds=figure.kinds[:net], flows=figure.flows[:net])
    drawn = bridge(spend, VIEW)
    assert not drawn.net
    assert drawn.steps[-1] == Step("2018/19 plan", Decimal(1_216_091_000), level=True)


def test_a_plan_without_its_ends_has_no_bridge():
    figure = shown("plan", computed=True)
    lines = dataclasses.replace(figure, rows=figure.rows[:3], kinds=figure.kinds[:3], flows=figure.flows[:3])
    assert bridge(lines, VIEW) == Bridge((), net=False)
