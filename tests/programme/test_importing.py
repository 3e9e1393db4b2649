"""A register brought in: what is new, changed, unchanged or refused; out and in again nothing has changed."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from openpyxl import load_workbook

from recovery.errors import Conflict
from recovery.pack.register import register_workbook
from recovery.programme.actor import Actor
from recovery.programme.commands import BringIn, EditScheme
from recovery.programme.folding import states
from recovery.programme.importing import Outcome, preview, read_for
from recovery.programme.performing import perform, perform_all
from recovery.programme.scheme import ProfileMonth
from recovery.programme.state import Status
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from tests.programme.memory import MemoryRecord
from tests.registers import DAY, DRUGS, QIPP, WARDS, YEAR, registers, state_of
from tests.sources.register.books import saved, tracker

PMO = Actor("office", "import", trusted=True)
ABOUT = {"organisation": "X1", "year": YEAR}


def kept(record):
    found = states(record.events_of("X1", YEAR.start, "scheme")) if record.entries else {}
    return {ref: state for ref, state in found.items() if state.organisation == "X1"}


def holding(register):
    record = MemoryRecord()
    perform_all(record, [BringIn(one.scheme, one.stage, one.status) for one in register], PMO, **ABOUT)
    return record


def written(record, change=None) -> bytes:
    content = register_workbook(
        list(kept(record).values()), QIPP, organisation="X1", year=YEAR, as_at=DAY, history=None
    )
    if change is None:
        return content
    workbook = load_workbook(io.BytesIO(content))
    change(workbook)
    return saved(workbook)


def held_against(record, content: bytes):
    return preview(read_for(QIPP, SourceFile("r.xlsx", content), Options(year=YEAR)), kept(record), QIPP)


def outcomes(found):
    return {one.ref: one.outcome for one in found.schemes}


@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
@given(registers())
def test_an_export_brought_in_again_is_no_event_and_in_an_empty_record_it_is_the_same_register(register):
    record, other = holding(register), MemoryRecord()
    before, content = record.change, written(record)
    found = held_against(record, content)
    assert (found.problems, found.absent) == ((), ())
    assert set(outcomes(found).values()) == {Outcome.UNCHANGED}
    assert found.commands == ()
    perform_all(record, found.commands, PMO, **ABOUT)
    assert record.change == before
    perform_all(other, held_against(other, content).commands, PMO, **ABOUT)
    again = kept(other)
    assert again.keys() == kept(record).keys()
    for ref, state in kept(record).items():
        assert (again[ref].stage, again[ref].status) == (state.stage, state.status)
        assert held_against(other, content).schemes[0].outcome is Outcome.UNCHANGED
        assert as_a_set(again[ref].scheme) == as_a_set(state.scheme)


def as_a_set(scheme):
    """A case without the order of what has none."""
    return replace(scheme, profile=frozenset(scheme.profile), activity=frozenset(scheme.activity))


def test_a_new_a_changed_and_an_unchanged_scheme_and_those_that_the_file_lacks():
    record = holding([state_of(WARDS, 2), state_of(DRUGS), state_of(replace(DRUGS, ref="Q18-003"))])

    def change(workbook):
        sheet = workbook["Schemes"]
        sheet["N7"] = 60000
        sheet["A8"], sheet["B8"] = "Q18-009", "New one"

    found = held_against(record, written(record, change))
    assert outcomes(found) == {
        "Q18-001": Outcome.UNCHANGED, "Q18-002": Outcome.CHANGED, "Q18-009": Outcome.NEW,
    }  # fmt: skip
    assert found.absent == ("Q18-003",)
    (one,) = found.of(Outcome.CHANGED)
    assert [(each.field, each.before, each.after) for each in one.differences] == [
        ("net_value", "£50,000.00", "£60,000.00")
    ]
    perform_all(record, found.commands, PMO, **ABOUT)
    assert kept(record)["Q18-002"].scheme == replace(DRUGS, net_value=Decimal(60000))
    assert kept(record)["Q18-003"].version == 1
    assert kept(record)["Q18-009"].stage == 0


def test_a_column_that_the_file_lacks_leaves_and_a_blank_cell_empties():
    record = holding([state_of(WARDS, 2)])

    def change(workbook):
        sheet = workbook["Schemes"]
        sheet["H6"] = None
        sheet.delete_cols(7)
        workbook["Profiles"].delete_cols(5 + 1)
        workbook["Profiles"]["E7"] = None
        workbook["Milestones"].delete_cols(7)
        workbook["Milestones"]["E7"] = "31/12/2018"

    found = held_against(record, written(record, change))
    perform_all(record, found.commands, PMO, **ABOUT)
    scheme = kept(record)["Q18-001"].scheme
    assert (scheme.lead, scheme.sro) == ("lead@x.example", "")
    assert scheme.profile[0] == ProfileMonth(1, Decimal("50000.25"), None, None)
    assert scheme.profile[2] == ProfileMonth(2, Decimal(40000))
    assert scheme.milestones[0].done == WARDS.milestones[0].done
    assert str(scheme.milestones[1].due) == "2018-12-31"


def test_rows_taken_out_of_a_list_take_the_entries_away():
    record = holding([state_of(WARDS, 2)])

    def change(workbook):
        workbook["Milestones"].delete_rows(6)
        workbook["Profiles"].delete_rows(9, 3)

    perform_all(record, held_against(record, written(record, change)).commands, PMO, **ABOUT)
    scheme = kept(record)["Q18-001"].scheme
    assert [one.name for one in scheme.milestones] == ["Live"]
    assert {month.recurrent for month in scheme.profile} == {True}


@pytest.mark.parametrize(
    ("cell", "value", "why"),
    [
        ("E6", "3 Delivery", "Q18-001 stands at 2 Planning and the file has it at 3 Delivery: the gateways move"),
        ("F6", "withdrawn", "Q18-001 is live and the file says withdrawn"),
        ("K6", "01/01/2018", "is before its start"),
    ],
)
def test_what_an_import_may_not_change_is_refused_scheme_by_scheme_and_nothing_is_brought_in(cell, value, why):
    record = holding([state_of(WARDS, 2), state_of(DRUGS)])

    def change(workbook):
        workbook["Schemes"][cell] = value
        workbook["Schemes"]["N7"] = 1

    found = held_against(record, written(record, change))
    (one,) = found.of(Outcome.REFUSED)
    assert why in one.why
    assert not found.is_ready
    assert found.commands == ()


def test_a_withdrawn_scheme_can_be_in_the_file_but_not_changed_by_it():
    record = holding([state_of(WARDS, 2, Status.WITHDRAWN)])
    assert outcomes(held_against(record, written(record))) == {"Q18-001": Outcome.UNCHANGED}
    found = held_against(record, written(record, lambda workbook: workbook["Schemes"].__setitem__("B6", "Other")))
    assert "withdrawn" in found.of(Outcome.REFUSED)[0].why


def test_a_new_scheme_needs_a_row_of_its_own_a_title_an_area_and_a_stage():
    record = holding([state_of(DRUGS)])

    def change(workbook):
        workbook["Milestones"]["A6"], workbook["Milestones"]["D6"] = "Q18-009", "Somebody's step"

    found = held_against(record, written(record, change))
    assert "'Milestones' only and is not known" in found.of(Outcome.REFUSED)[0].why

    def without_stage(workbook):
        workbook["Schemes"]["A7"], workbook["Schemes"]["B7"] = "Q18-009", "New"
        workbook["Schemes"].delete_cols(5)

    found = held_against(record, written(record, without_stage))
    assert "is new and has no area and no stage" in found.of(Outcome.REFUSED)[0].why
    assert [one.rule for one in found.in_the_way] == ["area-missing"]


def test_a_register_of_ones_own_keeps_what_it_does_not_speak_of():
    record = holding([state_of(WARDS, 2)])
    rows = (("Ref", "Scheme", "Area", "Stage", "RAG", "Net value £", "Apr", "May", "Jun"),
            ("q18-001", WARDS.title, "Acute", "Planning", "Amber", 90000, 60000.25, 40000, None))  # fmt: skip
    found = held_against(record, tracker(*rows))
    assert [one.field for one in found.schemes[0].differences] == ["net_value"]
    perform_all(record, found.commands, PMO, **ABOUT)
    assert kept(record)["Q18-001"].scheme == replace(WARDS, net_value=Decimal(90000))
    other = (rows[0], (*rows[1][:6], 1, 2, 3))
    assert "recurrent and non-recurrent months" in held_against(record, tracker(*other)).of(Outcome.REFUSED)[0].why


def test_a_scheme_that_changes_between_the_preview_and_the_import_is_a_conflict():
    record = holding([state_of(DRUGS)])
    found = held_against(record, written(record, lambda workbook: workbook["Schemes"].__setitem__("N6", 1)))
    perform(record, EditScheme("Q18-002", replace(DRUGS, lead="Jo")), PMO, **ABOUT)
    with pytest.raises(Conflict):
        perform_all(record, found.commands, PMO, **ABOUT)
    assert kept(record)["Q18-002"].scheme == replace(DRUGS, lead="Jo")


def test_a_rating_by_its_other_name_is_no_change():
    record = holding([state_of(replace(DRUGS, reported_rag="A"))])
    assert outcomes(held_against(record, written(record))) == {"Q18-002": Outcome.UNCHANGED}
