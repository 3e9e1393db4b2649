"""The catalogue: what every figure, column and measure means; the same words on the page, in the docs and in tests."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from recovery.settings import settings
from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Final = MappingProxyType(
    {
        "plan": "financial-plan",
        "position": "position",
        "risks": "risks",
        "risk-register": "risk-register",
        "qipp-rag": "qipp-rag",
        "qipp-gateway": "qipp-gateway",
        "qipp-targets": "qipp-targets",
        "schemes": "schemes",
        "activity-plan": "activity-plan",
        "pipeline": "qipp-gateway",
        "board": "schemes",
        "delivery": "schemes",
        "ratings": "schemes",
        "waiting": "schemes",
    }
)
"""The input table whose columns a figure shows, where it shows one."""


@dataclass(frozen=True)
class Measure:
    """One measure: what it is, how it is worked out, which way its sign goes, where it comes from, why it matters.

    `shown_in` gives the columns of each figure that show it, by the definition's field name; `*` stands for any text.
    """

    name: str
    title: str
    shown_in: Mapping[str, tuple[str, ...]]
    definition: str
    formula: str
    sign: str
    unit: str
    source: str
    why: str

    def is_shown_as(self, figure: str, column: str) -> bool:
        """Return whether a figure's column shows this measure."""
        return any(fnmatchcase(column, pattern) for pattern in self.shown_in.get(figure, ()))


@cache
def catalogue() -> tuple[Measure, ...]:
    """Return every measure, in the order in which people read them."""
    return tuple(
        Measure(**{**entry, "shown_in": {figure: tuple(columns) for figure, columns in entry["shown_in"].items()}})
        for entry in _text()["measures"]
    )


def measure_of(figure: str, column: str) -> Measure | None:
    """Return the measure that a column shows, None where it shows what was loaded or only names something."""
    return next((measure for measure in catalogue() if measure.is_shown_as(figure, column)), None)


def about_figure(figure: str) -> str:
    """Return one sentence on what a figure shows."""
    sentence: str = _text()["figures"][figure]
    return sentence


def about_column(figure: str, column: str) -> str:
    """Return one sentence on what a column holds; KeyError where nobody has said so."""
    measure = measure_of(figure, column)
    own: Mapping[str, str] = _text()["columns"].get(figure, {})
    if column in own:
        return own[column]
    table = datasets().get(TABLES.get(figure, ""))
    fields = {field.name: field.about for field in table.fields} if table else {}
    if fields.get(column):
        return fields[column]
    if measure:
        return measure.definition
    return str(_text()["columns"]["any"][column])


@cache
def about_heading(figure: str, column: str) -> str:
    """Return what a column holds, as its heading says to whoever points at it; '' where nobody has said so."""
    try:
        return about_column(figure, column)
    except KeyError:
        return ""


@cache
def _text() -> Mapping[str, Any]:
    """Return every file of the catalogue as one, in the order of their names."""
    measures: list[Any] = []
    figures: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted((settings().reference_folder / "measures").glob("*.toml")):
        text = tomllib.loads(path.read_text(encoding="utf-8"))
        measures += text.get("measures", [])
        figures |= text.get("figures", {})
        for figure, own in text.get("columns", {}).items():
            columns[figure] |= own
    return {"measures": measures, "figures": figures, "columns": columns}
