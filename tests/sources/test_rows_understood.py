"""What each row is: lines, totals, net, income, parts, sections, nil lines and notes."""

from __future__ import annotations

import pytest

from tests.sources.grids import column, grid, reading_of, rules, table_of

HEAD = "£'000|YTD budget|YTD actual|Annual budget|Forecast\n"


def _kinds(body: str) -> list[str]:
    return column(table_of(HEAD + body.strip()), "kind")


def test_a_net_row_is_income_less_spend_and_no_line():
    table = table_of(
        HEAD + "Allocation|100|100|200|200\nHospitals|60|61|120|121\nSurgeries|30|31|60|61\n"
        "Total spend|90|92|180|182\nSurplus/(deficit)|10|8|20|18"
    )
    assert column(table, "kind") == ["line", "line", "line", "total", "net"]
    assert column(table, "flow") == ["income", "expenditure", "expenditure", "expenditure", ""]
    assert (column(table, "parts_from")[3], column(table, "parts_to")[3]) == (1, 2)


def test_income_and_net_position_are_found_by_the_figures_where_words_fail():
    reading = reading_of(
        grid(
            HEAD + "Cash from the centre|100|100|200|200\nHospitals|60|61|120|121\n"
            "Surgeries|30|31|60|61\nTotal|90|92|180|182\nMargin|10|8|20|18"
        )
    )
    table = reading.tables[0]
    assert column(table, "kind") == ["line", "line", "line", "total", "net"]
    assert column(table, "flow") == ["income", "expenditure", "expenditure", "expenditure", ""]
    assert rules(reading) == ["kind-from-figures", "kind-from-figures"]


def test_a_row_called_net_alone_is_the_net_position_though_it_does_not_add_up_and_net_of_something_is_a_line():
    lines = "Allocation|100|100|200|200\nHospitals|60|61|120|121\nNet hire costs|30|31|60|61"
    assert _kinds(f"{lines}\nNet|10|30|60|18") == ["line", "line", "line", "net"]


def test_income_is_found_by_the_figures_where_only_the_net_position_is_named():
    table = table_of(
        HEAD + "Cash from the centre|100|100|200|200\nHospitals|60|61|120|121\nSurgeries|30|31|60|61\n"
        "In year deficit|10|8|20|18"
    )
    assert column(table, "flow") == ["income", "expenditure", "expenditure", ""]


def test_rows_that_are_the_sum_of_lines_are_totals_whatever_they_are_called():
    reading = reading_of(
        grid(
            HEAD + "Acute|60|61|120|121\nCommunity|30|31|60|61\nCommissioning spend|90|92|180|182\n"
            "Pay|5|5|10|10\nRent|5|4|10|9\nRunning spend|10|9|20|19\nOverall spend|100|101|200|201"
        )
    )
    table = reading.tables[0]
    assert column(table, "kind") == ["line", "line", "total", "line", "line", "total", "total"]
    assert list(zip(column(table, "parts_from"), column(table, "parts_to"), strict=True)) == [
        (None, None),
        (None, None),
        (0, 1),
        (None, None),
        (None, None),
        (3, 4),
        (0, 4),
    ]
    assert rules(reading) == ["kind-from-figures"] * 3


def test_a_grand_total_covers_lines_only_and_never_sub_totals_twice():
    table = table_of(
        HEAD + "Acute|60|61|120|121\nSub-total|60|61|120|121\nPay|5|5|10|10\nSub total|5|5|10|10\n"
        "Grand total|65|66|130|131"
    )
    assert column(table, "kind") == ["line", "total", "line", "total", "total"]
    assert (column(table, "parts_from")[4], column(table, "parts_to")[4]) == (0, 2)
    assert (column(table, "parts_from")[3], column(table, "parts_to")[3]) == (2, 2)


def test_a_total_may_stand_above_its_lines():
    table = table_of(HEAD + "Total CCG|90|92|180|182\nAcute|60|61|120|121\nCommunity|30|31|60|61")
    assert column(table, "kind") == ["total", "line", "line"]
    assert (column(table, "parts_from")[0], column(table, "parts_to")[0]) == (1, 2)


def test_a_row_named_total_that_does_not_add_up_still_is_the_total():
    assert _kinds("Acute|60|61|120|121\nCommunity|30|31|60|61\nTotal expenditure|95|99|199|205") == [
        "line",
        "line",
        "total",
    ]


def test_a_line_whose_name_begins_with_total_is_a_line_where_the_total_needs_it():
    assert _kinds("Total care pathway|60|61|120|121\nTotal Health Ltd|30|31|60|61\nTotal|90|92|180|182") == [
        "line",
        "line",
        "total",
    ]


def test_a_total_of_income_covers_the_lines_above_it():
    table = table_of(
        HEAD + "NHS England|90|90|180|180\nOther bodies|10|10|20|20\nTotal income|100|100|200|200\n"
        "Acute|60|61|120|121\nCommunity|30|31|60|61\nTotal expenditure|90|92|180|182\nSurplus|10|8|20|18"
    )
    assert column(table, "flow") == ["income", "income", "income", "expenditure", "expenditure", "expenditure", ""]
    assert column(table, "kind") == ["line", "line", "total", "line", "line", "total", "net"]


def test_a_total_of_income_without_lines_above_it_is_income_itself():
    table = table_of(
        HEAD + "Total allocation|100|100|200|200\nAcute|90|92|180|182\nTotal spend|90|92|180|182\nSurplus|10|8|20|18"
    )
    assert column(table, "kind") == ["line", "line", "total", "net"]
    assert column(table, "flow") == ["income", "expenditure", "expenditure", ""]


def test_a_total_of_surplus_that_is_no_sum_of_lines_is_the_net_position():
    assert _kinds(
        "Resource limit|100|100|200|200\nAcute|60|61|120|121\nCommunity|30|31|60|61\nTotal spend|90|92|180|182\n"
        "Total surplus/(deficit)|10|8|20|18"
    ) == ["line", "line", "line", "total", "net"]


@pytest.mark.parametrize("total", ["Total|", "|Total"])
def test_the_word_for_total_may_stand_in_the_rating_column(total):
    table = table_of(f"RAG|Status|Net value £m|Risk adjusted\nR|Live|1.0|0.6\nG||2.4|2.4\n{total}|3.4|3.0")
    assert column(table, "kind") == ["line", "line", "total"]
    assert column(table, "rag") == ["Red", "Green", ""]
    assert column(table, "status") == ["Live", "Live", "Total"]


def test_rows_under_a_heading_for_income_are_income():
    table = table_of(
        HEAD + "Income|\nCentral|90|90|180|180\nSundry|10|10|20|20\nExpenditure|\nAcute|60|61|120|121\n"
        "Community|30|31|60|61\nTotal spend|90|92|180|182"
    )
    assert column(table, "flow") == ["income", "income", "expenditure", "expenditure", "expenditure"]
    assert column(table, "section") == ["Income", "Income", "Expenditure", "Expenditure", ""]


def test_indented_rows_are_parts_where_the_total_counts_their_line_once():
    table = table_of(
        HEAD + "Acute|60|61|120|121\n    In area|40|41|80|80\n    Out of area|20|20|40|41\nCommunity|30|31|60|61\n"
        "Total|90|92|180|182"
    )
    assert column(table, "kind") == ["line", "part", "part", "line", "total"]
    assert column(table, "parent") == [None, 0, 0, None, None]


def test_indented_rows_are_lines_where_the_total_counts_each_of_them():
    assert _kinds("Acute|60|61|120|121\n    Community|30|31|60|61\n    Primary|10|10|20|20\nTotal|100|102|200|202") == [
        "line",
        "line",
        "line",
        "total",
    ]


def test_rows_named_of_which_are_parts_of_the_line_above():
    table = table_of(HEAD + "Acute|60|61|120|121\nof which winter|4|5|8|9\nCommunity|30|31|60|61\nTotal|90|92|180|182")
    assert column(table, "parent") == [None, 0, None, None]


def test_a_name_without_figures_above_a_total_is_a_nil_line():
    table = table_of(HEAD + "Acute|60|61|120|121\nReserves||||\nTotal|60|61|120|121")
    assert column(table, "line") == ["Acute", "Reserves", "Total"]
    assert column(table, "forecast_outturn")[1] is None


def test_a_name_with_dashes_is_a_nil_line_and_nought_is_nought():
    table = table_of(HEAD + "Expenditure|-|-|–|nil\nAcute|60|61|120|0\nTotal|60|61|120|0")
    assert column(table, "kind") == ["line", "line", "total"]
    assert column(table, "forecast_outturn") == [None, 0, 0]


def test_a_name_without_figures_is_a_nil_line_where_nothing_says_that_it_is_a_section():
    assert column(table_of(HEAD + "Acute|60|61|120|121\nWinter fund||||\nCommunity|1|1|1|1"), "line") == [
        "Acute",
        "Winter fund",
        "Community",
    ]


def test_notes_below_a_table_are_left_out_and_said():
    reading = reading_of(
        grid(HEAD + "Acute|60|61|120|121\nTotal|60|61|120|121\n\nSource: ledger\nNote: not audited\n* provisional")
    )
    assert column(reading.tables[0], "line") == ["Acute", "Total"]
    assert rules(reading) == ["note-left-out"] * 3
    assert [notice.cell for notice in reading.notices] == ["A5", "A6", "A7"]


def test_figures_without_a_name_at_the_end_that_add_up_are_the_total():
    table = table_of(HEAD + "Acute|60|61|120|121\nCommunity|30|31|60|61\n|90|92|180|182")
    assert column(table, "kind") == ["line", "line", "total"]


@pytest.mark.parametrize(
    "body", ["Acute|60|61|120|121\n|30|31|60|61\nTotal|90|92|180|182", "Acute|60|61|120|121\n|30|99|60|61"]
)
def test_figures_without_a_name_elsewhere_are_an_error(body):
    reading = reading_of(grid(HEAD + body))
    assert rules(reading) == ["label-missing"]
    assert reading.errors[0].cell == "A3"


def test_a_header_that_is_repeated_within_a_table_is_passed_over():
    header = HEAD.strip()
    table = table_of(f"{header}\nAcute|60|61|120|121\n\n{header}\nCommunity|30|31|60|61\nTotal|90|92|180|182")
    assert column(table, "line") == ["Acute", "Community", "Total"]
    assert column(table, "source_row") == [2, 5, 6]


def test_a_label_that_stands_beside_its_figures_is_found():
    table = table_of(
        "£'000|YTD budget|YTD actual|Comment|Annual budget|Forecast\nAcute|60|61||120|121\n|60|61|Total|120|121"
    )
    assert column(table, "line") == ["Acute", "Total"]


RISKS = "£m|Total risk|Mitigated risk|In forecast|Residual risk\n"


@pytest.mark.parametrize(
    "memorandum",
    ["Memorandum: health standard|30|31|60|61", "Memorandum items||||\nDeficit before support|30|31|60|61"],
)
def test_a_memorandum_below_a_position_is_no_part_of_it(memorandum):
    table = table_of(
        HEAD + "Allocation|100|100|200|200\nHospitals|60|61|120|121\nSurgeries|30|31|60|61\n"
        f"Total spend|90|92|180|182\nSurplus/(deficit)|10|8|20|18\n{memorandum}"
    )
    assert column(table, "kind") == ["line", "line", "line", "total", "net", "line"]
    assert column(table, "flow") == ["income", "expenditure", "expenditure", "expenditure", "", "memorandum"]


def test_a_memorandum_does_not_hide_the_income_that_only_the_net_position_tells():
    table = table_of(
        HEAD + "Cash from the centre|100|100|200|200\nHospitals|60|61|120|121\nSurgeries|30|31|60|61\n"
        "In year deficit|10|8|20|18\nMemo: health standard|30|31|60|61"
    )
    assert column(table, "flow") == ["income", "expenditure", "expenditure", "", "memorandum"]


def test_the_risk_table_has_its_plan_row_its_groups_its_contingency_and_its_net_position():
    table = table_of(
        RISKS + "Plan with QIPP|-10|-10|-10|\nContract risks|\nHospital|-4|-2|-1|-1\nSavings risks|\n"
        "Drugs|-2|-1|0|-1\nTotal risk|-16|-13|-11|-2\nContingency||3|1|2\nNet risk position||0|0|0"
    )
    assert column(table, "kind") == ["baseline", "line", "line", "total", "contingency", "net"]
    assert column(table, "group") == ["", "Contract risks", "Savings risks", "", "", ""]
    assert column(table, "total_risk") == [-1_000_000_000, -400_000_000, -200_000_000, -1_600_000_000, None, None]


def test_every_contingency_above_the_net_position_is_one_where_no_total_stands_between():
    table = table_of(
        "Risks £m\nRisk|Total risk|Mitigated risk|In forecast|Residual risk\nContingency for winter|-2|-1|0|-1\n"
        "Acute|-5|-4|-1|-3\nContingency||3|1|2\nPrescribing contingency||2|0|2\nNet risk position||0|0|0"
    )
    assert column(table, "kind") == ["line", "line", "contingency", "contingency", "net"]


def test_risks_printed_positive_beside_a_negative_plan_are_turned():
    reading = reading_of(
        grid(RISKS + "Financial plan|-10|-10|-10|\nRisks|\nHospital|4|2|1|1\nDrugs|2|1|0|1\nTotal risk|-16|-13|-11|-2")
    )
    table = reading.tables[0]
    assert column(table, "total_risk") == [-1_000_000_000, -400_000_000, -200_000_000, -1_600_000_000]
    assert column(table, "residual_risk")[1:] == [-100_000_000, -100_000_000, -200_000_000]
    assert "risks-turned" in rules(reading)


def test_negative_risks_are_left_as_they_are():
    table = table_of(RISKS + "Hospital|-4|-2|-1|-1\nDrugs|-2|-1|0|-1\nTotal|-6|-3|-1|-2")
    assert column(table, "total_risk") == [-400_000_000, -200_000_000, -600_000_000]


def test_a_group_column_is_filled_down_and_makes_no_row_a_heading():
    table = table_of(
        "Group|Risk|Total £m|Mitigated|In forecast\nDeals|Hospital|-4|-2|-1\n|Ambulance|-2|-1|0\nSavings|Drugs|-1|0|0"
    )
    assert column(table, "group") == ["Deals", "Deals", "Savings"]
    assert column(table, "kind") == ["line", "line", "line"]


def test_very_many_sub_totals_are_told_from_lines_by_whether_they_add_up():
    body = ""
    for section in range(150):
        body += f"Ward {section}|{section + 20}|{section + 21}|240|250\nTotal Health {section} Ltd|10|10|20|20\n"
        body += f"Total section {section}|{section + 30}|{section + 31}|260|270\n"
    table = table_of(HEAD + body + "Grand total|15675|15825|39000|40500")
    kinds = column(table, "kind")
    assert kinds[2::3] == ["total"] * 150
    assert kinds[-1] == "total"
    assert (column(table, "parts_from")[-1], column(table, "parts_to")[-1]) == (0, 448)
