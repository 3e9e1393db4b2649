"""Tables of duties, allocation movements and underlying items as people make them."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from recovery.sources.options import Options
from recovery.sources.telling_rows import duty_of, telling_rows
from tests.sources.grids import column, grid, reading_of, rules, table_of

DUTIES = """
Key financial duties, month 3, £'000
Indicator|Target|Actual|Forecast|RAG
Revenue resource limit|1184770|305210|1219839|Red
Control total|(35069)|(9585)|(35069)|Green
Cash|1.25%|0.4%||G
BPPC by value|≥95%|0.971|97%|Green
BPPC by number|0.95|94.2%|n/a|Amber
"""


def test_money_and_percentages_of_one_column_go_to_fields_of_their_own():
    table = table_of(DUTIES)
    assert table.dataset == "duties"
    assert column(table, "target") == [118477000000, -3506900000, None, None, None]
    assert column(table, "target_percent") == [None, None, 1_250_000, 95_000_000, 95_000_000]
    assert column(table, "actual_percent") == [None, None, 400_000, 97_100_000, 94_200_000]
    assert column(table, "forecast_percent") == [None, None, None, 97_000_000, None]
    assert table.columns["target"] == table.columns["target_percent"] == "B"
    assert column(table, "kind") == ["line"] * 5


def test_a_unit_column_says_what_plain_numbers_are():
    table = table_of("""
    Duty|Unit|Target|Actual
    Staff paid on time|%|98|97.5
    Invoices paid within 30 days, by value|£'000|5000|4800
    """)
    assert column(table, "target_percent") == [98_000_000, None]
    assert column(table, "actual") == [None, 480_000_000]


def test_what_is_neither_money_nor_a_percentage_is_left_out_and_said():
    found = reading_of(grid("Indicator|Unit|Target|Actual\nCash|£'000|1230|842\nDebtors|days|30|41"))
    assert [(one.rule, one.cell) for one in found.problems] == [("other-unit", "B3")]
    assert "'Debtors' is measured in days" in found.problems[0].message
    assert [column(table, "target") for table in found.tables] == [[123_000_000, None]]


def test_duties_under_any_heading_are_known_by_their_rows():
    table = table_of(
        """
        |2018/19 plan|YTD actual|Year end forecast|Status
        Running cost allowance|£20.4m|£5.2m|£20.4m|Achieved
        Remain within RRL|£1,184m|£305m|£1,219m|
        Deliver control total|-£35.1m|n/a|-35.1m|
        """,
        Options(),
    )
    assert table.dataset == "duties"
    assert column(table, "actual") == [520_000_000, 30_500_000_000, None]
    assert column(table, "reported_rag") == ["Achieved", "", ""]


def test_duties_behind_a_reference_are_known_too():
    table = table_of("Ref|Description|Target|Actual\nF1|Cash at bank|1230|842\nF2|BPPC, by value|95%|97%")
    assert (table.dataset, column(table, "indicator")) == ("duties", ["Cash at bank", "BPPC, by value"])


def test_percentages_alone_need_no_unit():
    table = table_of("Indicator|Target|Actual\nBPPC by value|95%|97%\nBPPC by number|95%|96%", Options())
    assert column(table, "actual_percent") == [97_000_000, 96_000_000]


def test_text_in_place_of_a_figure_is_still_a_problem():
    found = reading_of(grid("Indicator|Target|Actual\nCash|low|842\nQIPP|35000|8609"))
    assert rules(found) == ["text-in-number"]


def test_areas_with_target_actual_and_forecast_stay_savings_targets():
    assert table_of("Area|Target|Actual|Forecast\nPrescribing|5|1|3\nRunning costs|2|1|2").dataset == "qipp-targets"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("BPPC - NHS invoices by value", "bppc-value"),
        ("Better Payment Practice Code (number)", "bppc-number"),
        ("Better Payment Practice Code", ""),
        ("Cash drawdown", "cash-limit"),
        ("Cash at bank", "cash"),
        ("Remain within Revenue Resource Limit", "revenue-resource-limit"),
        ("In-year surplus / (deficit)", "control-total"),
        ("Underlying surplus/(deficit)", "underlying"),
        ("Mental Health Investment Standard", "mental-health"),
        ("Mental health", ""),
        ("Revenue expenditure does not exceed limit", "revenue-resource-limit"),
        ("Revenue resource use does not exceed the amount specified in Directions", "revenue-resource-limit"),
        ("Operate within the total allocation", "revenue-resource-limit"),
        ("Capital resource use does not exceed the amount specified in Directions", "capital"),
        ("Capital expenditure does not exceed limit", "capital"),
        ("Capital spend within allocation", "capital"),
        ("Admin spend within allowance", "running-costs"),
        ("Administration expenditure within allocation", "running-costs"),
        ("Revenue administration resource use does not exceed the amount specified in Directions", "running-costs"),
        ("Better payment: % paid in 30 days (value)", "bppc-value"),
        ("NHS trade invoices paid within target by number", "bppc-number"),
        ("Prompt payment code (volume)", "bppc-number"),
        ("Achieve financial balance", "control-total"),
        ("Agreed deficit", "control-total"),
        ("Mental health spend", "mental-health"),
        ("Recurrent surplus / deficit", "underlying"),
        ("Cash limit", "cash-limit"),
        ("Cash requirement", "cash-limit"),
    ],
)
def test_an_indicator_is_known_by_the_longest_of_its_names(label, key):
    assert duty_of(label) == key


def test_one_duty_among_other_rows_tells_nothing():
    assert telling_rows([("Running costs", 1.0), ("Acute", 2.0), ("Prescribing", 3.0)]) == {}


def test_the_limit_the_running_costs_and_the_net_among_other_lines_are_rows_of_a_position():
    labels = ("Resource limit", "Acute", "Community", "Estates", "Running costs", "Total", "Net position")
    assert telling_rows([(label, 1.0) for label in labels]) == {}
    assert telling_rows([(label, 1.0) for label in (*labels, "Cash at bank")]) == {"duties": False}
    assert telling_rows([("Resource limit", 1.0), ("Running costs", 2.0)]) == {}


YEAR_AND_TO_DATE = """
Financial performance £000
|Year to date|||Full year||
{label}|Plan|Actual|Variance|Plan|Forecast|Variance
Revenue resource limit|295625|305210|-9585|1184770|1219839|-35069
Running costs|5108|5179|-71|20432|20432|0
Surplus/(deficit)|-8767|-9585|-818|-35069|-35069|0
{last}
"""


def test_rows_that_are_all_duties_go_before_headings_that_a_position_has_too():
    table = table_of(YEAR_AND_TO_DATE.format(label="Key duty", last="QIPP|8786|8609|-177|35000|34985|-15"))
    assert table.dataset == "duties"
    assert [column(table, name)[0] for name in ("target_to_date", "actual", "target", "forecast")] == [
        29_562_500_000, 30_521_000_000, 118_477_000_000, 121_983_900_000,
    ]  # fmt: skip


def test_rows_that_a_position_has_too_leave_it_a_position():
    sheet = YEAR_AND_TO_DATE.format(label="Line", last="Acute|8786|8609|177|35000|34985|15")
    alone = sheet.replace("Acute|8786|8609|177|35000|34985|15\n", "")
    signed = Options(variance_sign="favourable")
    assert [table_of(text, signed).dataset for text in (sheet, alone)] == ["position", "position"]


def test_a_column_a_month_beside_the_total_does_not_hide_the_movements():
    table = table_of("Allocations £k\nDetail|M1|M2|M3|Total\nInitial allocation|1000|||1000\nPilot||5|3|8")
    assert table.dataset == "allocations"
    assert column(table, "amount") == [100_000_000, 800_000]


def test_movements_add_to_the_limit_and_their_own_total_leaves_the_opening_out():
    table = table_of("""
    Allocations £'000
    Description|Recurrent|Non recurrent|Total
    Initial allocation|1000|0|1000
    Growth|20||20
    Pilot||5|5
    Total in year adjustments|20|5|25
    Revised allocation|1020|5|1025
    """)
    assert table.dataset == "allocations"
    assert column(table, "kind") == ["line", "line", "line", "total", "total"]
    assert column(table, "parts_from") == [None, None, None, 1, 0]
    assert column(table, "parts_to") == [None, None, None, 2, 2]


def test_a_column_headed_by_nothing_but_its_unit_holds_the_movements():
    table = table_of(
        "Movement|Month|R/NR|£'000\nOpening allocation|||1000\nPilot|M2|NR|5\nCurrent limit|||1005", Options()
    )
    assert (table.dataset, table.unit) == ("allocations", Unit.THOUSANDS)
    assert column(table, "amount") == [100_000_000, 500_000, 100_500_000]
    assert column(table, "recurrence") == ["", "NR", ""]


def test_a_column_of_names_headed_allocation_is_no_amount():
    table = table_of("""
    Allocation|Recurrent|Non recurrent|Total
    Opening baseline|1000||1000
    Pilot||5|5
    Total allocation at M4|1000|5|1005
    """)
    assert (table.dataset, column(table, "amount")) == ("allocations", [100_000_000, 500_000, 100_500_000])
    assert column(table, "kind") == ["line", "line", "total"]


def test_names_with_what_does_not_recur_alone_are_no_underlying_items():
    assert rules(reading_of(grid("Scheme name|Non recurrent\nPilot|5\nSale|7"))) == ["nothing-recognised"]
    table = table_of("Item|Non-recurrent|Reason\nRebate|300|Once")
    assert (table.dataset, column(table, "reason")) == ("underlying", ["Once"])


def test_movements_may_be_split_without_a_column_for_the_whole():
    table = table_of("Allocation movement|Recurrent|Non-recurrent\nOpening allocation|1000|\nPilot||5")
    assert table.columns.keys() == {"movement", "recurrent", "non_recurrent"}


def test_any_list_of_texts_and_amounts_is_no_list_of_allocations():
    assert rules(reading_of(grid("Description|Amount\nPrescribing|500\nCHC|500"))) == ["nothing-recognised"]


def test_underlying_items_are_read_with_their_line_and_reason():
    table = table_of("Description|Budget line|Non recurrent|FYE|Reason\nRebate|Estates|300|-20|Once")
    assert table.dataset == "underlying"
    assert [column(table, name) for name in ("line", "non_recurrent", "full_year_effect", "reason")] == [
        ["Estates"], [30_000_000], [-2_000_000], ["Once"],
    ]  # fmt: skip


def test_a_percentage_sign_in_a_name_makes_plain_numbers_percentages_but_not_a_figures_own():
    table = table_of(
        """
        Financial target|Plan £m|Actual £m
        Better payment: % paid in 30 days (value)|95|96.2
        Staff appraised (%)|90|88
        Cash (no more than 1.25% of drawdown)|0.52|0.31
        Percentage of contracts signed|100|75
        """,
        Options(),
    )
    assert column(table, "target_percent") == [95_000_000, 90_000_000, None, 100_000_000]
    assert column(table, "actual") == [None, None, 31_000_000, None]


def test_a_row_that_no_rule_knows_is_said_when_it_is_loaded():
    found = reading_of(grid("Indicator|Target|Actual\nCash|1230|842\nBPPC by value|95%|97%\nAgency staff|100|30"))
    assert [(one.rule, one.cell, one.weight.value) for one in found.problems] == [("no-rule", "A4", "notice")]
    assert "no rule rates 'Agency staff'" in found.problems[0].message.replace("No", "no")


def test_a_target_on_the_side_that_the_rule_does_not_take_for_the_better_is_left_out_and_said():
    found = reading_of(grid("Indicator|Target|Actual\nCash held|>0|310\nBPPC by value|≥95%|97%\nQIPP|> 5|7"))
    assert [(one.rule, one.cell, one.value) for one in found.problems] == [("other-side", "B2", ">0")]
    assert column(found.tables[0], "target") == [None, None, 500_000]
    assert column(found.tables[0], "actual") == [31_000_000, None, 700_000]


def test_headings_say_which_movements_recur():
    rows = "Description|Amount\nRecurrent|\nOpening allocation|500\nRent|-15\nNon-recurrent movements|\nFunding|35"
    table = table_of(f"{rows}\nCurrent allocation|520")
    assert column(table, "movement") == ["Opening allocation", "Rent", "Funding", "Current allocation"]
    assert column(table, "recurrence") == ["Recurrent", "Recurrent", "Non recurrent", ""]
    assert column(table, "kind") == ["line", "line", "line", "total"]


def test_a_last_row_that_the_movements_come_to_is_the_limit_whatever_it_is_called():
    found = reading_of(
        grid("Description|R/NR|£'000\nInitial allocation|R|3035\nGrowth|R|19\nIT|NR|310\nAs at M4||3364")
    )
    assert column(found.tables[0], "kind") == ["line", "line", "line", "total"]
    assert rules(found) == ["kind-from-figures"]


@pytest.mark.parametrize("name", ["Revised allocation M5", "Total movements"])
def test_the_limit_may_be_named_in_a_column_before_that_of_the_movements(name):
    rows = f"M0|Opening allocation|3035\nM2|Growth|19\nM3|IT|310\nTotal in month||\n{name}||3364"
    table = table_of(f"Notified|Allocation line|£'000\n{rows}")
    assert column(table, "kind") == ["line", "line", "line", "total", "total"]
    assert column(table, "movement")[3:] == ["Total in month", name]
