"""Risks, the control tables and the activity plan, re-added, against a plain reading of random tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.engine import queries
from recovery.period import MONTH_FIELDS
from recovery.reference import stages
from recovery.sources.definitions import dataset_named
from tests.checks.building import table
from tests.engine.drawn import amounts, plain_tables
from tests.engine.filled import FilledEngine, Loaded
from tests.engine.twin import percentage, total

if TYPE_CHECKING:
    from recovery.sources.table import Table

ENGINE = FilledEngine()
EXAMPLES = settings(max_examples=30, deadline=None, derandomize=True)
RISK_FIELDS = ("total_risk", "mitigated_risk", "in_forecast")


def asked(made: Table) -> list[dict[str, Any]]:
    number = ENGINE.load(Loaded(made))
    names = ["row_order", "kind", "flow", "added", *(field.name for field in made.definition.fields)]
    return [dict(zip(names, row, strict=True)) for row in queries.readded(ENGINE, made.definition, number)]


def in_pounds(made: Table) -> list[dict[str, Any]]:
    """Return a table's rows with money in pounds and counts as they are."""
    scales = {field.name: 100 if field.kind == "money" else 10_000 for field in made.definition.numbers}
    return [
        {
            name: Decimal(cell) / scales[name] if name in scales and cell is not None else cell
            for name, cell in row.items()
        }
        for row in made.rows.to_pylist()
    ]


@st.composite
def risk_tables(draw: st.DrawFn) -> Table:
    kinds = ["baseline"] * draw(st.integers(0, 1)) + ["line"] * draw(st.integers(1, 4))
    rows: list[dict[str, Any]] = [{"kind": kind} for kind in kinds]
    rows.append({"kind": "total", "parts": (0, len(rows) - 1)})
    rows += [{"kind": "contingency"}] * draw(st.integers(0, 1)) + [{"kind": "net"}] * draw(st.integers(0, 1))
    cells = dict.fromkeys(RISK_FIELDS, amounts)
    return table(
        "risks", [{**row, "risk": f"Risk {n}", **draw(st.fixed_dictionaries(cells))} for n, row in enumerate(rows)]
    )


@EXAMPLES
@given(risk_tables())
def test_a_risk_total_follows_the_reading_that_is_nearest_to_what_is_printed(made):
    rows = in_pounds(made)
    for row, found in zip(rows, asked(made), strict=True):
        expected = _nearest(row, rows) if row["kind"] in ("total", "net") else [row[name] for name in RISK_FIELDS]
        assert [found[name] for name in RISK_FIELDS] == expected
        assert found["residual_risk"] == total([(1, expected[1]), (-1, expected[2])])


def _nearest(row: dict[str, Any], rows: list[dict[str, Any]]) -> list[Decimal | None]:
    lines = {"line"} if row["kind"] == "total" else {"line", "contingency"}
    with_plan = lines | {"baseline"}
    readings = [with_plan, lines, with_plan] if row["kind"] == "total" else [lines, lines, with_plan]
    sums = [
        [total([(1, part[name]) for part in rows if part["kind"] in members]) for name in RISK_FIELDS]
        for members in readings
    ]

    def misfit(amounts_read: list[Decimal | None]) -> Decimal:
        pairs = zip((row[name] for name in RISK_FIELDS), amounts_read, strict=True)
        return sum((abs(printed - (read or 0)) for printed, read in pairs if printed is not None), Decimal(0))

    return min(sums, key=misfit)


@EXAMPLES
@given(plain_tables("qipp-gateway"))
def test_the_stage_matrix_is_added_across_and_down(made):
    number = ENGINE.load(Loaded(made))
    cells: dict[int, dict[str, Decimal | None]] = {}
    for order, field, amount in queries.qipp_gateway_readded(ENGINE, number):
        cells.setdefault(order, {})[field] = amount
    rows = in_pounds(made)
    for row in rows:
        parts = [row]
        if row["kind"] == "total":
            span = range(row["parts_from"], row["parts_to"] + 1)
            parts = [p for p in rows if p["kind"] == "line" and p["flow"] == row["flow"] and p["row_order"] in span]
        assert _filled(cells[row["row_order"]]) == _filled(_across(parts))
    assert set(range(len(rows))) <= set(cells)


def _across(parts: list[dict[str, Any]]) -> dict[str, Decimal | None]:
    names = [f"{stage.name.lower()}_{measure}" for stage in stages() for measure in ("count", "value")]
    result = {name: total([(1, part[name]) for part in parts]) for name in [*names, "target"]}
    for label, first in (("excluding", 1), ("including", 0)):
        for measure in ("count", "value"):
            found = total([(1, result[f"{stage.name.lower()}_{measure}"]) for stage in stages()[first:]])
            result[f"total_{label}_pipeline_{measure}"] = found or Decimal(0)
        if result["target"] is not None:
            result[f"gap_{label}_pipeline"] = result["target"] - result[f"total_{label}_pipeline_value"]
    return result


def _filled(cells: dict[str, Decimal | None]) -> dict[str, Decimal]:
    return {name: amount for name, amount in cells.items() if amount is not None}


@EXAMPLES
@given(plain_tables("qipp-rag"))
def test_the_summary_by_rag_is_added_down_and_shared_out(made):
    rows = in_pounds(made)
    whole = total([(1, row["risk_adjusted"]) for row in rows if row["kind"] == "line" and row["flow"] == ""])
    for found in asked(made):
        if found["flow"] == "memorandum":
            continue
        below = found["net_value"] if found["kind"] == "total" else whole
        assert found["share"] == percentage(found["risk_adjusted"], below)
        assert found["variance"] == total([(1, found["risk_adjusted"]), (-1, found["net_value"])])
        if found["kind"] == "line":
            assert found["net_value"] == rows[found["row_order"]]["net_value"]
        if found["added"]:
            lines = [row for row in rows if row["kind"] == "line" and row["flow"] == ""]
            assert found["risk_adjusted"] == total([(1, row["risk_adjusted"]) for row in lines])


@st.composite
def activity_plans(draw: st.DrawFn) -> Table:
    names = [field.name for field in dataset_named("activity-plan").numbers]
    given_names = [name for name in names if name != "qipp" or draw(st.booleans())]
    cells = dict.fromkeys(given_names, st.one_of(st.none(), st.integers(-500, 90_000)))
    rows = draw(st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=5))
    return table("activity-plan", [{**row, "code": f"E.M.{n}", "title": f"T{n}"} for n, row in enumerate(rows)])


@EXAMPLES
@given(activity_plans())
def test_the_activity_plan_of_the_year_comes_from_its_savings_or_from_its_months(made):
    rows = in_pounds(made)
    has_qipp = any(row["qipp"] is not None for row in rows)
    for row, found in zip(rows, asked(made), strict=True):
        across = row["do_nothing"] + (row["qipp"] or 0) if has_qipp and row["do_nothing"] is not None else None
        months = total([(1, row[name]) for name in MONTH_FIELDS])
        plan = next((amount for amount in (across, months, row["plan"]) if amount is not None), None)
        assert found["plan"] == plan
        change = None if plan is None or row["outturn_prior"] is None else plan - row["outturn_prior"]
        assert found["change_on_prior"] == percentage(change, row["outturn_prior"])
