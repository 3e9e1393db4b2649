from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "data" / "demo"
WEIGHTS = {"Red": Decimal("0.6"), "Amber": Decimal("0.7"), "Green": Decimal(1)}
PIPELINE_WEIGHT = Decimal("0.5")


def rows(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        next(file)
        return list(csv.DictReader(file))


def thousands(pounds: Decimal) -> int:
    return int((pounds / 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@pytest.fixture(scope="module")
def register() -> list[dict[str, str]]:
    return rows("month-03/schemes.csv")


def test_making_the_illustrative_tables_again_gives_the_same_bytes(tmp_path):
    subprocess.run([sys.executable, DEMO / "make_illustrative.py", tmp_path], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.csv")}
    assert len(made) == 50
    assert made == {name: (DEMO / name).read_bytes() for name in made}


def test_the_register_has_fifty_five_schemes_with_references_of_their_own(register):
    assert len(register) == 55
    assert len({scheme["ref"] for scheme in register}) == 55
    assert all(scheme["net_value"].isdigit() for scheme in register)


def test_the_register_gives_every_cell_of_the_published_stage_matrix(register):
    counts: dict[tuple[str, str], int] = defaultdict(int)
    pounds: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for scheme in register:
        places = [scheme["stage"].lower(), "total_including_pipeline"]
        if scheme["stage"] != "Pipeline":
            places.append("total_excluding_pipeline")
        for area in (scheme["area"], "Totals"):
            for place in places:
                counts[area, place] += 1
                pounds[area, place] += Decimal(scheme["net_value"])
    checked = 0
    for row in rows("month-03/qipp-gateway.csv"):
        if row["area"].startswith("Memorandum"):
            continue
        for column, printed in row.items():
            place, _, measure = column.rpartition("_")
            if measure == "count":
                assert counts[row["area"], place] == int(printed or 0), (row["area"], column)
            elif measure == "value":
                assert thousands(pounds[row["area"], place]) == int(printed or 0), (row["area"], column)
            checked += measure in {"count", "value"}
        gap = Decimal(int(row["target"]) * 1000)
        assert thousands(gap - pounds[row["area"], "total_excluding_pipeline"]) == int(row["gap_excluding_pipeline"])
        assert thousands(gap - pounds[row["area"], "total_including_pipeline"]) == int(row["gap_including_pipeline"])
    assert checked == 10 * 16


def test_the_register_gives_every_cell_of_the_published_rag_table(register):
    net: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    adjusted: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for scheme in register:
        pipeline = scheme["stage"] == "Pipeline"
        status = "Pipeline" if pipeline else "Schemes in delivery"
        value = Decimal(scheme["net_value"])
        weight = PIPELINE_WEIGHT if pipeline else WEIGHTS[scheme["rag"]]
        for key in ((status, scheme["rag"]), ("Total", "")):
            net[key] += value
            adjusted[key] += value * weight
    published = rows("month-03/qipp-rag.csv")
    assert len(published) == 5
    whole = adjusted["Total", ""]
    for row in published:
        key = (row["status"], row["rag"])
        share = adjusted[key] / (net[key] if key[0] == "Total" else whole) * 100
        assert thousands(net[key]) == int(row["net_value"])
        assert thousands(adjusted[key]) == int(row["risk_adjusted"])
        assert thousands(adjusted[key] - net[key]) == int(row["variance"])
        assert f"{share.quantize(Decimal(1), rounding=ROUND_HALF_UP)}%" == row["share"]


def test_a_scheme_never_goes_back_a_stage_from_month_to_month():
    order = ["Pipeline", "Initiation", "Planning", "Delivery", "Monitoring", "Closure"]
    first, second, third = (
        {scheme["ref"]: order.index(scheme["stage"]) for scheme in rows(f"month-0{month}/schemes.csv")}
        for month in (1, 2, 3)
    )
    assert set(first) < set(second) == set(third)
    assert all(second[ref] - first[ref] in {0, 1} for ref in first)
    assert all(third[ref] - second[ref] in {0, 1} for ref in second)
    assert sum(third[ref] > second[ref] for ref in second) > 5


def test_the_months_of_last_year_add_up_to_the_published_outturn_and_parents_to_their_parts():
    months = ("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar")
    actuals = {row["code"]: [int(row[month]) for month in months] for row in rows("year/activity-actuals-2017-18.csv")}
    printed = {row["code"]: row["outturn_2017_18"] for row in rows("year/activity-plan.csv")}
    assert set(actuals) == set(printed)
    with_outturn = {code: int(text) for code, text in printed.items() if text}
    assert len(with_outturn) == 10
    assert {code: sum(actuals[code]) for code in with_outturn} == with_outturn
    for parent in ("E.M.7", "E.M.10", "E.M.11"):
        parts = zip(actuals[f"{parent}a"], actuals[f"{parent}b"], strict=True)
        assert actuals[parent] == [sum(pair) for pair in parts]


@pytest.mark.parametrize("month", [1, 2])
def test_the_lines_of_an_invented_position_add_up_exactly(month):
    table = {
        row.pop("line"): {name: int(value) for name, value in row.items()}
        for row in rows(f"month-0{month}/position.csv")
    }
    income, total, net = (table.pop(name) for name in ("Allocation", "Total Expenditure", "In year deficit"))
    assert len(table) == 7
    for name in ("ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn"):
        assert total[name] == sum(line[name] for line in table.values())
        assert net[name] == income[name] - total[name]
    assert all(line["ytd_variance"] == line["ytd_budget"] - line["ytd_actual"] for line in table.values())
    assert net["ytd_variance"] == total["ytd_variance"] == net["ytd_actual"] - net["ytd_budget"]


def test_the_year_before_ends_as_published_and_its_lines_add_up_to_its_totals():
    plan = {row["line"]: row for row in rows("year/financial-plan.csv")}
    march = {row["line"]: row for row in rows("year-2017-18/position-month-12.csv")}
    for line in ("Allocation", "Continuing Care", "Running Costs"):
        assert march[line]["ytd_actual"] == march[line]["forecast_outturn"] == plan[line]["forecast_outturn_2017_18"]
    assert march["Total Expenditure"]["ytd_actual"] == plan["Total spend"]["forecast_outturn_2017_18"]
    assert march["In year deficit"]["ytd_actual"] == plan["Surplus/(deficit)"]["forecast_outturn_2017_18"] == "-48200"
    for month in range(1, 13):
        position = rows(f"year-2017-18/position-month-{month:02d}.csv")
        for column in ("ytd_actual", "annual_budget", "forecast_outturn"):
            income, *lines, total, net = (int(row[column]) for row in position)
            assert (sum(lines), income - total) == (total, net)
        assert position[-1]["annual_budget"] == "-15500"
