"""How each part of a scheme's composite rating is worked out: in words and in numbers, from the reference data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from recovery.settings import settings


@dataclass(frozen=True)
class RatingRule:
    """One part's rule: its words with the numbers filled in, and the bounds of red and amber (None: it has none)."""

    words: str
    red: Decimal | None
    amber: Decimal | None


@cache
def rating_rules() -> Mapping[str, RatingRule]:
    """Return the rules by part, in the order in which `scheme_ratings.toml` has them."""
    text = (settings().reference_folder / "scheme_ratings.toml").read_text(encoding="utf-8")
    return {part: _rule(entry) for part, entry in tomllib.loads(text).items()}


def _rule(entry: Mapping[str, Any]) -> RatingRule:
    """Return a part's rule: its bounds are the numbers named red_ and amber_, with which its words are filled."""
    bounds = {name.split("_")[0]: Decimal(str(value)) for name, value in entry.items() if name != "words"}
    return RatingRule(entry["words"].format(**entry), bounds.get("red"), bounds.get("amber"))
