"""The methods page: every measure of the catalogue in words, as Markdown, and notes written by hand below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.catalogue import catalogue
from recovery.settings import settings

if TYPE_CHECKING:
    from recovery.measures.catalogue import Measure

_INTRODUCTION = """\
# Methods

Every measure that the application shows: what it is, how it is worked out, which way its sign goes, where it comes from
and why it matters. This page is made from `data/reference/measures/` and below them `data/reference/methods/`:
change those, then write it again with `python -m docs.generate`."""


def methods() -> str:
    """Return the methods as one Markdown page."""
    return "\n\n".join([_INTRODUCTION, *(_section(measure) for measure in catalogue()), *notes()]) + "\n"


def notes() -> list[str]:
    """Return what is written by hand about methods that take more than a measure's few lines."""
    folder = settings().reference_folder / "methods"
    return [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.md"))]


def _section(measure: Measure) -> str:
    facts = {
        "Formula": measure.formula,
        "Sign": measure.sign,
        "Unit": measure.unit,
        "Source": measure.source,
        "Why it matters": measure.why,
    }
    lines = [f"- **{name}:** {text}" for name, text in facts.items() if text]
    return f"## {measure.title}\n\n{measure.definition}\n\n" + "\n".join(lines)
