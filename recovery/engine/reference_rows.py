"""What the engine holds from the start: datasets, stages, ratings, approvals and weights of the reference data."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from recovery.programme.configuration import programmes
from recovery.reference import risk_weights, stages
from recovery.settings import settings
from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.engine.bulk import Rows
    from recovery.programme.configuration import Programme, RequiredApproval

RANKS: Final = {"red": 1, "amber": 2, "green": 3}
LOADED: Final = ""
"""The programme under which the stages of loaded registers stand."""


def reference_rows() -> Rows:
    """Return the rows of every table of reference data."""
    known = programmes().items()
    return {
        "dataset": [(table.name, table.title, table.period) for table in datasets().values()],
        "stage": [(stage.number, stage.name) for stage in stages()],
        "risk_weight": [
            ("", weight.programme, weight.effective_from, weight.basis, weight.key, weight.weight, weight.reason, 0)
            for weight in risk_weights()
        ],
        "programme_stage": [
            *((LOADED, stage.number, stage.name, None) for stage in stages()),
            *((key, stage.number, stage.name, stage.norm_days) for key, one in known for stage in one.stages),
        ],
        "programme_rating": [
            (key, place, rating.name, RANKS[rating.tone])
            for key, one in known
            for place, rating in enumerate(one.ratings)
        ],
        "programme_approval": [row for key, one in known for row in _approvals(key, one)],
        "rating_rule": [_rule(number, part, rule) for number, (part, rule) in enumerate(_rules().items())],
    }


def given_by(approval: RequiredApproval) -> str:
    """Return in words which roles may give an approval: PMO; finance or an approver of it."""
    words = {"approver": "an approver of it", "pmo": "PMO"}
    return " or ".join(words.get(role, role) for role in approval.roles)


def _approvals(key: str, programme: Programme) -> list[tuple[Any, ...]]:
    return [
        (key, stage.number, place, approval.key, approval.name, given_by(approval))
        for stage in programme.stages
        for place, approval in enumerate(stage.approvals)
    ]


def _rules() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((settings().reference_folder / "scheme_ratings.toml").read_text(encoding="utf-8"))


def _rule(number: int, part: str, rule: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return a part's rule: its bounds are the numbers named red_ and amber_, with which its words are filled."""
    bounds = {name.split("_")[0]: Decimal(str(value)) for name, value in rule.items() if name != "words"}
    title = "KPIs" if part == "kpis" else part.capitalize()
    words = f"{title}: {rule['words'].format(**rule)}"
    return (number, part, bounds.get("red"), bounds.get("amber"), words)
