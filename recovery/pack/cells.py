"""Text and looks of workbook cells: what is written as text stays text, whatever it begins with."""

from __future__ import annotations

import re
from copy import copy
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""The beginning of what a spreadsheet would take for a written-out character."""

_COMMENT_WIDTH: Final = 320
_COMMENT_LINE: Final = 48

TITLE: Final = Font(bold=True, size=14)
STRONG: Final = Font(bold=True)
QUIET: Final = Font(italic=True, color="4C6272")
_HEADER_FONT: Final = Font(bold=True, color="FFFFFF")
_HEADER_FILL: Final = PatternFill("solid", fgColor="003087")
_REQUIRED_FILL: Final = PatternFill("solid", fgColor="005EB8")
_LINE: Final = Border(bottom=Side(style="thin", color="768692"))


def write_text(cell: Cell, text: str, font: Font | None = None, *, wrap: bool = False) -> None:
    """Write a text that never becomes a formula; characters that a workbook cannot hold are left out."""
    cell.value = _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA_STARTS)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    if font:
        cell.font = copy(font)


def write_heading(cell: Cell, text: str, about: str, *, required: bool = False) -> None:
    """Write a column's heading with what the column means as its comment."""
    write_text(cell, text, _HEADER_FONT)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.fill = copy(_REQUIRED_FILL if required else _HEADER_FILL)
    cell.border = copy(_LINE)
    if about:
        cell.comment = Comment(about, "", width=_COMMENT_WIDTH, height=40 + 20 * (1 + len(about) // _COMMENT_LINE))
