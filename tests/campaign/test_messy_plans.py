"""The financial plan, however it is laid out, is read to the penny."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from recovery.period import FinancialYear
from recovery.sources.options import Options
from tests.campaign.messy_sheets import Column, messy_sheet, total_of
from tests.campaign.printed_amounts import Printed, any_unit
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.campaign.row_labels import INCOME, LINES, NETS, ROLES, TOTALS

PRIOR = ("2017/18 ", "17/18 ", "2017-18 ")
YEARS = ("2018/19", "18/19", "2018-19")
HEADINGS = {
    "forecast_outturn_prior": tuple(year + name for year in PRIOR for name in ("FOT", "Outturn", "forecast outturn")),
    "recurrent_exit_prior": (*(f"{year}Recurrent Exit position" for year in PRIOR), "Recurrent exit", "Exit run rate"),
    "increase_in_allocation": ("Increase in allocation", "Allocation growth"),
    "tariff_inflation": ("Tariff Inflation/Inflation", "Inflation"),
    "growth": ("Growth", "Demographic growth", "Activity growth"),
    "mhis_gpfv": ("MHIS & GPFV", "MHIS and GPFV"),
    "other_recurrent_investment": ("Other recurrent investments", "Other Recurrent Investment"),
    "non_recurrent_investment": ("Non-recurrent investments", "Non recurrent investment"),
    "contingency": ("Contingency",),
    "other_reserves": ("Other reserves",),
    "planned_qipp": ("Planned QIPP", "QIPP", "Planned QIP P"),
    "plan": ("Plan", *(text for year in YEARS for text in (f"{year} Plan", f"{year} Budget", f"Plan {year}"))),
}
STEPS = tuple(HEADINGS)[3:10]
NET_FIELDS = ("forecast_outturn_prior", "recurrent_exit_prior", "plan")

Amounts = dict[str, Decimal]
Row = tuple[str, Amounts, str]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_financial_plan_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(plan, seed)) == [], f"seed {seed}"


def plan(draw: Random) -> Case:
    printed = any_unit(draw)
    steps = draw.sample(STEPS, draw.randint(3, 7))
    rows = _rows(draw, printed, steps)
    columns = _columns(draw, steps)
    content = messy_sheet(draw, columns, [(label, amounts) for label, amounts, _ in rows], printed)
    nil = dict.fromkeys(column.field for column in columns)
    expected = {(label,): nil | printed.pence(amounts) | ROLES[role] for label, amounts, role in rows}
    return Case("financial-plan", content, Options(year=FinancialYear(2018)), ("line",), expected)


def _columns(draw: Random, steps: list[str]) -> list[Column]:
    fields = [name for name in HEADINGS if name not in STEPS]
    fields[3:3] = steps
    order = draw.sample(fields, len(fields)) if draw.random() < 0.4 else fields
    return [Column(name, draw.choice(HEADINGS[name])) for name in order]


def _rows(draw: Random, printed: Printed, steps: list[str]) -> list[Row]:
    lines = [_line(draw, printed, steps) for _ in range(draw.randint(3, 8))]
    fields = [name for name in HEADINGS if name not in STEPS and name != "increase_in_allocation"]
    total = total_of(lines, [*fields, *steps])
    income = _income(draw, printed)
    net = {name: income[name] - total[name] for name in NET_FIELDS}
    labels = draw.sample(LINES, len(lines))
    return [
        (draw.choice(INCOME), income, "income"),
        *((label, line, "line") for label, line in zip(labels, lines, strict=True)),
        (draw.choice(TOTALS), total, "total"),
        (draw.choice(NETS), net, "net"),
    ]


def _line(draw: Random, printed: Printed, steps: list[str]) -> Amounts:
    base = printed.amount(draw, 0.2, 5)
    moved = {name: printed.amount(draw, 0.01, 0.1) for name in steps if draw.random() < 0.6}
    parts = {"recurrent_exit_prior": base, **moved, "planned_qipp": -printed.amount(draw, 0.01, 0.2)}
    outturn = printed.rounded(base * Decimal("1.01"))
    return {"forecast_outturn_prior": outturn, **parts, "plan": sum(parts.values(), Decimal(0))}


def _income(draw: Random, printed: Printed) -> Amounts:
    outturn, base = printed.amount(draw, 5, 9), printed.amount(draw, 5, 9)
    growth = printed.amount(draw, 0.1, 0.5)
    amounts = (outturn, base, growth, base + growth)
    return dict(zip((*NET_FIELDS[:2], "increase_in_allocation", "plan"), amounts, strict=True))
