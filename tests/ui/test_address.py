from __future__ import annotations

import pytest

from recovery.period import FinancialYear
from recovery.ui.address import Period, parameters, periods, resolve
from recovery.view import View

Y18, Y19 = FinancialYear(2018), FinancialYear(2019)
LOADED = (
    Period("06H", "One", Y18, 2),
    Period("06H", "One", Y18, 3),
    Period("06H", "One", Y19, 0),
    Period("99X", "Two", Y18, 1),
)


def test_an_empty_address_shows_the_newest_period():
    assert resolve({}, LOADED) == (View("06H", Y19, 0), [])


def test_an_address_is_taken_as_it_stands_where_it_can_be():
    asked = {"org": "06h", "year": "2018/19", "month": "2"}
    assert resolve(asked, LOADED) == (View("06H", Y18, 2), [])
    view = View("06H", Y18, 2)
    assert resolve(parameters(view), LOADED) == (view, [])


@pytest.mark.parametrize(
    ("asked", "view", "note"),
    [
        ({"org": "Z9"}, View("06H", Y19, 0), "Nothing is loaded for organisation 'Z9': 06H is shown."),
        ({"year": "banana"}, View("06H", Y19, 0), "'banana' is not a financial year: 2019/20 is shown."),
        ({"year": "2016/17"}, View("06H", Y19, 0), "Nothing is loaded for 2016/17: 2019/20 is shown."),
        (
            {"year": "2018/19", "month": "13"},
            View("06H", Y18, 3),
            "Month '13' of 2018/19 is not loaded: month 3 (June) is shown.",
        ),
        (
            {"year": "2018/19", "month": "²"},
            View("06H", Y18, 3),
            "Month '²' of 2018/19 is not loaded: month 3 (June) is shown.",
        ),
        ({"month": "3"}, View("06H", Y19, 0), "Month '3' of 2019/20 is not loaded: the year's own tables are shown."),
    ],
)
def test_an_address_that_cannot_be_had_gives_a_word_and_a_sensible_view(asked, view, note):
    assert resolve(asked, LOADED) == (view, [note])


def test_nothing_loaded_is_no_view():
    assert resolve({"org": "06H"}, ()) == (None, [])


def test_periods_come_from_the_engine_s_answer():
    assert periods([("06H", "One", 2018, None), ("06H", "One", 2019, 4)]) == (
        Period("06H", "One", Y18, 0), Period("06H", "One", Y19, 4),
    )  # fmt: skip
