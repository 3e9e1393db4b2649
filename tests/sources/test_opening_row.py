"""A list of movements is opened by a row that says so and nothing else."""

from __future__ import annotations

import pytest

from recovery.sources.opening_row import is_opening


@pytest.mark.parametrize(
    "label",
    [
        "Opening allocation", "OPENING ALLOCATION", "Opening", "Baseline 2018/19", "Opening CCG allocation",
        "Opening limit at 1st April 2018", "Allocation as per plan (month 0)", "Opening balance - per letter of March",
        "Opening allocation, recurrent", "Opening allocation M0", "Brought forward Apr-18",
        "Opening recurrent allocation",
    ],
)  # fmt: skip
def test_a_name_of_the_opening_with_a_date_or_a_remark_opens_a_list(label):
    assert is_opening(label)


@pytest.mark.parametrize(
    "label",
    [
        "Opening hours of practices", "Baseline transfer", "Opening allocation adjustment", "Growth", "",
        "Notified allocation transfers", "Planned allocation increase M2",
    ],
)  # fmt: skip
def test_a_movement_that_only_begins_so_does_not(label):
    assert not is_opening(label)
