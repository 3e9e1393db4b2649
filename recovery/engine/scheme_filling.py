"""Taking events over from the record: folded one step at a time, and laid down in the engine's tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from recovery.engine.bulk import insert_all
from recovery.engine.judgement_filling import judgement_rows
from recovery.engine.scheme_rows import case_rows, version_row
from recovery.engine.scheme_telling import decision_rows, told
from recovery.programme.configuration import programme_of
from recovery.programme.event_kinds import JUDGEMENT
from recovery.programme.folding import step
from recovery.programme.weights import weights_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import duckdb

    from recovery.engine.bulk import Rows
    from recovery.programme.state import SchemeState
    from recovery.record import EventEntry, Subject

States = dict["Subject", "SchemeState"]
SCHEME: Final = "scheme"
WEIGHTS: Final = "weights"


def take_over_events(
    connection: duckdb.DuckDBPyConnection, states: Mapping[Subject, SchemeState], events: Iterable[EventEntry]
) -> States:
    """Add events, oldest first, and return the states of the schemes that they changed; `states` are those before.

    Whoever calls holds the transaction, and keeps what is returned once that is through.
    """
    changed: States = {}
    rows: Rows = defaultdict(list)
    for event in events:
        if event.subject.kind == SCHEME:
            before = changed.get(event.subject) or states.get(event.subject)
            changed[event.subject] = after = step(before, event)
            _collect(rows, _scheme_rows(event, before, after))
        elif event.subject.kind == WEIGHTS:
            _collect(rows, _weight_rows(event))
        elif event.subject.kind == JUDGEMENT:
            _collect(rows, [judgement_rows(event)])
    insert_all(connection, rows)
    return changed


def _scheme_rows(event: EventEntry, before: SchemeState | None, after: SchemeState) -> Iterable[Rows]:
    programme = programme_of(after.organisation)
    key = (after.organisation, after.year, after.scheme.ref)
    yield {"scheme_version": [version_row(programme, event, after)]}
    if after.case_version == event.version:
        yield case_rows((*key, event.version), after.scheme)
    yield decision_rows(programme, event, before, after)
    changes = enumerate(told(programme, before, after))
    yield {"scheme_difference": [(*key, event.version, number, *change) for number, change in changes]}


def _weight_rows(event: EventEntry) -> Iterable[Rows]:
    organisation = event.subject.organisation
    yield {
        "risk_weight": [
            (organisation, "", one.effective_from, one.basis, one.key, one.weight, one.reason, event.change)
            for one in weights_of([event])
        ]
    }


def _collect(rows: Rows, more: Iterable[Mapping[str, list[tuple[Any, ...]]]]) -> None:
    for found in more:
        for table, members in found.items():
            rows[table] += members
