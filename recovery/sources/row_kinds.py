"""The kind of every row: line, part, total, net and, in the risk table, baseline and contingency."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from recovery.sources.amounts import Flags
from recovery.sources.definitions import Dataset
from recovery.sources.flow_rows import (
    INCOME,
    mark_flows_by_arithmetic,
    mark_flows_by_words,
    mark_nets_named_total,
    settle_income_totals,
)
from recovery.sources.ledger import Ledger
from recovery.sources.parts import mark_parts_by_code, mark_parts_by_place
from recovery.sources.risk_kinds import mark_risk_rows
from recovery.sources.total_rows import (
    cover,
    is_sum_of_all_above,
    mark_totals,
    mark_totals_by_arithmetic,
    mark_totals_by_words,
    names_whole,
)
from recovery.sources.words import begins_with, known_phrases

MEMORANDUM = "memorandum"


@dataclass(frozen=True)
class Inferred:
    """Rows whose kind no word gives, but only the figures: to be told to the person who loads."""

    totals: tuple[int, ...] = ()
    income: tuple[int, ...] = ()
    net: tuple[int, ...] = ()


def work_out_kinds(dataset: Dataset, ledger: Ledger, keys: Sequence[str], memorandum: Flags) -> Inferred:
    """Mark every row of the ledger and return what was inferred from figures alone."""
    if dataset.baseline:
        return Inferred(totals=tuple(mark_risk_rows(ledger)))
    if dataset.melt or not dataset.adds_up:
        return Inferred()
    if dataset.key:
        ledger.keyed = frozenset(row for row, key in enumerate(keys) if key)
    if dataset.typed_by:
        _mark_wholes(ledger)
    if dataset.hierarchy == "code":
        mark_parts_by_code(ledger, keys)
    if dataset.headings == MEMORANDUM:
        _mark_memorandum(ledger, memorandum)
    if dataset.flows:
        return _with_flows(ledger, memorandum)
    _mark_named_totals(ledger, dataset.totals)
    mark_parts_by_place(ledger) if not dataset.key else None
    ends = _mark_ends(ledger, dataset) if dataset.closing else []
    return Inferred(totals=(*ends, *mark_totals(ledger)))


def _mark_wholes(ledger: Ledger) -> None:
    """In a register a row without a reference that is named for a total, or for the net of risks, is one.

    Where no row has a reference, only what is named for the net at the end is.
    """
    rows = ledger.telling if ledger.keyed else range(ledger.length - 1, max(ledger.length - 2, 0), -1)
    for row in rows:
        net = begins_with(ledger.labels[row], known_phrases("risk_net"))
        if row not in ledger.keyed and (net or (ledger.keyed and names_whole(ledger.labels[row]))):
            ledger.kinds[row] = "net" if net else "total"


def _mark_named_totals(ledger: Ledger, names: Collection[str]) -> None:
    """Mark the rows whose label is the name of a whole that the table's lines make up, whatever code they have."""
    ledger.kinds[[row for row, label in enumerate(ledger.labels) if label in names]] = "total"


def _mark_ends(ledger: Ledger, dataset: Dataset) -> list[int]:
    """Make totals of the rows that a table's closing words name; what follows its opening row may add up alone.

    Where no row is named so, the last is the closing one if the others add up to it; that is returned.
    """
    named = _rows_called(ledger, dataset.closing)
    last = [] if named or not is_sum_of_all_above(ledger, ledger.length - 1) else [ledger.length - 1]
    ledger.kinds[named + last] = "total"
    for opening in _rows_called(ledger, dataset.opening)[:1]:
        ledger.section_starts = [
            opening + 1 if row > opening and not ledger.headings[row] else start
            for row, start in enumerate(ledger.section_starts)
        ]
    return last


def _rows_called(ledger: Ledger, words: str) -> list[int]:
    return [row for row in ledger.telling if begins_with(ledger.labels[row], known_phrases(words))]


def _mark_memorandum(ledger: Ledger, memorandum: Flags) -> None:
    ledger.flows[memorandum] = MEMORANDUM
    for row in ledger.telling:
        if begins_with(ledger.labels[row], known_phrases(MEMORANDUM)):
            ledger.flows[row] = MEMORANDUM


def _with_flows(ledger: Ledger, memorandum: Flags) -> Inferred:
    """Work out income, expenditure and the net position beside totals and parts."""
    mark_flows_by_words(ledger)
    _mark_memorandum(ledger, memorandum)
    ledger.kinds[ledger.flows == MEMORANDUM] = "line"
    mark_parts_by_place(ledger)
    mark_totals_by_words(ledger)
    mark_nets_named_total(ledger)
    found = mark_flows_by_arithmetic(ledger)
    totals = mark_totals_by_arithmetic(ledger)
    settle_income_totals(ledger)
    found = found or mark_flows_by_arithmetic(ledger)
    ledger.ranges.clear()
    cover(ledger)
    for part, parent in ledger.parents.items():
        ledger.flows[part] = ledger.flows[parent]
    income = tuple(row for row in found if ledger.flows[row] == INCOME)
    return Inferred(tuple(totals), income, tuple(row for row in found if ledger.kinds[row] == "net"))
