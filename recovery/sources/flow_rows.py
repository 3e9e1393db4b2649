"""Which rows are income and which the net position: by their words, by their section, and by arithmetic."""

from __future__ import annotations

from typing import Final

import numpy as np

from recovery.sources.amounts import Flags
from recovery.sources.fitting import best_fit, flow_sums
from recovery.sources.ledger import Ledger, running_sums
from recovery.sources.scaling import Integers
from recovery.sources.total_rows import may_be_total
from recovery.sources.words import begins_with, ends_with, holds, known_phrases, plain

INCOME: Final = "income"
EXPENDITURE: Final = "expenditure"
_NET_WORDS: Final = ("surplus", "deficit")
_NET_ALONE: Final = {"balance", "net"}
"""Words for the net position that begin the names of lines too: balance sheet, net costs."""
_SEARCHED: Final = 400


def mark_flows_by_words(ledger: Ledger) -> None:
    """Give every row its flow, and mark the net rows, as their words and sections say."""
    ledger.flows[:] = EXPENDITURE
    income_headings = {heading for heading in set(ledger.headings) if plain(heading) in known_phrases("income")}
    if income_headings:
        ledger.flows[[heading in income_headings for heading in ledger.headings]] = INCOME
    for row in ledger.telling:
        label = ledger.labels[row]
        if _is_income(label):
            ledger.flows[row] = INCOME
        if _is_net(label):
            ledger.kinds[row], ledger.flows[row] = "net", ""


def _is_income(label: str) -> bool:
    phrases = known_phrases("income")
    bare = " ".join(word for word in label.split() if word not in known_phrases("beside_income") and not word.isdigit())
    return label in phrases or bare in phrases


def _is_net(label: str) -> bool:
    phrases = known_phrases("net")
    named = holds(label, _NET_WORDS) and not may_be_total(label)
    return label in phrases or named or begins_with(label, phrases - _NET_ALONE)


def mark_nets_named_total(ledger: Ledger) -> None:
    """Make a net row of a total named for surplus or deficit that is no sum of lines."""
    for row in ledger.rows_of("total"):
        if holds(ledger.labels[row], _NET_WORDS):
            own = best_fit(ledger, row, ledger.rows_of("total"), flow_sums(ledger))
            if own is None or own.agree < own.columns:
                ledger.kinds[row], ledger.flows[row] = "net", ""


def mark_flows_by_arithmetic(ledger: Ledger) -> list[int]:
    """Find income or the net position by net = income - expenditure where words leave them open; return those found."""
    if ledger.length > _SEARCHED:
        return []
    nets, income = ledger.rows_of("net"), np.flatnonzero(ledger.lines(INCOME))
    if nets and not len(income):
        return _find_income(ledger, nets[-1])
    if not nets and len(income):
        return _find_net(ledger)
    if not nets:
        return _find_both(ledger)
    return []


def _plain_columns(ledger: Ledger, row: int) -> Flags:
    """Return the columns in which a net row can be income less expenditure: not the variances."""
    columns: Flags = ledger.filled[row] & ~ledger.signed
    return columns


def _agrees(ledger: Ledger, row: int, sums: Integers, parts: Integers, least: int) -> bool:
    """Return whether a row is `sums` in every column it prints, in at least `least` that are not nought."""
    columns = _plain_columns(ledger, row)
    close = np.abs(ledger.values[row] - sums) <= (parts + 1) * ledger.quanta // 2
    return bool(close[columns].all()) and int((columns & (ledger.values[row] != 0)).sum()) >= least


def _find_income(ledger: Ledger, net: int) -> list[int]:
    """Find the line that is income: the net row is it less all other lines."""
    lines = ledger.lines(EXPENDITURE)
    sums = running_sums(ledger, lines)
    for row in np.flatnonzero(lines).tolist():
        if _agrees(ledger, net, 2 * ledger.values[row] - sums.values[-1], sums.counts[-1], 1):
            ledger.flows[row] = INCOME
            return [row]
    return []


def _find_net(ledger: Ledger) -> list[int]:
    """Find the row that is income less expenditure although its words do not say so."""
    for row in reversed(ledger.rows_of("line")):
        nets, parts = _nets_without(ledger, row)
        if ledger.flows[row] != INCOME and any(_agrees(ledger, row, net, parts, 2) for net in nets):
            ledger.kinds[row], ledger.flows[row] = "net", ""
            return [row]
    return []


def _nets_without(ledger: Ledger, row: int) -> tuple[list[Integers], Integers]:
    """Return income less the spend beside a row, and of how many figures; either way round where income is negative."""
    income, expenditure = ledger.lines(INCOME), ledger.lines(EXPENDITURE)
    income[row] = expenditure[row] = False
    plus, minus = running_sums(ledger, income), running_sums(ledger, expenditure)
    received, spent, parts = plus.values[-1], minus.values[-1], plus.counts[-1] + minus.counts[-1]
    of_a_ledger = bool((received[~ledger.signed] < 0).any())
    return ([-received - spent, received + spent] if of_a_ledger else [received - spent]), parts


def _find_both(ledger: Ledger) -> list[int]:
    """Find a line and a row below a total such that the row is the line less the total."""
    for total in ledger.rows_of("total"):
        for net in range(total + 1, ledger.length):
            for row in ledger.rows_of("line"):
                sums = ledger.values[row] - ledger.values[total]
                if net != row and ledger.kinds[net] == "line" and _agrees(ledger, net, sums, np.ones_like(sums), 2):
                    ledger.kinds[net], ledger.flows[net], ledger.flows[row] = "net", "", INCOME
                    return [row, net]
    return []


def settle_income_totals(ledger: Ledger) -> None:
    """Let a total named for income cover the lines above it, or be an income line itself where it covers none."""
    for row in ledger.rows_of("total"):
        label = ledger.labels[row]
        if not holds(label, known_phrases("income")) and not ends_with(label, ("income", "allocation")):
            continue
        above = np.flatnonzero(ledger.lines()[:row])
        income = np.flatnonzero(ledger.lines(INCOME)[:row])
        if not len(income):
            _take_lines_above(ledger, row, above)


def _take_lines_above(ledger: Ledger, row: int, above: Integers) -> None:
    sums = running_sums(ledger, ledger.lines())
    total, counts = sums.between(0, row)
    fits = np.abs(ledger.values[row] - total) <= (counts + 1) * ledger.quanta // 2
    if len(above) and fits[ledger.filled[row]].all():
        for line in above.tolist():
            ledger.flows[line] = INCOME
    else:
        ledger.kinds[row], ledger.flows[row] = "line", INCOME
