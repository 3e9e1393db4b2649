"""The gate: a page shows nothing unless app.py has run first and said what is being looked at."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery.engine import Engine
    from recovery.record import Record
    from recovery.view import View


@dataclass(frozen=True)
class Frame:
    """What every page is given: the engine, the record, its newest change, and the view (None: nothing loaded)."""

    engine: Engine
    record: Record
    change: int
    view: View | None
    organisation_name: str = ""


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
