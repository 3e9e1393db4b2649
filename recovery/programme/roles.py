"""Who may do what, as `data/reference/roles.toml` says: roles by permission, with the limits they may have."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from recovery.settings import settings

APPROVER: Final = "approver"
"""The role that is granted for each approval by name."""
ADMINISTRATOR: Final = "administrator"
OWN: Final = "own"
GATEWAY: Final = "gateway"
"""The limits: with schemes in which the person is named; where the person may give an approval of the gateway."""


@dataclass(frozen=True)
class Allowed:
    """A role that has a permission, and the limit within which it has it ('' for none)."""

    role: str
    limit: str = ""


@cache
def roles() -> Mapping[str, str]:
    """Return every role with what it is for, in the file's order."""
    return dict(_text()["roles"])


@cache
def permissions() -> Mapping[str, tuple[Allowed, ...]]:
    """Return every permission with the roles that have it."""
    return {name: tuple(map(_allowed, given)) for name, given in _text()["commands"].items()}


@cache
def role_words() -> Mapping[str, str]:
    """Return what a sentence calls each role."""
    return dict(_text()["called"])


@cache
def permission_words() -> Mapping[str, str]:
    """Return what a sentence calls each permission, after 'may not'."""
    return dict(_text()["words"])


def _allowed(text: str) -> Allowed:
    role, _, limit = text.partition(":")
    return Allowed(role, limit)


def _text() -> dict[str, Any]:
    return tomllib.loads((settings().reference_folder / "roles.toml").read_text(encoding="utf-8"))
