"""The risk weights in force, and which of them holds for a status or a stage with a RAG."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recovery.reference import Stage, risk_weights, stages
from recovery.sources.words import holds, known_phrases, plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

BY_STAGE, BY_RAG, BY_BOTH = "stage", "rag", "stage and rag"


@dataclass(frozen=True)
class Weights:
    """The weights of one day: by stage and RAG ("Planning, Red"), which go first, by stage name, and by RAG."""

    by_stage: Mapping[str, Decimal]
    by_rag: Mapping[str, Decimal]
    by_both: Mapping[str, Decimal] = field(default_factory=dict)

    @classmethod
    def of_rows(cls, rows: Iterable[tuple[str, str, Decimal]]) -> Weights:
        """Return weights from basis, key and weight (0 to 1); of two for the same the later one holds."""
        found: dict[str, dict[str, Decimal]] = {BY_STAGE: {}, BY_RAG: {}, BY_BOTH: {}}
        for basis, key, weight in rows:
            found[basis][plain(key)] = weight
        return cls(found[BY_STAGE], found[BY_RAG], found[BY_BOTH])

    def of(self, stage: Stage | None, rag: str) -> Decimal | None:
        """Return the weight of a stage with a RAG, else of the stage, else of the RAG; None where none has one."""
        name = plain(stage.name) if stage else ""
        candidates = (
            self.by_both.get(plain(f"{name}, {rag}")) if stage else None,
            self.by_stage.get(name),
            self.by_rag.get(plain(rag)),
        )
        return next((weight for weight in candidates if weight is not None), None)


def weights_in_force(on: dt.date | None = None, programme: str | None = None) -> Weights:
    """Return a programme's default weights in force on a day; of the first programme, and the newest, if not said."""
    of_whom = risk_weights()[0].programme if programme is None else programme
    return Weights.of_rows(
        (weight.basis, weight.key, weight.weight)
        for weight in risk_weights()
        if weight.programme == of_whom and (on is None or weight.effective_from <= on)
    )


def pipeline() -> Stage:
    """Return the first stage, which totals can exclude."""
    return stages()[0]


def stage_of_status(status: str) -> Stage | None:
    """Return the pipeline where a status speaks of it; None for schemes past it, whatever their stage."""
    first, text = pipeline(), plain(status)
    speaks_of_it = holds(text, {plain(name) for name in (first.name, *first.other_names)})
    return first if speaks_of_it and not holds(text, known_phrases("beyond")) else None
