"""`serve`: the application on an address; without sign-in on this machine only."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from recovery.errors import UsageError
from recovery.settings import LOOPBACK, ROOT

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable


def run(arguments: argparse.Namespace) -> int:
    """Start the web server in place of this process; refuse an address that others reach while nobody signs in."""
    own = Path(arguments.secrets).resolve() if arguments.secrets else None
    if own and not own.is_file():
        raise UsageError(f"There is no file {arguments.secrets}.")
    if arguments.address not in LOOPBACK and not signs_in([own] if own else usual_places()):
        raise UsageError(
            f"Nobody signs in here, so the application serves this machine only and not {arguments.address or 'all'}: "
            "use 127.0.0.1, or set up sign-in ([auth] in .streamlit/secrets.toml, see docs/operations.md)."
        )
    os.chdir(ROOT)
    return _become(command(arguments.address, arguments.port, own))


def usual_places() -> list[Path]:
    """Return where Streamlit looks for its secrets."""
    return [home / ".streamlit" / "secrets.toml" for home in (Path.home(), ROOT)]


def signs_in(files: Iterable[Path]) -> bool:
    """Return whether one of the files has a section [auth] with something in it."""
    return any(bool(_section(file)) for file in files if file.is_file())


def _section(file: Path) -> object:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8")).get("auth")
    except (OSError, ValueError) as error:
        raise UsageError(f"{file.name} cannot be read as TOML: {error}") from error


def command(address: str, port: int, secrets: Path | None = None) -> list[str]:
    """Return the web server's command line."""
    given = ["--secrets.files", str(secrets)] if secrets else []
    where = ["--server.address", address, "--server.port", str(port), "--server.headless", "true"]
    return [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *where, *given]


def _become(line: list[str]) -> int:
    if os.name != "nt":
        os.execv(line[0], line)  # noqa: S606 - our own command line, no shell
    return subprocess.call(line)  # noqa: S603 - where replacing a process would leave the terminal to both
