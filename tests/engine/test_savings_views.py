"""The register's matrix and RAG summary, and the forecast, against a plain reading of the same rows."""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.engine import queries
from recovery.engine.kept import loaded_register
from recovery.engine.queries import Earlier
from recovery.period import FinancialYear
from recovery.reference import rags, risk_weights, stages
from recovery.view import View
from tests.checks.building import table
from tests.engine.drawn import flow_tables
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.twin import percentage, total

ENGINE = FilledEngine()
EXAMPLES = settings(max_examples=30, deadline=None, derandomize=True)
VIEW = View("X01", FinancialYear(2018), 3)
RAGS = [rag.name for rag in rags()]
AREAS = ("Acute", "acute ", "Community  care", "Community care", "Prescribing")
WEIGHTS = {(weight.basis, weight.key): weight.weight for weight in risk_weights() if weight.programme == "qipp"}
scheme = st.fixed_dictionaries(
    {
        "area": st.sampled_from(AREAS),
        "stage": st.sampled_from([stage.number for stage in stages()]),
        "rag": st.sampled_from(RAGS),
        "net_value": st.one_of(st.none(), st.integers(-500, 5_000)),
    }
)
registers = st.lists(scheme, min_size=1, max_size=12)
targets = st.dictionaries(st.sampled_from(["Acute", "Mental health", "Prescribing"]), st.integers(0, 9_000), max_size=3)


def key(area: str) -> str:
    return " ".join(area.lower().split())


def pounds(row: dict[str, Any]) -> Decimal:
    return Decimal(row["net_value"] or 0) * 1000


def weight(row: dict[str, Any]) -> Decimal:
    by_stage = WEIGHTS.get(("stage", stages()[row["stage"]].name))
    return WEIGHTS["rag", row["rag"]] if by_stage is None else by_stage


def load_register(rows: list[dict[str, Any]]) -> int:
    named = [{"ref": f"Q{number}", "scheme": f"Scheme {number}", **row} for number, row in enumerate(rows)]
    return ENGINE.load(Loaded(table("schemes", named), month=3))


@EXAMPLES
@given(registers)
def test_the_register_by_rag_is_the_sum_of_its_schemes_times_their_weights(rows):
    number = load_register(rows)
    expected: dict[tuple[bool, str], list[Decimal]] = {(False, rag): [Decimal(0), Decimal(0)] for rag in RAGS}
    for row in rows:
        amounts = expected.setdefault((row["stage"] == 0, row["rag"]), [Decimal(0), Decimal(0)])
        amounts[0] += pounds(row)
        amounts[1] += pounds(row) * weight(row)
    net, adjusted = (sum(values, Decimal(0)) for values in zip(*expected.values(), strict=True))
    found = queries.qipp_rag_from_register(ENGINE, loaded_register(VIEW, number), RAGS)
    assert found == [
        (in_pipeline, rag, *expected[in_pipeline, rag], percentage(expected[in_pipeline, rag][1], adjusted),
         expected[in_pipeline, rag][1] - expected[in_pipeline, rag][0])
        for in_pipeline, rag in sorted(expected, key=lambda pair: (pair[0], RAGS.index(pair[1])))
    ]  # fmt: skip
    assert queries.qipp_rag_total(ENGINE, loaded_register(VIEW, number)) == (
        net,
        adjusted,
        percentage(adjusted, net),
        adjusted - net,
    )


@EXAMPLES
@given(registers, targets)
def test_the_register_by_stage_is_the_sum_of_its_schemes_and_its_gaps_follow(rows, required):
    number = load_register(rows)
    wanted = [{"area": area, "target": target} for area, target in required.items()]
    target_number = ENGINE.load(Loaded(table("qipp-targets", wanted))) if wanted else None
    found: dict[str | None, dict[str, Decimal]] = defaultdict(dict)
    held = loaded_register(VIEW, number)
    for _, _, area, field, amount in queries.qipp_gateway_from_register(ENGINE, held, None, target_number):
        found[None if area is None else key(area)][field] = amount
    areas = list(dict.fromkeys([key(area) for area in required] + [key(row["area"]) for row in rows]))
    assert list(found) == [*areas, None]
    for area in [*areas, None]:
        members = [row for row in rows if area in (None, key(row["area"]))]
        goals = [Decimal(1000 * target) for name, target in required.items() if area in (None, key(name))]
        assert found[area] == _cells(members, goals, has_targets=bool(required))


def _cells(rows: list[dict[str, Any]], goals: list[Decimal], *, has_targets: bool) -> dict[str, Decimal]:
    cells: dict[str, Decimal] = {}
    for stage in stages():
        members = [row for row in rows if row["stage"] == stage.number]
        values = total([(1, pounds(row)) for row in members if row["net_value"] is not None])
        if members:
            cells[f"{stage.name.lower()}_count"] = Decimal(len(members))
            cells[f"{stage.name.lower()}_value"] = values
    for name, first in (("excluding", 1), ("including", 0)):
        members = [row for row in rows if row["stage"] >= first]
        cells[f"total_{name}_pipeline_count"] = Decimal(len(members))
        cells[f"total_{name}_pipeline_value"] = sum(map(pounds, members), Decimal(0))
        if has_targets:
            cells[f"gap_{name}_pipeline"] = sum(goals, Decimal(0)) - cells[f"total_{name}_pipeline_value"]
    return cells | ({"target": sum(goals, Decimal(0))} if goals else {})


def in_proportion(amount: Decimal | None, multiplier: Decimal | None, divisor: Decimal | None) -> Decimal | None:
    if amount is None or multiplier is None or not divisor:
        return None
    return (amount * multiplier / divisor).quantize(Decimal("0.01"), ROUND_HALF_UP)


@EXAMPLES
@given(flow_tables("position"), st.integers(1, 12))
def test_the_forecast_of_a_line_is_its_actual_to_date_carried_on(made, month):
    number = ENGINE.load(Loaded(made, month))
    alone = {"earlier": Earlier(None), "removed": {}, "residual": None, "residual_by_line": {}}
    rows = {row[0]: row for row in queries.forecast(ENGINE, number, month, **alone)}
    lines = [row for row in made.rows.to_pylist() if row["kind"] in ("line", "part")]
    assert lines
    for line in lines:
        budget, actual, annual, forecast = (
            None if line[name] is None else Decimal(line[name]) / 100
            for name in ("ytd_budget", "ytd_actual", "annual_budget", "forecast_outturn")
        )
        left = None if forecast is None else forecast - (actual or 0)
        assert rows[line["row_order"]][5:10] == (
            forecast,
            in_proportion(actual, Decimal(12), Decimal(month)),
            in_proportion(actual, annual, budget),
            in_proportion(left, Decimal(1), Decimal(12 - month)),
            in_proportion(actual, Decimal(1), Decimal(month)),
        )
