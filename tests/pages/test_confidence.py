"""Confidence on the demonstration: ratings and rules, value before and after risk, weights and who may change them."""

from __future__ import annotations

from recovery.demo import ALL, manifest
from recovery.record import Record, Subject
from tests.pages.conftest import Visit
from tests.pages.signed_in import grant, sign_in


def button(visit, label: str):
    return next(one for one in visit.app.button if one.label == label)


def number(visit, label: str):
    return next(one for one in visit.app.number_input if one.label.replace("\\", "") == label)


def weight_events(path, organisation: str = "06H"):
    record = Record(str(path))
    found = record.events(Subject(organisation, 0, "weights", ""))
    record.close()
    return found


def test_confidence_opens_with_what_is_counted_on_after_risk(visit):
    visit.open("Confidence and risk")
    assert "is counted on after risk" in visit.html
    assert "of the target of £35.0m" in visit.html


def test_ratings_stand_with_their_parts_signs_and_rules(visit):
    visit.open("Confidence and risk")
    assert "rf-rag-red" in visit.html
    assert (
        "Red when delivery to date or the forecast is below 75 % of plan; amber below 95 %; else green." in visit.html
    )
    for heading in ("Milestones", "Finance", "KPIs", "Risks", "Quality", "Computed"):
        assert heading in visit.html


def test_value_stands_unadjusted_beside_adjusted_by_rating_and_by_stage(visit):
    visit.open("Confidence and risk")
    assert "<h2>Value by RAG</h2>" in visit.html
    assert "<h2>Value by stage</h2>" in visit.html
    assert len(visit.app.get("plotly_chart")) == 3


def test_the_weights_and_what_others_would_give_are_shown(visit):
    visit.open("Confidence and risk")
    assert "1 Apr 2018" in visit.html
    assert "Weights − 10 points" in visit.html
    assert "Ten points less on every weight would leave £" in visit.html
    assert "<h2>Unidentified savings by area</h2>" in visit.html


def test_a_weight_is_changed_with_a_reason_and_shows_in_the_same_run(use, demo, visit):
    path = use(demo)
    before = len(weight_events(path))
    visit.open("Confidence and risk")
    next(radio for radio in visit.app.radio if radio.label == "Weights").set_value("rag")
    visit.run()
    number(visit, "Red, % counted on").set_value(55.0)
    next(box for box in visit.app.text_input if box.label == "Reason").set_value("Red schemes delivered less")
    button(visit, "Set the weights").click()
    visit.run()
    assert "1 weight set from 30/06/2018." in visit.html
    assert "Red schemes delivered less" in visit.html
    assert len(weight_events(path)) == before + 1


def test_a_weight_without_a_reason_is_refused_and_nothing_is_written(use, demo, visit):
    path = use(demo)
    before = len(weight_events(path))
    visit.open("Confidence and risk")
    next(radio for radio in visit.app.radio if radio.label == "Weights").set_value("rag")
    visit.run()
    number(visit, "Red, % counted on").set_value(55.0)
    button(visit, "Set the weights").click()
    visit.run()
    assert "rf-bad" in visit.html
    assert len(weight_events(path)) == before


def test_nothing_to_change_is_said(visit):
    visit.open("Confidence and risk")
    button(visit, "Set the weights").click()
    visit.run()
    assert "No weight is different from the one in force." in visit.html


def test_who_may_not_change_weights_is_told_who_may_and_sees_no_form(use, demo, monkeypatch):
    grant(use(demo), "reader@x.example", "viewer")
    page = sign_in(monkeypatch, "reader@x.example").open("Confidence and risk")
    assert "Set the weights" not in [one.label for one in page.app.button]
    assert "Changing weights: reader@x.example may not change risk weights: that is for" in page.html


def test_finance_may_change_weights(use, demo, monkeypatch):
    grant(use(demo), "accountant@x.example", "finance")
    page = sign_in(monkeypatch, "accountant@x.example").open("Confidence and risk")
    assert "Set the weights" in [one.label for one in page.app.button]


def test_what_was_typed_for_one_organisation_is_not_kept_for_another(use, both):
    use(both)
    page = Visit().open("Confidence and risk")
    next(radio for radio in page.app.radio if radio.label == "Weights").set_value("rag")
    page.run()
    number(page, "Red, % counted on").set_value(5.0)
    page.picker("Organisation").set_value(manifest(ALL[1]).organisation)
    page.run()
    assert number(page, "High risk, % counted on").value == 40.0
    page.picker("Organisation").set_value(manifest(ALL[0]).organisation)
    page.run()
    assert number(page, "Red, % counted on").value == 60.0
