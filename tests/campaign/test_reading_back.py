"""What the campaign compares with: a reading that differs in anything is told from one that does not."""

from __future__ import annotations

from dataclasses import replace

from tests.campaign.reading_back import Case, differences, drawn
from tests.campaign.test_messy_positions import position


def _case() -> Case:
    return drawn(position, 0)


def test_a_penny_more_than_was_read_is_a_difference():
    case = _case()
    key, values = next(iter(case.expected.items()))
    read = values["ytd_budget"]
    dearer = {**case.expected, key: {**values, "ytd_budget": read + 1}}
    assert differences(replace(case, expected=dearer)) == [f"{key} ytd_budget: read {read}, meant {read + 1}"]


def test_a_row_that_was_not_expected_is_a_difference():
    case = _case()
    key, *others = case.expected
    fewer = {other: case.expected[other] for other in others}
    assert differences(replace(case, expected=fewer)) == [f"{key} is not in the file"]


def test_a_row_that_was_not_read_is_a_difference():
    case = _case()
    more = {**case.expected, ("Nowhere",): {}}
    assert differences(replace(case, expected=more)) == ["('Nowhere',) is not read"]


def test_a_file_that_holds_no_such_table_is_a_difference():
    found = differences(replace(_case(), dataset="schemes"))
    assert found == ["tables read: ['position']"]


def test_a_seed_draws_the_same_amounts_every_time():
    assert _case().expected == _case().expected
