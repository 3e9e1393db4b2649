"""A register that is kept in plain Python: what any day's totals must be, without any of the code that is tested."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from recovery.programme.scheme import ProfileMonth, Scheme
from tests.engine.happening import BEGUN, Happening, scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

REFS: Final = ("Q1", "Q2", "Q3", "Q4", "Q5")
AREAS: Final = ("Acute", "acute ", "CHC", "Beds")
RATINGS: Final = ("Red", "Amber", "Green", "")
WEIGHTS: Final = {"Red": Decimal("0.6"), "Amber": Decimal("0.7"), "Green": Decimal(1), "": Decimal(0)}
LAST_STAGE: Final = 5

pence = st.integers(-5_000_00, 90_000_00)
happenings = st.lists(
    st.tuples(
        st.sampled_from(REFS),
        st.sampled_from(["value", "value", "area", "rate", "move", "back", "withdraw", "restore"]),
        pence,
        st.sampled_from(AREAS),
        st.sampled_from(RATINGS),
        st.integers(0, 20),
    ),
    min_size=1,
    max_size=25,
)
"""Which scheme, what happens to it, a value, an area, a rating, and after how many days."""


@dataclass
class Held:
    """A scheme as the plain register has it."""

    value: Decimal
    area: str
    rating: str
    stage: int = 0
    is_withdrawn: bool = False
    by_hand: bool = False


@dataclass
class Twin:
    """The plain register beside the events that an engine is given, with its totals after each of them."""

    happening: Happening = field(default_factory=Happening)
    schemes: dict[str, Held] = field(default_factory=dict)
    days: list[dt.date] = field(default_factory=list)
    totals: list[dict[str, Decimal]] = field(default_factory=list)

    def take(  # noqa: PLR0913, PLR0917 - what is drawn for one step
        self, ref: str, what: str, value: int, area: str, rating: str, days: int
    ) -> None:
        """Do one thing, if it makes sense for the scheme as it is, and note the totals after it."""
        day = (self.days[-1] if self.days else BEGUN) + dt.timedelta(days=days)
        amount = Decimal(value) / 100
        if ref not in self.schemes:
            self.schemes[ref] = Held(amount, area, rating)
            self.happening.begin(_case(ref, self.schemes[ref]), 0, day)
        elif not self._change(ref, what, amount, area, rating, day):
            return
        self.days.append(day)
        self.totals.append(self._totals())

    def _change(  # noqa: PLR0913, PLR0917 - what is drawn for one step
        self, ref: str, what: str, amount: Decimal, area: str, rating: str, day: dt.date
    ) -> bool:
        held, happens = self.schemes[ref], self.happening.happens
        if what == "restore" and held.is_withdrawn:
            held.is_withdrawn = False
            happens(ref, "restored", day, reason="After all")
        elif held.is_withdrawn or what == "restore":
            return False
        elif what == "withdraw":
            held.is_withdrawn = True
            happens(ref, "withdrawn", day, reason="No")
        elif what == "move" and held.stage < LAST_STAGE:
            held.stage += 1
            happens(ref, "moved", day, **{"from": held.stage - 1, "to": held.stage})
        elif what == "back" and held.stage > 0:
            held.stage -= 1
            happens(ref, "sent back", day, reason="Not yet", **{"from": held.stage + 1, "to": held.stage})
        elif what == "rate" and rating:
            held.rating, held.by_hand = rating, True
            happens(ref, "rated", day, reason="So", rating=rating)
        elif what in {"value", "area"}:
            held.value, held.area = amount, area
            held.rating = held.rating if held.by_hand else rating
            self.happening.edit(_case(ref, held), day)
        else:
            return False
        return True

    def _totals(self) -> dict[str, Decimal]:
        counted = [held for held in self.schemes.values() if not held.is_withdrawn]
        return {
            "schemes": Decimal(len(counted)),
            "value": sum((held.value for held in counted), Decimal(0)),
            "past pipeline": sum((held.value for held in counted if held.stage), Decimal(0)),
            "risk-adjusted": sum((held.value * _weight(held) for held in counted), Decimal(0)),
        }

    def at(self, day: dt.date) -> dict[str, Decimal] | None:
        """Return the totals at the end of a day, None before the first."""
        until = [totals for on, totals in zip(self.days, self.totals, strict=True) if on <= day]
        return until[-1] if until else None

    def moments(self) -> Iterator[dt.date]:
        """Give every day on which something happened."""
        yield from sorted(set(self.days))


def _weight(held: Held) -> Decimal:
    return Decimal("0.5") if not held.stage else WEIGHTS[held.rating]


def _case(ref: str, held: Held) -> Scheme:
    """Return a case whose profile, where it has one, adds up to its value; every other scheme has none."""
    share = (held.value / 12).quantize(Decimal("0.01"))
    months = [ProfileMonth(month, share) for month in range(1, 12)] + [ProfileMonth(12, held.value - 11 * share)]
    profile = tuple(months) if int(ref[1:]) % 2 else ()
    return scheme(ref, area=held.area, net_value=held.value, reported_rag=held.rating, profile=profile)
