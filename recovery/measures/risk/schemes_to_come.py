"""What each savings scheme has still to deliver, and what the forecast counts on of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.measures.request import REGISTER
from recovery.period import MONTHS_IN_YEAR
from recovery.programme.configuration import Programme, programme_of
from recovery.sources.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.measures.request import Request

PLACES: Final = {"ref": 0, "scheme": 1, "rag": 5, "net_value": 6, "weight": 7, "start_month": 13}
"""Where what is needed stands in the answer to `schemes`."""
HUNDRED, NOUGHT, PENNY = Decimal(100), Decimal(0), Decimal("0.01")


@dataclass(frozen=True)
class SchemeToCome:
    """A scheme: its weight (0 to 1, None without one: nothing of it is counted on), its rating's tone, and its months.

    `months` are what the forecast counts on by month; `lost` is what a delay moves past the end of the year: the
    forecast counts on it, and it cannot come.
    """

    ref: str
    title: str
    weight: Decimal | None
    tone: str
    months: Mapping[int, Decimal]
    lost: Decimal = NOUGHT

    @property
    def to_come(self) -> Decimal:
        """Return what is still to be delivered in the year."""
        return sum(self.months.values(), NOUGHT)

    @property
    def adjustment(self) -> Decimal:
        """Return what its risk weight takes off what is to come, to the penny: nought or negative."""
        return ((self.counted_on - 1) * self.to_come).quantize(PENNY, ROUND_HALF_UP) + NOUGHT

    @property
    def counted_on(self) -> Decimal:
        """Return the part of it that is counted on, 0 to 1: its weight, and nothing without one as in every sum."""
        return NOUGHT if self.weight is None else self.weight

    def delayed(self, months: int) -> SchemeToCome:
        """Return the scheme with everything to come so many months later; what falls after March is lost."""
        later = {month + months: amount for month, amount in self.months.items()}
        kept = {month: amount for month, amount in later.items() if month <= MONTHS_IN_YEAR}
        lost = self.to_come - sum(kept.values(), NOUGHT)
        return replace(self, months=kept, lost=self.lost + lost)


def schemes_to_come(request: Request) -> list[SchemeToCome]:
    """Return the schemes behind a view; none where no register is loaded or kept.

    The forecast counts on a kept scheme's forecast for the year, of which the months to come are still open.  Of a
    register that was loaded nothing is known of delivery, so that its whole net value is; a kept scheme without a
    monthly profile counts in the same way.
    """
    if REGISTER not in request.sources:
        return []
    register = request.register
    profiles = _profiles(request) if register.is_kept else {}
    tones = _tones(programme_of(request.view.organisation))
    rows = queries.schemes(request.engine, register)
    return [_scheme(row, tones, profiles, request.view.month) for row in rows]


def unweighted(schemes: Iterable[SchemeToCome]) -> list[str]:
    """Return the references of schemes that have something to come and no risk weight."""
    return [one.ref for one in schemes if one.weight is None and one.to_come]


def _scheme(
    row: queries.Row, tones: Mapping[str, str], profiles: Mapping[str, Mapping[int, Decimal]], month: int
) -> SchemeToCome:
    ref, title, rag, value, weight, start = (row[place] for place in PLACES.values())
    months = profiles.get(ref)
    if months is None:
        months = _spread(value or NOUGHT, max(start or 1, month + 1))
    return SchemeToCome(
        ref, title, None if weight is None else Decimal(weight) / HUNDRED, tones.get(plain(rag or ""), ""), months
    )


def _spread(value: Decimal, first: int) -> dict[int, Decimal]:
    """Return a value spread evenly over the months from the first to March, to the penny."""
    months = range(min(first, MONTHS_IN_YEAR), MONTHS_IN_YEAR + 1)
    share = (value / len(months)).quantize(PENNY)
    spread = dict.fromkeys(months, share)
    spread[MONTHS_IN_YEAR] += value - share * len(months)
    return spread


def _profiles(request: Request) -> dict[str, dict[int, Decimal]]:
    """Return the months to come of every kept scheme that has a profile; one whose months are over has none to come."""
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for ref, month, amount in queries.scheme_months_to_come(request.engine, request.register):
        found[ref] |= {month: amount} if month else {}
    return found


def _tones(programme: Programme) -> dict[str, str]:
    return {plain(name): one.tone for one in programme.ratings for name in (one.name, *one.other_names)}
