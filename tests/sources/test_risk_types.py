"""Risk registers as people write them: types, signs, states and dates."""

from __future__ import annotations

import pytest

from tests.sources.grids import column, grid, reading_of, table_of

HEAD = "Ref|Risk description|Status|Gross risk|Probability|Included in forecast|Mitigation type|Start by"


def test_risks_printed_positive_are_turned_and_mitigations_are_left():
    found = table_of(f"{HEAD}\nR1|Beds|Live|4000|50%|500||\nM1|Reserve|Open|3000|25%|0|Contingency reserve|30/09/2018")
    assert found.dataset == "risk-register"
    assert column(found, "type") == ["Risk", "Mitigation"]
    assert column(found, "gross_value") == [-400_000_000, 300_000_000]
    assert column(found, "in_forecast") == [-50_000_000, 0]
    assert column(found, "state") == ["Open", "Open"]
    assert column(found, "mitigation_kind") == ["", "Contingency"]
    assert column(found, "start_by") == ["", "2018-09-30"]
    assert column(found, "probability") == [50_000_000, 25_000_000]


def test_mitigations_printed_negative_are_turned():
    found = table_of(f"{HEAD}\nR1|Beds|In position|-4000|0.5|-500||\nM1|Reserve|Open|-3000|0.25|0|Actions|")
    assert column(found, "gross_value") == [-400_000_000, 300_000_000]
    assert column(found, "state") == ["In the position", "Open"]


def test_a_section_of_mitigations_says_what_its_rows_are():
    rows = "Ref|Title|Gross value|Probability\nRisks||||\nR1|Beds|4000|50%\nMitigations||||\nM1|Reserve|3000|25%"
    found = table_of(rows)
    assert column(found, "type") == ["Risk", "Mitigation"]
    assert column(found, "gross_value") == [-400_000_000, 300_000_000]


def test_where_only_the_sign_tells_positive_rows_are_mitigations():
    found = table_of("Ref|Title|Gross value|Probability\nR1|Beds|-4000|50%\nM1|Reserve|3000|25%")
    assert column(found, "type") == ["Risk", "Mitigation"]


def test_a_total_of_risks_turns_with_them():
    found = table_of("Ref|Title|Gross value|Probability\nR1|Beds|4000|50%\nR2|Drugs|1000|20%\n|Total|5000|")
    assert column(found, "kind") == ["line", "line", "total"]
    assert column(found, "gross_value") == [-400_000_000, -100_000_000, -500_000_000]


def test_a_range_stands_in_for_gross_value_and_probability():
    found = table_of("ID|Risk|Low|Most likely|High\nR1|Beds|1000|2000|4000\nR2|Drugs|10|20|40")
    assert found.dataset == "risk-register"
    assert column(found, "high_value") == [-400_000_000, -4_000_000]


def test_the_summary_of_risks_stays_what_it_is():
    rows = "Risk|Total risk|Mitigated risk|In forecast|Residual risk\nBeds|-4|-2|-1|-1\nDrugs|-2|-1|0|-1"
    assert table_of(rows).dataset == "risks"


def test_a_return_as_the_regulator_asks_for_it_is_read():
    head = (
        "Ref|Description of risk|Full Risk Value £'000|Probability of Risk being realised %|Potential Risk Value £'000"
    )
    found = table_of(f"{head}\n1|Acute contracts|5000|50|2500\n2|Community|1000|25|250")
    assert column(found, "gross_value") == [-500_000_000, -100_000_000]
    assert column(found, "probability") == [50_000_000, 25_000_000]
    assert column(found, "potential_value") == [-250_000_000, -25_000_000]


def test_a_table_of_mitigations_alone_is_one_of_mitigations():
    head = (
        "Ref|Mitigation|Full mitigation value|Probability of success of mitigating action %|Expected mitigation value"
    )
    found = table_of(f"Mitigations\n{head}\n1|Contingency held|3000|100|3000\n2|Further schemes|1000|50|500")
    assert column(found, "type") == ["Mitigation", "Mitigation"]
    assert column(found, "gross_value") == [300_000_000, 100_000_000]


def test_a_state_that_nobody_knows_is_a_problem_and_a_kind_of_ones_own_is_not():
    reading = reading_of(grid(f"{HEAD}\nR1|Beds|Purple|4000|50%|500|Prayer|"))
    assert [(one.rule, one.cell) for one in reading.errors] == [("unknown-choice", "C2")]
    assert "In the position" in reading.errors[0].to_do


def test_a_link_tells_a_mitigation_only_where_other_rows_have_none():
    some = table_of("Ref|Title|Linked risk|Gross value|Probability\nR1|Beds||4000|50%\nX1|Reserve|R1|300|20%")
    assert column(some, "type") == ["Risk", "Mitigation"]
    every = table_of("Ref|Risk|Linked risk|Gross value|Probability\nR1|Beds|R2|4000|50%\nR2|Drugs|R1|300|20%")
    assert column(every, "type") == ["Risk", "Risk"]
    assert column(every, "gross_value") == [-400_000_000, -30_000_000]


def test_related_risks_link_nothing():
    found = table_of("Ref|Risk|Related risks|Gross value|Probability\nR1|Beds|R2|4000|50%\nR2|Drugs||300|20%")
    assert column(found, "type") == ["Risk", "Risk"]
    assert found.unused == ("Related risks",)


def test_a_heading_of_mitigations_tells_and_a_register_without_a_risk_is_said_to_be_one():
    found = reading_of(grid("Ref|Mitigation|Mitigates risk|Gross value|Probability\nX1|Reserve|R1|300|20%"))
    assert column(found.tables[0], "type") == ["Mitigation"]
    assert [one.rule for one in found.notices] == ["no-risk"]
    both = table_of("Ref|Mitigating actions|Risk to be met|Gross value|Probability\nX1|Reserve|Beds|300|20%")
    assert column(both, "type") == ["Risk"]


@pytest.mark.parametrize(
    ("written", "state"), [("Opne", "Open"), ("Closed - Q1", "Closed"), ("In positon", "In the position")]
)
def test_a_state_with_a_slip_or_a_remark_is_read_and_that_is_said(written, state):
    reading = reading_of(grid(f"{HEAD}\nR1|Beds|{written}|-4000|50%|||"))
    assert column(reading.tables[0], "state") == [state]
    assert [(one.rule, one.cell) for one in reading.notices] == [("choice-mended", "C2")]


def test_what_a_blank_would_mean_is_said_where_a_cell_cannot_be_read():
    (state,) = reading_of(grid(f"{HEAD}\nR1|Beds|TBC|-4000|50%|||")).errors
    assert state.to_do.endswith("Blank means open.")


def test_a_probability_that_may_be_a_fraction_or_per_cent_is_asked_about():
    reading = reading_of(grid(f"{HEAD}\nR1|Beds|Live|-4000|50%|||\nR2|Drugs|Live|-40|0.75|||\nR3|Rent|Live|-30|20|||"))
    assert [(one.rule, one.cell) for one in reading.errors] == [("fraction-or-percent", "E3")]
    assert column(table_of(f"{HEAD}\nR1|Beds|Live|-4000|50%|||\nR2|Drugs|Live|-40|0.75|||"), "probability") == [
        50_000_000,
        75_000_000,
    ]


def test_a_register_with_a_profile_by_month_is_no_table_of_activity():
    reading = reading_of(grid("Ref|Risk|Gross value £k|Probability|Apr|May|Jun|Jul\nR1|Beds|-900|50%|0|0|-300|-600"))
    assert [(table.dataset, table.unused) for table in reading.tables] == [
        ("risk-register", ("Apr", "May", "Jun", "Jul"))
    ]
    profile = "Ref|Scheme|Area|Stage|RAG|Net value £k|Apr|May|Jun\nS1|Beds|Acute|Delivery|Green|30|10|10|10"
    assert [table.dataset for table in reading_of(grid(profile)).tables] == ["schemes"]


def test_totals_may_be_named_in_place_of_a_reference_whether_they_add_up_or_not():
    rows = "Ref|Title|Gross value|Probability\nRisks|||\nR1|Beds|-500|80%\nR2|Drugs|-300|50%\nTOTAL RISKS||-850|\n"
    rows += "Mitigations|||\nM1|Reserve|200|50%\nTotal mitigations||200|\nNET RISK / HEADROOM||-600|"
    found = table_of(rows)
    assert column(found, "kind") == ["line", "line", "total", "line", "total", "net"]
    assert column(found, "ref") == ["R1", "R2", "", "M1", "", ""]
    assert column(found, "title")[2] == "TOTAL RISKS"
    assert column(found, "type") == ["Risk", "Risk", "", "Mitigation", "", ""]


def test_a_note_in_the_column_of_references_may_have_a_number_in_it():
    reading = reading_of(grid(f"{HEAD}\nR1|Beds|Live|-4000|50%|||\nNotes: reviewed at FPC 20 June|||||||"))
    assert [table.rows.num_rows for table in reading.tables] == [1]
    assert [(one.rule, one.cell) for one in reading.problems if one.rule != "risks-turned"] == [("note-left-out", "A3")]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Gross risk|Probability|Net risk", "4000|50%|2000"),
        ("Gross|Probability|Risk", "-4000|50%|High"),
        ("Gross|Probability|Residual risk", "-4000|50%|Med"),
        ("Gross|Probability|Current risk", "4000|50%|High"),
    ],
)
def test_the_risks_of_an_ordinary_register_stay_risks(head, cells):
    found = table_of(f"Ref|Risk description|{head}|Owner\nR1|Beds|{cells}|Asha\nR2|Drugs|{cells}|Asha")
    assert column(found, "type") == ["Risk", "Risk"]
    assert column(found, "gross_value") == [-400_000_000] * 2
    assert column(found, "title") == ["Beds", "Drugs"]


def test_what_only_the_sign_tells_is_said():
    found = reading_of(grid("Ref|Title|Gross value|Probability\nR1|Beds|-500|80%\nR2|Drugs|300|50%"))
    assert column(found.tables[0], "type") == ["Risk", "Mitigation"]
    assert [(one.rule, "positive: Drugs" in one.message) for one in found.notices] == [("type-by-sign", True)]


def test_a_yes_or_no_is_no_reference():
    rows = "Ref|Title|Gross value|Probability|Linked to QIPP scheme?\nR1|Beds|-500|80%|Yes\nR2|Drugs|-300|50%|S12"
    found = reading_of(grid(rows))
    assert column(found.tables[0], "scheme_ref") == ["", "S12"]
    assert [(one.rule, one.cell) for one in found.notices] == [("no-reference", "E2")]


def test_the_net_of_a_register_without_refs_is_no_mitigation():
    table = table_of("""
    Risk|Gross value|Probability
    Risks||
    Hospitals|-600|50%
    Total risks|-600|
    Mitigations||
    Reserve|250|100%
    Total mitigations|250|
    Net risk / headroom|-350|
    """)
    assert column(table, "kind") == ["line", "total", "line", "total", "net"]


def test_a_risk_named_like_the_net_above_the_other_risks_is_one():
    table = table_of("Risk|Gross value|Probability\nNet position of a provider|-600|50%\nHospitals|-20|50%")
    assert column(table, "kind") == ["line", "line"]
