"""Tables that print as a ledger does, income negative or a deficit positive: turned where the arithmetic proves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from recovery.problems import Problem
from recovery.sources.amounts import Flags
from recovery.sources.flow_rows import EXPENDITURE, INCOME
from recovery.sources.ledger import Ledger
from recovery.sources.places import Place
from recovery.sources.scaling import Integers, Scaled

_NAMES: Final = ((INCOME, "income"), (EXPENDITURE, "spend"), ("", "the net position"))


def turn_ledger(ledger: Ledger, columns: Mapping[str, Scaled], place: Place) -> tuple[dict[str, Scaled], list[Problem]]:
    """Return the columns with income, spend and a surplus positive, and a notice where any was turned.

    The variances stay: which way round they are printed is told by what is compared.
    """
    rows = _other_way_round(ledger)
    if not rows.any():
        return dict(columns), []
    turned = {
        name: one if one.field.signed else replace(one, values=np.where(rows, -one.values, one.values))
        for name, one in columns.items()
    }
    named = " and ".join(name for flow, name in _NAMES if rows[ledger.flows == flow].any())
    message = f"The signs are those of a ledger. Turned, so that the net position is income less spend: {named}."
    return turned, [place.notice("ledger-turned", message, "Correct the signs in the file if that is wrong.")]


def _other_way_round(ledger: Ledger) -> Flags:
    """Return the rows to turn: all of a flow, and each net row, that only the other way round makes income less spend.

    Nothing is turned unless a net row proves it, or there is none and the income is about as large as spend.
    """
    rows = np.zeros(ledger.length, dtype=np.bool_)
    sums = {flow: _sums(ledger, flow) for flow in (INCOME, EXPENDITURE)}
    signs = {flow: _sign(own) for flow, own in sums.items()}
    if not all(signs.values()):
        return rows
    net = signs[INCOME] * sums[INCOME] - signs[EXPENDITURE] * sums[EXPENDITURE]
    allowed = (int(ledger.lines().sum()) + 2) * ledger.quanta // 2
    nets = ledger.rows_of("net")
    plainly = [row for row in nets if _is(ledger, row, net, allowed)]
    turned = [row for row in nets if row not in plainly and _is(ledger, row, -net, allowed)]
    alike = 2 * np.abs(sums[INCOME]).max() >= np.abs(sums[EXPENDITURE]).max()
    if plainly or turned or (not nets and alike and signs[EXPENDITURE] > 0):
        for flow, sign in signs.items():
            rows |= (ledger.flows == flow) & (sign < 0)
        rows[turned] = True
    return rows


def _sums(ledger: Ledger, flow: str) -> Integers:
    """Return the sum of a flow's lines in each column that is no variance."""
    own: Integers = np.where(ledger.lines(flow)[:, None] & ledger.filled, ledger.values, 0).sum(axis=0)
    return np.where(ledger.signed, 0, own)


def _sign(sums: Integers) -> int:
    """Return the sign of the largest sum, 0 where there is none."""
    return int(np.sign(sums[np.abs(sums).argmax()])) if len(sums) else 0


def _is(ledger: Ledger, row: int, sums: Integers, allowed: Integers) -> bool:
    """Return whether a row is `sums` in most of the columns in which it is more than rounding."""
    columns = ledger.filled[row] & ~ledger.signed & (np.abs(ledger.values[row]) > allowed)
    close = np.abs(ledger.values[row] - sums) <= allowed
    return bool(2 * close[columns].sum() > columns.sum())
