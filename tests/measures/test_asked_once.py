"""A figure made of other figures asks the engine no question twice."""

from __future__ import annotations

from collections import Counter

import pytest

from recovery.measures.figures import figure
from tests.engine.kept import everything
from tests.measures.looking import VIEW


class Counting:
    """Counts how often each question is put with the same parameters."""

    def __init__(self, engine):
        self.engine, self.asked = engine, Counter()

    def ask(self, query_name, **parameters):
        self.asked[f"{query_name} {sorted(parameters.items())}"] += 1
        return self.engine.ask(query_name, **parameters)

    def submission_table(self, submission):
        self.asked[f"submission {submission}"] += 1
        return self.engine.submission_table(submission)

    def __getattr__(self, name):
        return getattr(self.engine, name)


@pytest.fixture(scope="module")
def engine():
    return everything()


@pytest.mark.parametrize("name", ["duties", "underlying", "allocations", "contingency"])
def test_no_question_is_put_twice(engine, name):
    counting = Counting(engine)
    assert figure(name, counting, VIEW).rows
    assert counting.asked
    assert set(counting.asked.values()) == {1}
