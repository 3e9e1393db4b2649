"""What the savings programme adds to the outturn for this year alone, and to a full year beyond this one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.confidence import live
from recovery.rows import Row, number, of_kind, text
from recovery.savings.delivery import delivery
from recovery.savings.register import schemes

if TYPE_CHECKING:
    from collections.abc import Collection

    from recovery.measures.request import Request

NOUGHT = Decimal(0)


@dataclass(frozen=True)
class SavingsEffects:
    """In pounds, a saving positive: what does not recur of the year's savings, and the full year beyond what recurs.

    `left_out` are the references of the schemes that another table already speaks of; `taken_to_recur` is of how many
    schemes with a full-year effect the register does not say what recurs, so that all of their year's value does.
    """

    non_recurrent: Decimal
    full_year: Decimal
    left_out: tuple[str, ...]
    taken_to_recur: int


def savings_effects(request: Request, elsewhere: Collection[str]) -> SavingsEffects | None:
    """Return the effects of all schemes but those that `elsewhere` names by reference or title; None without any."""
    if "schemes" not in request.sources:
        return None
    rows = _kept(request) if request.register.is_kept else _loaded(request)
    own = [row for row in rows if not _names(row) & set(elsewhere)]
    left_out = tuple(text(row, "ref") for row in rows if row not in own)
    silent = [row for row in own if row["recurs"] is None and row["full_year"] is not None]
    return SavingsEffects(_summed(own, "non_recurrent"), _summed(own, "full_year"), left_out, len(silent))


def _kept(request: Request) -> list[Row]:
    """Return the kept schemes: the year's forecast less its recurrent part, the full-year effect less that part."""
    return [_effect(row, "forecast_year", "recurrent_year") for row in of_kind(delivery(request), "line")]


def _loaded(request: Request) -> list[Row]:
    """Return the loaded schemes: net value less the recurrent value, where the register says that."""
    return [_effect(row, "net_value", "recurrent_value") for row in live(schemes(request))]


def _effect(row: Row, year: str, recurrent: str) -> Row:
    """Return a scheme's two effects; all of its year's value stays in the outturn where nobody says what recurs."""
    whole, recurs, full = (number(row, name) for name in (year, recurrent, "full_year_effect"))
    stays = (whole if recurs is None else recurs) or NOUGHT
    return {
        "ref": row["ref"],
        "scheme": row["scheme"],
        "recurs": recurs,
        "non_recurrent": None if whole is None or recurs is None else whole - recurs,
        "full_year": None if full is None else full - stays,
    }


def _names(row: Row) -> set[str]:
    return {text(row, "ref").casefold(), text(row, "scheme").casefold()} - {""}


def _summed(rows: list[Row], name: str) -> Decimal:
    return sum((number(row, name) or NOUGHT for row in rows), NOUGHT)
