"""The forecast page on the demonstration: methods side by side, required rates, one-off items and who may mark them."""

from __future__ import annotations

from tests.pages.acting import FINANCE, VIEWER, Acting


def test_every_method_stands_beside_the_report_with_the_rules_of_the_ratings(visit):
    visit.open("Forecast outturn")
    for heading in ("Reported plus risk", "Last three months without one-offs", "Required run rate RAG", "Range"):
        assert heading in visit.html
    assert "Red when the months left have to come in more than 2% better than the months so far" in visit.html
    assert visit.html.count("Where nothing has come so far, any improvement is red.") == 2  # spend, savings
    assert "51.3% of the savings planned for the year fall in its second half." in visit.html
    assert "rf-rag-red" in visit.html


def test_a_line_is_chosen_and_told(visit):
    visit.open("Forecast outturn")
    visit.picker("Line").set_value("Acute Services")
    visit.run()
    assert "The reported spend of £603.9m is the best of eight methods" in visit.html
    assert visit.app.query_params["line"] == "Acute Services"


def test_finance_marks_an_item_and_takes_it_back(use, demo, monkeypatch):
    use(demo)
    page = Acting(FINANCE, monkeypatch).open("Forecast outturn")
    page.field("text_input", "What it was").set_value("Winter beds")
    page.picker("Line").set_value("Acute Services")
    page.field("number_input", "Amount, £").set_value(500_000)
    page.field("text_input", "Reason").set_value("Closed at the end of the month")
    page.press("Mark as one-off")
    assert "Marked as one-off: Winter beds." in page.html
    assert "Closed at the end of the month" in page.html
    assert "One-off items to date come to £0.8m adverse in all" in page.html
    page.picker("Item").set_value("Winter beds")
    page.field("text_input", "Reason for taking it back").set_value("They may open again")
    page.press("Take it back")
    assert "Taken back: Winter beds." in page.html
    assert "One-off items to date come to £0.3m adverse in all" in page.html


def mark(page: Acting, name: str, pounds: int) -> None:
    page.field("text_input", "What it was").set_value(name)
    page.field("number_input", "Amount, £").set_value(pounds)
    page.field("text_input", "Reason").set_value("It ended")
    page.press("Mark as one-off")


def test_a_name_that_is_taken_is_refused_and_one_that_was_taken_back_can_be_marked_again(use, demo, monkeypatch):
    use(demo)
    page = Acting(FINANCE, monkeypatch).open("Forecast outturn")
    mark(page, "Winter beds", 500_000)
    mark(page, "winter beds", 5_000)
    assert "there is a winter beds already, set by " in page.html
    assert "One-off items to date come to £0.8m adverse in all" in page.html
    page.picker("Item").set_value("Winter beds")
    page.field("text_input", "Reason for taking it back").set_value("They may open again")
    page.press("Take it back")
    mark(page, "Winter beds", 700_000)
    assert "Marked as one-off: Winter beds." in page.html


def test_an_item_without_a_reason_is_refused(use, demo, monkeypatch):
    use(demo)
    page = Acting(FINANCE, monkeypatch).open("Forecast outturn")
    page.field("text_input", "What it was").set_value("Winter beds")
    page.press("Mark as one-off")
    assert "rf-bad" in page.html


def test_a_reader_sees_the_items_and_who_may_mark_them(use, demo, monkeypatch):
    use(demo)
    page = Acting(VIEWER, monkeypatch).open("Forecast outturn")
    assert "Return of an unspent pooled budget" in page.html
    assert "Marking one-off items: " in page.html
    assert not [box for box in page.app.text_input if box.label == "What it was"]


def test_a_complete_year_asks_for_no_run_rate_and_the_first_has_no_history_to_read_it_with(visit):
    visit.open("Forecast outturn", year="2017/18", month="12")
    assert "The year is complete at a deficit of £48.2m." in visit.html
    assert "<h2>Required run rate</h2>" not in visit.html
    assert "read with its history" not in visit.html
    assert "No finished earlier year is loaded" in visit.html
