"""The hand-worked examples of `tests/spec` as a page: what is given, what is worked out, and what each test holds."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from recovery.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPEC: Final = ROOT / "tests" / "spec"
OPENING: Final = """\
# Worked examples

Each measure worked by hand on figures small enough to follow. Every example is a test as well: what stands below each
is what the tests in `tests/spec/` hold the application to. This page is made from them by `python -m docs.generate`."""
ABBREVIATIONS: Final = frozenset({"qipp", "rag", "ytd", "spc"})


def worked_examples() -> str:
    """Return every hand-worked example as one Markdown page."""
    parts = (part for path in sorted(SPEC.glob("test_*.py")) for part in _example(path))
    return "\n\n".join([OPENING, *parts]) + "\n"


def _example(path: Path) -> Iterator[str]:
    """Yield an example's title, its text, and its tests as sentences."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    yield f"## {_words(path.stem)}"
    yield _markdown(ast.get_docstring(module) or "")
    yield "\n".join(f"- {_words(test)}." for test in _tests(module))
    yield f"[{path.name}](../tests/spec/{path.name})"


def _tests(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.name


def _words(name: str) -> str:
    """Return a test's name as a sentence without its full stop."""
    words = name.removeprefix("test_").split("_")
    said = " ".join(word.upper() if word in ABBREVIATIONS else word for word in words)
    return said[:1].upper() + said[1:]


def _markdown(text: str) -> str:
    """Return a docstring as Markdown; lines that are moved in are figures in columns and keep their places."""
    lines, inside = [], False
    for line in text.splitlines():
        figures = line.startswith("  ") and not line.lstrip().startswith("-")
        if figures != inside and line.strip():
            lines += [""] if lines and lines[-1] else []
            inside = figures
        lines.append(f"    {line}" if figures else line)
    return "\n".join(lines)
