"""The approvals page: what waits for the reader, what waits at all, conditions, decisions, benefits realised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.errors import NothingLoaded
from recovery.measures.figures import figure
from recovery.rows import of_kind
from recovery.sentences.programme import approvals as words
from recovery.ui.content import Block, Html, download, heading, opening
from recovery.ui.figures import if_loaded, only
from recovery.ui.programme.linked import linked_table
from recovery.ui.programme.waiting import waits_for_reader
from recovery.ui.tables import SMALL

if TYPE_CHECKING:
    from collections.abc import Hashable

    from recovery.figure import Figure
    from recovery.rows import Row
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Approvals"
OPEN: Final = ("overdue", "open")
NO_REGISTER: Final = "No scheme register is kept for this year yet, so there are no approvals."
KEYS: Final = ("approval_key",)
LOG_HIDDEN: Final = ("recorded_at", "via")


def build(current: Frame, view: View, _reader: Hashable) -> list[Block]:
    """Return everything about approvals."""
    every = figure("waiting", current.engine, view)
    mine = waits_for_reader(current, view, every)
    conditions, decisions = (if_loaded(name, current.engine, view) for name in ("conditions", "approvals"))
    if mine is None:
        raise NothingLoaded(NO_REGISTER)
    answer = words.answer(_rows(mine), _rows(every), _rows(conditions))
    figures = words.key_figures(_rows(mine), _rows(every), _rows(conditions), _rows(decisions))
    return [
        opening(TITLE, answer, figures, every),
        Html(linked_table(mine, view, hide=(*KEYS, "given_by"), empty="Nothing waits for you.")),
        *_others(every, mine, view),
        *_conditions(conditions, view),
        *_log(decisions, view),
        *_benefits(current, view),
    ]


def _others(every: Figure, mine: Figure, view: View) -> list[Block]:
    """Return all that waits, unless it is what waits for the reader."""
    file = download(every, view, "Download all that waits (CSV)")
    if len(mine.rows) == len(every.rows):
        return [file]
    return [
        heading("All that waits", "Every approval outstanding, who may give it, and what stands in its way."),
        Html(linked_table(every, view, caption="Approvals outstanding", hide=KEYS)),
        file,
    ]


def _rows(shown: Figure | None) -> list[Row]:
    return of_kind(shown, "line") if shown else []


def _conditions(found: Figure | None, view: View) -> list[Block]:
    if found is None:
        return []
    keep = [number for number, row in enumerate(found.records()) if row["state"] in OPEN]
    empty = "No condition is open."
    return [
        heading("Conditions", "What approvals were made subject to and is not met yet; overdue first."),
        Html(
            linked_table(
                only(found, keep),
                view,
                caption="Open conditions",
                hide=("met_on", "evidence"),
                look=SMALL,
                empty=empty,
            )
        ),
        download(found, view, "Download every condition, met ones too (CSV)"),
    ]


def _log(found: Figure | None, view: View) -> list[Block]:
    if found is None:
        return []
    note = "Who decided what, on what evidence, and on which version of the case; each scheme's page has that case."
    return [
        heading("Decisions", note),
        Html(
            linked_table(found, view, caption="Decisions, newest first", hide=LOG_HIDDEN, empty="Nothing decided yet.")
        ),
        download(found, view, "Download the decisions (CSV)"),
    ]


def _benefits(current: Frame, view: View) -> list[Block]:
    found = if_loaded("benefits", current.engine, view)
    if found is None:
        return []
    return [
        heading("Benefits realised", words.benefits(_rows(found))),
        Html(linked_table(found, view, caption="Benefits against the case approved at each gateway",
                          empty="No scheme is past delivery yet.")),
        download(found, view, "Download the benefits (CSV)"),
    ]  # fmt: skip
