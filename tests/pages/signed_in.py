"""Visitors who have signed in: the one seam at which a test says what somebody's token says."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from recovery.programme.actor import Actor
from recovery.programme.commands import AddPerson, Grant
from recovery.programme.performing import perform_all
from recovery.record import Record
from recovery.ui import identity
from tests.pages.conftest import Visit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BY_HAND = Actor("tests", "test", trusted=True)


def sign_in(monkeypatch: pytest.MonkeyPatch, email: str = "", **claims: object) -> Visit:
    """Return a visitor whose token says who they are; without an address one who has not signed in."""
    now = int(time.time())
    told = {"is_logged_in": True, "email": email, "iat": now, "exp": now + 3600, **claims}
    monkeypatch.setattr(identity, "signs_in", lambda: True)
    monkeypatch.setattr(identity, "claims", lambda: told if email else None)
    return Visit()


def grant(path: Path, email: str, role: str, organisation: str = "*", approval: str = "") -> None:
    """Let the record know a person with a role."""
    record = Record(str(path))
    perform_all(record, [AddPerson(email), Grant(email, role, approval, organisation)], BY_HAND)
    record.close()
