"""An organisation's own words for stages and ratings, as cells of its register hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from recovery.sources.words import plain, text_of
from recovery.sources.workbook import CellValue

STATUSES: Final = ("live", "withdrawn", "closed")
_WHOLE: Final = re.compile(r"(\d+)\.0+")
_NUMBERED: Final = re.compile(r"(?:stage|gateway|gate)?\s*(\d+)(?:\s+(.*))?")


@dataclass(frozen=True)
class Wording:
    """Stages by every plain name that they go by, and ratings likewise; `stages` and `ratings` are their own names."""

    stages: tuple[str, ...]
    ratings: tuple[str, ...]
    stage_numbers: Mapping[str, int]
    rating_names: Mapping[str, str]

    def stage_of(self, value: CellValue) -> int | None:
        """Return a stage's number from its number, any of its names, or both; None where it is none."""
        text = plain(_WHOLE.sub(r"\1", text_of(value)))
        if text_of(value).startswith("-"):
            return None
        if text in self.stage_numbers:
            return self.stage_numbers[text]
        match = _NUMBERED.fullmatch(text)
        if not match or int(match[1]) >= len(self.stages):
            return self.stage_numbers.get(text.removeprefix("stage ").removesuffix(" stage"))
        rest = (match[2] or "").strip()
        return int(match[1]) if not rest or self.stage_numbers.get(rest) == int(match[1]) else None

    def rating_of(self, value: CellValue) -> str | None:
        """Return a rating's own name; None where it is none."""
        text = plain(text_of(value))
        return self.rating_names.get(text) or self.rating_names.get(text.removesuffix(" rated"))

    @property
    def stage_choices(self) -> str:
        """Return in words what a cell of stages may hold."""
        names = ", ".join(f"{number} {name}" for number, name in enumerate(self.stages))
        return f"one of {names} (number or name)"

    @property
    def rating_choices(self) -> str:
        """Return in words what a cell of ratings may hold."""
        return f"one of {', '.join(self.ratings)}"
