"""Every page by every role against a table, and what a role in one organisation does not reach in another."""

from __future__ import annotations

import shutil

import pytest

from recovery.loading import load
from recovery.period import FinancialYear
from recovery.programme.commands import Disable, Revoke
from recovery.programme.configuration import programmes
from recovery.programme.performing import perform
from recovery.programme.roles import roles
from recovery.record import Record
from recovery.sources.options import Options
from recovery.sources.workbook import SourceFile
from tests.cli.files import POSITION
from tests.pages.conftest import FILES
from tests.pages.signed_in import BY_HAND, grant, sign_in

EVERYBODY = {"viewer", "lead", "pmo", "approver", "finance", "administrator"}
SEEN_BY = {
    "Summary": EVERYBODY,
    "Questions and answers": EVERYBODY,
    "Financial plan": EVERYBODY,
    "Month-end variance": EVERYBODY,
    "Forecast outturn": EVERYBODY,
    "What moved": EVERYBODY,
    "Track record": EVERYBODY,
    "Financial duties": EVERYBODY,
    "Risks and mitigations": EVERYBODY,
    "Chance of control total": EVERYBODY,
    "Board": EVERYBODY,
    "Scheme": EVERYBODY,
    "Edit a scheme": EVERYBODY,
    "Monthly profiles": EVERYBODY,
    "Delivery": EVERYBODY,
    "Confidence and risk": EVERYBODY,
    "Approvals": EVERYBODY,
    "Register": EVERYBODY,
    "QIPP gap": EVERYBODY,
    "Triangulation": EVERYBODY,
    "Activity against plan": EVERYBODY,
    "Among commissioners": EVERYBODY,
    "Load data": {"finance", "pmo"},
    "Data quality": EVERYBODY,
    "Methods": EVERYBODY,
    "People": {"administrator"},
}
NOT_FOR_ALL = [title for title, seen_by in SEEN_BY.items() if seen_by != EVERYBODY] + ["Summary", "Edit a scheme"]
"""The pages that some roles do not see and two that all do, with every test; all pages in the campaign."""
SOMEBODY = "ada@trust.example"
ELSEWHERE = "administrator@other.example"
OTHER = "99X"


def an_approval() -> str:
    return next(approval.key for stage in programmes()["qipp"].stages for approval in stage.approvals)


def shown(page, title: str) -> bool:
    """Return whether a page shows itself; it says that it is not for this person otherwise."""
    assert f"<h1>{title}</h1>" in page.html
    return "The pages you may see are in the navigation" not in page.html


def test_the_table_has_every_page_and_every_role():
    assert set(SEEN_BY) == set(FILES)
    assert set(roles()) == EVERYBODY


def address(role: str) -> str:
    return f"{role}@trust.example"


@pytest.fixture(scope="module")
def peopled(demo, tmp_path_factory):
    """The demonstration with somebody of each role."""
    path = tmp_path_factory.mktemp("peopled") / "record.sqlite"
    shutil.copy(demo, path)
    for role in EVERYBODY:
        grant(path, address(role), role, approval=an_approval() if role == "approver" else "")
    return path


@pytest.mark.parametrize("role", sorted(EVERYBODY))
@pytest.mark.parametrize(
    "titles", [NOT_FOR_ALL, pytest.param([*FILES], marks=pytest.mark.campaign)], ids=["some", "all"]
)
def test_a_role_sees_its_pages_and_no_other(use, peopled, monkeypatch, titles, role):
    use(peopled)
    visit = sign_in(monkeypatch, address(role))
    seen = {title for title in titles if shown(visit.open(title), title)}
    assert seen == {title for title in titles if role in SEEN_BY[title]}


@pytest.mark.parametrize("title", FILES)
def test_no_page_is_shown_before_sign_in_nor_without_a_role(use, demo, monkeypatch, title):
    use(demo)
    assert_shut(sign_in(monkeypatch).open(title), "Sign in with your organisation")
    assert_shut(sign_in(monkeypatch, "stranger@trust.example").open(title), "have no role here yet")


def assert_shut(page, sentence: str) -> None:
    assert sentence in page.html
    assert "<h1>Financial recovery</h1>" in page.html
    assert "<table" not in page.html
    assert not page.app.selectbox
    assert not page.app.get("file_uploader")


def test_what_the_record_says_counts_at_the_next_run(use, demo, monkeypatch):
    path = use(demo)
    grant(path, SOMEBODY, "viewer")
    visit = sign_in(monkeypatch, SOMEBODY).open("Financial plan")
    assert "<table" in visit.html
    record = Record(str(path))
    perform(record, Revoke(SOMEBODY, "viewer"), BY_HAND)
    assert_shut(visit.run(), "have no role here yet")
    perform(record, Disable(SOMEBODY), BY_HAND)
    assert_shut(visit.run(), "Your access has been switched off.")
    record.close()


@pytest.fixture(scope="module")
def both_organisations(demo, tmp_path_factory):
    """The demonstration beside another organisation, of which somebody is administrator."""
    path = tmp_path_factory.mktemp("two") / "record.sqlite"
    shutil.copy(demo, path)
    record = Record(str(path))
    outcome = load(
        record, [SourceFile("position.csv", POSITION.encode())], Options(),
        organisation=OTHER, organisation_name="Other trust", year=FinancialYear(2018), month=3, loaded_by="tests",
    )  # fmt: skip
    record.close()
    assert outcome.receipt, outcome.problems
    grant(path, ELSEWHERE, "administrator", OTHER)
    return path


@pytest.fixture
def two(use, both_organisations):
    """Serve a record of two organisations."""
    return use(both_organisations)


@pytest.mark.parametrize("title", FILES)
def test_an_organisation_without_a_role_is_not_reached_by_its_address(two, monkeypatch, title):
    (held,) = {code for code in codes(two) if code != OTHER}
    visit = sign_in(monkeypatch, ELSEWHERE).open(title, org=held)
    assert visit.picker("Organisation").options == ["Other trust"]
    assert visit.app.query_params["org"] == OTHER
    assert f"Nothing is loaded for organisation &#x27;{held}&#x27;" in visit.html
    assert name_of(two, held) not in visit.html


def test_publishing_for_an_organisation_without_the_role_is_refused_before_anything_is_read(two, monkeypatch):
    (held,) = {code for code in codes(two) if code != OTHER}
    grant(two, SOMEBODY, "finance", OTHER)
    visit = sign_in(monkeypatch, SOMEBODY).open("Load data")
    visit.app.file_uploader[0].set_value(("position.csv", POSITION.encode(), "text/csv"))
    visit.run()
    assert "As understood" in visit.html
    next(one for one in visit.app.text_input if one.label == "Organisation code").set_value(held)
    visit.run()
    assert "may not" in visit.html
    assert "As understood" not in visit.html
    assert not [button for button in visit.app.button if button.label == "Publish"]


def codes(path) -> set[str]:
    record = Record(str(path))
    found = {entry.organisation for entry in record.loads()}
    record.close()
    return found


def name_of(path, code: str) -> str:
    record = Record(str(path))
    found = next(entry.organisation_name for entry in record.loads() if entry.organisation == code)
    record.close()
    return found
