"""What the person loading says: whose figures, of when, and the files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from recovery.errors import UsageError
from recovery.period import MONTHS_IN_YEAR, FinancialYear, month_name
from recovery.programme.actor import Actor
from recovery.programme.allowing import PUBLISH
from recovery.programme.permissions import may
from recovery.sentences.amounts import listed
from recovery.sources.workbook import SourceFile
from recovery.ui.identity import PAGE
from recovery.ui.markup import paragraph

if TYPE_CHECKING:
    from recovery.programme.people import Person
    from recovery.ui.gate import Frame

KINDS: Final = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv")
ROUND: Final = "load round"
FROM_FILE: Final = "As the file says"


@dataclass(frozen=True)
class Form:
    """What was filled in; `files` is empty until some are dropped."""

    organisation: str
    organisation_name: str
    year: FinancialYear | None
    month: int | None
    illustrative: bool
    loaded_by: str
    files: tuple[SourceFile, ...]

    @property
    def fingerprint(self) -> str:
        """Return what the files are known by, whatever they are called."""
        whole = hashlib.sha256()
        for file in self.files:
            whole.update(file.name.encode() + b"\0" + hashlib.sha256(file.content).digest())
        return whole.hexdigest()


def ask(current: Frame) -> Form:
    """Show the form and return what it holds."""
    dropped = st.file_uploader(
        "Workbooks or CSV files", type=list(KINDS), accept_multiple_files=True, key=f"files {round_number()}"
    )
    view = current.view
    left, middle, right = st.columns(3)
    organisation = left.text_input("Organisation code", view.organisation if view else "", max_chars=20)
    name = left.text_input("Organisation name", current.organisation_name if view else "", max_chars=120)
    year = _year(middle.text_input("Financial year, as 2018/19", str(view.year) if view else "", max_chars=12))
    months = [None, *range(1, MONTHS_IN_YEAR + 1)]
    month = middle.selectbox("Month", months, format_func=_month)
    illustrative = right.checkbox("These figures are illustrative", help="Marked so wherever they show.")
    right.html(_who(current, organisation.strip()))
    files = tuple(SourceFile(file.name, file.getvalue()) for file in dropped or ())
    return Form(organisation.strip(), name.strip(), year, month, illustrative, current.actor.name, files)


def round_number() -> int:
    """Return how many loads this session has made; it makes the next form a fresh one."""
    return int(st.session_state.get(ROUND, 0))


def missing(form: Form) -> list[str]:
    """Return what has to be filled in before anything can be published."""
    found = []
    if not form.organisation:
        found.append("the organisation's code")
    if form.year is None:
        found.append("the financial year, as 2018/19")
    return found


def _month(number: int | None) -> str:
    return f"{number} – {month_name(number)}" if number else FROM_FILE


def _year(text: str) -> FinancialYear | None:
    try:
        return FinancialYear.parse(text)
    except UsageError:
        return None


def _who(current: Frame, organisation: str) -> str:
    """Return as whom this is published, and who may publish for the organisation."""
    able = [one.name or email for email, one in sorted(current.people.items()) if _may_publish(one, organisation)]
    others = paragraph(f"May publish here: {listed(able)}.", "rf-small") if able else ""
    return paragraph(f"Published as: {current.actor.name}.", "rf-small") + others


def _may_publish(person: Person, organisation: str) -> bool:
    return not may(person, Actor(person.email, PAGE, trusted=True), PUBLISH, organisation)
