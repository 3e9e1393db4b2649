"""What is decided about the figures from the command line."""

from __future__ import annotations

import json

from tests.cli.files import POSITION, written

CREDIT = ("--with", "line=Acute", "--with", "amount=1.2m", "--with", "month=2")


def shown(office):
    return json.loads(office.must("show", "judgements", "--format", "json"))


def test_a_judgement_is_kept_shown_and_taken_back(office):
    office.begin()
    said = office.must("judge", "one-off", "Credit", *CREDIT, "--reason", "Last year's", "--by", "fin@x.example")
    assert said == "One-off items: Credit is kept, set by fin@x.example."
    taken = office.must("judge", "one-off", "Credit", "--take-back", "--reason", "Not ours", "--seen", "1")
    assert taken.startswith("One-off items: Credit is taken back by ")
    rows = shown(office)
    assert [(row["version"], row["what"], row["reason"]) for row in rows] == [
        (2, "Taken back", "Not ours"),
        (1, "Line: Acute; Amount: 1200000; Month it fell in: 2", "Last year's"),
    ]


def test_what_stands_is_not_replaced_by_whoever_has_not_looked_at_it(office):
    office.begin()
    office.must("judge", "one-off", "Credit", *CREDIT, "--reason", "x")
    other = ("judge", "one-off", "Credit", *CREDIT[:-1], "month=3", "--reason", "x")
    assert "there is a Credit already" in office.refused(*other)
    assert office.must(*other, "--seen", "1").startswith("One-off items: Credit is kept")


def test_an_item_of_a_line_that_no_position_of_the_year_has_is_refused_with_the_lines_there_are(office):
    office.begin()
    office.must("load", written(office.folder, POSITION), "--org", "X1", "--year", "2018/19")
    typed = ("--with", "amount=1", "--with", "month=2", "--reason", "x")
    said = office.refused("judge", "one-off", "Credit", "--with", "line=Prescibing", *typed, status=2)
    assert said == (
        "The position has no line 'Prescibing'. Did you mean Prescribing? It has Acute, =Community, Prescribing, "
        "Other, Allocation."
    )
    office.must("judge", "one-off", "Credit", "--with", "line=acute services", *typed)


def test_a_field_given_twice_has_both_values(office):
    office.begin()
    lines = ("--with", "plan-lines=Acute", "--with", "plan-lines=Other")
    office.must("judge", "map", "Acute", *lines, "--reason", "As agreed")
    rows = shown(office)
    assert rows[0]["what"] == "Plan lines: Acute, Other"


def test_what_makes_no_sense_is_refused_in_one_line(office):
    office.begin()
    unknown = office.refused("judge", "rent", "Credit", "--reason", "x", status=2)
    assert unknown.endswith("choose one of one-off, map, scenario, chart.")
    assert "write it as FIELD=VALUE" in office.refused("judge", "map", "A", "--with", "x", "--reason", "x", status=2)
    office.must("judge", "one-off", "Credit", *CREDIT, "--reason", "x")
    assert "is at 1 now" in office.refused("judge", "one-off", "Credit", *CREDIT, "--reason", "x", "--seen", "0")
