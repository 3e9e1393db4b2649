"""The gate: a page shows nothing unless app.py has run first and said who looks at what."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.programme import permissions
from recovery.programme.actor import Actor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recovery.engine import Engine
    from recovery.programme.configuration import RequiredApproval
    from recovery.programme.people import Person
    from recovery.programme.state import SchemeState
    from recovery.record import Record
    from recovery.view import View

NOBODY: Final = Actor("", "page")
"""Who acts where nobody has been recognised: may do nothing."""


@dataclass(frozen=True)
class Frame:
    """What every page is given: the engine, the record, its newest change, the view (None: nothing loaded), and who.

    `person` is what the record knows of `actor`: None for the local user of single-user mode.  `people` is everybody
    whom it knows, by e-mail address.
    """

    engine: Engine
    record: Record
    change: int
    view: View | None
    organisation_name: str = ""
    actor: Actor = NOBODY
    person: Person | None = None
    people: Mapping[str, Person] = field(default_factory=dict)

    def may(self, permission: str, state: SchemeState | None = None, approval: RequiredApproval | None = None) -> bool:
        """Return whether the person may do something here, so that a page need not offer what would be refused."""
        return not self.why_not(permission, state, approval)

    def why_not(
        self,
        permission: str,
        state: SchemeState | None = None,
        approval: RequiredApproval | None = None,
        organisation: str | None = None,
    ) -> str:
        """Return in one sentence why the person may not do something, '' if they may.

        It is asked for the organisation looked at unless another is given ('' for what belongs to none); where nothing
        is looked at yet, for any in which they have a role.
        """
        looked_at = (self.view.organisation if self.view else "") if organisation is None else organisation
        anywhere = self.person is not None and not looked_at and organisation is None
        theirs = [role.organisation for role in self.person.roles] if self.person and anywhere else []
        answers = [
            permissions.may(
                self.person, self.actor, permission, one, state=state, approval=approval, people=self.people
            )
            for one in [looked_at, *theirs]
        ]
        return "" if "" in answers else answers[0]


_FRAME: ContextVar[Frame | None] = ContextVar("frame", default=None)


@contextmanager
def opened(frame: Frame) -> Iterator[None]:
    """Let the pages run for the length of this block, and only for it."""
    token = _FRAME.set(frame)
    try:
        yield
    finally:
        _FRAME.reset(token)


def frame() -> Frame:
    """Return what app.py set out; a page that is served on its own stops here."""
    current = _FRAME.get()
    if current is None:
        st.stop()
    return current
