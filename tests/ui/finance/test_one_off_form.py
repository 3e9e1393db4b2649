from __future__ import annotations

from decimal import Decimal

from recovery.ui.finance.one_off_form import BETTER, WORSE, in_actual
from tests.showing import shown


def test_what_made_the_position_worse_is_extra_spend_or_missing_income():
    forecast = shown("forecast")
    assert in_actual(forecast, "Acute Services", 10.5, WORSE) == Decimal("10.50")
    assert in_actual(forecast, "Acute Services", 10.5, BETTER) == Decimal("-10.50")
    assert in_actual(forecast, "Allocation", 10.5, WORSE) == Decimal("-10.50")
    assert in_actual(forecast, "Allocation", 10.5, BETTER) == Decimal("10.50")
