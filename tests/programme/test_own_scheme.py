from __future__ import annotations

import pytest

from recovery.programme.own_scheme import is_named, names_of
from recovery.programme.people import Person

JANE = Person("jane.roe@trust.example", "Jane Roe", frozenset(), disabled=False, sessions_valid_after=None, version=1)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("jane.roe@trust.example", True),
        ("JANE.ROE@Trust.Example", True),
        ("Jane Roe", True),
        (" jane   ROE ", True),
        ("Jane Roe <jane.roe@trust.example>", True),
        ("J Roe (jane.roe@trust.example)", True),
        ("A Other, Jane Roe", True),
        ("A Other / Jane Roe", True),
        ("Jane Roe & A Other", True),
        ("Jane Roel", False),
        ("Jane", False),
        ("mary-jane.roe@trust.example", False),
        ("", False),
    ],
)
def test_somebody_is_named_by_address_or_by_name_however_it_is_written(text: str, *, named: bool):
    assert is_named(names_of("jane.roe@trust.example", JANE), [text]) is named


def test_a_person_without_a_name_is_known_by_address_alone():
    assert names_of("X@Trust.example", None) == {"x@trust.example"}
    assert not is_named(names_of("operator", None), ["", "  "])
