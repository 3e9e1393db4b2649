"""What stands in the rows of the register's sheets: the cells of each column, by its field's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from recovery.programme.configuration import Programme
from recovery.programme.scheme import ProfileMonth, Scheme
from recovery.programme.state import SchemeState

Content = str | int | bool | Decimal | dt.date | None
Months = Mapping[int, Decimal | None]
Row = Mapping[str, Content | Months]
_LISTS: Final = ("milestones", "risks", "assessments")
MEASURES: Final = ("plan", "actual", "forecast")


def rows_of(key: str, states: Sequence[SchemeState], programme: Programme) -> Iterator[Row]:
    """Yield the rows of one sheet, scheme after scheme."""
    for state in states:
        about = {"ref": state.scheme.ref, "scheme": state.scheme.title}
        if key == "schemes":
            yield _scheme(state, programme)
        elif key in _LISTS:
            items = getattr(state.scheme, key)
            yield from ({**about, "number": number, **vars(item)} for number, item in enumerate(items, start=1))
        else:
            yield from ({**about, **row} for row in _WITH_MONTHS[key](state.scheme))


def _scheme(state: SchemeState, programme: Programme) -> Row:
    stage = programme.stage(state.stage)
    return {
        **vars(state.scheme),
        "stage": f"{stage.number} {stage.name}",
        "status": state.status.value,
        "entered_stage_on": state.entered_stage_on,
        "override": f"{state.override.rating}: {state.override.reason}" if state.override else "",
        "version": state.case_version,
    }


def _profile(scheme: Scheme) -> Iterator[Row]:
    """Yield a row for plan, actual and forecast of the recurrent months, then of the others."""
    for recurrent in (True, False):
        months = [month for month in scheme.profile if month.recurrent == recurrent]
        for measure in MEASURES if months else ():
            yield {"recurrent": recurrent, "measure": measure, "months": _by_month(months, measure)}


def _by_month(months: Sequence[ProfileMonth], measure: str) -> Months:
    return {month.month: getattr(month, measure) for month in months}


def _kpis(scheme: Scheme) -> Iterator[Row]:
    for number, kpi in enumerate(scheme.kpis, start=1):
        yield {**vars(kpi), "number": number, "actuals": dict(kpi.actuals)}


def _activity(scheme: Scheme) -> Iterator[Row]:
    """Yield a row for each code and point of delivery, in the order in which they come."""
    for code, point in dict.fromkeys((one.code, one.point_of_delivery) for one in scheme.activity):
        own = {one.month: one.change for one in scheme.activity if (one.code, one.point_of_delivery) == (code, point)}
        yield {"code": code, "point_of_delivery": point, "changes": own}


_WITH_MONTHS: Final[Mapping[str, Callable[[Scheme], Iterator[Row]]]] = {
    "profile": _profile,
    "kpis": _kpis,
    "activity": _activity,
}
