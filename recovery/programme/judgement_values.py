"""A judgement's content: as people give it, as the record keeps it (exact numbers as texts), as figures use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from recovery.errors import UsageError
from recovery.period import MONTHS_IN_YEAR, FinancialYear
from recovery.programme.context import on_one_line
from recovery.programme.judgement_kinds import EXACT, MONTH, ROWS, TEXT, TEXTS, WHOLE, YEAR, YES, JudgementField
from recovery.sources.months import month_of
from recovery.sources.numbers import Amount, parse_number

YES_WORDS: Final = frozenset({"yes", "y", "true", "1"})
NO_WORDS: Final = frozenset({"no", "n", "false", "0"})
BETWEEN: Final = ";"
"""What stands between several texts that are typed as one."""
NOTHING: Final[tuple[Any, ...]] = (None, "", [])
"""What is given in a field where nothing is."""
LARGEST: Final = 10**12
"""An amount of this size and beyond is a slip of the pen."""
DECIMALS: Final = 6
"""How many an exact number may have; money has two."""
YEARS: Final = range(1990, 2100)
"""Financial years that a judgement can be about, by the calendar year in which they start."""


def sound(fields: Iterable[JudgementField], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of a judgement, in the fields' order; a UsageError lists all that is wrong.

    Exact numbers are given as Decimal, int or text (1,200; 1.2m) and kept as texts; several texts as a list, or as one
    text with semicolons between.
    """
    fields = tuple(fields)
    unknown = [name for name in given if name not in {field.name for field in fields}]
    wrong = [f"There is no field '{name}': choose {', '.join(field.name for field in fields)}." for name in unknown]
    kept: dict[str, Any] = {}
    for field in fields:
        try:
            value = _kept(field, given.get(field.name))
        except UsageError as error:
            wrong.append(str(error))
            continue
        if value is not None:
            kept[field.name] = value
        elif field.required or given.get(field.beside) not in NOTHING:
            wrong.append(f"{field.heading} is needed.")
    if wrong:
        raise UsageError(" ".join(wrong))
    return kept


def typed(fields: Iterable[JudgementField], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return a kept judgement as figures use it: exact numbers as Decimal, nil and [] where nothing was given."""
    return {field.name: _typed(field, kept.get(field.name)) for field in fields}


def _typed(field: JudgementField, value: Any) -> Any:  # noqa: ANN401 - as the field's kind has it
    if field.kind == ROWS:
        return [typed(field.fields, row) for row in value or []]
    if field.kind == TEXTS:
        return list(value or [])
    return Decimal(value) if field.kind in EXACT and value is not None else value


def _kept(field: JudgementField, value: Any) -> Any:  # noqa: ANN401 - as people give it
    if value in NOTHING:
        return None
    kept = _CHANGES[field.kind](field, value)
    if field.choices and kept not in field.choices:
        raise UsageError(f"{field.heading}: '{value}' is not one of {', '.join(map(str, field.choices))}.")
    return kept


def _text(_field: JudgementField, value: Any) -> str | None:  # noqa: ANN401
    return on_one_line(str(value)) or None


def _texts(_field: JudgementField, value: Any) -> list[str] | None:  # noqa: ANN401
    parts = value.split(BETWEEN) if isinstance(value, str) else value
    tidy = [on_one_line(str(part)) for part in parts]
    return list(dict.fromkeys(part for part in tidy if part)) or None


def _exact(field: JudgementField, value: Any) -> str:  # noqa: ANN401
    number = value if isinstance(value, Decimal | int) and not isinstance(value, bool) else _parsed(str(value))
    if number is None or not Decimal(number).is_finite():
        raise UsageError(f"{field.heading}: '{value}' is not a number.")
    exact = Decimal(number)
    if abs(exact) >= LARGEST:
        raise UsageError(f"{field.heading}: {value} is out of all bounds: give less than {LARGEST:,}.")
    if field.kind == "money" and exact != round(exact, 2):
        raise UsageError(f"{field.heading}: {number} has parts of a penny.")
    if exact != round(exact, DECIMALS):
        raise UsageError(f"{field.heading}: {number} has more than {DECIMALS} decimals.")
    return f"{exact.normalize() + 0:f}"


def _parsed(text: str) -> Decimal | None:
    amount = parse_number(text)
    return amount.value if isinstance(amount, Amount) else None


def _whole(field: JudgementField, value: Any) -> int:  # noqa: ANN401
    number = Decimal(_exact(field, value))
    if number != number.to_integral_value():
        raise UsageError(f"{field.heading}: {value} is not a whole number.")
    return int(number)


def _month(field: JudgementField, value: Any) -> int:  # noqa: ANN401
    said = month_of(value) if isinstance(value, str) else None
    month = said.month if said else _whole(field, value)
    if not 1 <= month <= MONTHS_IN_YEAR:
        raise UsageError(f"{field.heading}: month {month} is outside 1 to 12 (1 is April, 12 is March).")
    return month


def _year(field: JudgementField, value: Any) -> int:  # noqa: ANN401
    """Return the calendar year in which a financial year starts: 2018, 2018/19."""
    is_named = isinstance(value, str) and not value.strip().isdecimal()
    year = FinancialYear.parse(value).start if is_named else _whole(field, value)
    if year not in YEARS:
        raise UsageError(f"{field.heading}: {year} is no financial year: write it as 2018/19, or 2018.")
    return year


def _yes(field: JudgementField, value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold()
    if word not in YES_WORDS | NO_WORDS:
        raise UsageError(f"{field.heading}: '{value}' is neither yes nor no.")
    return word in YES_WORDS


def _rows(field: JudgementField, value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise UsageError(f"{field.heading}: give a list of rows with {', '.join(one.name for one in field.fields)}.")
    return [sound(field.fields, row) for row in value]


_CHANGES: Final[Mapping[str, Callable[[JudgementField, Any], Any]]] = {
    TEXT: _text, TEXTS: _texts, MONTH: _month, YEAR: _year, WHOLE: _whole, YES: _yes, ROWS: _rows,
    **dict.fromkeys(EXACT, _exact),
}  # fmt: skip
