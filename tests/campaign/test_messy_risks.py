"""The risk table, however it is laid out, is read to the penny, each risk in its group."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

import pytest

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.sources.options import Options
from recovery.sources.workbook import CellValue
from tests.campaign.messy_sheets import Cells, total_of
from tests.campaign.printed_amounts import UNIT_TEXTS, Printed
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.workbooks import xlsx

GROUPS = ("Plan risks and mitigations", "QIPP risks", "Delivery risks", "Acute contracts", "Prescribing risks")
NAMES = ("Winter", "Contract", "Volume", "Price", "Backlog", "Pooled budget", "Total beds")
HEADINGS = {
    "total_risk": ("Total Risk", "Gross risk"),
    "mitigated_risk": ("Mitigated Risk", "Mitigated"),
    "in_forecast": ("In forecast", "Included in forecast"),
    "residual_risk": ("Residual risk", "Residual"),
}
COMMENT_HEADINGS = ("Original comment", "Mitigation comment")
COMMENTS = ("Risk of £1.5m if 75% not delivered", "Being mitigated")


@dataclass(frozen=True)
class Row:
    label: str
    group: str
    kind: str
    amounts: dict[str, Decimal]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_risk_table_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(risks, seed)) == [], f"seed {seed}"


def risks(draw: Random) -> Case:
    unit = draw.choice((Unit.MILLIONS, Unit.THOUSANDS))
    printed = Printed(unit, draw.choice(UNIT_TEXTS[unit]), 1 if unit is Unit.MILLIONS else 0)
    rows = _rows(draw, printed)
    content = xlsx({"Sheet1": _sheet(draw, rows, printed)})
    expected = {(row.label,): _expected(row, printed) for row in rows}
    return Case("risks", content, Options(year=FinancialYear(2018), month=3), ("risk",), expected)


def _expected(row: Row, printed: Printed) -> dict[str, object]:
    group = {"group": row.group} if row.kind == "line" else {}
    return {**dict.fromkeys(HEADINGS), **printed.pence(row.amounts), "kind": row.kind, **group}


def _rows(draw: Random, printed: Printed) -> list[Row]:
    plan = -_tenths(draw, printed, 50, 400)
    baseline = dict.fromkeys(("total_risk", "mitigated_risk", "in_forecast"), plan)
    groups = draw.sample(GROUPS, draw.randint(2, 4))
    lines = [_risk(draw, printed, group, number) for group in groups for number in range(draw.randint(1, 5))]
    total = total_of([baseline, *(line.amounts for line in lines)], tuple(HEADINGS))
    held = _tenths(draw, printed, 30, 30)
    contingency = {"mitigated_risk": held, "in_forecast": held, "residual_risk": Decimal(0)}
    net = {name: total[name] + amount - baseline.get(name, Decimal(0)) for name, amount in contingency.items()}
    return [
        Row("FY plan with QIPP", "", "baseline", baseline),
        *lines,
        Row(draw.choice(("Total Risk Position", "Total", "Total risks")), "", "total", total),
        Row("Contingency", "", "contingency", contingency),
        Row(draw.choice(("Net risk position after contingency", "Net position", "Net risk")), "", "net", net),
    ]


def _risk(draw: Random, printed: Printed, group: str, number: int) -> Row:
    whole = -_tenths(draw, printed, 1, 50)
    mitigated = printed.rounded(whole * draw.choice((Decimal(0), Decimal("0.5"), Decimal(1))))
    forecast = draw.choice((mitigated, Decimal(0)))
    amounts = dict(zip(HEADINGS, (whole, mitigated, forecast, mitigated - forecast), strict=True))
    return Row(f"{draw.choice(NAMES)} {group[:3]}{number}", group, "line", amounts)


def _tenths(draw: Random, printed: Printed, fewest: int, most: int) -> Decimal:
    """Return an amount of so many hundred thousand pounds."""
    return printed.rounded(Decimal(draw.randint(fewest, most)) * 10_000_000 / printed.unit.pence)


def _sheet(draw: Random, rows: list[Row], printed: Printed) -> list[Cells]:
    unit_in_title, has_comments, group_column = draw.random() < 0.5, draw.random() < 0.6, draw.random() < 0.5
    unit = "" if unit_in_title else f" {printed.text}"
    title: list[Cells] = [[f"Risks and mitigations {draw.choice(('M3', 'month 3', ''))}"]]
    above = title + [[]] * draw.randint(0, 2) if draw.random() < 0.7 else []
    above += [[printed.text]] if unit_in_title else []
    labels: Cells = ["Group"] if group_column else []
    labels += [draw.choice(("Risk", "Risks and mitigations to plan delivery", "")) or None]
    amounts: Cells = [draw.choice(texts) + unit for texts in HEADINGS.values()]
    headings = labels + _with_comments(amounts, COMMENT_HEADINGS if has_comments else ())
    return [*above, headings, *_body(rows, has_comments=has_comments, group_column=group_column)]


def _body(rows: list[Row], *, has_comments: bool, group_column: bool) -> list[Cells]:
    body: list[Cells] = []
    headed = ""
    for row in rows:
        if row.group not in ("", headed) and not group_column:
            body.append([row.group])
        headed = row.group
        in_column = row.group or ("Plan" if row.kind == "baseline" else "Total")
        labels: Cells = [in_column, row.label] if group_column else [row.label]
        comments = COMMENTS if row.kind == "line" else (None, None)
        body.append(labels + _with_comments(_amounts(row), comments if has_comments else ()))
    return body


def _amounts(row: Row) -> Cells:
    return [float(row.amounts[name]) if name in row.amounts else None for name in HEADINGS]


def _with_comments(cells: Cells, comments: tuple[CellValue, ...]) -> Cells:
    """Return cells with comments after the first of them."""
    return [cells[0], *comments, *cells[1:]]
