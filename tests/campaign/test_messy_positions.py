"""The month-end position, however it is laid out, is read to the penny."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from recovery.period import FinancialYear
from recovery.sources.options import Options
from tests.campaign.messy_sheets import Column, messy_sheet, total_of, with_a_slip
from tests.campaign.printed_amounts import Printed, any_unit
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.campaign.row_labels import INCOME, LINES, NETS, ROLES, TOTALS

PAIRS = {"ytd_variance": ("ytd_budget", "ytd_actual"), "forecast_variance": ("annual_budget", "forecast_outturn")}
PRINTED_FIELDS = ("ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")
FAVOURABLE = ("Variance Fav/(adv)", "Var fav/(adv)", "Variance F/(A)")
ADVERSE = ("Variance (Fav)/Adv", "Over/(under) spend", "Variance adv/(fav)")
UNSAID = ("Variance", "Var")

Amounts = dict[str, Decimal]
Row = tuple[str, Amounts, str]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_position_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(position, seed)) == [], f"seed {seed}"


def position(draw: Random) -> Case:
    printed = any_unit(draw)
    rows = _rows(draw, printed)
    headings, adverse = draw.choice(((FAVOURABLE, False), (FAVOURABLE, False), (ADVERSE, True), (UNSAID, False)))
    columns = _columns(draw, draw.choice(headings))
    shown = [(label, _signed(amounts, adverse=adverse)) for label, amounts, _ in rows]
    fields = {column.field for column in columns}
    expected = {
        (label,): printed.pence({name: amounts[name] for name in fields}) | ROLES[role] for label, amounts, role in rows
    }
    options = Options(year=FinancialYear(2018), month=3)
    return Case("position", messy_sheet(draw, columns, shown, printed), options, ("line",), expected)


def _rows(draw: Random, printed: Printed) -> list[Row]:
    lines = [_line(draw, printed) for _ in range(draw.randint(3, 8))]
    total = _with_variances(total_of(lines, PRINTED_FIELDS), spend=True)
    income = _income(printed, total)
    net = _with_variances({name: income[name] - total[name] for name in PRINTED_FIELDS}, spend=False)
    labels = draw.sample(LINES, len(lines))
    rows = [
        (draw.choice(INCOME), income, "income"),
        *((label, line, "line") for label, line in zip(labels, lines, strict=True)),
        (draw.choice(TOTALS), total, "total"),
        (draw.choice(NETS), net, "net"),
    ]
    return draw.sample(rows, len(rows)) if draw.random() < 0.3 else rows


def _line(draw: Random, printed: Printed) -> Amounts:
    budget = printed.amount(draw, 0.01, 1)
    year = budget * 4
    amounts = (budget, printed.changed(draw, budget, 0.1), year, printed.changed(draw, year, 0.05))
    return _with_variances(dict(zip(PRINTED_FIELDS, amounts, strict=True)), spend=True)


def _income(printed: Printed, total: Amounts) -> Amounts:
    budget, year = (printed.rounded(total[name] * Decimal("0.95")) for name in ("ytd_budget", "annual_budget"))
    return _with_variances(dict(zip(PRINTED_FIELDS, (budget, budget, year, year), strict=True)), spend=False)


def _with_variances(amounts: Amounts, *, spend: bool) -> Amounts:
    sign = 1 if spend else -1
    return amounts | {name: sign * (amounts[plan] - amounts[actual]) for name, (plan, actual) in PAIRS.items()}


def _signed(amounts: Amounts, *, adverse: bool) -> Amounts:
    return {name: -amount if adverse and name in PAIRS else amount for name, amount in amounts.items()}


def _columns(draw: Random, variance: str) -> list[Column]:
    two_rows = draw.random() < 0.5
    to_date, whole_year = _two_blocks(draw, variance) if two_rows else _one_row_blocks(draw, variance)
    if draw.random() < 0.4:
        blocks = draw.sample((to_date, whole_year), 2)
        said = two_rows or not any(column.heading == variance for column in (*to_date, *whole_year))
        to_date, whole_year = (draw.sample(block, 3) for block in blocks) if said else blocks
    columns = [*to_date, *whole_year]
    if draw.random() < 0.25:
        _let_one_heading_slip(draw, columns)
    return [column for column in columns if column.field not in PAIRS] if draw.random() < 0.25 else columns


def _periods(draw: Random) -> tuple[str, str]:
    to_date = draw.choice(("YTD", "Year to date", "Year-to-date"))
    return to_date, draw.choice(("Annual", "Full year", "FY", "Full-year"))


def _two_blocks(draw: Random, variance: str) -> tuple[list[Column], list[Column]]:
    """Return columns that say their period in a heading above them."""
    budget, (to_date, year) = draw.choice(("Budget", "Plan")), _periods(draw)
    actual = [("ytd_budget", budget), ("ytd_actual", "Actual"), ("ytd_variance", variance)]
    forecast = [("annual_budget", budget), ("forecast_outturn", _forecast(draw)), ("forecast_variance", variance)]
    return [Column(*one, to_date) for one in actual], [Column(*one, year) for one in forecast]


def _one_row_blocks(draw: Random, variance: str) -> tuple[list[Column], list[Column]]:
    """Return columns that say their period themselves, save perhaps the variance beside them."""
    budget, (to_date, year) = draw.choice(("Budget", "Plan")), _periods(draw)
    actual = f"{to_date} {draw.choice(('Actual', 'Actuals', 'actual'))}"
    first, second = (draw.choice((f"{period} {variance}", variance)) for period in (to_date, year))
    return (
        [Column("ytd_budget", f"{to_date} {budget}"), Column("ytd_actual", actual), Column("ytd_variance", first)],
        [
            Column("annual_budget", f"{year} {budget}"),
            Column("forecast_outturn", _forecast(draw)),
            Column("forecast_variance", second),
        ],
    )


def _forecast(draw: Random) -> str:
    return draw.choice(("Forecast outturn", "FOT", "Forecast", "Forecast Out-turn"))


def _let_one_heading_slip(draw: Random, columns: list[Column]) -> None:
    at = draw.randrange(len(columns))
    if "/" not in columns[at].heading:
        columns[at] = replace(columns[at], heading=with_a_slip(draw, columns[at].heading))
