from __future__ import annotations

import datetime as dt

import pytest

from recovery.programme.commands import Grant
from recovery.programme.people import Person
from recovery.settings import Settings, settings
from recovery.ui import claims

NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
HOUR = 3600
SIGNED_IN = int(NOW.timestamp()) - HOUR
TOKEN = {"email": "ada@trust.example", "iat": SIGNED_IN, "exp": SIGNED_IN + 2 * HOUR}


def known(*, disabled: bool = False, ended: dt.datetime | None = None) -> Person:
    return Person("ada@trust.example", "Ada", frozenset(), disabled, ended, 1)


def set_to(**values: object) -> Settings:
    return Settings(_env_file=None, **values)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"email": " Ada@Trust.Example "}, "ada@trust.example"),
        ({"preferred_username": "ada@trust.example"}, "ada@trust.example"),
        ({"email": "", "upn": "ADA@trust.example"}, "ada@trust.example"),
        ({"email": "first@trust.example", "upn": "second@trust.example"}, "first@trust.example"),
        ({"email": "ada", "preferred_username": "ada@trust.example"}, "ada@trust.example"),
        ({"email": "ada@trust.example", "email_verified": False}, ""),
        ({"email": "ada@trust.example", "email_verified": True}, "ada@trust.example"),
        ({"sub": "ada@trust.example"}, ""),
        ({"email": None, "preferred_username": 7}, ""),
        ({}, ""),
    ],
)
def test_the_address_is_that_of_the_first_claim_that_holds_one(told, expected):
    assert claims.email_of(told, set_to()) == expected


def test_which_claims_hold_the_address_is_a_setting():
    told = {"email": "home@post.example", "upn": "ada@trust.example"}
    assert claims.email_of(told, set_to(identity_claims="upn")) == "ada@trust.example"


@pytest.mark.parametrize(
    ("token", "person", "expected"),
    [
        (TOKEN, known(), ""),
        (TOKEN, None, ""),
        (TOKEN, known(disabled=True), claims.DISABLED),
        (TOKEN, known(ended=NOW - dt.timedelta(minutes=59)), claims.SIGNED_OUT),
        (TOKEN, known(ended=NOW - dt.timedelta(minutes=61)), ""),
        (TOKEN, known(ended=NOW - dt.timedelta(minutes=60)), ""),
        ({**TOKEN, "iat": int(NOW.timestamp()) - 12 * HOUR}, known(), claims.TOO_LONG),
        ({**TOKEN, "iat": int(NOW.timestamp()) - 12 * HOUR + 1}, known(), ""),
        ({**TOKEN, "exp": int(NOW.timestamp())}, known(), claims.EXPIRED),
        ({"iat": SIGNED_IN}, known(), claims.EXPIRED),
        ({**TOKEN, "iat": None}, known(), claims.UNDATED),
        ({**TOKEN, "iat": "yesterday"}, None, claims.UNDATED),
        ({**TOKEN, "iat": True}, None, claims.UNDATED),
        ({**TOKEN, "iat": None, "auth_time": SIGNED_IN}, known(), ""),
    ],
)
def test_a_sign_in_counts_until_the_record_the_clock_or_the_token_ends_it(token, person, expected):
    assert claims.why_ended(token, person, NOW) == expected


def test_a_shorter_session_and_one_that_outlives_its_token_are_settings(monkeypatch):
    monkeypatch.setenv("RECOVERY_SESSION_MINUTES", "30")
    settings.cache_clear()
    assert claims.why_ended(TOKEN, None, NOW) == claims.TOO_LONG
    monkeypatch.setenv("RECOVERY_SESSION_MINUTES", "61")
    monkeypatch.setenv("RECOVERY_SESSION_ENDS_WITH_TOKEN", "false")
    settings.cache_clear()
    assert claims.why_ended({**TOKEN, "exp": SIGNED_IN}, None, NOW) == ""
    monkeypatch.undo()
    settings.cache_clear()


def test_no_setting_makes_a_session_longer_than_twelve_hours():
    with pytest.raises(ValueError, match="720"):
        set_to(session_minutes=721)


def test_roles_come_from_the_claims_as_the_settings_map_them():
    chosen = set_to(
        roles_claim="groups",
        roles_by_claim={"PMO": "pmo, viewer@99X", "Execs": "approver:finance-review@98Y", "Board": "viewer"},
    )
    email = "ada@trust.example"
    assert claims.roles_given(email, {"groups": ["PMO", "Execs", "Others", "PMO"]}, chosen) == [
        Grant(email, "pmo", "", "*"),
        Grant(email, "viewer", "", "99X"),
        Grant(email, "approver", "finance-review", "98Y"),
    ]
    assert claims.roles_given(email, {"groups": "Board"}, chosen) == [Grant(email, "viewer", "", "*")]
    for nothing in ({}, {"groups": []}, {"groups": None}, {"groups": 7}, {"roles": ["PMO"]}):
        assert claims.roles_given(email, nothing, chosen) == []


def test_a_claim_gives_nothing_unless_a_setting_names_it():
    assert claims.roles_given("ada@trust.example", {"": ["PMO"]}, set_to(roles_by_claim={"PMO": "pmo"})) == []


def test_an_administrator_of_the_settings_is_one_however_the_address_is_written():
    chosen = set_to(administrators=" Ada@Trust.example , grace@trust.example")
    assert claims.roles_given("ada@trust.example", {}, chosen) == [Grant("ada@trust.example", "administrator")]
    assert claims.roles_given("eve@trust.example", {}, chosen) == []
