from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest

from recovery.programme.actor import Actor
from recovery.programme.people import Person
from recovery.programme.sessions import shut_out

NOW = 1_530_000_000
SOMEBODY = Person("x@trust.example", "", frozenset(), disabled=False, sessions_valid_after=None, version=1)
ENDED = replace(SOMEBODY, sessions_valid_after=dt.datetime.fromtimestamp(NOW - 60, dt.UTC))


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(time, "time", lambda: NOW + 0.5)


@pytest.mark.parametrize(
    ("person", "began", "let_in"),
    [
        (SOMEBODY, NOW, True),
        (SOMEBODY, NOW - 12 * 3600 + 1, True),
        (SOMEBODY, NOW - 12 * 3600, False),
        (SOMEBODY, None, True),
        (ENDED, NOW - 59, True),
        (ENDED, NOW - 60, True),
        (ENDED, NOW - 61, False),
        (ENDED, None, False),
    ],
)
def test_a_session_lasts_twelve_hours_and_not_past_its_end(person: Person, began: int | None, *, let_in: bool):
    reason = shut_out(person, Actor(person.email, "page", signed_in_at=began))
    assert reason == ("" if let_in else "The session of x@trust.example has ended: sign in again.")


def test_a_trusted_machine_has_no_session_to_end():
    assert shut_out(ENDED, Actor(ENDED.email, "command line", trusted=True)) == ""


def test_the_disabled_are_shut_out_on_a_trusted_machine_too():
    disabled = replace(SOMEBODY, disabled=True)
    assert "disabled" in shut_out(disabled, Actor(disabled.email, "command line", trusted=True))
