"""Activity at its price: a part inside its parent, no price no value."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.savings.triangulation.activity_worth import Worth, hierarchy, worth_by_code

PARTS = hierarchy(["e.m.10", "e.m.10a", "e.m.10b", "e.m.8"])


def worth(given_numbers: dict[str, int], prices: dict[str, int]) -> dict[str, tuple[int, int | None, int]]:
    """Numbers, values and numbers without a price, as whole numbers."""
    found = worth_by_code(
        {code: Decimal(number) for code, number in given_numbers.items()},
        PARTS,
        {code: Decimal(price) for code, price in prices.items()},
    )
    return {
        code: (int(one.number), None if one.value is None else int(one.value), int(one.without_price))
        for code, one in found.items()
    }


def test_a_parent_that_nobody_names_is_the_sum_of_its_parts_at_their_prices():
    assert worth({"e.m.10a": 100, "e.m.10b": 10}, {"e.m.10a": 700, "e.m.10b": 3000}) == {
        "e.m.10a": (100, 70_000, 0),
        "e.m.10b": (10, 30_000, 0),
        "e.m.10": (110, 100_000, 0),
    }


def test_parts_are_inside_a_parent_that_is_named_and_what_they_leave_takes_its_price():
    found = worth({"e.m.10": 150, "e.m.10a": 100}, {"e.m.10": 1000, "e.m.10a": 700})
    assert found["e.m.10"] == (150, 100 * 700 + 50 * 1000, 0)


def test_a_part_without_a_price_takes_its_parents():
    assert worth({"e.m.10b": 10}, {"e.m.10": 1000})["e.m.10"] == (10, 10_000, 0)


def test_no_price_is_no_value_and_never_nought():
    assert worth({"e.m.8": 20, "e.m.10a": 5, "e.m.10b": 1}, {"e.m.10a": 700}) == {
        "e.m.8": (20, None, 20),
        "e.m.10a": (5, 3_500, 0),
        "e.m.10b": (1, None, 1),
        "e.m.10": (6, 3_500, 1),
    }


def test_what_nobody_names_has_no_row():
    assert worth({}, {"e.m.8": 100}) == {}


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(["e.m.10a", "e.m.10b", "e.m.8"]), st.integers(-500, 500)), st.integers(1, 99))
def test_at_one_price_for_all_every_number_is_worth_as_much(numbers, price):
    prices = {code: Decimal(price) for code in ("e.m.10", "e.m.8")}
    found = worth_by_code({code: Decimal(number) for code, number in numbers.items()}, PARTS, prices)
    tops = [found[code] for code in ("e.m.10", "e.m.8") if code in found]
    assert sum((one.value or 0 for one in tops), Decimal(0)) == price * sum(numbers.values())
    assert all(one.without_price == 0 for one in tops)


def test_adding_keeps_nil_apart_from_nought():
    nothing, priced = Worth(Decimal(3), None, Decimal(3)), Worth(Decimal(2), Decimal(10), Decimal(0))
    assert nothing + nothing == Worth(Decimal(6), None, Decimal(6))
    assert nothing + priced == Worth(Decimal(5), Decimal(10), Decimal(3))
