"""What lives as long as the server: the record, the engine over it, and finished page content."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.engine import Engine
from recovery.record import Record
from recovery.settings import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

KEPT: Final = 512
"""How many pieces of finished content are kept, the least recently shown going first."""


class Shelf:
    """A bounded store of finished content, shared by all sessions."""

    def __init__(self, size: int = KEPT) -> None:
        self._size = size
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - holds whatever `make` returns
        """Return what is held under `key`, made once; two sessions that ask at once may both make it."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._size:
                self._held.popitem(last=False)
        return made


@st.cache_resource(show_spinner=False)
def record() -> Record:
    """Return the record named by the settings."""
    return Record(settings().database)


@st.cache_resource(show_spinner="Reading the record…")
def engine() -> Engine:
    """Return the engine over the record; made once, after which what was imported is kept out of garbage collection."""
    made = Engine(record())
    made.catch_up()
    gc.collect()
    gc.freeze()
    return made


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """Return the store of finished content."""
    return Shelf()
