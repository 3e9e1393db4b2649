"""The promises about the shape of the code that no single module can keep by itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = sorted((ROOT / "recovery").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
APP = ROOT / "app.py"
OURS = [APP, *PAGES, *PACKAGE]
EVERYTHING = [path for path in ROOT.rglob("*.py") if ".venv" not in path.parts]
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
ROOMS_OF = {
    "duckdb": {"engine"},
    "openpyxl": {"pack", "sources"},
    "plotly": {"charts"},
    "python_calamine": {"sources"},
    "sqlalchemy": {"record"},
    "streamlit": {"ui"},
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def libraries(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imports(path)}


def test_every_import_contract_is_kept():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert result.returncode == 0, result.stdout
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert f"{len(contracts)} kept, 0 broken" in result.stdout


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_300_lines():
    assert [name(path) for path in EVERYTHING if length(path) > 300] == []


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[1] if path in PACKAGE else "ui"


def test_a_library_is_imported_only_in_its_own_room():
    found = {(library, room_of(path)) for path in OURS for library in libraries(path) & ROOMS_OF.keys()}
    assert found <= {(library, room) for library, rooms in ROOMS_OF.items() for room in rooms}
    assert {library for library, _ in found} == set(ROOMS_OF)


def test_pages_stand_only_in_sub_folders_so_that_none_is_served_without_the_gate():
    assert not list((ROOT / "pages").glob("*.py"))
    assert len(PAGES) >= 10


def test_the_application_and_its_pages_reach_figures_only_through_the_user_interface():
    reached = {path: {module for module in imports(path) if module.startswith("recovery.")} for path in [APP, *PAGES]}
    past = {"engine", "record", "loading", "sources", "checks"}
    assert all(reached.values())
    assert [
        name(path) for path, modules in reached.items() if {module.split(".")[1] for module in modules} & past
    ] == []


def test_the_application_and_its_pages_are_thin():
    assert length(APP) <= 80
    assert [name(path) for path in PAGES if length(path) > 60] == []


def test_nothing_in_the_code_or_its_reference_data_knows_the_demonstration_organisation():
    about = tomllib.loads((ROOT / "data" / "demo" / "demo.toml").read_text(encoding="utf-8"))
    words = [about["organisation"], *re.findall(r"[A-Z]\w{4,}", about["organisation_name"])]
    assert len(words) >= 3
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.IGNORECASE)
    folders = [ROOT / "recovery", ROOT / "pages", ROOT / "data" / "reference"]
    texts = [
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".toml", ".csv", ".sql"}
    ]
    assert len(texts) > 50
    assert [name(path) for path in [APP, *texts] if pattern.search(path.read_text(encoding="utf-8"))] == []


def undocumented(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    owners = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    nodes = [tree, *(node for owner in owners for node in owner.body if isinstance(node, DEFINITIONS))]
    names = [(getattr(node, "name", ""), node) for node in nodes if tree.body]
    return [f"{name(path)} {own}" for own, node in names if not own.startswith("_") and not ast.get_docstring(node)]


def test_every_module_and_its_public_functions_and_classes_say_what_they_are():
    assert [silent for path in OURS for silent in undocumented(path)] == []


def test_no_module_is_named_for_nothing():
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [name(path) for path in OURS if path.stem in empty] == []


def test_nothing_is_left_for_later():
    words = re.compile(rf"\b({'|'.join(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'])})\b")
    assert [name(path) for path in EVERYTHING if words.search(path.read_text(encoding="utf-8"))] == []


def test_every_room_has_tests_of_its_own():
    tested = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")}
    rooms = {path.relative_to(ROOT / "recovery").parts[0] for path in PACKAGE if path.parent != ROOT / "recovery"}
    assert len(rooms) >= 8
    assert rooms - tested == set()
