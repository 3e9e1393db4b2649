"""The board, the approvals and the register: filters in the address, the register of any day, bringing one in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from recovery.pack.register import register_workbook
from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import EditScheme
from recovery.programme.configuration import programme_of
from recovery.programme.folding import states as folded
from recovery.programme.performing import perform
from recovery.record import Record
from recovery.settings import settings
from recovery.ui.programme.register import SHEET
from tests.pages.acting import COMMITTEE, MANAGER, VIEWER, Acting


@pytest.fixture
def acting(use, demo, monkeypatch):
    use(demo)
    return lambda email: Acting(email, monkeypatch)


def test_the_board_says_what_waits_for_whoever_reads_it(acting):
    assert "none waits for you" in acting(VIEWER).open("Board").html
    html = acting(COMMITTEE).open("Board").html
    assert "11 wait for you" in html
    assert "Waits for you:" in html
    assert html.count("rf-mine") >= html.count("Waits for you:") > 0


def test_filters_narrow_the_board(acting):
    page = acting(VIEWER).open("Board")
    page.fill("selectbox", "Area", "Prescribing")
    assert "33 schemes worth" in page.html
    page.fill("text_input", "Find", "pharmacist")
    assert page.html.count("<article") < 33
    page.fill("text_input", "Find", "no such thing")
    assert "No scheme is as you ask: widen the choice above." in page.html


def test_an_address_with_filters_opens_the_same_board_for_a_colleague(acting):
    page = acting(VIEWER).open("Board", area="Prescribing", show="Stuck or overdue")
    assert page.field("selectbox", "Area").value == "Prescribing"
    assert page.field("radio", "Show").value == "Stuck or overdue"


def test_the_board_of_an_earlier_month_is_as_it_stood_then(acting):
    now, then = acting(VIEWER).open("Board").html, acting(VIEWER).open("Board", month="1").html
    assert "month 1 (April), 2018/19" in then
    stages = [html.split("1 Initiation</h2>")[1][:80] for html in (now, then)]
    assert stages[0] != stages[1]


def test_every_list_can_be_taken_away(acting):
    labels = {
        title: [one.label for one in acting(VIEWER).open(title).app.get("download_button")]
        for title in ("Board", "Approvals", "Register")
    }
    assert labels["Board"] == ["Download the board (CSV)"]
    assert len(labels["Approvals"]) == 4
    assert labels["Register"] == [
        "Download this list, every column (CSV)", "Download the register (Excel workbook)",
    ]  # fmt: skip


def test_conditions_decisions_and_benefits_stand_on_one_page(acting):
    html = acting(VIEWER).open("Approvals").html
    for heading in ("Conditions", "Decisions", "Benefits realised", "All that waits"):
        assert f"<h2>{heading}</h2>" in html
    assert (
        "No approval waits for you, of 71 outstanding on 55 schemes; 3 conditions are overdue and 3 are open." in html
    )


def test_the_register_can_be_had_as_at_any_day(acting):
    page = acting(VIEWER).open("Register", as_at="2018-04-20")
    assert "As at 20 April 2018 the register had" in page.html
    assert "Schemes as at 20 April 2018" in page.html
    page = acting(VIEWER).open("Register", as_at="2017-01-01")
    assert "No register had been begun by 1 January 2017." in page.html


def test_a_viewer_cannot_bring_a_register_in_and_is_told_who_can(acting):
    page = acting(VIEWER).open("Register")
    assert "governing.body@ccg.example may not" in page.html.split("Bring a register in")[-1]
    assert not page.app.file_uploader


def test_the_register_taken_away_and_brought_back_changes_nothing(acting, use, demo):
    record = Record(str(use(demo)))
    states = folded(record.events_of("06H", 2018, "scheme"))
    record.close()
    content = register_workbook(
        tuple(states.values()), programme_of("06H"), organisation="06H", year=FinancialYear(2018),
        as_at=dt.date(2018, 7, 1), history=None,
    )  # fmt: skip
    page = acting(MANAGER).open("Register")
    page.app.file_uploader[0].set_value(("register.xlsx", content, SHEET))
    page.run()
    assert "Nothing would change: 56 schemes of the file, each as it stands here." in page.html
    assert page.field("button", "Bring it in").disabled


def dropped(page, content: bytes):
    """Drop a register and answer that its money is in pounds."""
    page.app.file_uploader[0].set_value(("register.csv", content, "text/csv"))
    page.run()
    if units := [box for box in page.app.selectbox if "money" in box.label]:
        units[0].set_value("pounds")
        page.run()
    return page


def test_what_an_import_would_change_is_shown_before_it_is_done(acting):
    content = b"Reference,Title,Area,Stage,Net value\nN-1,New one,Prescribing,0 Pipeline,1000\n"
    page = dropped(acting(MANAGER).open("Register"), content)
    assert "Ready to bring in: 1 new" in page.html
    page.press("Bring it in")
    assert "Brought in: 1 new scheme and 0 changed schemes, as one change." in page.html


def test_an_import_never_takes_in_an_edit_that_was_not_shown(acting):
    content = b"Reference,Title,Area,Stage,Net value GBP\nQ18-034,Beds,Community / CSI,0 Pipeline,1000\n"
    page = dropped(acting(MANAGER).open("Register"), content)
    assert "Ready to bring in: 1 changed" in page.html
    record = Record(settings().database)
    state = folded(record.events_of("06H", 2018, "scheme"))["Q18-034"]
    edited = EditScheme("Q18-034", replace(state.scheme, title="Named anew meanwhile"))
    perform(record, edited, Actor("root", "page", trusted=True), organisation="06H", year=FinancialYear(2018))
    page.press("Bring it in")
    assert "Somebody changed one of these schemes in this very moment: nothing was brought in." in page.html
    assert folded(record.events_of("06H", 2018, "scheme"))["Q18-034"].scheme.title == "Named anew meanwhile"
    record.close()
