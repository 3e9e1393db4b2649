"""Which rows are totals, and of which lines: by their words and by whether they add up."""

from __future__ import annotations

from typing import Final

import numpy as np

from recovery.sources.fitting import best_fit, fit, flow_sums, line_range
from recovery.sources.ledger import Ledger, Sums
from recovery.sources.words import begins_with, ends_with, known_phrases

_SEARCHED: Final = 2000
_EDGE: Final = 20
_FEWEST_COLUMNS: Final = 2
_MOST_DOUBTFUL: Final = 100


def mark_totals(ledger: Ledger) -> list[int]:
    """Mark the total rows and what they cover; return those that only arithmetic shows to be totals."""
    mark_totals_by_words(ledger)
    found = mark_totals_by_arithmetic(ledger)
    cover(ledger)
    return found


def mark_totals_by_words(ledger: Ledger) -> None:
    """Mark the rows that their words make totals, unless the table adds up better with one of them as a line."""
    _release_lines(ledger, _mark_by_words(ledger))
    _mark_unnamed(ledger)


def is_total_word(label: str) -> bool:
    """Return whether a label says total and nothing else."""
    return label in known_phrases("total")


def may_be_total(label: str) -> bool:
    """Return whether a label begins or ends with a word for total."""
    return begins_with(label, known_phrases("total")) or ends_with(label, known_phrases("total"))


def names_whole(label: str) -> bool:
    """Return whether a text in plain words, in place of a reference, names a total or the net of risks."""
    return bool(label) and (may_be_total(label) or begins_with(label, known_phrases("risk_net")))


def _mark_by_words(ledger: Ledger) -> list[int]:
    """Mark every row that its words make a total; return those about which there can be doubt."""
    rows = [row for row in ledger.telling if ledger.kinds[row] == "line" and row not in ledger.keyed]
    sure = [row for row in rows if is_total_word(ledger.labels[row])]
    doubtful = [row for row in rows if not is_total_word(ledger.labels[row]) and may_be_total(ledger.labels[row])]
    for row in (*sure, *doubtful):
        ledger.kinds[row] = "total"
    return doubtful


def _release_lines(ledger: Ledger, doubtful: list[int]) -> None:
    """Make lines of the doubtful totals without which the other totals add up better; where nothing tells, of none.

    Those that add up with the rest as lines are totals.  The rest are lines if that betters the totals, and so is each
    total whose going betters the others: a line can look like a total by chance.
    """
    if len(doubtful) > _MOST_DOUBTFUL:
        _release_at_once(ledger, doubtful)
        return
    ledger.kinds[doubtful] = "line"
    _take_close(ledger, doubtful)
    released, stay = [row for row in doubtful if ledger.kinds[row] == "line"], ledger.rows_of("total")
    after = agreement(ledger, stay)
    ledger.kinds[released] = "total"
    if agreement(ledger, stay) < after:
        ledger.kinds[released] = "line"
    for row in doubtful:
        if ledger.kinds[row] == "total":
            _release_if_better(ledger, row)


def _take_close(ledger: Ledger, doubtful: list[int]) -> None:
    """Make totals of the lines that nearly add up, again and again as each parts the lines for the next."""
    taken = True
    while taken:
        taken = any(_take_if_close(ledger, row) for row in doubtful if ledger.kinds[row] == "line")


def _take_if_close(ledger: Ledger, row: int) -> bool:
    """Make a total of a line that nearly adds up, and return whether it does."""
    ledger.kinds[row] = "total"
    own = best_fit(ledger, row, ledger.rows_of("total"), flow_sums(ledger))
    if own is None or not own.is_close:
        ledger.kinds[row] = "line"
    return bool(ledger.kinds[row] == "total")


def _release_if_better(ledger: Ledger, row: int) -> None:
    """Make a line of a total if the other totals then add up better."""
    others = [other for other in ledger.rows_of("total") if other != row]
    before = agreement(ledger, others)
    ledger.kinds[row] = "line"
    if agreement(ledger, others) <= before:
        ledger.kinds[row] = "total"


def _release_at_once(ledger: Ledger, doubtful: list[int]) -> None:
    """Make a line of each of very many doubtful totals that does not add up, without a look at what that changes."""
    totals, sums = ledger.rows_of("total"), flow_sums(ledger)
    fits = {row: best_fit(ledger, row, totals, sums) for row in doubtful}
    ledger.kinds[[row for row, own in fits.items() if own is None or not own.is_close]] = "line"


def _mark_unnamed(ledger: Ledger) -> None:
    """Mark a row without a name as a total where it stands at the end and adds up in every column."""
    for row in reversed(ledger.telling):
        if ledger.labels[row] or ledger.kinds[row] != "line" or row in ledger.keyed:
            continue
        below = ledger.lines()[row + 1 :]
        ledger.kinds[row] = "total"
        best = best_fit(ledger, row, ledger.rows_of("total"), flow_sums(ledger))
        if below.any() or best is None or best.agree < best.columns or not best.columns:
            ledger.kinds[row] = "line"


def agreement(ledger: Ledger, rows: list[int]) -> float:
    """Return how well some totals add up, all columns together: larger is better."""
    sums, totals = flow_sums(ledger), ledger.rows_of("total")
    fits = [best_fit(ledger, row, totals, sums) for row in rows]
    return sum(one.agree - min(one.distance, 1) for one in fits if one is not None)


def mark_totals_by_arithmetic(ledger: Ledger) -> list[int]:
    """Mark rows without a word for total that are the sum of the lines above, or of all others, in every column."""
    found: list[int] = []
    if ledger.values.shape[1] < _FEWEST_COLUMNS:
        return found
    start = 0
    sums = flow_sums(ledger)
    for row in _places_to_search(ledger):
        if ledger.kinds[row] != "line" or row in ledger.keyed or ledger.filled[row].sum() < _FEWEST_COLUMNS:
            continue
        start = max([start, *(total + 1 for total in ledger.rows_of("total") if total < row)])
        if _is_sum(ledger, row, [(start, row), (0, row)], sums) or _is_sum_of_the_others(ledger, row):
            ledger.kinds[row] = "total"
            sums = flow_sums(ledger)
            found.append(row)
    return found


def is_sum_of_all_above(ledger: Ledger, row: int) -> bool:
    """Return whether a row is the sum of all lines above it in every column, beyond chance."""
    return _is_sum(ledger, row, [(0, row)], flow_sums(ledger))


def _is_sum(ledger: Ledger, row: int, stretches: list[tuple[int, int]], sums: dict[str, Sums]) -> bool:
    return any(fit(ledger, own, flow, row, stretch).is_exact for stretch in stretches for flow, own in sums.items())


def _is_sum_of_the_others(ledger: Ledger, row: int) -> bool:
    """Return whether a line is the sum of all other lines; asked of tables that are short enough."""
    if ledger.length > _SEARCHED:
        return False
    ledger.kinds[row] = "total"
    is_sum = _is_sum(ledger, row, [(0, ledger.length)], flow_sums(ledger))
    ledger.kinds[row] = "line"
    return is_sum


def _places_to_search(ledger: Ledger) -> list[int]:
    if ledger.length <= _SEARCHED:
        return list(range(ledger.length))
    return [*range(_EDGE), *range(ledger.length - _EDGE, ledger.length)]


def cover(ledger: Ledger) -> None:
    """Say of every total which lines of which flow it covers."""
    totals = ledger.rows_of("total")
    sums = flow_sums(ledger)
    lines = {flow: np.flatnonzero(ledger.lines(flow)) for flow in sums}
    for row in totals:
        best = best_fit(ledger, row, totals, sums)
        if best is None:
            continue
        ledger.flows[row] = best.flow
        ledger.ranges[row] = line_range(lines[best.flow], best)
