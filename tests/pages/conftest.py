from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from recovery.demo import load_all, load_demo
from recovery.record import Record
from recovery.settings import ROOT, settings
from recovery.ui.frame import PAGES

FILES = {title: file for entries in PAGES.values() for file, title, _ in entries}
SECONDS = 60


class Visit:
    """One visitor of the application: opens pages and reads what they show."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)

    def open(self, title: str, **query: str) -> Visit:
        self.app.run()
        self.app.switch_page(f"pages/{FILES[title]}")
        for name, value in query.items():
            self.app.query_params[name] = value
        return self.run()

    def run(self) -> Visit:
        self.app.run()
        assert not self.app.exception
        return self

    @property
    def html(self) -> str:
        """Return all the HTML that the page shows."""
        return "\n".join(element.proto.body for element in self.app.get("html"))

    def picker(self, label: str):
        return next(box for box in self.app.selectbox if box.label == label)


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "record.sqlite"
    record = Record(str(path))
    load_demo(record)
    record.close()
    return path


@pytest.fixture(scope="session")
def both(tmp_path_factory):
    """A record of both demonstration organisations."""
    path = tmp_path_factory.mktemp("both") / "record.sqlite"
    record = Record(str(path))
    load_all(record)
    record.close()
    return path


@dataclass
class Served:
    """The record that is served, a copy of which, and how it was when it was copied; None while nothing can be kept."""

    original: Path | None = None
    path: Path | None = None
    change: int = 0

    def is_untouched(self) -> bool:
        """Return whether nothing has been written since the copy was made."""
        return self.path is not None and newest_change(self.path) == self.change


SERVED = Served()


def newest_change(path: Path) -> int:
    """Return how many changes a record holds."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]


@pytest.fixture
def use(monkeypatch, tmp_path):
    """Serve a record of the test's own: a copy of one that is given, else an empty one.

    A copy that the tests before have only read is served again, with the engine over it.
    """

    def serve(original=None):
        global SERVED  # noqa: PLW0603 - one record is served at a time, as in the application
        if not (original and SERVED.original == original and SERVED.is_untouched()):
            path = tmp_path / "served.sqlite"
            if original:
                shutil.copy(original, path)
            SERVED = Served(original, path, newest_change(original)) if original else Served(path=path)
            st.cache_resource.clear()
        monkeypatch.setenv("RECOVERY_DATABASE", str(SERVED.path))
        settings.cache_clear()
        return SERVED.path

    yield serve
    settings.cache_clear()


@pytest.fixture
def visit(use, demo):
    use(demo)
    return Visit()
