"""Debian's PostgreSQL, started on loopback in a folder of its own and thrown away afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTALLED = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, or None where PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    found = [Path(on_path)] if on_path else []
    newest = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found += reversed(newest)
    return found[0].parent if found else None


@contextmanager
def server(folder_of_programs: Path) -> Iterator[sa.URL]:
    """Run a server for as long as it is needed; it refuses to run as root, so root becomes an ordinary user."""
    user = _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="recovery-postgresql-"))
    port = _free_port()
    listening = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    try:
        if user:
            shutil.chown(folder, user)
        data = str(folder / "data")
        _run(
            user, folder_of_programs / "initdb", "-D", data, "-U", "recovery", "-A", "trust", "-E", "UTF8", "--locale=C"
        )
        _run(user, folder_of_programs / "pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", listening, "start")
        try:
            yield sa.URL.create("postgresql+psycopg", "recovery", host="127.0.0.1", port=port, database="postgres")
        finally:
            _run(user, folder_of_programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def new_schema(url: sa.URL, name: str) -> sa.URL:
    """Make an empty schema on the server and return the address under which it is all that there is."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(name))
    engine.dispose()
    return url.update_query_dict({"options": f"-c search_path={name}"})


def _ordinary_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(user: str | None, program: Path, *arguments: str) -> None:
    account = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    done = subprocess.run(
        [program, *arguments], cwd="/", check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **account
    )
    assert done.returncode == 0, f"{program.name}: {done.stderr.decode()}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
