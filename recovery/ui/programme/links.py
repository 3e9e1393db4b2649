"""Links to schemes in ready HTML: with the view kept, and followed without leaving the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import streamlit as st

from recovery.ui.address import parameters
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from recovery.view import View

FOLLOW: Final = """<script>
if (!window.schemeLinksAreFollowed) {
  window.schemeLinksAreFollowed = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.rf-scheme-link");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
  });
}
</script>"""
"""A link in ready HTML would load the whole app anew, and with it end the session: what is picked or half typed."""


def scheme_link(view: View, ref: str, words: str = "") -> str:
    """Return a link to a scheme's page, its reference in words unless others are given."""
    address = f"scheme?{urlencode({**parameters(view), 'ref': ref})}"
    return f'<a class="rf-scheme-link" href="{escape(address)}">{escape(words or ref)}</a>'


def follow_within_session() -> None:
    """Let a click on a scheme's link open its page as the navigation does; without this it is loaded afresh."""
    st.html(FOLLOW, unsafe_allow_javascript=True)
