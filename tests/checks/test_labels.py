from __future__ import annotations

import pytest

from recovery.checks.labels import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acute Services", " ACUTE  service "),
        ("Trauma & Orthopaedics", "Trauma and orthopaedics"),
        ("Community / CSI", "community-CSI"),
        ("Mental\u00a0Health Services", "Mental health"),
    ],
)
def test_ways_of_writing_one_label_have_the_same_name(one, other):
    assert same_name(one) == same_name(other)


def test_different_labels_keep_their_own_names():
    assert len({same_name(label) for label in ("Community", "Community Health", "Services", "Primary Care")}) == 4
