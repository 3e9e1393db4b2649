"""Whatever stands in a file, an import of it is a preview with words, never an error of the program."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from recovery.programme.importing import ImportPreview, Outcome, preview, read_for, wording_of
from recovery.sources.opening import open_workbook
from recovery.sources.options import Options
from recovery.sources.register.columns import layouts
from recovery.sources.register.reading import read_opened
from recovery.sources.workbook import Sheet, SourceFile, Workbook
from tests.registers import DRUGS, EFFICIENCY, QIPP, WARDS, YEAR, state_of
from tests.sources.register.books import exported, tracker
from tests.sources.test_damage import bits_flipped, cut_off, numbers_made_large, piece_missing

STATES = {"Q18-001": state_of(WARDS, 2), "Q18-002": state_of(DRUGS)}
OURS = open_workbook(SourceFile("register.xlsx", exported()))
OWN = tracker(
    ("Tracker £'000",),
    ("Ref", "Scheme", "Area", "Stage", "Status", "RAG", "Net value", "Start", "Apr", "May", "Jun"),
    ("Q18-001", "Fewer follow-ups", "Acute", "Planning", "live", "Red", 10, dt.date(2018, 4, 1), 1, 2, 3),
    ("Q18-009", "New", "Acute", "Idea", "live", "Green", 12.5, "01/05/2018", None, 2, 3),
    ("Total", None, None, None, None, None, 22.5),
)
THEIRS = open_workbook(SourceFile("tracker.xlsx", OWN))
HEADINGS = sorted({way for sheet in layouts() for one in sheet.columns for way in (one.heading, *one.names)})
WORDS = (
    "Q18-001", "q18-002", "Total", "yes", "no", "plan", "actual", "Apr 2018 (£)", "May", "Delivery", "9 Nowhere",
    "£'000", "-", "n/a", "TBC", "31/02/2018", "00/00/0000", "1e999", "9" * 60, "1.2m", "5%", "=1+1", "\x00", "\u00a0",
    " ", "\ud800", "Scheme register, layout 1", "x" * 40000, "quality", "0", "13", "-1",
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(HEADINGS),
    st.sampled_from(WORDS),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=6),
)


@st.composite
def altered(draw, workbook: Workbook) -> Workbook:
    """Draw what people can do to a workbook: change cells, move rows and columns, rename, double or lose sheets."""
    sheets = list(workbook.sheets)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(sheets) - 1))
        sheets[place] = draw(_altered_sheet(sheets[place]))
        if draw(st.integers(0, 9)) == 0 and len(sheets) > 1:
            del sheets[place]
        elif draw(st.integers(0, 9)) == 0:
            name = draw(st.sampled_from(["schemes", "Copy", "KPIs ", "History.", "Profiles (2)"]))
            sheets += [replace(sheets[place], name=name)] if name not in {sheet.name for sheet in sheets} else []
    return Workbook(workbook.file, tuple(sheets), workbook.problems)


@st.composite
def _altered_sheet(draw, sheet: Sheet) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    for _ in range(draw(st.integers(1, 8))):
        row = draw(st.integers(0, max(len(rows) - 1, 0)))
        kind = draw(st.sampled_from(["cell", "cell", "cell", "row out", "row again", "column out", "columns swapped"]))
        width = max((len(one) for one in rows), default=0)
        column = draw(st.integers(0, max(width - 1, 0)))
        if kind == "cell" and rows and column < len(rows[row]):
            rows[row][column] = draw(CELLS)
        elif kind == "row out" and rows:
            del rows[row]
        elif kind == "row again" and rows:
            rows.insert(draw(st.integers(0, len(rows))), list(rows[row]))
        elif kind == "column out":
            rows = [one[:column] + one[column + 1 :] for one in rows]
        elif kind == "columns swapped" and width > 1:
            rows = [_swapped(one, column, draw(st.integers(0, width - 1))) for one in rows]
    return replace(sheet, rows=rows)


def _swapped(row, one, other):
    row = row + [None] * (max(one, other) + 1 - len(row))
    row[one], row[other] = row[other], row[one]
    return row


def is_a_preview(found: ImportPreview) -> None:
    assert all(one.message and one.file for one in found.problems)
    assert all(one.why for one in found.of(Outcome.REFUSED))
    assert all(one.command for one in found.schemes if one.outcome in {Outcome.NEW, Outcome.CHANGED})
    assert found.is_ready or found.commands == ()


def hold(workbook: Workbook) -> None:
    for programme in (QIPP, EFFICIENCY):
        read = read_opened(workbook, Options(year=YEAR), wording_of(programme))
        is_a_preview(preview(read, STATES, programme))


SHORT = settings(max_examples=60, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
LONG = settings(SHORT, max_examples=6000)


@SHORT
@given(altered(OURS))
def test_whatever_people_do_to_the_exported_register_ends_in_words(workbook):
    hold(workbook)


@SHORT
@given(altered(THEIRS))
def test_whatever_stands_in_somebodys_own_register_ends_in_words(workbook):
    hold(workbook)


@pytest.mark.campaign
@LONG
@given(st.one_of(altered(OURS), altered(THEIRS)))
def test_thousands_of_altered_registers_end_in_words(workbook):
    hold(workbook)


DAMAGES = (bits_flipped, cut_off, piece_missing, numbers_made_large)


def damaged(seed: int) -> None:
    seeded = random.Random(seed)  # noqa: S311 - damage, not a secret
    content = DAMAGES[seed % len(DAMAGES)](exported() if seed % 3 else OWN, seeded)
    found = preview(read_for(QIPP, SourceFile("r.xlsx", content), Options(year=YEAR)), STATES, QIPP)
    is_a_preview(found)


@pytest.mark.parametrize("seed", range(16))
def test_a_damaged_file_ends_in_words(seed):
    damaged(seed)


@pytest.mark.campaign
@pytest.mark.parametrize("start", range(0, 2000, 100))
def test_thousands_of_damaged_files_end_in_words(start):
    for seed in range(start, start + 100):
        damaged(seed)
