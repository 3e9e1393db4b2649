from __future__ import annotations

import pytest

from recovery.checks.labels import place_of, same_name


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


def test_a_name_means_the_label_of_that_very_name_first_and_else_the_only_one_like_it():
    labels = ["Acute Services", "Acute", "Community services", "acute services", "Community  Services"]
    assert [place_of(name, labels) for name in ("ACUTE services", " acute ", "Community")] == [0, 1, 2]
    assert place_of("Acute & service", labels) is place_of("Runing costs", labels) is None
    assert place_of("acute service", labels) is None  # two names are meant by it
