"""HTML from text: everything that came from a person or a file is escaped here, once."""

from __future__ import annotations

import html
import re
from typing import Final

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def escape(text: object) -> str:
    """Return text for HTML, quotes included."""
    return html.escape(str(text), quote=True)


def plain(text: str) -> str:
    """Return text for a widget's label or option, with nothing in it read as Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)


def paragraph(text: str, kind: str = "") -> str:
    """Return one escaped paragraph."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{escape(text)}</p>"


def folded(summary: str, body: str) -> str:
    """Return ready HTML behind a line that opens it."""
    return f'<details class="rf-more"><summary>{escape(summary)}</summary>{body}</details>'


def anchor(text: str) -> str:
    """Return a text as an identifier for aria-labelledby and keys."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
