from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recovery.settings import ROOT, Settings, settings
from recovery.sources import supervision
from recovery.sources.opening import open_workbook, open_workbooks
from recovery.sources.supervision import read_in_child, read_in_children
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


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Keep count of the children that are started."""
    found: list[int] = []
    start = supervision.started

    def started(limits: Settings) -> subprocess.Popen[bytes]:
        found.append(len(found))
        return start(limits)

    monkeypatch.setattr(supervision, "started", started)
    return found


def test_sound_files_are_read_by_one_child_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    children = counted(monkeypatch)
    kinds = ("xlsx", "xls", "csv", "ods", "xlsb")
    files = [workbooks.source(f"{number}.{kind}", {"Plan": [[kind]] * 3}) for number, kind in enumerate(kinds)]
    opened = open_workbooks(files)
    assert [book.file.name for book in opened] == [file.name for file in files]
    assert [book.sheets[0].rows[0][0] for book in opened] == list(kinds)
    assert [book.problems for book in opened] == [()] * 5
    assert len(children) == 1


def test_a_file_that_ends_its_child_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    children = counted(monkeypatch)
    far = workbooks.with_member(
        workbooks.xlsx({"Far": [["a"], ["b"]]}),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b'<row r="2"', b'<row r="1048576"').replace(b'r="A2"', b'r="XFD1048576"'),
    )
    sound = [workbooks.source(f"{name}.xlsx", {"Plan": [[name]]}) for name in "abc"]
    opened = open_workbooks([sound[0], SourceFile("far.xlsx", far), *sound[1:]])
    assert [[problem.rule for problem in book.problems] for book in opened] == [[], ["reader-ended"], [], []]
    assert [book.sheets[0].rows[0][0] for book in opened if book.sheets] == ["a", "b", "c"]
    assert len(children) == 3  # with the others, by itself, and one for those after it


def test_what_stands_against_a_file_is_found_by_a_child_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    children = counted(monkeypatch)
    monkeypatch.setenv("RECOVERY_MAXIMUM_ROWS", "5")
    files = [workbooks.source(f"{rows}.xls", {"Plan": [["a"]] * rows}) for rows in (5, 6, 4)]
    assert [[problem.rule for problem in book.problems] for book in open_workbooks(files)] == [
        [],
        ["too-many-rows"],
        [],
    ]
    assert len(children) == 2


def test_each_file_has_a_time_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    says = '["sheet","Plan",false,"cells"]'
    program = (
        "import sys, time\nwhile header := sys.stdin.buffer.readline():\n"
        "    sys.stdin.buffer.read(int(header.split()[1]))\n    time.sleep(0.4)\n"
        f"    print('{says}', '[\"done\"]', sep='\\n', flush=True)"
    )
    child_that(monkeypatch, program)
    monkeypatch.setattr(supervision, "WALL_CLOCK_FACTOR", 1)
    answers = read_in_children([("xls", b"x")] * 4, LIMITS.model_copy(update={"reader_seconds": 1}))
    assert [answer.done for answer in answers] == [True] * 4


def test_a_panic_of_the_reader_is_a_problem() -> None:
    program = (
        "import io, sys\nfrom recovery.sources import child\n"
        "class PanicException(BaseException): pass\n"
        "def panic(*_): raise PanicException('index out of bounds')\n"
        "child.calamine.load_workbook = panic\n"
        f"child.main(['{1 << 30}', '30', '10', '10', '10'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], input=b"xlsx 1\nx", capture_output=True, cwd=ROOT, check=True
    )
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
