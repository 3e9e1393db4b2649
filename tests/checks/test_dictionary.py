from __future__ import annotations

import re
from pathlib import Path

from recovery.checks import across, within
from recovery.checks.dictionary import data_dictionary
from recovery.sources.definitions import datasets

PAGE = data_dictionary()
COMMITTED = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def section(dataset):
    return PAGE.split(f"## {dataset.title}\n")[1].split("\n## ")[0]


def test_the_committed_page_is_the_one_that_the_definitions_give():
    assert COMMITTED.read_text(encoding="utf-8") == PAGE


def test_every_dataset_has_its_fields_with_kind_meaning_and_usual_names():
    for dataset in datasets().values():
        for field in dataset.fields:
            (row,) = re.findall(rf"^\| `{field.name}`[ ,].*$", section(dataset), re.MULTILINE)
            assert field.about in row
            assert all(name in row for name in field.headers)
            assert ("| yes" in row) == field.required
            assert all(f"or `{name}`" in row for name in field.unless)


def test_every_rule_that_must_add_up_is_said():
    plan, position = section(datasets()["financial-plan"]), section(datasets()["position"])
    assert "- `plan` = the sum of `recurrent_exit_prior` to `planned_qipp` (rows across)." in plan
    assert "- `growth_on_recurrent_exit` = `plan` ÷ `recurrent_exit_prior` − 1, as a percentage" in plan
    assert (
        "`ytd_variance` = `ytd_budget` − `ytd_actual`; the other way round for income and the net position" in position
    )
    assert "A source may declare the opposite sign." in position
    for rule in (*within.RULES, *across.RULES):
        assert f"- {rule.__doc__.splitlines()[0]}\n" in PAGE


def test_every_table_is_whole():
    rows = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert len(rows) > 100
    for line in rows:
        assert line.endswith("|")
    for dataset in datasets().values():
        widths = {line.count(" | ") for line in section(dataset).splitlines() if line.startswith("|")}
        assert widths == {5}


def test_links_in_the_contents_lead_to_their_section():
    headings = {
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
        for line in PAGE.splitlines()
        if line.startswith("## ")
    }
    anchors = re.findall(r"\]\(#([^)]+)\)", PAGE)
    assert len(anchors) == len(datasets())
    assert set(anchors) <= headings
