"""Many schemes' months in one grid, saved as one change; what others altered meanwhile is shown by scheme."""

from __future__ import annotations

import pytest

from recovery.record import Record, Subject
from tests.pages.acting import LEAD, MANAGER, VIEWER, Acting, grids_typed_into


@pytest.fixture
def served(use, demo):
    return use(demo)


@pytest.fixture
def acting(served, monkeypatch):  # noqa: ARG001 - served by then
    return lambda email: Acting(email, monkeypatch)


def put(cells):
    """Type into the bulk grid: amounts by (reference, month)."""

    def typed(key, rows):
        if not key.startswith("profiles "):
            return rows
        return [
            row | {month: pounds for (ref, month), pounds in cells.items() if ref == row["Reference"]} for row in rows
        ]

    return typed


def versions(path, ref):
    record = Record(str(path))
    try:
        return [
            (event.version, event.kind, event.change) for event in record.events(Subject("06H", 2018, "scheme", ref))
        ]
    finally:
        record.close()


def test_what_is_typed_for_many_schemes_is_saved_as_one_change(acting, served, monkeypatch):
    with grids_typed_into(monkeypatch, put({("Q18-001", "Mar"): 1000.0, ("Q18-002", "Mar"): 2000.5})):
        page = acting(MANAGER).open("Monthly profiles")
        assert "Not saved yet: 2 schemes altered (Q18-001 and Q18-002)." in page.html
        page.press("Save 2 schemes")
    assert "Saved: the monthly profiles of 2 schemes (Q18-001 and Q18-002), as one change." in page.html
    last = [versions(served, ref)[-1] for ref in ("Q18-001", "Q18-002")]
    assert {kind for _, kind, _ in last} == {"edited"}
    assert len({change for _, _, change in last}) == 1


def test_what_two_people_altered_is_shown_by_scheme_and_chosen(acting, monkeypatch):
    second = acting(MANAGER)
    with grids_typed_into(monkeypatch, put({("Q18-001", "Mar"): 5.0, ("Q18-002", "Mar"): 6.0})):
        second.open("Monthly profiles")
    with grids_typed_into(monkeypatch, put({("Q18-001", "Mar"): 7.0, ("Q18-001", "Feb"): 8.0})):
        acting(MANAGER).open("Monthly profiles").press("Save 1 scheme")
    with grids_typed_into(monkeypatch, put({("Q18-001", "Mar"): 5.0, ("Q18-002", "Mar"): 6.0})):
        second.run()
        assert "somebody else has altered these months as well since you opened them" in second.html
        clash = second.html.split("somebody else has altered")[-1].split("</table>")[0]
        assert clash.index("£7") < clash.index("£5")
        assert second.field("button", "Save 2 schemes").disabled
        second.fill("radio", "Whose months hold for Q18\\-001?", "Mine")
        second.press("Save 2 schemes")
    assert "Saved: the monthly profiles of 2 schemes" in second.html
    page = acting(VIEWER).open("Scheme", ref="Q18-001")
    months = page.html.split("Monthly profile (net saving)")[-1].split("</table>")[0]
    assert "<td class='rf-number'>8</td>" in months.split("February")[1].split("</tr>")[0]
    assert "<td class='rf-number'>5</td>" in months.split("March")[1].split("</tr>")[0]


def test_the_grid_holds_only_what_the_reader_may_edit(acting):
    assert "There is no live scheme that you may edit." in acting(VIEWER).open("Monthly profiles").html
    page = acting(LEAD).open("Monthly profiles")
    assert "schemes that you may edit" in page.html
    assert "55 schemes" not in page.html
