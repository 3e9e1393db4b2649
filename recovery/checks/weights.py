"""The risk weights in force, and which of them holds for a status or a stage with a RAG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.reference import Stage, risk_weights, stages
from recovery.sources.words import holds, known_phrases, plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal


@dataclass(frozen=True)
class Weights:
    """The weights of one day: by stage name, which go first, and by RAG."""

    by_stage: Mapping[str, Decimal]
    by_rag: Mapping[str, Decimal]

    def of(self, stage: Stage | None, rag: str) -> Decimal | None:
        """Return the weight of a stage or else of a RAG, None where neither has one."""
        by_stage = self.by_stage.get(stage.name) if stage else None
        return self.by_rag.get(rag) if by_stage is None else by_stage


def weights_in_force(on: dt.date | None = None) -> Weights:
    """Return the weights in force on a day; the newest ones where no day is given."""
    in_force = [weight for weight in risk_weights() if on is None or weight.effective_from <= on]
    return Weights(
        by_stage={weight.key: weight.weight for weight in in_force if weight.basis == "stage"},
        by_rag={weight.key: weight.weight for weight in in_force if weight.basis == "rag"},
    )


def pipeline() -> Stage:
    """Return the first stage, which totals can exclude."""
    return stages()[0]


def stage_of_status(status: str) -> Stage | None:
    """Return the pipeline where a status speaks of it; None for schemes past it, whatever their stage."""
    first, text = pipeline(), plain(status)
    speaks_of_it = holds(text, {plain(name) for name in (first.name, *first.other_names)})
    return first if speaks_of_it and not holds(text, known_phrases("beyond")) else None
