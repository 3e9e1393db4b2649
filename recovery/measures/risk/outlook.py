"""Where the outturn starts from and where it should end: the reported forecast, the control total, what may happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.errors import NothingLoaded
from recovery.measures.duty_values import MONEY, supplied_values
from recovery.measures.risk.items import REGISTER
from recovery.measures.risk.known import Known, known_of, no_risks
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.measures.request import Request, Source

POSITION, DUTIES = "position", "duties"
CONTROL_TOTAL: Final = "control-total"
"""The duty's key."""
BUDGET, FORECAST = "annual_budget", "forecast_outturn"
TOTAL: Final = "total"


@dataclass(frozen=True)
class Outlook:
    """The reported forecast and the control total (net positions in pounds, a deficit negative), and what may happen.

    Without a net position both are of spend, negative, and the spend's own budget stands for the control total, which
    is a net position.  It is None where nothing comparable is known.  `used` are the submissions behind it all;
    `of_summary` says that only the summary of risks is loaded.
    """

    reported: Decimal
    control_total: Decimal | None
    known: Known
    used: tuple[Source, ...]
    of_summary: bool
    of_spend: bool = False


def outlook_of(request: Request) -> Outlook:
    """Return the outlook of a view; NothingLoaded where there is no position, or nothing that could move it."""
    reported, budget, of_spend = net_position(request)
    told = None if of_spend else control_total_told(request)
    known = known_of(request)
    if not known.used:
        raise no_risks(request)
    duties = [request.sources[DUTIES]] if told is not None else []
    used = (request.need(POSITION), *known.used, *duties)
    return Outlook(reported, budget if told is None else told, known, used, REGISTER not in request.sources, of_spend)


def control_total_told(request: Request) -> Decimal | None:
    """Return the target of the control total as the key financial duties have it, None where they do not say."""
    targets = [row.values.target for row in supplied_values(request) if row.key == CONTROL_TOTAL and row.unit == MONEY]
    return next((target for target in targets if target is not None), None)


def net_position(request: Request) -> tuple[Decimal, Decimal | None, bool]:
    """Return the forecast of the position's net row, its annual budget (None if nil), and whether both are of spend.

    Of a table of spend alone they are less its total.  As reported where the source prints the row, else from its
    lines.
    """
    source, dataset = request.need(POSITION), dataset_named(POSITION)
    places = {field.name: place + 4 for place, field in enumerate(dataset.fields)}
    tables = [queries.reported(request.engine, dataset, source.id), queries.readded(request.engine, dataset, source.id)]
    for kind, sign in (("net", 1), (TOTAL, -1)):
        for rows in tables:
            row = next((row for row in reversed(rows) if row[1] == kind), None)
            if row is not None and row[places[FORECAST]] is not None:
                budget = row[places[BUDGET]]
                return sign * row[places[FORECAST]], None if budget is None else sign * budget, kind == TOTAL
    raise NothingLoaded(f"{request.title}: the month-end position has neither a net position nor a total.")
