from __future__ import annotations

from recovery.ui.services import Shelf


def test_content_is_made_once_for_its_key():
    shelf, made = Shelf(), []
    for _ in range(3):
        assert shelf.get("plan", lambda: made.append(1) or "content") == "content"
    assert made == [1]


def test_the_least_recently_shown_content_goes_first():
    shelf, made = Shelf(2), []

    def show(key: str) -> None:
        shelf.get(key, lambda: made.append(key))

    for key in ("a", "b", "a", "c", "a", "b"):
        show(key)
    assert made == ["a", "b", "c", "b"]
