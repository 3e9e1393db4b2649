"""What the engine holds from the start: datasets, stages, ratings, approvals and weights of the reference data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from recovery.programme.configuration import programmes
from recovery.programme.rating_rules import rating_rules
from recovery.reference import activity_return, risk_weights, stages
from recovery.sources.definitions import datasets
from recovery.sources.parts import parent_codes

if TYPE_CHECKING:
    from recovery.engine.bulk import Rows
    from recovery.programme.configuration import Programme, RequiredApproval
    from recovery.programme.rating_rules import RatingRule

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
        "return_measure": [
            (place, measure.code, measure.title, _kind(measure.code), field, len(measure.fields))
            for place, measure in enumerate(activity_return().measures)
            for field in measure.fields
        ],
        "rating_rule": [_rule(number, part, rule) for number, (part, rule) in enumerate(rating_rules().items())],
    }


def _kind(code: str) -> str:
    """Return whether a measure of the return is a line of its own or a part of another one."""
    return "part" if code in parent_codes(one.code for one in activity_return().measures) else "line"


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


def _rule(number: int, part: str, rule: RatingRule) -> tuple[Any, ...]:
    title = "KPIs" if part == "kpis" else part.capitalize()
    return (number, part, rule.red, rule.amber, f"{title}: {rule.words}")
