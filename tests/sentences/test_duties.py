"""What the duties' page opens with, and what is said of the ratings that were loaded."""

from __future__ import annotations

from decimal import Decimal

from recovery.figure import Figure
from recovery.measures.duties import COLUMNS
from recovery.sentences.duties import answer, apart, key_figures

SHORT = {"rag": "Red", "variance": Decimal(-35_069_000), "rated_on": "forecast", "rule_kind": "Statutory duty"}
LATE = {"rag": "Amber", "variance": Decimal("-1.6"), "rated_on": "to date", "rule_kind": "Size of variance"}


def figure(*rows: tuple[str, dict], kinds: tuple[str, ...] = ()) -> Figure:
    made = [{"indicator": name, **cells} for name, cells in rows]
    cells = tuple(tuple(row.get(column.name) for column in COLUMNS) for row in made)
    return Figure("duties", "Duties", COLUMNS, cells, kinds or ("money",) * len(rows))


def test_red_and_amber_duties_are_named_with_how_far_they_are_out():
    found = figure(("Limit", SHORT), ("BPPC", LATE), ("Cash", {"rag": "Green"}), kinds=("money", "percent", "money"))
    assert answer(found) == (
        "1 of 3 financial duties is red: Limit, a statutory duty (£35.1m adverse on the forecast). "
        "1 is amber: BPPC (1.6 points adverse to date)."
    )


def test_amber_alone_and_what_cannot_be_rated():
    found = figure(("BPPC", LATE), ("Cash", {}), kinds=("percent", "money"))
    assert answer(found) == (
        "1 of 1 financial duty is amber: BPPC (1.6 points adverse to date). "
        "1 cannot be rated, as a figure, its target or a rule is missing."
    )


def test_all_green_and_none_at_all():
    green = {"rag": "Green"}
    assert answer(figure(("Cash", green))) == "The one financial duty that can be rated is green."
    assert answer(figure(("Cash", green), ("QIPP", green))) == "All 2 financial duties that can be rated are green."
    assert answer(figure(("Cash", {}))) == "No financial duty can be rated: nothing that rates them is loaded."


def test_the_ratings_are_counted_and_statutory_duties_named():
    counted = key_figures(figure(("Limit", SHORT), ("BPPC", LATE), ("Cash", {})))
    assert [(one.label, one.value, one.note, one.tone) for one in counted] == [
        ("Red", "1", "1 statutory duty", "bad"),
        ("Amber", "1", "", ""),
        ("Green", "0", "", ""),
        ("Not rated", "1", "", ""),
    ]


def test_a_loaded_rating_that_the_rule_does_not_give_is_said():
    found = figure(("Limit", SHORT | {"reported_rag": "Green"}), ("BPPC", LATE | {"reported_rag": "Amber"}))
    assert apart(found) == "Limit is loaded as Green, the rule gives Red."
    assert apart(figure(("BPPC", LATE | {"reported_rag": "On track"}))) == ""
