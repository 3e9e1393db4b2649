from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from recovery.errors import Conflict, NotAllowed, UsageError
from recovery.period import FinancialYear
from recovery.programme.commands import Judge, TakeBack
from recovery.programme.judgement_kinds import judgement_kind, judgement_kinds
from recovery.programme.judgement_values import sound, typed
from recovery.programme.roles import permissions
from recovery.record import EventEntry, Subject
from tests.programme.acting import FINANCE, PMO, VIEWER, do, with_people
from tests.programme.memory import MemoryRecord

CREDIT = {"line": "Acute", "amount": Decimal("-1200000.50"), "month": 2}
ONE_OFF = judgement_kind("one-off").fields


@pytest.fixture
def record() -> MemoryRecord:
    made = MemoryRecord()
    with_people(made)
    return made


def one_off(body=CREDIT, reason: str = "Credit for last year", seen: int | None = None) -> Judge:
    return Judge("one-off", "Credit", body, reason, seen)


def held(record: MemoryRecord, key: str = "one-off/Credit", year: int = 2018) -> list[EventEntry]:
    return record.events(Subject("06H", year, "judgement", key))


def test_a_judgement_is_kept_with_who_and_why_and_its_amount_to_the_penny(record: MemoryRecord):
    assert do(record, one_off(), by=FINANCE).versions == {"Credit": 1}
    entry = held(record)[-1]
    assert (entry.kind, entry.by, entry.reason) == ("judged", FINANCE, "Credit for last year")
    assert json.loads(entry.body) == {"line": "Acute", "amount": "-1200000.5", "month": 2}
    assert typed(ONE_OFF, json.loads(entry.body)) == CREDIT


def test_the_same_judgement_again_writes_nothing_and_another_is_the_next_version(record: MemoryRecord):
    do(record, one_off(), by=FINANCE)
    assert do(record, one_off(), by=FINANCE).versions == {"Credit": 1}
    assert do(record, one_off({**CREDIT, "month": 3}, seen=1), by=FINANCE).versions == {"Credit": 2}


def test_another_reason_alone_is_kept_as_a_version(record: MemoryRecord):
    do(record, one_off(), one_off(reason="Credit for the year before last", seen=1), by=FINANCE)
    assert [entry.reason for entry in held(record)] == ["Credit for last year", "Credit for the year before last"]


def test_a_name_is_the_same_whatever_its_case_and_spaces(record: MemoryRecord):
    do(record, Judge("chart", "E.M.7", {"points": 6}, "Hear earlier"), by=FINANCE)
    do(record, Judge("chart", " e.m.7", {"points": 7}, "As usual", 1), by=PMO)
    assert len(held(record, "chart/E.M.7", year=0)) == 2
    do(record, Judge("one-off", "Credit\N{NO-BREAK SPACE}note  A", CREDIT, "Why"), by=FINANCE)
    do(record, TakeBack("one-off", "credit note a", "Not ours"), by=FINANCE)
    assert len(held(record, "one-off/Credit note A")) == 2


def test_a_judgement_that_was_taken_back_can_be_made_anew(record: MemoryRecord):
    do(record, one_off(), TakeBack("one-off", "Credit", "Not ours"), one_off(), by=FINANCE)
    assert [entry.kind for entry in held(record)] == ["judged", "taken back", "judged"]


def test_what_stands_is_changed_only_by_whoever_has_looked_at_it(record: MemoryRecord):
    do(record, one_off(), by=FINANCE)
    with pytest.raises(Conflict, match=f"there is a Credit already, set by {FINANCE}, at version 1. Give another"):
        do(record, one_off({**CREDIT, "month": 3}), by=FINANCE)
    do(record, one_off({**CREDIT, "month": 3}, seen=1), TakeBack("one-off", "Credit", "Not ours"), by=FINANCE)
    assert do(record, one_off(), by=FINANCE).versions == {"Credit": 4}


def test_what_was_taken_back_is_seen_as_nothing_or_at_its_number(record: MemoryRecord):
    do(record, one_off(seen=0), TakeBack("one-off", "Credit", "Not ours", 1), by=FINANCE)
    with pytest.raises(Conflict, match="at version 1 then and is at 2 now"):
        do(record, one_off(seen=1), by=FINANCE)
    assert do(record, one_off(seen=0), by=FINANCE).versions == {"Credit": 3}
    do(record, TakeBack("one-off", "Credit", "Not ours", 3), one_off(seen=4), by=FINANCE)
    assert held(record)[-1].version == 5


def test_what_does_not_stand_cannot_be_taken_back(record: MemoryRecord):
    with pytest.raises(UsageError, match="there is no Credit that could be taken back"):
        do(record, TakeBack("one-off", "Credit", "Not ours"), by=FINANCE)


def test_the_second_of_two_who_change_the_same_is_told_by_whom_it_was_changed(record: MemoryRecord):
    do(record, one_off(seen=0), by=FINANCE)
    with pytest.raises(Conflict, match=rf"at version 0 then and is at 1 now, by {FINANCE}") as caught:
        do(record, one_off({**CREDIT, "month": 3}, seen=0), by=FINANCE)
    assert (caught.value.key, caught.value.seen, caught.value.newest) == ("Credit", 0, 1)
    assert len(held(record)) == 1


def test_a_reason_and_a_name_are_needed(record: MemoryRecord):
    with pytest.raises(UsageError, match="One-off items: say why"):
        do(record, one_off(reason=" "), by=FINANCE)
    with pytest.raises(UsageError, match="One-off items: give it a name"):
        do(record, Judge("one-off", " ", CREDIT, "Why"), by=FINANCE)
    with pytest.raises(UsageError, match="at most 200 characters"):
        do(record, Judge("one-off", "x" * 201, CREDIT, "Why"), by=FINANCE)
    assert held(record) == []


@pytest.mark.parametrize(("who", "kinds"), [(FINANCE, set(judgement_kinds())), (VIEWER, set())])
def test_who_may_judge_is_data(record: MemoryRecord, who: str, kinds: set[str]):
    bodies = {
        "one-off": CREDIT,
        "map": {},
        "scenario": {"changes": [{"what": "R1", "change": "drop"}]},
        "chart": {"points": 6},
    }
    done = set()
    for kind in judgement_kinds():
        try:
            do(record, Judge(kind, "Name", bodies[kind], "Why"), by=who)
        except NotAllowed:
            continue
        done.add(kind)
    assert done == kinds


def test_a_judgement_about_every_year_is_kept_under_none(record: MemoryRecord):
    do(record, Judge("chart", "E.M.8", {"rebase_year": 2018, "rebase_month": 1}, "New pathway"), by=PMO)
    assert len(held(record, "chart/E.M.8", year=0)) == 1


def test_every_kind_names_a_permission_that_roles_have():
    assert {kind.permission for kind in judgement_kinds().values()} <= set(permissions())


def test_all_that_is_wrong_with_a_judgement_is_said_at_once():
    with pytest.raises(UsageError) as caught:
        sound(ONE_OFF, {"lines": "Acute", "amount": "much", "month": 13})
    assert str(caught.value) == (
        "There is no field 'lines': choose line, amount, month. Line is needed. Amount: 'much' is not a number. "
        "Month it fell in: month 13 is outside 1 to 12 (1 is April, 12 is March)."
    )


@pytest.mark.parametrize(
    ("text", "kept"), [("1.2m", "1200000"), ("(1,250.25)", "-1250.25"), ("£3k", "3000"), (Decimal("1E+3"), "1000")]
)
def test_amounts_are_read_as_people_type_them(text, kept):
    assert sound(ONE_OFF, {**CREDIT, "amount": text})["amount"] == kept


@pytest.mark.parametrize("text", ["0.001", "nan", "inf", "-", Decimal("NaN"), Decimal("1E27"), "9" * 30, 10**12])
def test_an_amount_that_is_none_is_beyond_bounds_or_has_parts_of_a_penny_is_refused(text):
    with pytest.raises(UsageError, match=r"^Amount:"):
        sound(ONE_OFF, {**CREDIT, "amount": text})


def test_a_number_is_kept_as_it_was_given_or_not_at_all():
    fields = judgement_kind("scenario").fields
    change = {"what": "R1", "change": "probability"}
    given = sound(fields, {"changes": [change | {"to": "-999,999,999,999.123456"}]})
    assert given["changes"][0]["to"] == "-999999999999.123456"
    for wrong in ("9" * 60, "0.1234567", Decimal("1E-400")):
        with pytest.raises(UsageError, match="To: "):
            sound(fields, {"changes": [change | {"to": wrong}]})


def test_texts_have_single_spaces_whatever_was_typed_between_the_words():
    assert sound(ONE_OFF, {**CREDIT, "line": " Acute\N{NO-BREAK SPACE} care\n"})["line"] == "Acute care"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"points": 9}, "Points of a run or trend: '9' is not one of 7, 6."),
        ({"rebase_month": 3}, "Re-based from year is needed."),
        ({"rebase_year": 2018}, "Re-based from month is needed."),
        ({"rebase_year": 20180, "rebase_month": 1}, "20180 is no financial year"),
        ({"rebase_year": 10**38, "rebase_month": 1}, "out of all bounds"),
        ({"rebase_year": "next", "rebase_month": 1}, "'next' is not a financial year"),
        ({}, "Settings of a chart: say at least one of rebase_year, rebase_month, screen, points."),
    ],
)
def test_a_chart_is_set_to_what_it_can_be_drawn_with(record: MemoryRecord, body, said: str):
    with pytest.raises(UsageError, match=re.escape(said)):
        do(record, Judge("chart", "E.M.8", body, "Why"), by=FINANCE)
    assert held(record, "chart/E.M.8", year=0) == []


def test_a_year_is_written_either_way():
    fields = judgement_kind("chart").fields
    for year in ("2018/19", "2018", 2018):
        assert sound(fields, {"rebase_year": year, "rebase_month": 1}) == {"rebase_year": 2018, "rebase_month": 1}


@pytest.mark.parametrize("month", [3, "3", "June", "jun", "M3", "June 2018"])
def test_a_month_is_written_as_loads_take_it(month):
    given = {"line": "Acute", "amount": 5, "month": month}
    assert sound(ONE_OFF, given)["month"] == 3


def test_several_texts_may_be_typed_as_one_and_none_is_kept_twice():
    fields = judgement_kind("map").fields
    assert sound(fields, {"plan_lines": "Acute; Other;Acute;"}) == {"plan_lines": ["Acute", "Other"]}
    assert typed(fields, {"plan_lines": ["Acute"]})["activity_codes"] == []


def test_yes_and_no_are_words_and_rows_have_fields_of_their_own():
    assert sound(judgement_kind("chart").fields, {"screen": "No", "points": "6"}) == {"screen": False, "points": 6}
    changes = judgement_kind("scenario").fields
    kept = sound(changes, {"changes": [{"what": "R1", "change": "probability", "to": 50}]})
    assert kept == {"changes": [{"what": "R1", "change": "probability", "to": "50"}]}
    assert typed(changes, kept)["changes"][0]["to"] == Decimal(50)
    with pytest.raises(UsageError, match="Change is needed"):
        sound(changes, {"changes": [{"what": "R1"}]})
    with pytest.raises(UsageError, match="give a list of rows"):
        sound(changes, {"changes": "R1"})
    with pytest.raises(UsageError, match="neither yes nor no"):
        sound(judgement_kind("chart").fields, {"screen": "perhaps"})
    with pytest.raises(UsageError, match=r"6\.5 is not a whole number"):
        sound(judgement_kind("chart").fields, {"points": "6.5"})


def mapped(area: str, *lines: str, seen: int | None = None) -> Judge:
    return Judge("map", area, {"plan_lines": list(lines)}, "As agreed", seen)


def test_a_line_belongs_to_one_area_of_the_map_only(record: MemoryRecord):
    do(record, mapped("Hospitals", "Acute", "Ambulance"), by=FINANCE)
    with pytest.raises(UsageError, match="Plan lines: 'acute' belongs to Hospitals already; take it out there first"):
        do(record, Judge("map", "Beds", {"plan_lines": [" acute"]}, "As agreed"), by=FINANCE)
    do(record, mapped("Hospitals", "Ambulance", seen=1), mapped("Beds", "Acute"), by=FINANCE)
    do(record, TakeBack("map", "Hospitals", "One area"), mapped("Beds", "Acute", "Ambulance", seen=1), by=PMO)
    assert held(record, "map/Beds")[-1].version == 2


def test_what_two_areas_ask_for_in_one_write_is_refused_too(record: MemoryRecord):
    with pytest.raises(UsageError, match="'Acute' belongs to Hospitals already"):
        do(record, mapped("Hospitals", "Acute"), mapped("Beds", "Acute"), by=FINANCE)
    assert held(record, "map/Hospitals") == []


def test_the_same_name_may_stand_on_another_side_and_in_another_year(record: MemoryRecord):
    do(record, mapped("Hospitals", "Acute"), by=FINANCE)
    do(record, Judge("map", "Beds", {"target_areas": ["Acute"]}, "As agreed"), by=FINANCE)
    do(record, mapped("Beds", "Acute"), by=FINANCE, year=FinancialYear(2019))
    do(record, one_off(), Judge("one-off", "Again", CREDIT, "As agreed"), by=FINANCE)
