"""A small savings programme worked by hand, as figures: three schemes of £1.2m, one month in four reported."""

from __future__ import annotations

from decimal import Decimal

from recovery.figure import Cell, Column, Figure

TEXT = frozenset(
    {"ref", "scheme", "area", "rag", "lead", "slippage_reason", "forecast_is_plan", "case", "status", "stage_name",
     "group", "milestones", "finance", "kpis", "risks", "quality", "computed", "reported", "override",
     "override_reason", "why"}
)  # fmt: skip
DELIVERY = (
    "ref", "scheme", "area", "plan_ytd", "actual_ytd", "variance_ytd", "plan_year", "forecast_year", "variance_year",
    "recurrent_year", "full_year_effect", "stage", "rag", "lead", "slippage_reason", "forecast_is_plan",
)  # fmt: skip
BY_MONTH = (
    "month", "plan", "actual", "forecast", "cumulative_plan", "cumulative_actual", "cumulative_forecast",
    "recurrent_plan", "recurrent_actual", "non_recurrent_plan", "non_recurrent_actual",
)  # fmt: skip
RATINGS = (
    "ref", "scheme", "stage", "milestones", "finance", "kpis", "risks", "quality", "computed", "reported", "override",
    "override_reason", "rag", "why",
)  # fmt: skip
SENSITIVITY = ("case", "weight_change", "identified", "risk_adjusted", "target", "gap_to_target")
UNIDENTIFIED = ("area", "target", "identified", "unidentified", "over_identified")


def made(
    name: str, title: str, fields: tuple[str, ...], rows: list[tuple[object, ...]], kinds: tuple[str, ...] = ()
) -> Figure:
    """Return a figure of rows whose whole numbers are thousands of pounds."""
    columns = tuple(Column(field, field.replace("_", " ").capitalize(), _kind(field)) for field in fields)
    cells = tuple(tuple(_cell(value, column) for value, column in zip(row, columns, strict=True)) for row in rows)
    return Figure(name, title, columns, cells, kinds or ("line",) * len(rows))


def _kind(field: str) -> str:
    if field in TEXT:
        return "text"
    return "percent" if field == "weight_change" else "number" if field in {"month", "stage"} else "money"


def _cell(value: object, column: Column) -> Cell:
    if value is None or isinstance(value, str):
        return value
    if column.kind == "money":
        return Decimal(1000) * Decimal(str(value))
    return int(value) if column.kind == "number" else Decimal(str(value))


def delivery() -> Figure:
    """Return three schemes, their total and what is unidentified: 1,000 planned to date, 980 delivered."""
    rows = [
        ("S1", "Switching medicines", "Prescribing", 300, 240, -60, 1200, 1140, -60, 1140, 1250, 3, "Amber", "Ann",
         "Late start", "no"),
        ("S2", "Home first", "Community", 300, 250, -50, 1200, 1150, -50, 900, 1000, 2, "Red", "Bob", "", "yes"),
        ("S3", "Estates", "Corporate", 400, 490, 90, 1200, 1290, 90, 0, 0, 4, "Green", "Cy", "", "yes"),
        ("Total", "", "", 1000, 980, -20, 3600, 3580, -20, 2040, 2250, None, "", "", "", ""),
        ("Unidentified", "", "", None, None, None, 400, None, None, None, None, None, "", "", "", ""),
    ]  # fmt: skip
    return made("delivery", "Delivery by scheme", DELIVERY, rows, ("line", "line", "line", "total", "memo"))


def by_month() -> Figure:
    """Return the same year by month: 250 a month planned to date, 100 of it not recurrent."""
    actual = (240, 240, 250, 250)
    rows: list[tuple[object, ...]] = []
    for month in range(1, 13):
        done = month <= 4
        plan = 250 if done else 325
        held = actual[month - 1] if done else None
        ahead = held if done else 325
        rows.append((
            month, plan, held, ahead,
            250 * min(month, 4) + 325 * max(month - 4, 0),
            sum(actual[:month]) if done else None,
            sum(actual[:month]) + 325 * max(month - 4, 0),
            150, 120 if done else None, 100, held - 120 if held is not None else None,
        ))  # fmt: skip
    return made("delivery-by-month", "Delivery by month", BY_MONTH, rows)


def ratings() -> Figure:
    """Return three rated schemes, one of them set by hand."""
    rows = [
        ("S1", "Switching medicines", 3, "Green", "Amber", "Green", "Amber", "Green", "Amber", "Amber", "", "", "Amber",
         "Finance: amber below 95 % of plan"),
        ("S2", "Home first", 2, "Red", "Red", "Amber", "Red", "Green", "Red", "Amber", "Amber",
         "Plan agreed in May", "Amber",
         "Milestones: red when more than 30 days late"),
        ("S3", "Estates", 4, "Green", "Green", "", "Green", "Green", "Green", "Green", "", "", "Green", ""),
    ]  # fmt: skip
    return made("ratings", "Ratings", RATINGS, rows)


def sensitivity(closing: object = 12.5, target: object = 4000) -> Figure:
    """Return weights ten points either way about 3,000 counted on of 3,600."""

    def gap(counted: int) -> object:
        return None if target is None else Decimal(str(target)) - counted

    rows = [
        ("weights − 10 points", -10, 3600, 2640, target, gap(2640)),
        ("as they are", 0, 3600, 3000, target, gap(3000)),
        ("weights + 10 points", 10, 3600, 3360, target, gap(3360)),
        ("weights that just close the gap", closing, 3600, None if closing is None else target, target,
         None if closing is None else 0),
    ]  # fmt: skip
    return made("sensitivity", "Sensitivity to the weights", SENSITIVITY, rows)


def unidentified() -> Figure:
    """Return three areas: two short of target by 300 and 100, one 50 above."""
    rows = [
        ("Prescribing", 1500, 1200, 300, 0), ("Community", 1300, 1200, 100, 0), ("Corporate", 1150, 1200, 0, 50),
        ("Total", 3950, 3600, 400, 50),
    ]  # fmt: skip
    return made("unidentified", "Unidentified savings", UNIDENTIFIED, rows, ("line", "line", "line", "total"))


def schemes() -> Figure:
    """Return the three schemes with their weights, and a withdrawn one."""
    fields = ("ref", "scheme", "area", "stage_name", "rag", "net_value", "risk_adjusted", "status")
    rows = [
        ("S1", "Switching medicines", "Prescribing", "Delivery", "Amber", 1200, 840, "live"),
        ("S2", "Home first", "Community", "Planning", "Red", 1200, 720, "live"),
        ("S3", "Estates", "Corporate", "Monitoring", "", 1200, 1200, "live"),
        ("S4", "Given up", "Corporate", "Pipeline", "Red", 500, 250, "withdrawn"),
    ]
    return made("schemes", "Schemes", fields, rows)
