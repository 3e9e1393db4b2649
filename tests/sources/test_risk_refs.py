"""Refs of a risk register: sections that each count from one, and rows without a ref."""

from __future__ import annotations

from tests.sources.grids import column, grid, reading_of, rules, table_of

SECTIONS = """
Ref|Title|Gross value|Probability|Risk mitigated
Risks||||
1|Beds|4000|50%|
2|Drugs|400|50%|
Mitigations||||
1|Reserve|3000|25%|2
2|Contracts|300|25%|1
"""


def test_a_risk_and_a_mitigation_of_one_ref_are_told_apart_and_a_link_means_the_risk():
    reading = reading_of(grid(SECTIONS))
    found = reading.tables[0]
    assert column(found, "ref") == ["R1", "R2", "M1", "M2"]
    assert column(found, "linked_risk") == ["", "", "R2", "R1"]
    assert (reading.errors, "refs-told-apart" in rules(reading)) == ((), True)


def test_two_risks_of_one_ref_are_refused_wherever_they_stand():
    reading = reading_of(grid(SECTIONS.replace("2|Drugs", "1|Drugs")))
    assert [(one.rule, one.cell, one.message) for one in reading.errors] == [
        ("duplicate-key", "A4", "Ref '1' stands twice: in A3 and in A4.")
    ]


def test_rows_without_a_ref_are_numbered_around_those_that_have_one():
    text = "Ref|Title|Type|Gross value|Probability\n|Beds|Risk|40|50%\nR2|Drugs|Risk|4|50%\n|Staff|Risk|3|25%"
    reading = reading_of(grid(f"{text}\n|Reserve|Mitigation|3|25%\n|Total||44|"))
    assert column(reading.tables[0], "ref") == ["R1", "R2", "R3", "M1", ""]
    assert [one.message for one in reading.notices if one.rule == "refs-given"] == [
        "Rows without a ref: 3. They were numbered in their order: R1, R3, M1."
    ]


def test_a_register_without_a_column_of_refs_is_read():
    found = table_of("Risk|Gross value|Probability\nBeds|4000|50%\nDrugs|300|20%")
    assert (found.dataset, column(found, "ref")) == ("risk-register", ["R1", "R2"])


def test_without_refs_and_probabilities_a_table_of_names_and_amounts_is_no_register():
    assert rules(reading_of(grid("Description|Amount\nBeds|4000\nDrugs|300"))) == ["nothing-recognised"]
    assert reading_of(grid("Line|Low|Likely|High\nBeds|1|2|3\nDrugs|4|5|6")).tables == ()
