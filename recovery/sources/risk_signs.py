"""Risks that a table prints as positive amounts, turned where the figures leave no doubt: a risk is negative."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from recovery.problems import Problem
from recovery.sources.amounts import Flags
from recovery.sources.ledger import Ledger
from recovery.sources.places import Place
from recovery.sources.scaling import Integers, Scaled

_LEAST = 2


def turn_risks(ledger: Ledger, columns: dict[str, Scaled], place: Place) -> list[Problem]:
    """Turn the risks where the total is the plan's row less the risks, or where everything is printed positive."""
    lines, totals, baseline = ledger.lines(), ledger.rows_of("total"), ledger.rows_of("baseline")
    if not totals or not lines.any():
        return []
    if baseline and _is_subtracted(ledger, totals[-1], baseline[0], lines):
        rows, how = lines, "The total is the plan's row less the risks"
    elif _all_positive(ledger, lines, totals, baseline):
        rows, how = np.ones(ledger.length, dtype=np.bool_), "The risks and their total are printed positive"
    else:
        return []
    for name, one in columns.items():
        columns[name] = replace(one, values=np.where(rows, -one.values, one.values))
    return [place.notice("risks-turned", f"{how}. They were turned: a risk is negative here, a mitigation positive.")]


def _sums(ledger: Ledger, lines: Flags) -> Integers:
    sums: Integers = np.where(lines[:, None] & ledger.filled, ledger.values, 0).sum(axis=0)
    return sums


def _is_subtracted(ledger: Ledger, total: int, baseline: int, lines: Flags) -> bool:
    """Return whether the total is the plan's row less the risks in every column in which that can be told."""
    sums, plan, printed = _sums(ledger, lines), ledger.values[baseline], ledger.values[total]
    columns = ledger.filled[total] & ledger.filled[baseline] & (sums != 0)
    allowed = (int(lines.sum()) + 2) * ledger.quanta // 2
    less = np.abs(printed - (plan - sums)) <= allowed
    more = np.abs(printed - (plan + sums)) <= allowed
    return bool(columns.any() and less[columns].all() and not more[columns].all())


def _all_positive(ledger: Ledger, lines: Flags, totals: list[int], baseline: list[int]) -> bool:
    """Return whether no risk is negative, and neither the total nor the plan's row is."""
    rows = [*np.flatnonzero(lines).tolist(), *totals, *baseline]
    gross = np.where(ledger.filled, ledger.values, 0)[rows]
    several = int((ledger.values[lines] > 0).any(axis=1).sum()) >= _LEAST
    return several and bool((gross >= 0).all()) and bool((ledger.values[totals] > 0).any())
