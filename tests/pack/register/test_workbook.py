"""The register's workbook: what stands in it, and that it helps whoever fills it in."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from openpyxl import load_workbook

from recovery.figure import Column, Figure
from recovery.pack.register import register_workbook
from recovery.programme.scheme import Kpi, Milestone
from recovery.programme.state import Approval, Condition, Override
from tests.registers import DAY, DRUGS, EFFICIENCY, QIPP, WARDS, YEAR, state_of

HISTORY = Figure(
    "history",
    "History",
    (Column("recorded_at", "Recorded at"), Column("effective_on", "Holds from"), Column("value", "Value", "money")),
    (("2018-07-30 10:11:12", "2018-07-29", Decimal("1.50")), ("not a moment", None, None)),
    ("line", "line"),
)


def moment(year: int, month: int, day: int, time: dt.time = dt.time()) -> dt.datetime:
    """A cell's date or moment as it is read back."""
    return dt.datetime.combine(dt.date(year, month, day), time)


def written(*states, programme=QIPP, history=None):
    content = register_workbook(
        states or (state_of(DRUGS), state_of(WARDS, 2)),
        programme,
        organisation="X1",
        year=YEAR,
        as_at=DAY,
        history=history,
    )
    return load_workbook(io.BytesIO(content))


def test_money_is_numbers_to_the_penny_dates_are_dates_and_schemes_stand_in_the_order_of_their_references():
    sheet = written()["Schemes"]
    assert [sheet.cell(row, 1).value for row in (6, 7)] == ["Q18-001", "Q18-002"]
    assert (sheet["N6"].value, sheet["N6"].number_format) == (100000.25, "#,##0.00;(#,##0.00);0.00")
    assert (sheet["J6"].value, sheet["J6"].number_format) == (moment(2018, 4, 1), "dd/mm/yyyy")
    assert (sheet["E6"].value, sheet["F6"].value) == ("2 Planning", "live")


def test_a_text_that_begins_like_a_formula_stays_a_text_and_its_lines_are_wrapped():
    cell = written()["Schemes"]["S6"]
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == ('=Not a "formula"\nbut two lines', "s", True)
    assert cell.alignment.wrap_text


def test_plan_actual_and_forecast_stand_in_rows_of_twelve_months_recurrent_and_not_apart():
    sheet = written()["Profiles"]
    assert [cell.value for cell in sheet[5]][:6] == [
        "Ref",
        "Scheme",
        "Recurrent",
        "Measure",
        "Apr 2018 (£)",
        "May 2018 (£)",
    ]
    assert [cell.value for cell in sheet[5]][-1] == "Mar 2019 (£)"
    rows = [[cell.value for cell in row[:6]] for row in sheet.iter_rows(min_row=6)]
    assert rows == [
        ["Q18-001", WARDS.title, "yes", "plan", 50000.25, 40000],
        ["Q18-001", WARDS.title, "yes", "actual", 40000, None],
        ["Q18-001", WARDS.title, "yes", "forecast", None, None],
        ["Q18-001", WARDS.title, "no", "plan", 10000, None],
        ["Q18-001", WARDS.title, "no", "actual", None, None],
        ["Q18-001", WARDS.title, "no", "forecast", 9000, None],
    ]


def test_headings_stay_in_sight_can_be_filtered_and_the_columns_are_wide_enough():
    for sheet in written().worksheets[1:]:
        assert sheet.freeze_panes == "C6"
        assert sheet.auto_filter.ref.startswith("A5:")
        assert all(sheet.column_dimensions[cell.column_letter].width >= 7 for cell in sheet[5])
        assert sheet.print_title_rows == "$5:$5"


def test_stages_ratings_and_words_are_chosen_from_lists():
    lists = {rule.formula1 for sheet in written() for rule in sheet.data_validations.dataValidation}
    assert lists == {
        '"0 Pipeline,1 Initiation,2 Planning,3 Delivery,4 Monitoring,5 Closure"', '"Red,Amber,Green"',
        '"live,withdrawn,closed"', '"yes,no"', '"plan,actual,forecast"', '"up,down"', '"quality,equality"', "1",
    }  # fmt: skip
    lists = {rule.formula1 for sheet in written(programme=EFFICIENCY) for rule in sheet.data_validations.dataValidation}
    assert '"High risk,Medium risk,Low risk"' in lists


def test_what_a_spreadsheet_cannot_hold_as_a_number_or_a_date_is_a_text():
    scheme = replace(
        DRUGS,
        kpis=(Kpi("x", baseline=Decimal("123456789012.1234"), target=Decimal("0.5")),),
        milestones=(Milestone("Long ago", dt.date(1899, 12, 31)),),
    )
    workbook = written(state_of(scheme))
    assert (workbook["KPIs"]["F6"].value, workbook["KPIs"]["G6"].value) == ("123456789012.1234", 0.5)
    assert workbook["Milestones"]["E6"].value == "1899-12-31"


def test_invented_schemes_are_marked_on_every_sheet():
    workbook = written(state_of(DRUGS, illustrative=True))
    assert "illustrative" in workbook["Read me"]["A3"].value
    assert all("illustrative" in sheet["A4"].value for sheet in workbook.worksheets[1:])
    assert written()["Schemes"]["A4"].value is None


def test_approvals_conditions_and_history_stand_beside_it_for_reading():
    approval = Approval("finance-review", 0, "fin@x.example", dt.date(2018, 5, 1), "Minutes", 1, (1,))
    condition = Condition(1, "finance-review", "Agree the tariff", "lead@x.example", dt.date(2018, 6, 30))
    state = state_of(
        DRUGS,
        approvals=MappingProxyType({"finance-review": approval}),
        conditions=(condition,),
        override=Override("Red", "Stuck", "pmo", DAY),
    )
    workbook = written(state, history=HISTORY)
    assert [cell.value for cell in workbook["Approvals"][6]] == [
        "Q18-002", DRUGS.title, "0 Pipeline", "Finance review", "fin@x.example", moment(2018, 5, 1), "Minutes", 1,
    ]  # fmt: skip
    assert [cell.value for cell in workbook["Conditions"][6]][3:7] == [
        "Finance review", "Agree the tariff", "lead@x.example", moment(2018, 6, 30),
    ]  # fmt: skip
    assert [cell.value for cell in workbook["History"][6]] == [
        moment(2018, 7, 30, dt.time(10, 11, 12)), moment(2018, 7, 29), 1.5,
    ]  # fmt: skip
    assert workbook["History"]["A7"].value == "not a moment"
    assert workbook["Schemes"]["X6"].value == "Red: Stuck"


def test_the_read_me_says_whose_register_it_is_and_what_each_sheet_holds():
    sheet = written()["Read me"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[0] == "QIPP programme: scheme register"
    assert texts[1] == "Scheme register, layout 1: X1 2018/19, as at 30/07/2018. Money in £."
    assert {"Schemes", "Profiles", "Milestones", "KPIs", "Risks", "Assessments", "Activity", "5 Closure"} <= set(texts)
