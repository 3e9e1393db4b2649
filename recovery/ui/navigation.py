"""The navigation: the pages that somebody may see, named in their organisation's words; the others say they are not."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.programme.configuration import programme_of
from recovery.ui import states
from recovery.ui.frame import NEEDS, PAGES
from recovery.ui.savings.words import title_of

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

    from recovery.ui.gate import Frame

VIEW: Final = "view"


def page_asked_for(current: Frame) -> StreamlitPage:
    """Return the page asked for, of those in `PAGES`; one that is not for this person is in no list, and says so."""
    programme = programme_of(current.view.organisation) if current.view else None
    may = {permission: current.may(permission) for permission in {VIEW, *NEEDS.values()}}
    pages = [
        st.Page(
            f"pages/{file}", title=title_of(title, programme), url_path=address, default=not address,
            visibility="visible" if may[needed(address)] else "hidden",
        )
        for file, title, address in chain.from_iterable(PAGES.values())
    ]  # fmt: skip
    return st.navigation(pages, expanded=True)  # one list: headings between groups break it for screen readers


def needed(address: str) -> str:
    """Return what somebody must be allowed to see a page."""
    return NEEDS.get(address, VIEW)


def show(page: StreamlitPage, current: Frame) -> None:
    """Run a page, or say why this person does not see it."""
    why = current.why_not(needed(page.url_path))
    if why:
        states.not_for_you(page.title, why)
    else:
        page.run()
