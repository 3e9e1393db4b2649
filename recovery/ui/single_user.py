"""Single-user mode: nobody signs in, so only this machine reaches the app; the local user may stand in for others."""

from __future__ import annotations

import logging
import os
import signal
import threading
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import streamlit as st

from recovery.settings import LOOPBACK
from recovery.ui import identity
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.people import Person

ACTING: Final = "acting as"
PICKED: Final = "picked person"
PASSED_ON: Final = ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip")
"""What a proxy adds: whoever comes through one is not at this machine."""
SECONDS_TO_READ: Final = 1.0
TO_DO: Final = (
    "Serve it on 127.0.0.1 (python -m recovery serve), or set up sign-in with a section [auth] in "
    ".streamlit/secrets.toml: docs/operations.md says how."
)


def refused_address(address: str | None) -> str:
    """Return why the server may not listen where it does, '' where only this machine can reach it."""
    if address in LOOPBACK:
        return ""
    where = address or "every address of this machine"
    return f"Nobody signs in here, so the application must not listen on {where}."


def refused_request(headers: Mapping[str, str]) -> str:
    """Return why a request is not answered, '' where it was made at this machine to this machine."""
    asked = {name.casefold(): value for name, value in headers.items()}
    hosts = [_host(f"//{asked['host']}")] if asked.get("host") else []
    hosts += [_host(asked["origin"])] if asked.get("origin") else []
    if all(host in LOOPBACK for host in hosts) and not any(name in asked for name in PASSED_ON):
        return ""
    return "Nobody signs in here, so the application answers only at this machine itself."


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def refusal() -> str:
    """Return why nothing may be shown, '' where it may; a server that others can reach is ended."""
    wrong = refused_address(st.get_option("server.address"))
    if wrong:
        _end_server(wrong)
    return wrong or refused_request(st.context.headers)


@st.cache_resource(show_spinner=False)
def _end_server(why: str) -> None:
    """End the server, once, as soon as the refusal has had time to be seen."""
    logging.getLogger("recovery").error("%s The server ends. %s", why, TO_DO)
    timer = threading.Timer(SECONDS_TO_READ, os.kill, (os.getpid(), signal.SIGTERM))
    timer.daemon = True
    timer.start()


def acting(people: Mapping[str, Person]) -> str:
    """Return the e-mail address of the person that the local user stands in for, '' for themselves."""
    chosen = str(st.session_state.get(ACTING, ""))
    return chosen if chosen in people and not people[chosen].disabled else ""


def foot(people: Mapping[str, Person]) -> None:
    """Say in the sidebar that nobody signs in, and offer to stand in for one of the people."""
    local = identity.local_user()
    with st.sidebar:
        if people:
            _picker(people, local)
        st.html(
            '<p class="rf-small"><strong>Single-user mode:</strong> nobody signs in, only this computer reaches it. '
            f"Recorded as {escape(acting(people) or local)}.</p>"
        )


def _picker(people: Mapping[str, Person], local: str) -> None:
    labels = {"": local}
    names = {email: one.name or email for email, one in people.items() if not one.disabled}
    labels |= dict(sorted(names.items(), key=lambda item: item[1].casefold()))
    st.session_state[PICKED] = acting(people)
    st.selectbox("Acting as", list(labels), key=PICKED, on_change=_stand_in, format_func=labels.__getitem__)


def _stand_in() -> None:
    st.session_state[ACTING] = st.session_state[PICKED]
