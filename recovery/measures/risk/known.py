"""What is known of risks, mitigations and savings schemes behind a view, and the submissions that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.measures.request import REGISTER as SCHEMES
from recovery.measures.request import nothing
from recovery.measures.risk.counting import Exposure, counted
from recovery.measures.risk.items import REGISTER, SUMMARY, RiskItem, items_of
from recovery.measures.risk.schemes_to_come import SchemeToCome, schemes_to_come
from recovery.measures.risk.what_if import changed_items, changed_schemes
from recovery.programme.what_ifs import NOTHING, WhatIf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.measures.request import Request, Source


@dataclass(frozen=True)
class Known:
    """The risks and mitigations (none where none are loaded), and the savings schemes.

    Schemes are None where none are known, or no risk weight is in force by which they could be counted on.

    `used` are the submissions behind it.
    """

    items: Sequence[RiskItem]
    schemes: Sequence[SchemeToCome] | None
    used: tuple[Source, ...]

    def exposure(self, what_if: WhatIf = NOTHING) -> Exposure:
        """Return what may move the outturn off the forecast, with something changed."""
        return counted(changed_items(self.items, what_if), changed_schemes(self.schemes or (), what_if))


def known_of(request: Request) -> Known:
    """Return what is known behind a view of risks and schemes, each where it is loaded or kept."""
    items, used = items_of(request) if has_risks(request) else ([], None)
    schemes = schemes_to_come(request) if _weighs_schemes(request) else None
    sources = [used, request.sources[SCHEMES] if schemes else None]
    return Known(items, schemes, tuple(one for one in sources if one))


def _weighs_schemes(request: Request) -> bool:
    """Return whether schemes are known, and any risk weight by which to count on them."""
    return SCHEMES in request.sources and bool(queries.weights_in_force(request.engine, request.register))


def known_with_risks(request: Request) -> Known:
    """Return what is known behind a view, or raise NothingLoaded where no risks are."""
    if not has_risks(request):
        raise no_risks(request)
    return known_of(request)


def no_risks(request: Request) -> NothingLoaded:
    """Return the error that no risks are loaded, with what to load."""
    return NothingLoaded(nothing(request.title, (REGISTER, SUMMARY), request.view))


def has_risks(request: Request) -> bool:
    """Return whether a register or a summary of risks stands behind a view."""
    return bool({REGISTER, SUMMARY} & request.sources.keys())
