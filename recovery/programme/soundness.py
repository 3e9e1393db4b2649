"""What a case has to be before it is kept: everything that is wrong is said at once, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, Final, TypeVar

from recovery.errors import UsageError
from recovery.money import PENCE_PER_POUND
from recovery.period import MONTHS_IN_YEAR, month_name
from recovery.programme.configuration import Programme
from recovery.programme.context import tidied
from recovery.programme.scheme import DOWN, EQUALITY, NOUGHT, QUALITY, UP, Scheme
from recovery.programme.scheme_json import MONEY
from recovery.programme.wording import any_of, day, pounds
from recovery.record.soundness import LARGEST

Part = TypeVar("Part")

LARGEST_MONEY: Final = Decimal(LARGEST) / PENCE_PER_POUND
LARGEST_NUMBER: Final = Decimal(10) ** 18
SMALLEST_STEP: Final = Decimal("0.000001")
HIGHEST_RISK: Final = 5
HIGHEST_SCORE: Final = 999
LONGEST_REF: Final = 40
MONEY_WORDS: Final = {
    "gross_saving": "gross saving",
    "investment": "investment",
    "net_value": "net value",
    "recurrent_value": "recurrent value",
    "non_recurrent_value": "non-recurrent value",
    "full_year_effect": "full-year effect",
    "plan": "plan",
    "actual": "actual",
    "forecast": "forecast",
}


def sound(scheme: Scheme, programme: Programme) -> Scheme:
    """Return a case with its texts tidied; a UsageError that lists all that is wrong with it."""
    clean = cleaned(scheme)
    rating_known = not clean.reported_rag or _is_rating(clean.reported_rag, programme)
    wrong = [why for rule in RULES for why in rule(clean)]
    if not rating_known:
        wrong.append(f"'{clean.reported_rag}' is not a rating ({', '.join(one.name for one in programme.ratings)})")
    if wrong:
        raise UsageError(f"{clean.ref or 'The scheme'} cannot be kept: {'; '.join(wrong)}.")
    return clean


def cleaned(part: Part) -> Part:
    """Return a case, or a part of one, with its texts without control characters and spaces around them."""
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return replace(part, **{one.name: _cleaned(getattr(part, one.name)) for one in fields(part)})


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - any field of a case
    if isinstance(value, str):
        return tidied(value)
    return tuple(map(cleaned, value)) if isinstance(value, tuple) else value


def _is_rating(text: str, programme: Programme) -> bool:
    try:
        programme.rating_named(text)
    except UsageError:
        return False
    return True


def _named(scheme: Scheme) -> Iterator[str]:
    for word, text in (("reference", scheme.ref), ("title", scheme.title)):
        if not text:
            yield f"it has no {word}"
    if len(scheme.ref) > LONGEST_REF or "\n" in scheme.ref or "\t" in scheme.ref:
        yield f"its reference is longer than {LONGEST_REF} characters or has more than one line"


def _in_order(scheme: Scheme) -> Iterator[str]:
    if scheme.start and scheme.end and scheme.end < scheme.start:
        yield f"its end, {day(scheme.end)}, is before its start, {day(scheme.start)}"


def _months_once(scheme: Scheme) -> Iterator[str]:
    counts = Counter((one.month, one.recurrent) for one in scheme.profile)
    for (month, recurrent), count in counts.items():
        if not _is_month(month):
            yield f"its profile has a month {month}"
        elif count > 1:
            yield f"its profile has {month_name(month)} {count} times, each {'' if recurrent else 'non-'}recurrent"
    activity = Counter((one.code, one.point_of_delivery, one.month) for one in scheme.activity)
    for (code, point, month), count in activity.items():
        if not _is_month(month):
            yield f"its activity has a month {month}"
        elif count > 1:
            yield f"its activity has {' '.join(filter(None, (code, point)))} in {month_name(month)} {count} times"


def _kpis(scheme: Scheme) -> Iterator[str]:
    for kpi in scheme.kpis:
        months = [month for month, _ in kpi.actuals]
        yield from (f"KPI '{kpi.name}' has a month {month}" for month in months if not _is_month(month))
        if len(set(months)) < len(months):
            yield f"KPI '{kpi.name}' has a month twice"
        if kpi.direction not in {UP, DOWN}:
            yield f"the direction of KPI '{kpi.name}' is '{kpi.direction}': write {UP} or {DOWN}"
        if not kpi.name:
            yield "a KPI has no name"


def _risks(scheme: Scheme) -> Iterator[str]:
    for risk in scheme.risks:
        for word, number in (("likelihood", risk.likelihood), ("consequence", risk.consequence)):
            if not 1 <= number <= HIGHEST_RISK:
                yield f"the {word} of risk '{risk.title}' is {number}: it goes from 1 to {HIGHEST_RISK}"


def _assessments(scheme: Scheme) -> Iterator[str]:
    for one in scheme.assessments:
        if one.kind not in {QUALITY, EQUALITY}:
            yield f"an impact assessment is '{one.kind}': write {any_of((QUALITY, EQUALITY))}"
        for score in (one.stage_1_score, one.stage_2_score):
            if score is not None and not 0 <= score <= HIGHEST_SCORE:
                yield f"the {one.kind} assessment has a score of {score}: it goes from 0 to {HIGHEST_SCORE}"


def _names_of_parts(scheme: Scheme) -> Iterator[str]:
    parts = (
        ("milestone", scheme.milestones, "name"),
        ("risk", scheme.risks, "title"),
        ("activity", scheme.activity, "code"),
    )
    for word, items, name in parts:
        if any(not getattr(one, name) for one in items):
            yield f"{'an' if word == 'activity' else 'a'} {word} has no {name}"


def _money(scheme: Scheme) -> Iterator[str]:
    amounts = [
        (MONEY_WORDS[name], getattr(part, name)) for part in (scheme, *scheme.profile) for name in MONEY[type(part)]
    ]
    for word, amount in sorted((pair for pair in amounts if pair[1] is not None), key=lambda pair: pair[0]):
        if not amount.is_finite() or abs(amount) > LARGEST_MONEY:
            yield f"its {word} of {amount} is more than can be kept"
        elif amount != amount.quantize(Decimal("0.01")):
            yield f"its {word} of £{amount} is not to the penny"
    for name in ("plan", "actual", "forecast"):
        total = sum((_finite(getattr(month, name)) for month in scheme.profile), NOUGHT)
        if abs(total) > LARGEST_MONEY:
            yield f"its {name} adds up to {pounds(total)}, more than can be kept"


def _finite(amount: Decimal | None) -> Decimal:
    return amount if amount is not None and amount.is_finite() else NOUGHT


def _numbers(scheme: Scheme) -> Iterator[str]:
    named = [
        (kpi.name, number) for kpi in scheme.kpis for number in (kpi.baseline, kpi.target, *dict(kpi.actuals).values())
    ]
    named += [(one.code, one.change) for one in scheme.activity]
    for name, number in named:
        if number is None:
            continue
        if not number.is_finite() or abs(number) >= LARGEST_NUMBER:
            yield f"a number of '{name}' is {number}: more than can be kept"
        elif number != number.quantize(SMALLEST_STEP):
            yield f"a number of '{name}' is {number}: at most six decimals are kept"


def _is_month(month: int) -> bool:
    return 1 <= month <= MONTHS_IN_YEAR


RULES: Final[tuple[Callable[[Scheme], Iterator[str]], ...]] = (
    _named,
    _in_order,
    _months_once,
    _names_of_parts,
    _kpis,
    _risks,
    _assessments,
    _money,
    _numbers,
)
"""What a case is held against, one rule after the other."""
