from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.served import ARGUMENTS, ROOT, Served, browser_path, serve

WIDE = (1280, 900)
READY = "[data-testid='stApp'][data-test-script-state='notRunning']"
ALL_DRAWN = """() => !document.querySelector("[data-testid='stSkeleton'], [data-stale='true']")
    && [...document.querySelectorAll("[data-testid='stPlotlyChart']")].every((one) => one.querySelector(".main-svg"))"""
LOOKS_FOR_SERVER = re.compile(r"//[^/]+/[^/]+/_stcore/(health|host-config)$")
"""Opened at a page's own address, Streamlit's client first asks for its server below that page, and is told 404."""
FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    path = browser_path()
    if path is None:
        reason = "no chromium is installed"
        if os.environ.get("RECOVERY_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory):
    database = tmp_path_factory.mktemp("served") / "record.sqlite"
    subprocess.run([sys.executable, "-m", "recovery", "demo", "--db", database], cwd=ROOT, check=True)
    return database


@pytest.fixture(scope="session")
def served(demo_database):
    with serve(demo_database) as running:
        yield running


@pytest.fixture
def own_server(demo_database, tmp_path):
    """The application over a record that a test may change."""
    database = tmp_path / "record.sqlite"
    shutil.copy(demo_database, database)
    with serve(database) as running:
        yield running


class Visitor:
    """A browser window on the application that remembers what went wrong and where it looked."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.served = served
        self.context = context
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))

    def _heard(self, message) -> None:
        if message.type == "error" and not LOOKS_FOR_SERVER.search(message.location["url"]):
            self.errors.append(f"{message.text} {message.location['url']}")

    def _asked(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in {"data", "blob"}:
            self.hosts.add(parts.hostname or "")

    def open(self, path: str = "") -> Page:
        """Open an address of the application and wait until the page has been drawn."""
        self.page.goto(f"{self.served.address}/{path.lstrip('/')}")
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the page has a heading and its run is over."""
        self.page.locator("h1").first.wait_for(timeout=30_000)
        self.settle()

    def settle(self) -> None:
        """Wait until the run is over and every chart has been drawn."""
        self.page.locator(READY).wait_for(timeout=30_000)
        self.page.wait_for_function(ALL_DRAWN, timeout=30_000)


def new_context(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    """Return a browser that nobody has used yet."""
    return browser.new_context(viewport={"width": size[0], "height": size[1]})


@pytest.fixture
def visitor(browser, served):
    made: list[Visitor] = []

    def visit(size: tuple[int, int] = WIDE, server: Served | None = None) -> Visitor:
        made.append(Visitor(new_context(browser, size), server or served))
        return made[-1]

    yield visit
    for one in made:
        one.context.close()


@pytest.fixture(scope="module")
def returning(browser, served):
    """Visitors whose browser has the application's scripts from the page before: a window each, a browser by size."""
    contexts: dict[tuple[int, int], BrowserContext] = {}

    def visit(size: tuple[int, int]) -> Visitor:
        context = contexts.get(size) or contexts.setdefault(size, new_context(browser, size))
        for page in context.pages:
            page.close()
        return Visitor(context, served)

    yield visit
    for context in contexts.values():
        context.close()
