"""The rows of a risk table: the plan's own, the risks, totals, the contingency and the net position."""

from __future__ import annotations

import numpy as np

from recovery.sources.ledger import Ledger
from recovery.sources.total_rows import mark_totals, may_be_total
from recovery.sources.words import begins_with, holds, is_contingency, known_phrases


def mark_risk_rows(ledger: Ledger) -> list[int]:
    """Mark every row's kind; return the totals that only arithmetic shows."""
    _mark_baseline(ledger)
    _mark_net(ledger)
    _mark_contingency(ledger)
    return _totals_with_baseline(ledger)


def _mark_baseline(ledger: Ledger) -> None:
    """The plan's own row stands before the first group or is named for the plan; its figures are the same across."""
    first_group = next((row for row, heading in enumerate(ledger.headings) if heading), ledger.length)
    for row, label in enumerate(ledger.labels[: max(first_group, 3)]):
        if not ledger.filled[row].any() or (may_be_total(label) and label not in known_phrases("baseline")):
            continue
        own = ledger.values[row][ledger.filled[row] & (ledger.values[row] != 0)]
        same = len(own) > 1 and bool((own == own[0]).all())
        named = begins_with(label, known_phrases("baseline")) or holds(label, known_phrases("baseline"))
        if named and (same or row < first_group):
            ledger.kinds[row] = "baseline"
            return
        if row == 0 and same and first_group not in {0, ledger.length}:
            ledger.kinds[row] = "baseline"
            return


def _mark_net(ledger: Ledger) -> None:
    """The net position is named so; only the last such row is it."""
    rows = [
        row for row in ledger.rows_of("line") if begins_with(ledger.labels[row], known_phrases("risk_net")) and row > 0
    ]
    if rows:
        ledger.kinds[rows[-1]] = "net"


def _mark_contingency(ledger: Ledger) -> None:
    """A contingency is the table's own where it stands below the total, or with none but its like above the net."""
    total = next((row for row, label in enumerate(ledger.labels) if may_be_total(label)), ledger.length)
    named = [row for row in ledger.rows_of("line") if is_contingency(ledger.labels[row])]
    for net in ledger.rows_of("net")[:1]:
        total = min(total, next((row for row in range(net - 1, -1, -1) if row not in named), -1))
    ledger.kinds[[row for row in named if row > total]] = "contingency"


def _totals_with_baseline(ledger: Ledger) -> list[int]:
    """Find the totals with the plan's row counted as a line, as the total of a risk table holds it."""
    baseline = ledger.rows_of("baseline")
    ledger.keyed = frozenset(baseline)
    for row in baseline:
        ledger.kinds[row] = "line"
    found = mark_totals(ledger)
    for row in baseline:
        ledger.kinds[row] = "baseline"
    _drop_empty_ranges(ledger)
    return found


def _drop_empty_ranges(ledger: Ledger) -> None:
    """Leave no range in which only the plan's row stands."""
    lines = np.flatnonzero(ledger.lines())
    for row, (first, last) in list(ledger.ranges.items()):
        inside = lines[(lines >= first) & (lines <= last)]
        if not len(inside):
            del ledger.ranges[row]
