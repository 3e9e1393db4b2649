"""How each activity measure is charted, from `data/reference/activity_measures.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from recovery.measures.spc.judging import Direction
from recovery.names import code_key
from recovery.settings import settings
from recovery.sources.parts import parent_codes
from recovery.sources.words import holds, plain


@dataclass(frozen=True)
class MeasureRule:
    """Which way is better for a measure, and whether its figures are taken by the working day."""

    direction: Direction
    by_working_day: bool


@dataclass(frozen=True)
class ChartRule:
    """What holds for every chart unless somebody sets it otherwise for a measure."""

    points_before_limits: int
    points: int
    screen: bool


@cache
def chart_rule() -> ChartRule:
    """Return how charts are drawn."""
    return ChartRule(**_text()["chart"])


@cache
def measure_rule(code: str, title: str) -> MeasureRule:
    """Return the rule of the first entry whose code fits, else of the first whose title does, else the default."""
    entries = _text()["measures"]
    by_code = (entry for entry in entries if any(_is_of(code, whole) for whole in entry["codes"]))
    by_title = (entry for entry in entries if holds(plain(title), entry["titles"]))
    return _rule(next(chain(by_code, by_title, [_text()["default"]])))


def _is_of(code: str, whole: str) -> bool:
    """Return whether a code is another one, or a part of it."""
    return code_key(code) == code_key(whole) or code in parent_codes((whole, code))


def _rule(entry: Mapping[str, Any]) -> MeasureRule:
    return MeasureRule(Direction(entry["direction"]), entry["working_days"])


@cache
def _text() -> Mapping[str, Any]:
    path = settings().reference_folder / "activity_measures.toml"
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
