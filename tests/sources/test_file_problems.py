from __future__ import annotations

import re

import pytest

from recovery.problems import Weight
from recovery.settings import ROOT
from recovery.sources.file_problems import NOTICES, RULES, file_problem
from recovery.sources.kinds import KINDS

WORDS = {"count": 1_234, "limit": 1_000, "extensions": ".csv", "extension": "csv", "kind": KINDS["html"]}


def rules_named_in_the_code() -> set[str]:
    """Return every quoted text of the reading modules that has the shape of a rule."""
    modules = [path for path in (ROOT / "recovery" / "sources").glob("*.py") if path.name != "file_problems.py"]
    texts = [path.read_text(encoding="utf-8") for path in modules]
    return {rule for text in texts for rule in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', text)}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_whole_sentences_and_fills_them_in(rule: str) -> None:
    problem = file_problem(rule, "a.xlsx", "Plan", "C7", "x", **WORDS)
    assert problem.place == "a.xlsx [Plan] C7"
    assert problem.weight is (Weight.NOTICE if rule in NOTICES else Weight.ERROR)
    for sentence in (problem.message, problem.to_do):
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_every_rule_is_used() -> None:
    assert set(RULES) - rules_named_in_the_code() == set()
