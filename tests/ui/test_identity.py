from __future__ import annotations

import getpass

import pytest

from recovery.programme.actor import Actor
from recovery.settings import settings
from recovery.ui import identity


@pytest.fixture
def called(monkeypatch):
    """Give the local user a name."""

    def call(name: str) -> None:
        monkeypatch.setenv("RECOVERY_USER", name)
        settings.cache_clear()

    yield call
    settings.cache_clear()


@pytest.fixture
def user(monkeypatch):
    """Have Streamlit say what a token says."""

    def say(**claims: object) -> None:
        monkeypatch.setattr(identity.st, "user", type("User", (), {"to_dict": staticmethod(lambda: claims)}))

    return say


def test_the_local_user_is_the_settings_else_the_systems(called, monkeypatch):
    called("Finance analyst")
    assert identity.local_user() == "Finance analyst"
    called("")
    assert identity.local_user() == getpass.getuser()

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(identity.getpass, "getuser", nobody)
    assert identity.local_user() == "unknown"


def test_the_local_user_is_trusted_and_whoever_they_stand_in_for_is_named_beside_them(called):
    called("Finance analyst")
    assert identity.local_actor() == Actor("Finance analyst", "page, single-user", trusted=True)
    assert identity.local_actor("ada@trust.example") == Actor(
        "ada@trust.example", "page, single-user as Finance analyst", trusted=True
    )


def test_whoever_signed_in_is_not_trusted_and_acts_since_their_sign_in():
    assert identity.signed_in_actor("ada@trust.example", 1_700_000_000) == Actor(
        "ada@trust.example", "page", trusted=False, signed_in_at=1_700_000_000
    )


def test_nobody_is_signed_in_until_the_token_says_so(user):
    user()
    assert identity.claims() is None
    user(is_logged_in=False, email="ada@trust.example")
    assert identity.claims() is None
    user(is_logged_in="true", email="ada@trust.example")
    assert identity.claims() is None
    user(is_logged_in=True, email="ada@trust.example")
    assert identity.claims()["email"] == "ada@trust.example"


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ({"client_id": "one", "cookie_secret": "x"}, ("",)),
        ({"cookie_secret": "x", "entra": {"client_id": "one"}}, ("entra",)),
        ({"entra": {"client_id": "one"}, "other": {"client_id": "two"}, "redirect_uri": "x"}, ("entra", "other")),
        ({}, ()),
    ],
)
def test_the_providers_are_those_that_are_set_up(monkeypatch, section, names):
    monkeypatch.setattr(identity, "get_secrets_auth_section", lambda: section)
    assert identity.providers() == names
