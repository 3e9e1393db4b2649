from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from recovery.pack.template import HEADER_ROW, template, write_template
from recovery.period import FinancialYear
from recovery.reference import rags, stages
from recovery.sources.definitions import datasets
from recovery.sources.options import Options
from recovery.sources.reading import read
from recovery.sources.workbook import SourceFile
from tests.checks.building import table
from tests.pack.filling import filled
from tests.spec import published_tables as published

YEAR = FinancialYear(2018)
SCHEMES = table(
    "schemes",
    [
        {
            "ref": "007",
            "scheme": "Beds",
            "area": "Community",
            "stage": 0,
            "rag": "Red",
            "net_value": 600,
            "start_month": 4,
        },
        {
            "ref": "8",
            "scheme": "=Pens",
            "area": "Estates",
            "stage": 3,
            "rag": "Green",
            "net_value": 20,
            "lead": "Buyer",
        },
    ],
)
ACTUALS = table(
    "activity-actuals",
    [
        {"code": "E.M.7", "title": "Referrals", "financial_year": 2018, "month": month, "actual": 25_000 + month}
        for month in (1, 2, 12)
    ],
)
RETURN = table(
    "activity-return",
    [
        {"code": f"X0{letter}", "name": f"Commissioner {letter}", "financial_year": 2018, "month": 3, **counts}
        for letter, counts in {
            "A": {"elective_ordinary": 190, "elective_day_case": 800, "elective_total": 990, "non_elective": 700},
            "B": {"gp_referrals_made": 1500, "other_referrals_made": 1200, "first_attendances": 2100},
        }.items()
    ],
)
PRICES = table("activity-prices", [{"code": "E.M.7", "title": "Referrals", "unit_price": "165.5", "actual_cost": 9}])
RISKS = table(
    "risk-register",
    [
        {
            "ref": "R1", "title": "Beds", "type": "Risk", "state": "Open", "gross_value": -400, "probability": 50,
            "recurrent": "Recurrent", "first_month": 4,
        },
        {
            "ref": "M1", "title": "=Reserve", "type": "Mitigation", "state": "In the position", "gross_value": 20,
            "in_forecast": 20, "mitigation_kind": "Contingency", "start_by": "2018-09-30",
        },
    ],
)  # fmt: skip
DUTIES = table(
    "duties",
    [
        {"indicator": "Control total", "unit": "£'000", "target": -35069, "target_to_date": -8767, "actual": -9585},
        {"indicator": "BPPC by value", "target_percent": 95, "actual_percent": 98.7, "reported_rag": "Green"},
        {"indicator": "Agency", "unit": "%", "target_to_date_percent": 5, "forecast_percent": 4, "comment": "=new"},
        {"indicator": "QIPP", "forecast": 34985},
    ],
)
ALLOCATIONS = table(
    "allocations",
    [
        {"movement": "Opening allocation", "when": "April", "recurrent": 1000, "non_recurrent": 0, "amount": 1000},
        {"movement": "Pilot", "when": "M2", "recurrence": "NR", "non_recurrent": 5, "amount": 5, "comment": "Once"},
        {
            "movement": "Current limit", "recurrent": 1000, "non_recurrent": 5, "amount": 1005, "kind": "total",
            "parts": (0, 1),
        },
    ],
)  # fmt: skip
UNDERLYING = table(
    "underlying",
    [{"item": "Rebate", "line": "Estates", "non_recurrent": 300, "full_year_effect": -20, "reason": "Ends in March"}],
)
TABLES = {
    made.dataset: made
    for made in (
        published.financial_plan(), published.position(), published.risks(), RISKS, SCHEMES, published.qipp_targets(),
        published.qipp_rag(), published.qipp_gateway(), published.activity_plan(), ACTUALS, PRICES, RETURN,
        DUTIES, ALLOCATIONS, UNDERLYING,
    )
}  # fmt: skip
PLACES = {"source_row", "source_column"}


def opened(year=None):
    return load_workbook(io.BytesIO(template(year)))


def reading(content, **options):
    return read([SourceFile("filled.xlsx", content)], Options(month=3, **options))


def test_a_read_me_sheet_stands_before_one_sheet_for_each_dataset():
    titles = [dataset.title for dataset in datasets().values()]
    assert len(titles) == len(TABLES)
    assert opened().sheetnames == ["Read me", *titles]
    text = "\n".join(str(cell.value) for row in opened()["Read me"].iter_rows() for cell in row if cell.value)
    assert all(dataset.title in text and dataset.about in text for dataset in datasets().values())


@pytest.mark.parametrize("year", [None, YEAR])
def test_every_dataset_filled_in_loads_back_as_it_was(year):
    assert set(TABLES) == set(datasets())
    found = reading(filled(list(TABLES.values()), year), year=YEAR)
    assert (found.errors, found.questions) == ((), ())
    assert [made.dataset for made in found.tables] == list(TABLES)
    for made in found.tables:
        expected = TABLES[made.dataset]
        kept = [name for name in expected.rows.column_names if name not in PLACES]
        assert made.rows.select(kept).to_pylist() == expected.rows.select(kept).to_pylist(), made.dataset
        assert set(made.columns) == {field.name for field in made.definition.fields}


def test_one_sheet_filled_in_is_enough():
    found = reading(filled([TABLES["risks"]], None), year=YEAR)
    assert [made.dataset for made in found.tables] == ["risks"]
    assert (found.errors, found.questions) == ((), ())
    assert {one.dataset for one in found.notices if one.rule == "not-filled-in"} == set(datasets()) - {"risks"}


def test_an_unfilled_template_says_that_there_are_no_rows():
    found = reading(template())
    assert found.tables == ()
    assert {(one.rule, one.dataset) for one in found.errors} == {("not-filled-in", name) for name in datasets()}


def test_the_template_holds_no_figures_and_no_formulas():
    cells = [cell for sheet in opened(YEAR) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 100
    assert {cell.data_type for cell in cells} == {"s"}


def test_headings_say_the_year_only_where_one_is_chosen():
    def headings(year):
        return [cell.value for cell in opened(year)["Financial plan"][HEADER_ROW]]

    assert headings(None)[:3] == ["Line *", "Prior year outturn", "Recurrent exit *"]
    assert headings(None)[-2:] == ["Plan *", "Growth on recurrent exit %"]
    assert headings(YEAR)[:3] == ["Line *", "2017/18 outturn", "2017/18 recurrent exit *"]
    assert headings(YEAR)[-2:] == ["2018/19 plan *", "Growth on recurrent exit %"]


def test_every_heading_explains_its_column_and_required_ones_are_marked():
    workbook = opened()
    for dataset in datasets().values():
        for cell, field in zip(workbook[dataset.title][HEADER_ROW], dataset.fields, strict=True):
            assert cell.comment.text == field.about
            assert cell.value.endswith(" *") == field.required


def test_money_is_in_thousands_until_another_unit_is_chosen():
    workbook = opened()
    with_money = [one for one in datasets().values() if any(field.kind == "money" for field in one.fields)]
    assert {one.name for one in datasets().values()} - {one.name for one in with_money} == {
        "activity-plan",
        "activity-actuals",
        "activity-return",
    }
    for dataset in datasets().values():
        expected = "Money in £'000" if dataset in with_money else None
        assert workbook[dataset.title]["A2"].value == expected


@pytest.mark.parametrize(
    ("chosen", "pounds"), [("Money in £", 5), ("Money in £'000", 5_000), ("Money in £m", 5_000_000)]
)
def test_the_unit_chosen_is_the_unit_read(chosen, pounds):
    workbook = load_workbook(io.BytesIO(filled([table("qipp-targets", [{"area": "Acute", "target": 5}])], None)))
    workbook["QIPP targets"]["A2"].value = chosen
    target = io.BytesIO()
    workbook.save(target)
    (made,) = reading(target.getvalue()).tables
    assert made.rows["target"].to_pylist() == [pounds * 100]


def rules(title):
    return {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2)
        for rule in opened()[title].data_validations.dataValidation
    }


def test_stage_rag_unit_and_month_are_offered_or_checked():
    names = ",".join(stage.name for stage in stages())
    colours = ",".join(rag.name for rag in rags())
    assert rules("QIPP scheme register") == {
        "D6:D5000": ("list", f'"{names}"', None),
        "E6:E5000": ("list", f'"{colours}"', None),
        "K6:K5000": ("whole", "1", "12"),
        "A2": ("list", '"Money in £,Money in £\'000,Money in £m"', None),
    }
    assert rules("Activity actuals") == {"D6:D5000": ("whole", "1", "12")}


def test_header_stays_in_view_and_is_printed_on_every_page():
    for sheet in opened().worksheets[1:]:
        assert sheet.freeze_panes in {"B6", "C6"}
        assert sheet.print_title_rows == "$5:$5"
        assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)


def test_references_stay_text():
    sheet = opened()["QIPP scheme register"]
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.column_dimensions["F"].number_format == "#,##0;(#,##0);0"


def test_the_template_is_written_to_a_file(tmp_path):
    write_template(tmp_path / "template.xlsx", YEAR)
    assert load_workbook(tmp_path / "template.xlsx").sheetnames[0] == "Read me"
