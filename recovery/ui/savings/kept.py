"""How the register kept in the app stands to the published table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.engine.kept import KEPT
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

BOARD: Final = "board"


def apart(current: Frame, view: View, published: Figure) -> list[Block]:
    """Return a sentence on how the register kept here differs from a published summary by rating; [] without both."""
    if not is_kept(current, view) or "qipp-rag" not in sources_of(current.engine, view):
        return []
    kept = if_loaded("qipp-rag", current.engine, view, computed=True)
    if kept is None:
        return []
    held, printed = (amount(last_of_kind(one, "total"), "net_value") for one in (kept, published))
    return [to_board(words.kept_apart(held, printed), view)]


def is_kept(current: Frame, view: View) -> bool:
    """Return whether the register behind a view is kept in the app, so that its schemes have pages of their own."""
    register = sources_of(current.engine, view).get("schemes")
    return register is not None and register.id == KEPT


def to_board(sentence: str, view: View) -> Block:
    """Return a sentence that leads to the board."""
    return Link(sentence, BOARD, view) if BOARD in FILES else Html(paragraph(sentence, "rf-source"))
