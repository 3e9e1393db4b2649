from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.errors import UsageError
from recovery.programme.scheme import Kpi, ProfileMonth, Scheme
from recovery.programme.scheme_json import from_json, to_json
from tests.programme.building import scheme


def test_a_whole_case_comes_back_as_it_was():
    assert from_json(to_json(scheme())) == scheme()


def test_money_is_pence_dates_are_iso_and_other_numbers_are_text():
    written = json.loads(to_json(scheme(net_value=Decimal("0.29"))))
    assert written["net_value"] == 29
    assert written["start"] == "2018-04-01"
    assert written["profile"][0] == {
        "actual": 1000000,
        "forecast": None,
        "month": 1,
        "plan": 1000000,
        "recurrent": True,
    }
    assert written["kpis"][0]["actuals"] == [[1, "98.5"]]
    assert written["activity"][0]["change"] == "-25.5"


def test_the_same_case_is_the_same_text_however_its_numbers_are_written():
    one = Scheme("A", "T", "Acute", net_value=Decimal("1E+3"), kpis=(Kpi("K", baseline=Decimal("1.50")),))
    two = Scheme("A", "T", "Acute", net_value=Decimal("1000.00"), kpis=(Kpi("K", baseline=Decimal("1.5")),))
    assert to_json(one) == to_json(two)
    assert '"1.5"' in to_json(one)
    assert to_json(one).startswith('{"activity":[],"area":"Acute",')


def test_an_amount_that_is_not_to_the_penny_is_refused():
    with pytest.raises(UsageError, match=r"£0\.005 is not an amount to the penny"):
        to_json(Scheme("A", "T", "Acute", net_value=Decimal("0.005")))


def test_what_an_older_text_does_not_have_is_as_if_nobody_had_said():
    assert from_json('{"ref":"A","title":"T","area":"Acute"}') == Scheme("A", "T", "Acute")


@given(
    st.integers(-(10**15), 10**15),
    st.none() | st.integers(-(10**9), 10**9),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9),
    st.text(max_size=20),
)
def test_every_amount_number_and_text_comes_back(pence: int, actual: int | None, number: Decimal, text: str):
    given_actual = None if actual is None else Decimal(actual).scaleb(-2)
    case = Scheme(
        "A",
        text,
        "Acute",
        net_value=Decimal(pence).scaleb(-2),
        profile=(ProfileMonth(1, actual=given_actual),),
        kpis=(Kpi("K", target=number),),
    )
    assert from_json(to_json(case)) == case
