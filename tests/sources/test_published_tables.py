"""The published tables, pasted cell by cell as the document prints them, and the same figures as CSV."""

from __future__ import annotations

import csv

import pytest

from recovery.money import Unit
from recovery.sources.options import Options
from recovery.sources.reading import read
from recovery.sources.table import Table
from recovery.sources.workbook import CellValue, SourceFile
from tests.sources.grids import column, reading_of, table_of
from tests.sources.published import REFERENCE, needs_reference, printed

THOUSANDS = Options(unit=Unit.THOUSANDS)
MILLIONS = Options(unit=Unit.MILLIONS)
PRINTED = {
    "financial-plan": ("2018/19 Financial Plan", "Month 3 Position", THOUSANDS, "financial_plan"),
    "position": ("Month 3 Position", "- CCG spend is", Options(), "month_end_position_m03"),
    "risks": ("Risks and mitigations to", "There are 3 main", MILLIONS, "risks_and_mitigations_m03"),
    "qipp-rag": ("Status\tRAG", "61", THOUSANDS, "qipp_rag_m03"),
    "qipp-gateway": ("Expenditure area\t0", "Improvement Plan", Options(), "qipp_gateway_m03"),
    "activity-plan": ("Code\tTitle", "", Options(), "activity_plan"),
}


def _printed_table(dataset: str) -> Table:
    first, after, options, _ = PRINTED[dataset]
    return table_of(printed(first, after), options)


def _csv_table(dataset: str) -> Table:
    _, _, options, name = PRINTED[dataset]
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows: list[list[CellValue]] = [[cell or None for cell in row] for row in csv.reader(file)]
    return table_of(rows, Options(unit=options.unit or Unit.THOUSANDS))


@needs_reference
@pytest.mark.parametrize("dataset", PRINTED)
def test_a_printed_table_is_recognised_and_gives_the_figures_of_the_csv(dataset):
    from_print, from_csv = _printed_table(dataset), _csv_table(dataset)
    assert from_print.dataset == from_csv.dataset == dataset
    assert from_print.rows.num_rows == from_csv.rows.num_rows > 4
    for field in from_csv.definition.numbers:
        assert column(from_print, field.name) == column(from_csv, field.name), field.name
    assert column(from_print, "kind") == column(from_csv, "kind")
    assert column(from_print, "parts_from") == column(from_csv, "parts_from")
    assert column(from_print, "parent") == column(from_csv, "parent")


@needs_reference
def test_the_printed_plan_is_not_believed_to_be_in_millions():
    rows = printed("2018/19 Financial Plan", "Month 3 Position")
    reading = reading_of(rows, Options())
    assert [question.rule for question in reading.questions] == ["unit-not-believed"]
    assert "£m" in reading.questions[0].message
    plan = table_of(rows, THOUSANDS)
    assert (plan.unit, plan.unit_from) == (Unit.THOUSANDS, "option")
    assert column(plan, "plan")[0] == 118_102_200_000


@needs_reference
def test_the_printed_plan_has_its_section_its_nil_line_and_its_net_row():
    plan = _printed_table("financial-plan")
    assert column(plan, "section")[1:13] == ["Expenditure"] * 12
    assert column(plan, "line")[12] == "Unidentified QIP P"
    assert column(plan, "plan")[12] is None
    assert column(plan, "kind") == ["line"] * 13 + ["total", "net"]
    assert column(plan, "flow") == ["income"] + ["expenditure"] * 13 + [""]
    assert (column(plan, "parts_from")[13], column(plan, "parts_to")[13]) == (1, 12)


@needs_reference
def test_the_printed_position_says_its_unit_sign_and_month():
    position = _printed_table("position")
    assert (position.unit, position.unit_from) == (Unit.THOUSANDS, "B3: YTD Budget £'000")
    assert position.sign_from == "heading: Variance Fav/(adv) £'000"
    assert position.month == 3
    assert position.columns["ytd_variance"] == "D"
    assert position.columns["forecast_variance"] == "G"
    assert column(position, "ytd_variance")[1] == -197_600_000


@needs_reference
def test_the_printed_risks_have_a_baseline_a_line_named_total_and_labels_beside_their_figures():
    risks = _printed_table("risks")
    kinds, labels = column(risks, "kind"), column(risks, "risk")
    assert kinds == ["baseline"] + ["line"] * 17 + ["total", "contingency", "net"]
    assert labels[17] == "Total CCG budget"
    assert labels[19:] == ["Contingency", "Net risk position after contingency"]
    assert column(risks, "group")[1] == "Plan risks and mitigations"
    assert column(risks, "group")[18:] == ["", "", ""]
    assert risks.unused == ("Original Plan risk comment", "Mitigation comment")
    assert risks.quanta["total_risk"] == 1_000_000


@needs_reference
def test_the_printed_rag_table_has_its_share_under_variance_and_its_variance_beside_it():
    rag = _printed_table("qipp-rag")
    assert (rag.columns["share"], rag.columns["variance"]) == ("E", "F")
    assert column(rag, "share") == [5_000_000, 5_000_000, 89_000_000, 1_000_000, 94_000_000]
    assert column(rag, "status") == ["Schemes in delivery"] * 3 + ["Pipeline", ""]
    assert column(rag, "kind") == ["line"] * 4 + ["total"]


@needs_reference
def test_the_printed_matrix_has_a_memorandum_block_with_its_own_total():
    matrix = _printed_table("qipp-gateway")
    assert column(matrix, "flow") == [""] * 10 + ["memorandum"] * 4
    assert column(matrix, "kind") == ["line"] * 9 + ["total"] + ["line"] * 3 + ["total"]
    assert (column(matrix, "parts_from")[13], column(matrix, "parts_to")[13]) == (10, 12)
    assert column(matrix, "section")[10] == "Memorandum Acute GIC and PbR"


@needs_reference
def test_the_printed_activity_plan_knows_parts_by_their_codes_and_no_totals_by_their_titles():
    plan = _printed_table("activity-plan")
    assert set(column(plan, "kind")) == {"line", "part"}
    codes, parents = column(plan, "code"), column(plan, "parent")
    assert {codes[row]: codes[parent] for row, parent in enumerate(parents) if parent is not None} == {
        "E.M.7a": "E.M.7",
        "E.M.7b": "E.M.7",
        "E.M.10a": "E.M.10",
        "E.M.10b": "E.M.10",
        "E.M.11a": "E.M.11",
        "E.M.11b": "E.M.11",
    }


@needs_reference
@pytest.mark.parametrize("name", ["ics_workstreams_2021_09", "improvement_actions", "operational_risks"])
def test_a_published_list_that_is_none_of_the_tables_is_not_taken_for_one(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows: list[list[CellValue]] = [[cell or None for cell in row] for row in csv.reader(file)]
    reading = reading_of(rows)
    assert [error.rule for error in reading.errors] == ["nothing-recognised"]
    assert reading.tables == ()


@needs_reference
@pytest.mark.parametrize("name", ["Apr_16", "Apr_17", "Jun_18"])
def test_the_national_activity_return_is_not_taken_for_another_of_the_tables(name):
    path = REFERENCE / "monthly_activity_return" / f"{name}.xls"
    reading = read([SourceFile(path.name, path.read_bytes())], Options())
    assert [(table.dataset, table.sheet) for table in reading.tables] == [("activity-return", "Commissioner")]
    others = read([SourceFile(path.name, path.read_bytes())], Options(dataset="activity-actuals"))
    assert [error.rule for error in others.errors] == ["nothing-recognised"]
