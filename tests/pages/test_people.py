"""The People page: what an administrator does is in the record, with who and when; what others see of it."""

from __future__ import annotations

import pytest

from recovery.loading import load
from recovery.period import FinancialYear
from recovery.programme.commands import AddPerson, Disable, Grant
from recovery.programme.people import Role, people
from recovery.programme.performing import perform, perform_all
from recovery.record import Record
from recovery.settings import settings
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from tests.cli.files import POSITION
from tests.pages.conftest import Visit
from tests.pages.signed_in import BY_HAND, grant, sign_in

CHIEF = "chief@trust.example"
ADA = "ada@trust.example"


@pytest.fixture
def path(use):
    served = use()
    grant(served, CHIEF, "administrator")
    return served


@pytest.fixture
def page(path, monkeypatch):
    assert path.exists()
    return sign_in(monkeypatch, CHIEF).open("People")


def field(page: Visit, kind: str, label: str, *, which: int = 0):
    return [one for one in getattr(page.app, kind) if one.label == label][which]


def known(path, email: str):
    record = Record(str(path))
    found = people(record.events_of("", 0, "person")).get(email)
    record.close()
    return found


def add(page: Visit, email: str, name: str, role: str) -> Visit:
    field(page, "text_input", "E-mail address").set_value(email)
    field(page, "text_input", "Name").set_value(name)
    field(page, "selectbox", "Role", which=-1).set_value(role)
    page.run()
    field(page, "button", "Add the person").click()
    return page.run()


def test_a_person_is_added_with_a_first_role(page, path):
    add(page, " Ada@Trust.example", "Ada", "finance")
    assert "Added: Ada, Finance, all organisations." in page.html
    assert known(path, ADA).roles == {Role("finance", "", "*")}
    assert "2 people have a role here, 1 as administrator" in page.html
    assert "Given: Finance, all organisations" in page.html
    assert {(one.by, one.via) for one in events(path) if one.subject.key == ADA} == {(CHIEF, "page")}


def test_a_person_who_is_known_already_is_not_added_again(page, path):
    add(page, CHIEF, "", "viewer")
    assert f"{CHIEF} is known already" in page.html
    assert known(path, CHIEF).roles == {Role("administrator", "", "*")}


def chosen(page: Visit, email: str) -> Visit:
    field(page, "selectbox", "Person").set_value(email)
    return page.run()


def test_an_approver_is_granted_an_approval_by_name_and_it_is_taken_away_again(path, monkeypatch):
    grant(path, ADA, "viewer")
    page = chosen(sign_in(monkeypatch, CHIEF).open("People"), ADA)
    field(page, "selectbox", "Role").set_value("approver")
    page.run()
    approval = field(page, "selectbox", "Approval")
    key = approval.value
    field(page, "button", "Give the role").click()
    page.run()
    assert known(path, ADA).roles == {Role("viewer", "", "*"), Role("approver", key, "*")}
    take = field(page, "selectbox", "Role", which=1)
    take.set_value(Role("approver", key, "*"))
    page.run()
    field(page, "button", "Take the role away").click()
    page.run()
    assert known(path, ADA).roles == {Role("viewer", "", "*")}


def test_a_person_is_switched_off_with_a_reason_and_let_in_again(path, monkeypatch):
    grant(path, ADA, "viewer")
    page = chosen(sign_in(monkeypatch, CHIEF).open("People"), ADA)
    field(page, "text_input", "Reason").set_value("on leave")
    field(page, "button", "Disable and end all sessions").click()
    page.run()
    assert known(path, ADA).disabled
    assert "on leave" in page.html
    assert "no, switched off" in page.html
    field(page, "button", "Enable access").click()
    page.run()
    assert not known(path, ADA).disabled


def test_an_administrator_ends_the_sessions_of_another(path, monkeypatch):
    grant(path, ADA, "viewer")
    page = chosen(sign_in(monkeypatch, CHIEF).open("People"), ADA)
    field(page, "button", "End all sessions").click()
    page.run()
    assert known(path, ADA).sessions_valid_after is not None


def test_what_a_person_is_called_is_shown_and_never_run(path, monkeypatch):
    record = Record(str(path))
    perform(record, AddPerson("odd@trust.example", "<script>alert(1)</script>"), BY_HAND)
    record.close()
    page = sign_in(monkeypatch, CHIEF).open("People")
    assert "&lt;script&gt;" in page.html
    assert "<script>alert" not in page.html


def test_an_administrator_of_one_organisation_sees_and_changes_what_concerns_it(path, monkeypatch):
    organisation = "99X"
    record = Record(str(path))
    load(
        record, [SourceFile("position.csv", POSITION.encode())], Options(), organisation=organisation,
        organisation_name="Trust", year=FinancialYear(2018), month=3, loaded_by="tests",
    )  # fmt: skip
    perform_all(
        record, [AddPerson("here@trust.example"), Grant("here@trust.example", "pmo", "", organisation)], BY_HAND
    )
    perform_all(record, [AddPerson("there@trust.example"), Grant("there@trust.example", "pmo", "", "98Y")], BY_HAND)
    perform(record, Grant("here@trust.example", "lead", "", "98Y"), BY_HAND)
    record.close()
    grant(path, ADA, "administrator", organisation)
    page = sign_in(monkeypatch, ADA).open("People")
    assert "here@trust.example" in page.html
    assert "there@trust.example" not in page.html
    assert "98Y" not in page.html
    page = chosen(page, "here@trust.example")
    assert len(field(page, "selectbox", "For").options) == 1
    assert not [one for one in page.app.button if one.label in {"Add the person", "End all sessions"}]
    field(page, "selectbox", "Role").set_value("viewer")
    page.run()
    field(page, "button", "Give the role").click()
    page.run()
    assert Role("viewer", "", organisation) in known(path, "here@trust.example").roles


def test_in_single_user_mode_the_local_user_adds_people_and_then_stands_in_for_them(use, monkeypatch):
    monkeypatch.setenv("RECOVERY_USER", "Finance analyst")
    path = use()
    settings.cache_clear()
    page = Visit().open("People")
    assert "Single-user mode" in page.html
    assert not [one for one in page.app.selectbox if one.label == "Acting as"]
    add(page, ADA, "Ada", "viewer")
    assert {(one.by, one.via) for one in events(path)} == {("Finance analyst", "page, single-user")}
    field(page, "selectbox", "Acting as").set_value(ADA)
    page.run()
    assert "may not" in page.html
    assert "Recorded as ada@trust.example" in page.html
    page.open("Load data")
    assert "may not" in page.html
    field(page, "selectbox", "Acting as").set_value("")
    assert "Drop a month-end workbook" in page.run().html


def test_somebody_switched_off_is_not_stood_in_for(use):
    path = use()
    grant(path, ADA, "viewer")
    page = Visit().open("People")
    assert len(field(page, "selectbox", "Acting as").options) == 2
    record = Record(str(path))
    perform(record, Disable(ADA), BY_HAND)
    record.close()
    page.run()
    assert len(field(page, "selectbox", "Acting as").options) == 1


def events(path):
    record = Record(str(path))
    found = record.events_of("", 0, "person")
    record.close()
    return found
