from __future__ import annotations

from pathlib import Path

from recovery.measures.catalogue import catalogue
from recovery.measures.methods import methods

COMMITTED = Path(__file__).parents[2] / "docs" / "methods.md"


def test_the_committed_page_is_the_one_that_the_catalogue_gives():
    assert COMMITTED.read_text(encoding="utf-8") == methods()


def test_every_measure_has_its_section_with_formula_and_reason():
    page = methods()
    assert len(catalogue()) >= 10
    for measure in catalogue():
        own = page.split(f"## {measure.title}\n")[1].split("\n## ")[0]
        assert all(
            text in own for text in (measure.definition, measure.formula, measure.sign, measure.source, measure.why)
        )
