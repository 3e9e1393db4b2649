"""Visitors of the programme's pages who act as a person whom the record knows."""

from __future__ import annotations

from contextlib import contextmanager

import pyarrow as pa
import streamlit as st

from recovery.settings import settings
from recovery.ui.markup import plain
from tests.pages.conftest import Visit

MANAGER = "pmo.manager@ccg.example"
FINANCE = "finance.lead@ccg.example"
COMMITTEE = "cec.secretary@ccg.example"
ASSESSOR = "quality.assessor@ccg.example"
VIEWER = "governing.body@ccg.example"
LEAD = "medicines.pharmacist@ccg.example"


class Acting(Visit):
    """A visitor who is the local user by a person's address."""

    def __init__(self, email: str, monkeypatch) -> None:
        super().__init__()
        self.email, self.monkeypatch = email, monkeypatch

    def run(self) -> Acting:
        self.monkeypatch.setenv("RECOVERY_USER", self.email)
        settings.cache_clear()
        super().run()
        return self

    def field(self, kind: str, label: str):
        """Return a widget by its label."""
        return next(one for one in self.app.get(kind) if one.label == label)

    def press(self, label: str) -> Acting:
        """Press a button."""
        next(one for one in self.app.button if one.label in (label, plain(label))).click()
        return self.run()

    def fill(self, kind: str, label: str, value) -> Acting:
        """Fill a field and let the page run."""
        self.field(kind, label).set_value(value)
        return self.run()


@contextmanager
def grids_typed_into(monkeypatch, typed):
    """Let every grid hold what `typed` makes of its rows: a function of the grid's key and its rows."""

    def editor(data, *, key, **_options):
        return pa.Table.from_pylist(typed(key, data.to_pylist()), schema=data.schema)

    with monkeypatch.context() as patched:
        patched.setattr(st, "data_editor", editor)
        yield
