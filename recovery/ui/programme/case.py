"""A scheme's case as one version holds it: what it is, who answers for it, its money, months, milestones, risks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.figure import Cell, Column, Figure
from recovery.money import NIL
from recovery.period import month_name
from recovery.sentences.programme.dates import day
from recovery.sentences.programme.money import exact
from recovery.ui.markup import escape
from recovery.ui.programme.year import MONTHS, added, by_month
from recovery.ui.tables import plain_table, table

if TYPE_CHECKING:
    from recovery.programme.scheme import ActivityChange, Assessment, Kpi, Milestone, Scheme, SchemeRisk

PEOPLE: Final = (("lead", "Lead"), ("sro", "SRO"), ("clinical_lead", "Clinical lead"))
MONEY: Final = (
    ("gross_saving", "Gross saving"),
    ("investment", "Investment needed"),
    ("net_value", "Net value"),
    ("recurrent_value", "Recurrent part"),
    ("non_recurrent_value", "Non-recurrent part"),
    ("full_year_effect", "Full-year effect"),
)
WORDS: Final = (
    ("description", "Description"),
    ("dependencies", "Depends on"),
    ("slippage_reason", "Reason for slippage"),
    ("comment", "Comment"),
)
NOTHING: Final = "Nothing recorded."


def case(scheme: Scheme) -> str:
    """Return the whole case: facts, then every table that has a row."""
    return facts(scheme) + profile_table(scheme) + details(scheme)


def facts(scheme: Scheme) -> str:
    """Return what the scheme is, its people, dates and money."""
    about = [("Area", escape(scheme.area or NIL)), ("Workstream", escape(scheme.workstream or NIL))]
    people = [(label, escape(getattr(scheme, name) or NIL)) for name, label in PEOPLE]
    dates = [("Starts", day(scheme.start)), ("Ends", day(scheme.end))]
    money = [(label, exact(getattr(scheme, name))) for name, label in MONEY]
    words = [(label, escape(getattr(scheme, name))) for name, label in WORDS if getattr(scheme, name)]
    return (
        f'<div class="rf-case">{_list([*about, *people, *dates])}{_list(money, "rf-amounts")}</div>'
        f"{_list(words, 'rf-words') if words else ''}"
    )


def _list(pairs: list[tuple[str, str]], look: str = "") -> str:
    rows = "".join(f"<div><dt>{label}</dt><dd>{text}</dd></div>" for label, text in pairs)
    return f'<dl class="{f"rf-facts {look}".strip()}">{rows}</dl>'


def profile_table(scheme: Scheme) -> str:
    """Return the monthly profile with its total, in pounds."""
    if not scheme.profile:
        return _nothing("Monthly profile")
    measures = {name: by_month(scheme, name) for name in ("plan", "actual", "forecast")}
    not_recurrent = [by_month(scheme, name, recurrent=False) for name in ("plan", "actual", "forecast")]
    columns = [Column("month", "Month"), *(Column(name, f"{name.capitalize()}, £", "number") for name in measures)]
    series = [*measures.values()]
    for name, values in zip(("plan", "actual", "forecast"), not_recurrent, strict=True):
        if any(values):
            columns.append(Column(f"once_{name}", f"{name.capitalize()}, non-recurrent part, £", "number"))
            series.append(values)
    rows: list[tuple[Cell, ...]] = [(month_name(month), *(one[month - 1] for one in series)) for month in MONTHS]
    rows.append(("Year", *(added(one) for one in series)))
    kinds = ("line",) * len(MONTHS) + ("total",)
    return table(Figure("profile", "Monthly profile (net saving)", tuple(columns), tuple(rows), kinds))


def details(scheme: Scheme) -> str:
    """Return milestones, KPIs, risks, impact assessments and activity."""
    return "".join((
        _milestones(scheme.milestones), _kpis(scheme.kpis), _risks(scheme.risks),
        _assessments(scheme.assessments), _activity(scheme.activity),
    ))  # fmt: skip


def _nothing(caption: str) -> str:
    return f'<p class="rf-none"><b>{caption}.</b> {NOTHING}</p>'


def _milestones(found: tuple[Milestone, ...]) -> str:
    if not found:
        return _nothing("Milestones")
    rows = [(one.name, day(one.due), day(one.forecast), day(one.done)) for one in found]
    return plain_table("Milestones", ("Milestone", "Due", "Now expected", "Done"), rows)


def _kpis(found: tuple[Kpi, ...]) -> str:
    if not found:
        return _nothing("KPIs")
    rows = [
        (one.name, one.unit or NIL, _number(one.baseline), _number(one.target), f"More is {_good(one)}", _actuals(one))
        for one in found
    ]
    return plain_table("KPIs", ("KPI", "Unit", "Baseline", "Target", "Direction", "Actual by month"), rows)


def _good(kpi: Kpi) -> str:
    return "better" if kpi.direction == "up" else "worse"


def _actuals(kpi: Kpi) -> str:
    return ", ".join(f"{month_name(month)[:3]} {_number(value)}" for month, value in kpi.actuals) or NIL


def _number(value: Decimal | None) -> str:
    return NIL if value is None else f"{value.normalize():,f}"


def _risks(found: tuple[SchemeRisk, ...]) -> str:
    if not found:
        return _nothing("Risks")
    rows = [
        (one.title, f"{one.likelihood} × {one.consequence} = {one.likelihood * one.consequence}",
         one.mitigation or NIL, one.owner or NIL, "Open" if one.is_open else "Closed")
        for one in found
    ]  # fmt: skip
    return plain_table("Risks", ("Risk", "Likelihood × consequence", "Mitigation", "Owner", "State"), rows)


def _assessments(found: tuple[Assessment, ...]) -> str:
    if not found:
        return _nothing("Impact assessments")
    rows = [
        (one.kind.capitalize(), _score(one.stage_1_score), _stage_2(one), one.outcome or NIL, one.assessor or NIL,
         day(one.on))
        for one in found
    ]  # fmt: skip
    heads = ("Assessment", "Stage 1 score", "Stage 2", "Outcome", "Assessor", "Date")
    return plain_table("Impact assessments", heads, rows)


def _score(score: int | None) -> str:
    return NIL if score is None else str(score)


def _stage_2(one: Assessment) -> str:
    if not one.stage_2_needed:
        return "Not needed"
    return "Needed, not done" if one.stage_2_score is None else f"Score {one.stage_2_score}"


def _activity(found: tuple[ActivityChange, ...]) -> str:
    if not found:
        return _nothing("Activity that it moves")
    places = dict.fromkeys((one.code, one.point_of_delivery) for one in found)
    rows = []
    for code, delivery in places:
        own = {one.month: one.change for one in found if (one.code, one.point_of_delivery) == (code, delivery)}
        months = ", ".join(f"{month_name(month)[:3]} {_number(own[month])}" for month in sorted(own))
        rows.append((code, delivery or NIL, _number(sum(own.values(), Decimal(0))), months))
    heads = ("Measure", "Point of delivery", "Planned change in the year", "By month")
    return plain_table("Activity that it moves", heads, rows)
