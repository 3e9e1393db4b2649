"""Addresses of the programme's pages, with the view kept, for links in ready HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from recovery.ui.address import parameters
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from recovery.view import View


def scheme_link(view: View, ref: str, words: str = "") -> str:
    """Return a link to a scheme's page, its reference in words unless others are given."""
    address = f"scheme?{urlencode({**parameters(view), 'ref': ref})}"
    return f'<a href="{escape(address)}">{escape(words or ref)}</a>'
