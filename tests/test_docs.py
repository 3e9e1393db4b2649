"""The documents say what is there: every command, setting, error and figure, and every link leads somewhere."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from docs.worked_examples import worked_examples
from recovery import errors
from recovery.cli.arguments import parser
from recovery.measures.figures import FIGURES
from recovery.settings import Settings
from recovery.sources.definitions import datasets

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(DOCS.rglob("*.md"))
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_make_command_in_the_documents_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, flags=re.MULTILINE))
    named = {
        name for page in PAGES for name in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", text(page), flags=re.MULTILINE)
    }
    assert {"run", "test", "check"} <= named
    assert named - targets == set()


def test_the_readme_begins_with_the_two_commands():
    commands = re.findall(r"^ {4}make (\w+)", text(ROOT / "README.md"), flags=re.MULTILINE)
    assert commands[:2] == ["run", "test"]


def test_what_takes_the_pictures_of_the_documents_still_finds_what_it_uses():
    assert import_module("docs.make_screenshots").take


def test_every_link_in_the_documents_leads_to_something():
    links = [(page, link) for page in PAGES for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", text(page))]
    assert len(links) > 10
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_every_setting_is_documented_with_its_variable():
    assert len(Settings.model_fields) > 5
    assert [name for name in Settings.model_fields if f"`RECOVERY_{name.upper()}`" not in OPERATIONS] == []
    documented = set(re.findall(r"^\| `RECOVERY_(\w+)`", OPERATIONS, flags=re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_every_error_is_documented():
    classes = [name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]
    assert len(classes) >= 4
    assert [name for name in classes if f"| `{name}` |" not in OPERATIONS] == []


def test_every_figure_is_documented_and_every_documented_one_exists():
    documented = set(re.findall(r"^\| `([a-z-]+)` \|", OPERATIONS, flags=re.MULTILINE))
    assert set(FIGURES) - documented == set()
    assert documented - set(FIGURES) <= commands()


def commands() -> set[str]:
    (group,) = (action for action in parser()._actions if action.dest == "command")
    return set(group.choices)


def test_every_command_is_documented():
    assert {"check", "load", "show", "template", "demo"} <= commands()
    assert [name for name in commands() if not re.search(rf"^\| `{name}\b", OPERATIONS, flags=re.MULTILINE)] == []


def test_the_decisions_are_numbered_without_a_gap_and_say_why():
    pages = sorted((DOCS / "adr").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert len(pages) >= 7
    for number, page in enumerate(pages, 1):
        words = text(page)
        assert words.startswith(f"# {number}. ")
        assert all(part in words for part in ("**Decided.**", "**Why.**", "**What follows.**", "**Instead of.**"))


def test_every_worked_example_is_on_its_page_with_what_it_holds():
    page, made = text(DOCS / "worked-examples.md"), worked_examples()
    modules = sorted((ROOT / "tests" / "spec").glob("test_*.py"))
    assert len(modules) >= 10
    assert [path.name for path in modules if f"[{path.name}]" not in made or f"[{path.name}]" not in page] == []
    assert "      underlying                 (1,215)     1.2 % of £99m" in made
    assert "- The plan takes out 533 more QIPP than the targets ask for." in made


@pytest.mark.parametrize("name", ["methods.md", "data-dictionary.md"])
def test_a_generated_page_is_what_the_code_gives_today(name, tmp_path):
    subprocess.run([sys.executable, "-m", "docs.generate", tmp_path], cwd=ROOT, check=True)
    assert (tmp_path / name).read_text(encoding="utf-8") == text(DOCS / name)


def test_the_data_dictionary_has_every_table_and_column():
    dictionary = text(DOCS / "data-dictionary.md")
    assert [name for name in datasets() if f"`{name}`" not in dictionary] == []
    fields = {field.name for dataset in datasets().values() for field in dataset.fields}
    assert [name for name in fields if name not in dictionary] == []


def test_the_documents_name_no_machine():
    pattern = re.compile(r"/(?:home|root|work|tmp|Users)/\w")
    assert [page.name for page in PAGES if pattern.search(text(page))] == []
