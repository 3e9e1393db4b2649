from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recovery.settings import ROOT, Settings, settings
from recovery.sources import supervision
from recovery.sources.opening import open_workbook
from recovery.sources.supervision import read_in_child
from recovery.sources.workbook import SourceFile
from tests import workbooks

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS = Settings()


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def rules(file: SourceFile) -> list[tuple[str, str]]:
    return [(problem.rule, problem.sheet) for problem in open_workbook(file).problems]


def child_that(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Put another program in the child's place."""

    def start(*_: object) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)

    monkeypatch.setattr(supervision, "started", start)


def test_a_cell_at_the_far_corner_is_a_problem_with_its_sheet_and_does_not_end_this_process() -> None:
    content = workbooks.with_member(
        workbooks.xlsx({"Near": [["a"]], "Far": [["a"], ["b"]]}),
        "xl/worksheets/sheet2.xml",
        lambda part: part.replace(b'<row r="2"', b'<row r="1048576"').replace(b'r="A2"', b'r="XFD1048576"'),
    )
    assert b"XFD1048576" in workbooks.member(content, "xl/worksheets/sheet2.xml")
    assert rules(SourceFile("a.xlsx", content)) == [("reader-ended", "Far")]


def test_too_many_sheets_are_not_read() -> None:
    sheets: workbooks.Sheets = {f"Sheet {number}": [["a"]] for number in range(61)}
    opened = open_workbook(workbooks.source("a.xlsx", sheets))
    assert [problem.rule for problem in opened.problems] == ["too-many-sheets"]
    assert opened.sheets == ()
    assert "61" in opened.problems[0].message
    assert "60" in opened.problems[0].message
    sheets = dict(list(sheets.items())[:60])
    assert open_workbook(workbooks.source("a.xlsx", sheets)).problems == ()


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls", "ods"])
def test_a_sheet_with_too_many_rows_is_left_out_and_named(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOVERY_MAXIMUM_ROWS", "5")
    opened = open_workbook(workbooks.source(f"a.{kind}", {"Short": [["a"]] * 5, "Long": [["a"]] * 6}))
    assert [(problem.rule, problem.sheet) for problem in opened.problems] == [("too-many-rows", "Long")]
    assert [sheet.name for sheet in opened.sheets] == ["Short"]


def test_cells_are_counted_over_the_whole_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOVERY_MAXIMUM_CELLS", "30")
    sheets: workbooks.Sheets = {"One": [["a"] * 4] * 5, "Two": [["a"] * 4] * 3}
    assert rules(workbooks.source("a.xlsx", sheets)) == [("too-many-cells", "Two")]


def test_reading_that_takes_too_much_memory_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOVERY_READER_MEMORY_BYTES", "60000000")
    rows: workbooks.Rows = [[f"text {row} {column}" for column in range(40)] for row in range(3_000)]
    ((rule, _),) = rules(workbooks.source("a.xls", {"Plan": rows}))
    assert rule in {"too-much-memory", "reader-ended"}


def test_reading_that_takes_too_much_processor_time_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "from recovery.sources.child import limit_process\nlimit_process(1 << 30, 1)\nwhile True:\n    pass"
    child_that(monkeypatch, program)
    answer = read_in_child("xlsx", b"", LIMITS)
    assert [refusal.rule for refusal in answer.refusals] == ["too-much-time"]


def test_a_child_that_waits_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that(monkeypatch, "import time\ntime.sleep(600)")
    monkeypatch.setattr(supervision, "WALL_CLOCK_FACTOR", 0.5)
    answer = read_in_child("xlsx", bytes(1_000_000), LIMITS.model_copy(update={"reader_seconds": 1}))
    assert [refusal.rule for refusal in answer.refusals] == ["too-much-time"]


@pytest.mark.parametrize(
    "said",
    [
        "nothing of sense",
        '["unknown"]',
        '["rows",[["a"]]]',
        '["rows",[[["nested"]]]]',
        '["sheet","a",false,"cells"]\n["merged",[[1,2]]]',
        '["sheet","a",false,"cells"]\n["rows",[5]]',
        '["sheet","a",false,"cells"]\n["rows",[[{"date":"never"}]]]',
        '["marks",7,[],0,[],0,0,[]]',
        "[" * 100_000,
        "\\xff\\xfe",
        "",
    ],
)
def test_a_child_that_talks_rubbish_is_not_believed(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    child_that(monkeypatch, f"import sys\nsys.stdin.buffer.read()\nsys.stdout.buffer.write({said!r}.encode('latin-1'))")
    answer = read_in_child("xlsx", b"content", LIMITS)
    assert not answer.done
    assert [refusal.rule for refusal in answer.refusals] == ["reader-ended"]


@pytest.mark.parametrize("signal", ["SIGSEGV", "SIGABRT", "SIGKILL"])
def test_a_child_that_dies_by_a_signal_is_a_problem(signal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    says = """print('["sheet","Plan",false,"cells"]', flush=True)"""
    program = f"import os, signal\n{says}\nos.kill(os.getpid(), signal.{signal})"
    child_that(monkeypatch, program)
    answer = read_in_child("xlsx", bytes(1_000_000), LIMITS)
    assert [(refusal.rule, refusal.sheet) for refusal in answer.refusals] == [("reader-ended", "Plan")]


def test_a_panic_of_the_reader_is_a_problem() -> None:
    program = (
        "import io, sys\nfrom recovery.sources import child\n"
        "class PanicException(BaseException): pass\n"
        "def panic(*_): raise PanicException('index out of bounds')\n"
        "child.calamine.load_workbook = panic\n"
        f"child.main(['xlsx', '{1 << 30}', '30', '10', '10', '10'])"
    )
    ended = subprocess.run([sys.executable, "-c", program], input=b"x", capture_output=True, cwd=ROOT, check=True)
    assert ended.stdout.splitlines() == [b'["refused","file-damaged","",0]', b'["done"]']


def test_a_machine_that_cannot_start_a_child_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(supervision, "started", fail)
    assert rules(workbooks.source("a.xlsx", {"Plan": [["a"]]})) == [("reader-not-started", "")]


def test_the_child_imports_nothing_heavy() -> None:
    program = "import sys, recovery.sources.child\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=True, text=True)
    modules = set(loaded.stdout.split())
    assert "python_calamine" in modules
    assert not modules & {"pandas", "numpy", "pyarrow", "pydantic", "streamlit", "duckdb", "openpyxl", "dataclasses"}


def test_only_the_child_opens_workbooks_with_the_reader() -> None:
    readers = [
        path.name for path in Path(ROOT, "recovery").rglob("*.py") if "import python_calamine" in path.read_text()
    ]
    assert readers == ["child.py"]
