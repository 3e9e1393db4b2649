"""Small registers as workbooks, and how they are read."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook

from recovery.pack.register import register_workbook
from recovery.period import FinancialYear
from recovery.programme.importing import wording_of
from recovery.sources.options import Options
from recovery.sources.register import GivenRegister, read_register
from recovery.sources.workbook import SourceFile
from tests.registers import DAY, DRUGS, QIPP, WARDS, YEAR, state_of


def saved(workbook: Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def exported(states=None) -> bytes:
    states = states or [state_of(WARDS, 2), state_of(DRUGS)]
    return register_workbook(states, QIPP, organisation="X1", year=YEAR, as_at=DAY, history=None)


def changed(change, states=None) -> bytes:
    """Return the export after a person has changed it."""
    workbook = load_workbook(io.BytesIO(exported(states)))
    change(workbook)
    return saved(workbook)


def tracker(*rows, title="Tracker") -> bytes:
    """Return somebody's own register of one sheet."""
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    return saved(workbook)


def read(content: bytes, programme=QIPP, name="register.xlsx", year: int = 2018, **options) -> GivenRegister:
    file = SourceFile(name, content)
    return read_register(file, Options(year=FinancialYear(year), **options), wording_of(programme))


def told(given: GivenRegister) -> list[tuple[str, str, str, str]]:
    """Return what is said of a register: rule, sheet, cell and value."""
    return [(one.rule, one.sheet, one.cell, one.value) for one in given.problems]
