"""How the register kept in the app stands to the published table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.request import sources_of
from recovery.rows import amount, last_of_kind
from recovery.sentences import qipp as words
from recovery.ui.content import Block, Html, Link
from recovery.ui.figures import if_loaded
from recovery.ui.frame import FILES
from recovery.ui.markup import paragraph

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

KEPT: Final = 0
"""The id under which the register kept in the app stands among the sources; loads count from one."""
BOARD: Final = "board"


def apart(current: Frame, view: View, published: Figure) -> list[Block]:
    """Return a sentence on how the register kept here differs from a published summary by rating; [] without both."""
    sources = sources_of(current.engine, view)
    register = sources.get("schemes")
    if register is None or register.id != KEPT or "qipp-rag" not in sources:
        return []
    kept = if_loaded("qipp-rag", current.engine, view, computed=True)
    if kept is None:
        return []
    held, printed = (amount(last_of_kind(one, "total"), "net_value") for one in (kept, published))
    return [to_board(words.kept_apart(held, printed), view)]


def to_board(sentence: str, view: View) -> Block:
    """Return a sentence that leads to the board."""
    return Link(sentence, BOARD, view) if BOARD in FILES else Html(paragraph(sentence, "rf-source"))
