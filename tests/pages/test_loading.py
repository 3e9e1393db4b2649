"""From a dropped file to published figures, on the page."""

from __future__ import annotations

from recovery.record import Record
from tests.pages.conftest import Visit

HEAD = "Line,YTD budget,YTD actual,YTD variance Fav/(adv),Annual budget,Forecast outturn,Variance Fav/(adv)\n"
ROWS = "Acute,100,110,(10),400,410,(10)\nTotal,100,110,(10),400,410,(10)\n"
GOOD = f"Month-end position £'000 month 3 2018/19,,,,,,\n{HEAD}{ROWS}"
NO_UNIT = GOOD.replace(" £'000", "")
BAD = GOOD.replace("Acute,100", "Acute,ten")


def drop(page: Visit, content: str, name: str = "position.csv") -> Visit:
    uploader = page.app.file_uploader[0]
    uploader.set_value((name, content.encode(), "text/csv"))
    return page.run()


def fill(page: Visit, organisation: str = "99X") -> Visit:
    page.app.text_input[0].set_value(organisation)
    page.app.text_input[2].set_value("2018/19")
    return page.run()


def publish(page: Visit):
    return next(button for button in page.app.button if button.label == "Publish")


def test_a_good_file_is_previewed_and_published(use):
    path = use()
    page = drop(fill(Visit().open("Load data")), GOOD)
    assert "Ready to publish: Month-end position." in page.html
    assert "£&#x27;000" in page.html
    publish(page).click()
    page.run()
    assert "Published: 1 table of 99X, 2018/19." in page.html
    submissions = Record(str(path)).submissions_since(0)
    assert [(one.organisation, one.dataset, one.month) for one in submissions] == [("99X", "position", 3)]
    assert "£10k adverse" in page.open("Month-end variance").html


def test_a_bad_file_lists_its_problems_and_cannot_be_published(use):
    path = use()
    page = drop(fill(Visit().open("Load data")), BAD)
    assert "1 problem stands in the way; mend the file and drop it again. Nothing has been changed." in page.html
    problems = page.html.split("Problems (1)")[-1]
    assert "B3" in problems
    assert "ten" in problems
    assert publish(page).disabled
    assert Record(str(path)).newest_change() == 0


def test_what_the_file_leaves_open_is_asked_and_an_answer_makes_it_publishable(use):
    use()
    page = drop(fill(Visit().open("Load data")), NO_UNIT)
    assert "1 question to answer before this can be published." in page.html
    assert publish(page).disabled
    question = next(box for box in page.app.selectbox if "£'000 (thousands)" in box.options)
    question.set_value("thousands")
    page.run()
    assert "Ready to publish: Month-end position." in page.html
    assert not publish(page).disabled


def test_what_has_to_be_filled_in_is_said(use):
    use()
    page = drop(Visit().open("Load data"), GOOD)
    assert "Fill in the organisation&#x27;s code and the financial year, as 2018/19" in page.html
    assert not page.app.button
