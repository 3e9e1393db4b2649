from __future__ import annotations

import pytest

from recovery.programme.people import Person
from recovery.settings import LOOPBACK
from recovery.ui import single_user

HERE = {"Host": "127.0.0.1:8501", "Origin": "http://127.0.0.1:8501"}


@pytest.mark.parametrize("address", LOOPBACK)
def test_this_machine_may_be_listened_on(address):
    assert single_user.refused_address(address) == ""


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.0.2.7", "finance.example"])  # noqa: S104
def test_anything_that_others_reach_is_refused(address):
    assert "must not listen on" in single_user.refused_address(address)


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "LOCALHOST:80", "[::1]:8501"])
def test_a_request_made_at_this_machine_is_answered(host):
    assert single_user.refused_request({"Host": host}) == ""
    assert single_user.refused_request({"HOST": host, "origin": f"http://{host}"}) == ""


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "finance.example"},
        {"Host": "127.0.0.1.finance.example"},
        {"Host": "localhost@finance.example"},
        {"host": "192.0.2.7:8501"},
        {"Host": "[:"},
        HERE | {"Origin": "https://finance.example"},
        HERE | {"Origin": "null"},
        HERE | {"X-Forwarded-For": "192.0.2.7"},
        HERE | {"x-forwarded-host": "finance.example"},
        HERE | {"Forwarded": "for=192.0.2.7"},
        HERE | {"X-Real-IP": "127.0.0.1"},
    ],
)
def test_a_request_that_came_from_elsewhere_or_by_a_proxy_is_not_answered(headers):
    assert "only at this machine" in single_user.refused_request(headers)


def test_the_local_user_stands_in_only_for_people_who_are_known_and_let_in(monkeypatch):
    people = {
        "ada@trust.example": Person(
            "ada@trust.example", "Ada", frozenset(), disabled=False, sessions_valid_after=None, version=1
        ),
        "left@trust.example": Person(
            "left@trust.example", "", frozenset(), disabled=True, sessions_valid_after=None, version=2
        ),
    }
    for chosen, acts_as in (
        ("ada@trust.example", "ada@trust.example"),
        ("left@trust.example", ""),
        ("x", ""),
        ("", ""),
    ):
        monkeypatch.setattr(single_user.st, "session_state", {single_user.ACTING: chosen})
        assert single_user.acting(people) == acts_as
