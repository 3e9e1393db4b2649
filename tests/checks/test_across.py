from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.checks import reconcile_across
from recovery.checks.across import RULES
from recovery.findings import Severity
from recovery.money import Unit
from recovery.reference import stages
from recovery.sources.definitions import stage_field
from tests.checks.building import table

AREAS, RAGS = ("Acute", "Community", "Estates"), ("Red", "Amber", "Green")
WEIGHTS = {"Red": Fraction(6, 10), "Amber": Fraction(7, 10), "Green": Fraction(1)}
SCHEMES = st.lists(
    st.tuples(st.sampled_from(AREAS), st.integers(0, 5), st.sampled_from(RAGS), st.integers(1, 10**6)),
    min_size=1,
    max_size=25,
)


def register(schemes):
    names = ("area", "stage", "rag", "net_value")
    rows = [{"ref": f"Q{number}", **dict(zip(names, scheme, strict=True))} for number, scheme in enumerate(schemes)]
    return table("schemes", rows, unit=Unit.POUNDS)


def matrix(schemes):
    """The matrix in £, added up in plain Python."""
    rows = [_matrix_row(area, [one for one in schemes if one[0] == area]) for area in AREAS]
    return [*rows, {**_matrix_row("Total", schemes), "kind": "total", "parts": (0, 2)}]


def _matrix_row(label, schemes):
    row = {"area": label}
    for stage in stages():
        values = [value for _, number, _, value in schemes if number == stage.number]
        row |= {stage_field(stage, "count"): len(values), stage_field(stage, "value"): sum(values)}
    past = [value for _, number, _, value in schemes if number]
    row |= {"total_excluding_pipeline_count": len(past), "total_excluding_pipeline_value": sum(past)}
    whole = sum(value for *_, value in schemes)
    return row | {"total_including_pipeline_count": len(schemes), "total_including_pipeline_value": whole}


def summary(schemes):
    """The summary by RAG in £, risk-adjusted values rounded half up."""
    rows = []
    for status, piped in (("Schemes in delivery", False), ("Pipeline", True)):
        for rag in RAGS:
            net = sum(value for _, number, own, value in schemes if own == rag and (number == 0) == piped)
            weighted = net * (Fraction(1, 2) if piped else WEIGHTS[rag])
            rows.append(
                {"status": status, "rag": rag, "net_value": net, "risk_adjusted": int(weighted + Fraction(1, 2))}
            )
    return rows


@given(SCHEMES)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_control_tables_added_up_from_the_register_have_no_findings(schemes):
    tables = {
        "schemes": register(schemes),
        "qipp-gateway": table("qipp-gateway", matrix(schemes), unit=Unit.POUNDS),
        "qipp-rag": table("qipp-rag", summary(schemes), unit=Unit.POUNDS),
    }
    assert reconcile_across(tables) == []


@given(SCHEMES, st.data())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_one_wrong_cell_of_the_matrix_is_the_one_that_is_named(schemes, data):
    rows = matrix(schemes)
    row = data.draw(st.integers(0, 3))
    field = data.draw(st.sampled_from([name for name in rows[0] if name != "area"]))
    rows[row][field] += data.draw(st.sampled_from([-1, 1])) * (1 if field.endswith("count") else len(schemes) + 1)
    tables = {"schemes": register(schemes), "qipp-gateway": table("qipp-gateway", rows, unit=Unit.POUNDS)}
    assert [(one.row, one.column, one.severity) for one in reconcile_across(tables)] == [
        (rows[row]["area"], field, Severity.DIFFERENCE)
    ]


@given(SCHEMES, st.data())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_one_wrong_row_of_the_summary_is_the_one_that_is_named(schemes, data):
    rows = summary(schemes)
    row, field = data.draw(st.integers(0, 5)), data.draw(st.sampled_from(["net_value", "risk_adjusted"]))
    rows[row][field] += 2 * len(schemes) + 2
    tables = {"schemes": register(schemes), "qipp-rag": table("qipp-rag", rows, unit=Unit.POUNDS)}
    named = f"{rows[row]['status']}, {rows[row]['rag']}"
    assert [(one.row, one.column, one.severity) for one in reconcile_across(tables)] == [
        (named, field, Severity.DIFFERENCE)
    ]


def test_no_tables_have_no_findings():
    assert reconcile_across({}) == []


def test_every_rule_between_tables_says_what_it_checks():
    assert len({rule.__name__ for rule in RULES}) == len(RULES) >= 10
    assert all(rule.__doc__ and rule.__doc__.startswith("Check") for rule in RULES)
