"""The application served on a free loopback port over a record of its own, and the browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recovery.ui import frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
START_SECONDS = 60


PAGES = [entry for section in frame.PAGES.values() for entry in section]
"""Every page as (file, title, address), in the order of the navigation."""


@dataclass(frozen=True)
class Served:
    """Where the application answers and which record it shows."""

    address: str
    database: str


def browser_path() -> str | None:
    """Return the installed browser, or None."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def free_port() -> int:
    """Return a loopback port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(
    database: Path,
    *,
    secrets: Path | None = None,
    address: str = "127.0.0.1",
    port: int | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Served]:
    """Serve the application until the block ends; with sign-in where `secrets` names a file that sets it up."""
    port = port or free_port()
    command = [sys.executable, "-m", "recovery", "serve", "--address", address, "--port", str(port)]
    command += ["--secrets", str(secrets)] if secrets else []
    own = {"RECOVERY_DATABASE": str(database), "RECOVERY_USER": "Finance analyst", **(settings or {})}
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            wait_until_healthy(server, port)
            yield Served(f"http://127.0.0.1:{port}", str(database))
        finally:
            server.terminate()
            server.communicate()


def wait_until_healthy(server: subprocess.Popen[str], port: int) -> None:
    """Return once the server answers; raise what it printed if it ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    server.terminate()
    raise RuntimeError(f"The application did not start:\n{server.communicate()[0]}")
