"""The methods page: every measure of the catalogue in words, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.measures.catalogue import catalogue

if TYPE_CHECKING:
    from recovery.measures.catalogue import Measure

_INTRODUCTION = """\
# Methods

Every measure that the application shows: what it is, how it is worked out, which way its sign goes, where it comes from
and why it matters. This page is made from `data/reference/measures/`: change that, then write it again with
`python -m docs.generate`."""


def methods() -> str:
    """Return the methods as one Markdown page."""
    return "\n\n".join([_INTRODUCTION, *(_section(measure) for measure in catalogue())]) + "\n"


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
