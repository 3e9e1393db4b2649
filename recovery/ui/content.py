"""A page's finished content: made once for a view and a change of the record, then only sent."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from recovery.errors import NothingLoaded, RecoveryError
from recovery.programme.working_day import today
from recovery.ui import states
from recovery.ui.address import parameters
from recovery.ui.cards import head
from recovery.ui.downloads import csv_of, file_name
from recovery.ui.frame import FILES
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import escape, plain
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from recovery.charts.style import Drawing
    from recovery.figure import Figure
    from recovery.sentences.key_figure import KeyFigure
    from recovery.view import View

CONFIG: Final = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


@dataclass(frozen=True)
class Html:
    """A piece of ready HTML."""

    body: str


@dataclass(frozen=True)
class Chart:
    """A finished chart, its text for those who do not see it, and the key under which a click is kept."""

    figure: Drawing
    alt: str
    key: str
    pick: Callable[[str], None] | None = None
    """What a click on a point does; it is given the chart's key."""


@dataclass(frozen=True)
class Download:
    """A file to take away."""

    label: str
    content: bytes
    name: str


@dataclass(frozen=True)
class Link:
    """A sentence that leads to a page by its address, with the view kept."""

    text: str
    address: str
    view: View


@dataclass(frozen=True)
class Grid:
    """Cells of blocks, so many beside one another; beneath one another where the window is narrow."""

    cells: tuple[tuple[Html | Chart, ...], ...]
    abreast: int


Block = Html | Chart | Download | Link | Grid
Build = Callable[..., list[Block]]


def show(title: str, build: Build, *more: Hashable) -> bool:
    """Show a page's content, or the state that stands in for it; return whether there was content.

    Content is kept until the record changes or the day does, by which ageing and lateness are reckoned.
    """
    current = frame()
    if current.view is None:
        states.empty_record(title)
        return False
    view = current.view
    try:
        blocks = shelf().get((title, view, current.change, today(), *more), lambda: build(current, view, *more))
    except NothingLoaded as error:
        states.not_loaded(title, context(current), str(error))
        return False
    except RecoveryError as error:
        states.failed(title, context(current), str(error))
        return False
    for block in blocks:
        _send(block)
    return True


def context(current: Frame) -> str:
    """Return whose figures these are and of when."""
    return f"{current.organisation_name}, {current.view.title}" if current.view else ""


def opening(title: str, answer: str, figures: list[KeyFigure], *shown: Figure | None) -> Html:
    """Return a page's head; marked illustrative where any figure shown is."""
    illustrative = any(figure.illustrative for figure in shown if figure)
    return Html(head(title, context(frame()), answer, figures, illustrative=illustrative))


def heading(text: str, note: str = "") -> Html:
    """Return a heading over a chart, with a line of explanation."""
    under = f"<p>{escape(note)}</p>" if note else ""
    return Html(f'<div class="rf-heading"><h2>{escape(text)}</h2>{under}</div>')


def download(figure: Figure, view: View, label: str = "Download this table (CSV)") -> Download:
    """Return a figure as a file to take away."""
    return Download(label, csv_of(figure), file_name(figure.name, view))


def _send(block: Block) -> Any:  # noqa: ANN401 - what Streamlit gives back
    if isinstance(block, Html):
        return st.html(block.body)
    if isinstance(block, Chart):
        return _send_chart(block)
    if isinstance(block, Grid):
        return _send_grid(block)
    if isinstance(block, Link):
        page = f"pages/{FILES[block.address]}"
        return st.page_link(page, label=plain(block.text), query_params=parameters(block.view))
    return st.download_button(
        block.label,
        block.content,
        file_name=block.name,
        mime="text/csv",
        on_click="ignore",
        key=block.name + block.label,
    )


def _send_grid(block: Grid) -> None:
    for first in range(0, len(block.cells), block.abreast):
        for place, cell in zip(st.columns(block.abreast), block.cells[first : first + block.abreast], strict=False):
            with place:
                for one in cell:
                    _send(one)


def _send_chart(block: Chart) -> Any:  # noqa: ANN401 - what Streamlit gives back
    if block.pick is None:
        return st.plotly_chart(block.figure, theme=None, config=CONFIG, alt=block.alt, key=block.key)
    pick = block.pick
    return st.plotly_chart(
        block.figure,
        theme=None,
        config=CONFIG,
        alt=block.alt,
        key=block.key,
        on_select=lambda: pick(block.key),
        selection_mode="points",
    )
