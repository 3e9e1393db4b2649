"""Who looks at the page: the local user in single-user mode, else whoever signed in; what they may do is not here."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section

from recovery.programme.actor import Actor
from recovery.settings import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE: Final = "page"
"""The way in of everything that a signed-in person does on a page."""
LOCAL: Final = "page, single-user"
"""The way in of everything that is done on a page while nobody signs in."""


@st.cache_resource(show_spinner=False)
def signs_in() -> bool:
    """Return whether people sign in here; decided once, so that losing the file cannot open a running server."""
    return bool(get_secrets_auth_section())


def providers() -> tuple[str, ...]:
    """Return the names of the sign-in providers; '' is the one that stands in [auth] itself."""
    section = get_secrets_auth_section()
    if "client_id" in section:
        return ("",)
    return tuple(name for name, value in section.items() if hasattr(value, "keys") and "client_id" in value)


def claims() -> Mapping[str, Any] | None:
    """Return what the token says of whoever has signed in, None if nobody has."""
    told = st.user.to_dict()
    return told if told.get("is_logged_in") is True else None


def signed_in_actor(email: str, at: int) -> Actor:
    """Return a signed-in person as the one who acts."""
    return Actor(email, PAGE, signed_in_at=at)


def local_user() -> str:
    """Return the user of this machine: the setting's, else the system's."""
    try:
        return settings().user or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def local_actor(email: str = "") -> Actor:
    """Return the local user as the one who acts, or a person in whose place they do; the machine is trusted."""
    local = local_user()
    return Actor(email, f"{LOCAL} as {local}", trusted=True) if email else Actor(local, LOCAL, trusted=True)
