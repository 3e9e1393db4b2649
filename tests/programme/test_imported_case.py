"""What a file gives a scheme goes in; what it lacks stays; what it says again changes nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, given, settings

from recovery.pack.register import register_workbook
from recovery.programme.imported_case import imported_case
from recovery.programme.importing import wording_of
from recovery.programme.scheme import Scheme
from recovery.sources.options import Options
from recovery.sources.register import read_register
from recovery.sources.workbook import SourceFile
from tests.registers import DAY, QIPP, YEAR, registers


def read_back(states):
    content = register_workbook(states, QIPP, organisation="X1", year=YEAR, as_at=DAY, history=None)
    return read_register(SourceFile("register.xlsx", content), Options(year=YEAR), wording_of(QIPP))


def ordered(scheme: Scheme) -> Scheme:
    return replace(
        scheme,
        profile=tuple(sorted(scheme.profile, key=lambda month: (month.month, not month.recurrent))),
        activity=tuple(sorted(scheme.activity, key=lambda one: (one.code, one.point_of_delivery, one.month))),
    )


@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))
@given(registers())
def test_a_register_that_is_exported_and_read_again_changes_nothing_and_begins_an_equal_one(states):
    read = read_back(states)
    assert read.problems == ()
    by_ref = {state.scheme.ref: state.scheme for state in states}
    assert {one.ref for one in read.schemes} == by_ref.keys()
    for one in read.schemes:
        assert imported_case(one, by_ref[one.ref]) == by_ref[one.ref]
        assert ordered(imported_case(one, None)) == ordered(by_ref[one.ref])
