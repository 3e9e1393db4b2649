"""What somebody sees who is not let in: one page at every address, with a sentence and a button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NoReturn

import streamlit as st

from recovery.ui import asked_for, identity
from recovery.ui.frame import APP_NAME, FILES
from recovery.ui.markup import escape, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

Button = tuple[str, Callable[[], None]]
SIGN_IN: Final = "Sign in with your organisation's account to see the figures and the savings programme."


def shut(what: str, to_do: str = "", buttons: Sequence[Button] = ()) -> NoReturn:
    """Show nothing at any address but a sentence, what can be done, and the ways on; no page is run."""
    st.navigation(
        [st.Page(f"pages/{file}", title=APP_NAME, url_path=path, default=not path) for path, file in FILES.items()],
        position="hidden",
    )
    with st.container(key="door"):
        extra = paragraph(to_do) if to_do else ""
        st.html(
            f'<header class="rf-head"><h1>{escape(APP_NAME)}</h1></header>'
            f'<section class="rf-state" role="status">{paragraph(what, "rf-answer")}{extra}</section>'
        )
        for number, (label, act) in enumerate(buttons):
            st.button(label, on_click=act, type="secondary" if number else "primary")
    st.stop()


def sign_in_buttons(label: str) -> list[Button]:
    """Return one button for each provider that people can sign in with."""
    named = identity.providers()
    if len(named) > 1:
        return [(f"{label} with {name}", partial(st.login, name)) for name in named]
    return [(label, partial(st.login, *filter(None, named)))]


def sign_in() -> NoReturn:
    """Ask to sign in."""
    asked_for.remember()
    shut(SIGN_IN, buttons=sign_in_buttons("Sign in"))


def ended(why: str) -> NoReturn:
    """Say that a sign-in no longer counts; nothing of the session stays."""
    st.session_state.clear()
    asked_for.remember()
    shut(f"{why} Sign in again to go on.", buttons=sign_in_buttons("Sign in again"))


def turned_away(why: str, whom: str) -> NoReturn:
    """Say that somebody may not use the app, and whom to ask."""
    st.session_state.clear()
    shut(why, whom, [("Sign out", st.logout)])
