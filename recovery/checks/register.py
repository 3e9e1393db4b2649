"""The scheme register summed by area, stage and RAG, as the published control tables show it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from recovery.checks.labels import same_name
from recovery.checks.tolerance import rounding_step
from recovery.reference import stages
from recovery.sources.table import SCALES, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.checks.weights import Weights

ONE = 10 ** SCALES["count"]
"""One scheme, scaled as counts are kept."""


@dataclass(frozen=True)
class Group:
    """The schemes of one area, stage and RAG: how many, what they come to, how many values are given, their steps."""

    area: str
    stage: int | None
    rag: str
    schemes: int
    value: int
    valued: int
    step: int


def groups_of(register: Table) -> list[Group]:
    """Return the register's schemes by area, stage and RAG."""
    lines = register.rows.filter(pc.equal(register.rows["kind"], "line"))
    keys = ["area", "stage", "rag"]
    summed = lines.group_by(keys, use_threads=False).aggregate(
        [("ref", "count"), ("net_value", "sum"), ("net_value", "count")]
    )
    step = rounding_step(register, "net_value")
    return [
        Group(row["area"], row["stage"], row["rag"], row["ref_count"], row["net_value_sum"] or 0, given, given * step)
        for row in summed.to_pylist()
        for given in (row["net_value_count"],)
    ]


def by_area(groups: Iterable[Group]) -> Mapping[str, list[Group]]:
    """Return the groups by their area's plain label."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        found.setdefault(same_name(group.area), []).append(group)
    return found


@dataclass(frozen=True)
class Amount:
    """A computed amount: its scaled value, how many figures it is made of and the sum of their rounding steps."""

    value: int | Fraction
    parts: int
    step: int | Fraction


def count_of(groups: Iterable[Group]) -> Amount:
    """Return how many schemes there are."""
    schemes = sum(group.schemes for group in groups)
    return Amount(schemes * ONE, schemes, 0)


def value_of(groups: Iterable[Group]) -> Amount:
    """Return what the schemes come to."""
    members = list(groups)
    return Amount(*(sum(getattr(group, name) for group in members) for name in ("value", "valued", "step")))


def weighted_value_of(groups: Iterable[Group], weights: Weights) -> Amount | None:
    """Return what the schemes come to after their risk weights; None where one of them has no weight."""
    value, step, parts = Fraction(0), Fraction(0), 0
    named = {stage.number: stage for stage in stages()}
    for group in groups:
        weight = weights.of(named.get(group.stage if group.stage is not None else -1), group.rag)
        if weight is None:
            return None
        value, step, parts = (
            value + Fraction(weight) * group.value,
            step + Fraction(weight) * group.step,
            parts + group.valued,
        )
    return Amount(value, parts, step)
