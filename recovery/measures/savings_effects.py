"""What the savings programme adds to the outturn for this year alone, and to a full year beyond this one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.duties import duties
from recovery.measures.confidence import live
from recovery.names import name_key
from recovery.rows import Row, number, of_kind, text
from recovery.savings.delivery import delivery
from recovery.savings.register import schemes
from recovery.sources.months import without_years
from recovery.sources.words import known_phrases, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recovery.measures.request import Request

NOUGHT: Final = Decimal(0)
SAVINGS: Final = "savings"


@dataclass(frozen=True)
class Effect:
    """What schemes add in pounds, a saving positive, and what has to be known of it; '' where nothing has."""

    amount: Decimal
    note: str


def savings_that_do_not_recur(request: Request, elsewhere: Iterable[str]) -> Effect:
    """Return what of the year's savings does not recur, without the schemes that are named elsewhere."""
    own, left_out = _apart(request, elsewhere)
    return Effect(_summed(own, "non_recurrent"), left_out)


def full_year_of_savings(request: Request, elsewhere: Iterable[str]) -> Effect:
    """Return the savings of a full year beyond what recurs of this year's, without the schemes named elsewhere."""
    own, left_out = _apart(request, elsewhere)
    silent = sum(row["recurs"] is None and row["full_year"] is not None for row in own)
    taken = (
        f"All of this year's value of {silent:,} {'scheme' if silent == 1 else 'schemes'} is taken to recur, "
        "as the register does not say"
    )
    return Effect(_summed(own, "full_year"), "; ".join(filter(None, (left_out, taken if silent else ""))))


def is_whole_programme(request: Request, label: str) -> bool:
    """Return whether a label names the savings programme as a whole: "Non-recurrent QIPP", "FYE of the savings"."""
    known = {word for duty in duties() if duty.derived == SAVINGS for word in duty.words}
    return _bare(label) in {_bare(name) for name in (*known, request.register.programme.name)}


def _bare(label: str) -> str:
    """Return a label without its years and the words that only say what of the savings is meant."""
    own = f" {plain(without_years(label))} "
    for phrase in sorted(known_phrases("beside_savings"), key=len, reverse=True):
        own = own.replace(f" {phrase} ", " ")
    return own.strip()


def _apart(request: Request, elsewhere: Iterable[str]) -> tuple[list[Row], str]:
    """Return the effects of the schemes that are not named by reference or title, and which are."""
    if "schemes" not in request.sources:
        return [], ""
    named = {name_key(name) for name in elsewhere}
    rows = _kept(request) if request.register.is_kept else _loaded(request)
    left_out = [text(row, "ref") for row in rows if _names(row) & named]
    own = [row for row in rows if not _names(row) & named]
    return own, f"Without {', '.join(left_out)}, counted above" if left_out else ""


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
    return {name_key(text(row, "ref")), name_key(text(row, "scheme"))} - {""}


def _summed(rows: list[Row], name: str) -> Decimal:
    return sum((number(row, name) or NOUGHT for row in rows), NOUGHT)
