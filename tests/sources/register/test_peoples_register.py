"""A register that people keep themselves is read where its headings stand, in its organisation's words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.money import Unit
from tests.registers import EFFICIENCY
from tests.sources.register.books import read, told, tracker

HEADINGS = ("QIPP ref", "Workstream", "Scheme", "Exp. area", "Status", "Stage", "RAG", "Net value", "Gross saving",
            "Lead", "Clinical lead", "Start date", "End date", "Apr", "May", "Jun")  # fmt: skip
FOLLOW_UPS = ("A1", "Planned care", "Follow-ups", "Acute", "Live", "2 - Planning", "A", 120.5, 150, "Jo", "Dr X",
              dt.date(2018, 4, 1), "March 2019", 10, 20, 30)  # fmt: skip
GENERICS = ("A2", "Medicines", "Generics", "Prescribing", "Live", "Delivery", "green", "(5)", None, "Al", None, 3, None,
            1.5, None, "-")  # fmt: skip
TOTAL = ("Total", None, None, None, None, None, None, 115.5, 150)
TITLE = ("QIPP tracker 2018/19, £'000",)


def test_a_register_of_one_sheet_with_titles_totals_and_thousands():
    given = read(tracker(TITLE, (), HEADINGS, FOLLOW_UPS, GENERICS, TOTAL))
    assert given.in_the_way == ()
    first, second = given.schemes
    assert first.ref == "A1"
    assert first.fields == {
        "title": "Follow-ups", "area": "Acute", "workstream": "Planned care", "stage": 2, "status": "live",
        "reported_rag": "Amber", "net_value": Decimal(120500), "gross_saving": Decimal(150000), "lead": "Jo",
        "clinical_lead": "Dr X", "start": dt.date(2018, 4, 1), "end": dt.date(2019, 3, 31),
    }  # fmt: skip
    assert first.parts["profile"] == (
        {"recurrent": None, "measure": "plan", "months": {1: Decimal(10000), 2: Decimal(20000), 3: Decimal(30000)}},
    )
    assert second.fields["net_value"] == Decimal(-5000)
    assert second.fields["start"] == dt.date(2018, 6, 1)
    assert second.parts["profile"][0]["months"] == {1: Decimal(1500), 2: None, 3: None}


def test_a_month_without_its_year_is_one_of_the_financial_year():
    headings = ("Ref", "Project", "Area", "Gateway stage", "RAG rating", "Value £", "Start month", "End")
    given = read(tracker(headings, ("1", "a", "Acute", "Idea", "red", 12, "September", "M9")))
    assert given.in_the_way == ()
    assert (given.schemes[0].fields["start"], given.schemes[0].fields["end"]) == (
        dt.date(2018, 9, 1), dt.date(2018, 12, 31),
    )  # fmt: skip


def test_the_unit_is_asked_for_where_the_sheet_does_not_say_it():
    rows = (("Ref", "Project", "Area", "Gateway stage", "RAG rating", "Value"), ("1", "a", "Acute", "Idea", "red", 12))
    given = read(tracker(*rows))
    assert [(one.option, one.weight) for one in given.in_the_way] == [("unit", "question")]
    assert read(tracker(*rows), unit=Unit.THOUSANDS).schemes[0].fields["net_value"] == Decimal(12000)


def test_an_integrated_care_boards_own_words_are_known():
    rows = (
        ("Efficiency schemes, £m",),
        ("Ref", "Scheme name", "Programme", "Development status", "Risk rating", "Net saving", "Recurrent"),
        ("E1", "Rota", "Workforce", "Plans in progress", "Medium risk", 1.25, 1.0),
        ("E2", "Estates", "Estates", "Fully developed - in delivery", "Low", 2, 2),
    )
    given = read(tracker(*rows), EFFICIENCY)
    assert given.in_the_way == ()
    assert [(one.fields["stage"], one.fields["reported_rag"]) for one in given.schemes] == [
        (1, "Medium risk"), (2, "Low risk"),
    ]  # fmt: skip
    assert given.schemes[0].fields["recurrent_value"] == Decimal(1_000_000)


def test_a_rating_can_be_left_out_but_not_an_area():
    rows = (("Ref", "Project", "Stage", "RAG", "Net value £"), ("1", "a", "Planning", "G", 12))
    assert [one.rule for one in read(tracker(*rows)).in_the_way] == ["missing-column"]
    assert "Expenditure area" in read(tracker(*rows)).in_the_way[0].message
    rows = (("Ref", "Project", "Area", "Stage", "Net value £"), ("1", "a", "Acute", "Planning", 12))
    given = read(tracker(*rows))
    assert given.in_the_way == ()
    assert "reported_rag" not in given.schemes[0].fields


def test_cells_that_do_not_convert_are_said_in_the_programmes_words():
    rows = (
        ("Ref", "Project", "Area", "Stage", "RAG", "Net value £", "End"),
        ("1", "a", "Acute", "Plans in progress", "purple", "lots", "soon"),
        ("1", "b", None, None, None, 5, None),
    )
    given = read(tracker(*rows))
    assert sorted(told(given)) == [
        ("area-missing", "Tracker", "C3", ""),
        ("duplicate-key", "Tracker", "A3", "1"),
        ("not-a-date", "Tracker", "G2", "soon"),
        ("stage-missing", "Tracker", "D3", ""),
        ("text-in-number", "Tracker", "F2", "lots"),
        ("unknown-rating", "Tracker", "E2", "purple"),
        ("unknown-stage", "Tracker", "D2", "Plans in progress"),
    ]


def test_columns_that_are_not_read_are_named_once():
    rows = (("Ref", "Project", "Area", "Stage", "Net value £", "Mood"), ("1", "a", "Acute", "Planning", 12, "good"))
    assert [one.message for one in read(tracker(*rows)).problems] == ["Not read: the columns 'Mood'."]


def test_a_file_without_a_register_is_told_from_an_empty_one():
    assert [one.rule for one in read(tracker(("Hello", "you"), (1, 2))).in_the_way] == ["nothing-recognised"]
    assert [one.rule for one in read(tracker()).in_the_way] == ["no-cells", "empty-sheet"]
    assert [one.rule for one in read(b"", name="x.xlsx").in_the_way] == ["file-empty"]
