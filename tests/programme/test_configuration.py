from __future__ import annotations

from decimal import Decimal

import pytest

from recovery.errors import UsageError
from recovery.programme.configuration import programme_of, programmes


def test_a_commissioning_group_runs_qipp_and_an_integrated_care_board_an_efficiency_programme():
    assert (programme_of("99Z").name, programme_of("QZZ").name) == ("QIPP", "efficiency")
    assert [stage.name for stage in programme_of("QZZ").stages] == [
        "Opportunity",
        "Plans in progress",
        "Fully developed",
        "Delivered",
    ]


@pytest.mark.parametrize("programme", programmes().values(), ids=lambda programme: programme.key)
def test_stages_are_numbered_from_nought_and_each_has_a_gateway_and_a_norm(programme):
    assert [stage.number for stage in programme.stages] == list(range(len(programme.stages)))
    assert all(stage.norm_days > 0 for stage in programme.stages)
    assert all(programme.approvals_needed(stage.number, Decimal(0)) for stage in programme.stages)


@pytest.mark.parametrize("programme", programmes().values(), ids=lambda programme: programme.key)
def test_every_name_of_an_approval_means_one_approval(programme):
    for stage in programme.stages:
        for approval in stage.approvals:
            for name in (approval.key, approval.name, *approval.other_names):
                assert programme.approval_named(name.upper()) == approval


def test_an_unknown_name_is_told_the_choices():
    with pytest.raises(UsageError, match=r"'Limbo' is not a stage: choose one of Pipeline, Initiation"):
        programme_of("99Z").stage_named("Limbo")


def test_a_scheme_below_the_limit_leaves_out_the_approvals_that_only_larger_ones_need():
    board = programme_of("QZZ")
    keys = [[one.key for one in board.approvals_needed(0, Decimal(value))] for value in (99_999, 100_000)]
    assert keys == [["finance-review"], ["finance-review", "executive-sponsor-review"]]
