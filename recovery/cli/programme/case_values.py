"""What `--set field=value` and `--month 3 actual=1200` make of a scheme's case."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from recovery.cli import given
from recovery.errors import UsageError
from recovery.period import check_month, month_name
from recovery.programme.importing import wording_of
from recovery.programme.scheme import NOUGHT, ProfileMonth, Scheme
from recovery.sources.register.cell_values import Reader, Wrong
from recovery.sources.register.column_matching import column_named
from recovery.sources.register.columns import READING, SCHEMES, layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.programme.configuration import Programme

MEASURES: Final = ("plan", "actual", "forecast")
_NOT_THE_CASE: Final = {
    "ref": "The reference cannot be changed.",
    "stage": "The stage is not set: `scheme advance` and `scheme send-back` move a scheme.",
    "status": "The status is not set: `scheme withdraw` and `scheme restore` change it.",
}
_ONCE: Final = "non-recurrent-"


def case_with(scheme: Scheme, settings: Sequence[str], months: Sequence[Sequence[str]], programme: Programme) -> Scheme:
    """Return a case with fields and months of its profile set; a UsageError for what makes no sense."""
    values: dict[str, Any] = dict(_setting(text, programme) for text in settings)
    profile = scheme.profile
    for number, setting in months:
        profile = _with_month(profile, check_month(given.whole(number, "month")), setting, programme)
    return replace(scheme, **values, profile=profile)


def _setting(text: str, programme: Programme) -> tuple[str, Any]:
    """Return a field and its value from field=value."""
    name, sign, value = given.text(text).partition("=")
    column = column_named(layout(SCHEMES), name.strip()) if sign else None
    if column is None or column.kind == READING:
        known = [one.name for one in layout(SCHEMES).columns if one.kind != READING and one.name not in _NOT_THE_CASE]
        raise UsageError(f"'{text}' sets nothing: write field=value, the field one of {', '.join(known)}.")
    if column.name in _NOT_THE_CASE:
        raise UsageError(_NOT_THE_CASE[column.name])
    found = _value(column.kind, value, column.heading, programme, month_end=column.name == "end")
    return column.name, _default(column.name) if found is None else found


def _value(kind: str, text: str, heading: str, programme: Programme, *, month_end: bool = False) -> Any:  # noqa: ANN401
    found = Reader(wording_of(programme), month_end=month_end).value(kind, text)
    if isinstance(found, Wrong):
        raise UsageError(f"{heading}: '{text}' is not taken. {found.to_do}")
    return found


def _default(name: str) -> Any:  # noqa: ANN401 - any field of a case
    default = next(one.default for one in fields(Scheme) if one.name == name)
    return "" if default is MISSING else default


def _with_month(
    profile: tuple[ProfileMonth, ...], number: int, setting: str, programme: Programme
) -> tuple[ProfileMonth, ...]:
    """Return the profile with one month's plan, actual or forecast set; an empty value takes it away."""
    name, sign, text = given.text(setting).partition("=")
    measure = name.strip().casefold()
    recurrent = not measure.startswith(_ONCE)
    measure = measure.removeprefix(_ONCE)
    if not sign or measure not in MEASURES:
        words = ", ".join(f"{one}=AMOUNT" for one in MEASURES)
        raise UsageError(f"'{setting}' sets nothing of {month_name(number)}: write {words} (or {_ONCE}plan=AMOUNT …).")
    amount = _value("money", text, f"{month_name(number)} {measure}", programme)
    recurrent = recurrent and _recurs(profile, number)
    return _replaced(profile, (number, not recurrent), {measure: _amount(measure, amount)})


def _recurs(profile: Sequence[ProfileMonth], number: int) -> bool:
    """Return whether a month's only line, else the profile's only kind of line, is recurrent; yes where both are."""
    own = {month.recurrent for month in profile if month.month == number} or {month.recurrent for month in profile}
    return own != {False}


def _amount(measure: str, amount: Decimal | None) -> Decimal | None:
    return NOUGHT if amount is None and measure == "plan" else amount


def _replaced(
    profile: Sequence[ProfileMonth], place: tuple[int, bool], values: dict[str, Any]
) -> tuple[ProfileMonth, ...]:
    """Return the profile with values set in one line: by its month and whether it does not recur."""
    lines = {(month.month, not month.recurrent): month for month in profile}
    before = lines.get(place, ProfileMonth(place[0], recurrent=not place[1]))
    return tuple(line for _, line in sorted({**lines, place: replace(before, **values)}.items()))
