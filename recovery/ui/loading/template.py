"""The template workbook to take away, made when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from recovery.period import FinancialYear
    from recovery.ui.gate import Frame

MIME: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(current: Frame) -> None:
    """Offer the template, its headings in the words of the year looked at."""
    year = current.view.year if current.view else None
    st.download_button(
        "Download the template workbook", lambda: _made(year), file_name="month-end-template.xlsx", mime=MIME,
        on_click="ignore",
    )  # fmt: skip


def _made(year: FinancialYear | None) -> bytes:
    from recovery.pack.template import template  # noqa: PLC0415 - openpyxl is only needed once somebody asks

    return template(year)
