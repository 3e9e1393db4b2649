"""Fifty people edit ten schemes at once, in two processes of the application over one record: nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from recovery.record import Record
from tests.browser.served import ROOT, serve
from tests.campaign.editing_session import EditingSession
from tests.record.postgresql import new_schema, programs
from tests.record.postgresql import server as postgresql

SESSIONS, SCHEMES = 50, 10
REFS = [f"Q18-{number:03d}" for number in range(1, SCHEMES + 1)]
MOST_TRIES = 40

pytestmark = pytest.mark.campaign


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    with ExitStack() as stack:
        url = str(tmp_path / "record.sqlite")
        if request.param == "postgresql":
            folder = programs()
            if folder is None:
                pytest.skip("no PostgreSQL is installed")
            address = new_schema(stack.enter_context(postgresql(folder)), "sessions")
            url = address.render_as_string(hide_password=False)
        subprocess.run([sys.executable, "-m", "recovery", "demo", "--db", url], cwd=ROOT, check=True)
        yield url


def comment(number: int) -> str:
    return f"Said in session {number}"


def opened(address: str, number: int) -> EditingSession:
    session = EditingSession(address, f"org=06H&year=2018%2F19&month=3&ref={REFS[number % SCHEMES]}")
    session.open("edit-scheme")
    session.type("Comment", comment(number))
    return session


def saved(session: EditingSession) -> int:
    """Save, choosing one's own version at each conflict that is shown; return how many were."""
    session.save_typed()
    conflicts = 0
    while session.has("button", "Save what I chose"):
        conflicts += 1
        assert conflicts < MOST_TRIES
        session.press("Save what I chose", *session.choose_mine_everywhere())
    assert "Saved" in session.text, session.text[:2000]
    return conflicts


def test_fifty_sessions_in_two_processes_lose_no_edit_and_see_nothing_but_conflicts(database):
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(database)) for _ in range(2)]
        addresses = [server.address.removeprefix("http://") for server in servers]
        with ThreadPoolExecutor(SESSIONS) as pool:
            sessions = list(pool.map(lambda number: opened(addresses[number % 2], number), range(SESSIONS)))
            conflicts = list(pool.map(saved, sessions))
        assert [session.errors for session in sessions] == [[]] * SESSIONS
        assert (
            sum(conflicts) >= SESSIONS - SCHEMES
        )  # all but the first to save each scheme were shown the other version
        watcher = sessions[1]
        for ref, newest in newest_comments(database).items():
            watcher.open("scheme", f"org=06H&year=2018%2F19&month=3&ref={ref}")
            assert newest in watcher.text
        for session in sessions:
            session.close()
    record = Record(database)
    said = [body for ref in REFS for body in comments(record, ref)]
    record.close()
    assert {comment(number) for number in range(SESSIONS)} <= set(said)


def comments(record: Record, ref: str) -> list[str]:
    events = [event for event in record.events_of("06H", 2018, "scheme") if event.subject.key == ref]
    return [json.loads(event.body)["scheme"]["comment"] for event in events if event.kind == "edited"]


def newest_comments(database: str) -> dict[str, str]:
    record = Record(database)
    found = {ref: comments(record, ref)[-1] for ref in REFS}
    record.close()
    return found
