"""What is counted of each risk, mitigation and scheme outside the forecast, so that no money counts twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.measures.risk.items import CLOSED, IN_POSITION, MITIGATED, RiskItem
from recovery.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery.measures.risk.schemes_to_come import SchemeToCome

NOUGHT: Final = Decimal(0)
COUNTED: Final = "Counted"
DELIVERY: Final = "Delivery of savings schemes"
"""What the schemes' part of what counts is called."""
SAVINGS: Final = "*"
"""The link of rows of the summary that speak of the schemes as a whole."""
IN_PART: Final = "Counted: the forecast holds another amount"
"""Why the rest of a risk counts that is in the position with less, or more, than its expected value."""
NOTHING_EXPECTED: Final = "Nothing is expected of its risk"
_IN_POSITION: Final = "In the position: the forecast holds it"
_OVER: Final = {
    MITIGATED: "Mitigated: nothing is left of it",
    CLOSED: "Closed: nothing is left of it",
}


@dataclass(frozen=True)
class CountedItem:
    """A risk or mitigation with its residual outside the forecast, whether that counts, and why (not)."""

    item: RiskItem
    residual: Decimal
    counts: bool
    why: str

    @property
    def counted(self) -> Decimal:
        """Return the expected amount that is counted outside the forecast."""
        return self.residual if self.counts else NOUGHT


@dataclass(frozen=True)
class CountedScheme:
    """A scheme, and whether its own delivery is drawn or a linked risk stands in its place."""

    scheme: SchemeToCome
    counts: bool

    @property
    def counted(self) -> Decimal:
        """Return what is expected of its delivery beside what the forecast counts on: nought or negative."""
        return (self.scheme.adjustment if self.counts else NOUGHT) - self.scheme.lost


@dataclass(frozen=True)
class Exposure:
    """Everything that may move the outturn off the forecast, each pound of it counted once.

    `not_counted_twice` is the expected amount that two places named and only one of them counts (positive pounds).
    """

    items: tuple[CountedItem, ...]
    schemes: tuple[CountedScheme, ...]
    not_counted_twice: Decimal

    @property
    def expected(self) -> Decimal:
        """Return what is expected outside the forecast: risks, mitigations and the delivery of schemes."""
        return sum((one.counted for one in self.items), self.delivery)

    def counted_of(self, *, is_mitigation: bool) -> Decimal:
        """Return what counts of the mitigations, or of the risks."""
        return sum((one.counted for one in self.items if one.item.is_mitigation == is_mitigation), NOUGHT)

    @property
    def delivery(self) -> Decimal:
        """Return what is expected of the delivery of schemes beside what the forecast counts on."""
        return sum((one.counted for one in self.schemes), NOUGHT)


def held(item: RiskItem) -> Decimal:
    """Return what the forecast holds of a risk or mitigation.

    As the source says; where it does not, all that is expected of one that is in the position, and nothing of another.
    """
    if item.in_forecast is not None:
        return item.in_forecast
    return item.expected if item.state == IN_POSITION else NOUGHT


def counted(items: Sequence[RiskItem], schemes: Sequence[SchemeToCome]) -> Exposure:
    """Return what counts of each.

    A risk linked to a scheme and that scheme's own risk weight are about the same money: the larger of the two expected
    amounts counts, the other does not.  A mitigation linked to a scheme is that scheme's delivery.
    """
    own, over = {name_key(one.ref): one for one in schemes}, _over(items)
    first = [_by_itself(item, over, own) for item in items]
    linked = _linked(first, own)
    risks_first: set[str] = set()
    twice = NOUGHT
    for link, members in linked.items():
        risk = -sum((one.residual for one in members), NOUGHT)
        weight = -sum((one.adjustment for one in _schemes_of(link, own, linked)), NOUGHT)
        risks_first |= {link} if risk > weight else set()
        twice += max(min(risk, weight), NOUGHT)
    return Exposure(
        tuple(_settled(one, own, linked, risks_first) for one in first),
        tuple(CountedScheme(one, _link_of_scheme(one, linked) not in risks_first) for one in schemes),
        twice,
    )


def _over(items: Iterable[RiskItem]) -> dict[str, RiskItem]:
    """Return the risks of which nothing is left, by reference: they are over, or nothing is expected of them."""
    return {name_key(one.ref): one for one in items if one.ref and (one.state in _OVER or not one.expected)}


def _by_itself(item: RiskItem, over: Mapping[str, RiskItem], schemes: Mapping[str, SchemeToCome]) -> CountedItem:
    """Return what counts of an item by its own state and links, before schemes are weighed against risks."""
    if item.state in _OVER:
        return CountedItem(item, NOUGHT, counts=False, why=_OVER[item.state])
    residual, in_position = item.expected - held(item), item.state == IN_POSITION
    if in_position and not residual:
        return CountedItem(item, residual, counts=False, why=_IN_POSITION)
    scheme = schemes.get(name_key(item.scheme_ref))
    if item.is_mitigation and scheme:
        return CountedItem(item, residual, counts=False, why=f"Counted as the delivery of scheme {scheme.ref}")
    answered = over.get(name_key(item.linked_risk))
    if answered:
        return CountedItem(item, residual, counts=False, why=_why_over(answered))
    return CountedItem(item, residual, counts=True, why=IN_PART if in_position else COUNTED)


def _why_over(risk: RiskItem) -> str:
    return f"Its risk {risk.ref} is {risk.state.lower()}" if risk.state in _OVER else f"{NOTHING_EXPECTED} {risk.ref}"


def _link_of(one: CountedItem, schemes: Mapping[str, SchemeToCome]) -> str:
    """Return which scheme a counted risk shares its money with: its reference, all of them, or '' for none."""
    if not one.counts or one.item.is_mitigation or not schemes:
        return ""
    ref = name_key(one.item.scheme_ref)
    return ref if ref in schemes else SAVINGS if one.item.savings else ""


def _linked(items: Iterable[CountedItem], schemes: Mapping[str, SchemeToCome]) -> dict[str, list[CountedItem]]:
    found: dict[str, list[CountedItem]] = defaultdict(list)
    for one in items:
        if link := _link_of(one, schemes):
            found[link].append(one)
    return found


def _link_of_scheme(scheme: SchemeToCome, linked: Mapping[str, object]) -> str:
    return ref if (ref := name_key(scheme.ref)) in linked else SAVINGS


def _schemes_of(link: str, own: Mapping[str, SchemeToCome], linked: Mapping[str, object]) -> list[SchemeToCome]:
    return [own[link]] if link in own else [one for key, one in own.items() if key not in linked]


def _settled(
    one: CountedItem, schemes: Mapping[str, SchemeToCome], linked: Mapping[str, object], risks_first: set[str]
) -> CountedItem:
    link = _link_of(one, schemes)
    if link not in linked:
        return one
    named = "the schemes" if link == SAVINGS else f"scheme {one.item.scheme_ref}"
    if link in risks_first:
        return CountedItem(one.item, one.residual, counts=True, why=f"Counted in place of the risk weight of {named}")
    return CountedItem(one.item, one.residual, counts=False, why=f"Counted by the risk weight of {named}")
