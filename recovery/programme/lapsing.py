"""Which approvals of the present gateway an edit takes the ground from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recovery.programme.material import material
from recovery.programme.own_scheme import is_named, names_of
from recovery.programme.people import Person
from recovery.programme.scheme import Scheme
from recovery.programme.state import SchemeState

MONEY: Final = "The money of the case has changed since"
NAMED: Final = "Whoever gave it is now named in the scheme"


def lapsing(state: SchemeState, after: Scheme, people: Mapping[str, Person]) -> tuple[tuple[str, ...], str]:
    """Return the keys of the approvals that lapse with a new case, and why; nothing where none does.

    All lapse where the money changes; else those that were given by somebody whom the new case names.
    """
    if state.approvals and material(state.scheme, after):
        return tuple(sorted(state.approvals)), MONEY
    own = [key for key, one in state.approvals.items() if is_named(names_of(one.by, people.get(one.by)), after.people)]
    return tuple(sorted(own)), NAMED if own else ""
