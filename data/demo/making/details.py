"""What surrounds a scheme's money: milestones, KPIs, risks, assessments and the activity that it takes away."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from making import tables
from making.courses import BEGUN_IN_MAY, BROUGHT_IN, ENDS, FIELDS, REVISED, Course

Row = dict[str, Any]
AGREED = {
    "Medicines optimisation": "Formulary wording and letters agreed",
    "Community services": "Plan agreed with the provider",
    "Planned care": "Pathway agreed with the trusts",
    "Contracts": "Terms agreed with the providers",
}
SEEN_SINCE = ENDS[3]
LATE_AGREEMENT = {"Q18-003": dt.date(2018, 5, 18), "Q18-008": dt.date(2018, 5, 18)}
SCORES = {"Red": ((4, 4), (5, 3), (4, 5)), "Amber": ((3, 3), (3, 4), (4, 2)), "Green": ((2, 2), (2, 3), (1, 4))}
BY_MONEY = {"Q18-035", "Q18-036", "Q18-037", "Q18-038", "Q18-039", "Q18-048"}
BY_MILESTONE = {"Q18-012", "Q18-013", "Q18-015", "Q18-016", "Q18-022", "Q18-042"}
BY_QUALITY = {"Q18-010", "Q18-011"}
STAGE_2 = {"Q18-023", "Q18-037", "Q18-048"}


def milestones(courses: Sequence[Course]) -> list[Row]:
    """Return each scheme's steps; a step's new date has been known since `forecast_on`."""
    return [row for course in courses for row in _steps(course)]


def _steps(course: Course) -> Iterator[Row]:
    written = dt.date(2018, 3, 29) if course.begun == BROUGHT_IN else dt.date(2018, 5, 11)
    yield _step(course, "Case written and agreed by the directorate", written, done=written - dt.timedelta(1))
    agreed = LATE_AGREEMENT.get(course.ref, course.start - dt.timedelta(22))
    late = {"forecast": course.start - dt.timedelta(22)} if course.ref in LATE_AGREEMENT else {}
    done = agreed - dt.timedelta(2) if agreed <= SEEN_SINCE and not late else None
    name = AGREED.get(course.words["workstream"], "Plan agreed with the budget holders")
    yield _step(course, name, agreed, done=done, **late)
    if course.ref == "Q18-042":
        yield _step(course, "Gateway papers with the clinical executive committee", dt.date(2018, 6, 6),
                    forecast=dt.date(2018, 8, 15))  # fmt: skip
    begins = course.start + dt.timedelta(1)
    begun = begins if begins <= SEEN_SINCE or course.rag(3) == "Green" else None
    expected = dt.date(2018, 7, 30) if begins < ENDS[3] + dt.timedelta(30) and not begun else None
    yield _step(course, "Savings begin", begins, forecast=expected, done=begun)
    reviewed = dt.date(2018, 10, 19) if course.starts_in <= 4 else dt.date(2019, 1, 18)  # noqa: PLR2004 - July
    yield _step(course, "Savings reviewed with the lead", reviewed)


def _step(course: Course, name: str, due: dt.date, forecast: dt.date | None = None, done: dt.date | None = None) -> Row:
    return {
        "ref": course.ref,
        "name": name,
        "due": due.isoformat(),
        "forecast_on": SEEN_SINCE.isoformat() if forecast else "",
        "forecast": forecast.isoformat() if forecast else "",
        "done": done.isoformat() if done else "",
    }


def kpis(courses: Sequence[Course]) -> list[Row]:
    """Return each scheme's measure; those that are saving are a little ahead of a straight line to the target."""
    return [_kpi(course) for course in courses if course.words["kpi"]]


def _kpi(course: Course) -> Row:
    words = course.words
    measured = words["baseline"] and course.starts_in <= len(ENDS) and course.stage(3) > 1
    values = [_ahead(words, month) if measured and month >= course.starts_in else "" for month in ENDS]
    return {
        "ref": course.ref,
        "name": words["kpi"],
        "unit": words["unit"],
        "baseline": words["baseline"],
        "target": words["target"],
        "direction": words["direction"],
        **dict(zip(FIELDS[: len(ENDS)], values, strict=True)),
    }


def _ahead(words: Row, month: int) -> str:
    baseline, target = float(words["baseline"]), float(words["target"])
    return f"{baseline + (target - baseline) * (0.06 + 0.1 * month):.2f}"


def risks(courses: Sequence[Course]) -> list[Row]:
    """Return each scheme's risk as it was scored from a day on; the score goes with the rating of the month."""
    return [row for course in courses for row in _risk(course)]


def _risk(course: Course) -> Iterator[Row]:
    scored: tuple[int, int] | None = None
    for month, end in ENDS.items():
        if month not in course.months:
            continue
        score = _score(course, month)
        if score != scored:
            yield {
                "ref": course.ref,
                "since": (course.begun if scored is None else end).isoformat(),
                "title": course.words["risk"],
                "likelihood": score[0],
                "consequence": score[1],
                "mitigation": course.words["mitigation"],
                "owner": course.newest["lead"],
                "open": "yes",
            }
        scored = score


def _score(course: Course, month: int) -> tuple[int, int]:
    """Return likelihood and consequence; where something else gives the rating, the risk is one step milder."""
    rag = course.rag(month)
    if course.ref in BY_MONEY:
        rag = "Amber"
    elif month == len(ENDS) and course.ref in BY_MILESTONE | BY_QUALITY:
        rag = "Green"
    return SCORES[rag][int(course.ref[-2:]) % 3]


def assessments(courses: Sequence[Course]) -> list[Row]:
    """Return the quality and equality assessments that have been made, a stage 2 where it was needed."""
    return [row for course in courses for row in _assessments(course)]


def _assessments(course: Course) -> Iterator[Row]:
    on = _assessed_on(course)
    if on is None:
        return
    number = int(course.ref[-2:])
    for kind, assessor in (("quality", "Quality impact assessor"), ("equality", "Equality impact assessor")):
        second = course.ref in STAGE_2 and kind == "equality"
        missing = course.ref == "Q18-005" and kind == "quality"
        minded = course.ref == "Q18-010" and kind == "equality"
        stage_1 = 9 if minded or (course.ref, kind) == ("Q18-011", "quality") else 2 + (number + len(kind)) % 5
        yield {
            "ref": course.ref,
            "kind": kind,
            "on": on.isoformat(),
            "stage_1_score": 12 if missing else 7 if second else stage_1,
            "stage_2_needed": "yes" if second or missing else "no",
            "stage_2_score": 6 if second else "",
            "outcome": "" if missing else "proceed with mitigations" if minded else "proceed",
            "assessor": assessor,
        }


def _assessed_on(course: Course) -> dt.date | None:
    """Return the day on which a scheme was assessed: before its second gateway, for some ahead of it."""
    if course.stage_begun > 0:
        return dt.date(2018, 3, 21)
    if course.ref in {"Q18-002", "Q18-003", "Q18-007", "Q18-036", "Q18-039", "Q18-044", "Q18-034"}:
        return None
    return REVISED[2] if course.begun != BEGUN_IN_MAY and course.stage(2) > 0 else REVISED[3]


def activity(courses: Sequence[Course]) -> list[Row]:
    """Return the planned change by month; the schemes of a code add up to its published QIPP activity."""
    shares = {(row["ref"], row["code"]): int(row["change"]) for row in _rough_activity()}
    published = {row["code"]: row for row in tables.read(tables.DEMO / "year" / "activity-plan.csv")}
    pods = {row["code"]: row["point_of_delivery"] for row in _rough_activity()}
    left: dict[str, int] = defaultdict(int)
    for (_, code), change in shares.items():
        left[code] += change
    by_ref = {course.ref: course for course in courses}
    rest = {("Q18-047", code): int(published[code]["qipp_2018_19"]) - change for code, change in left.items()}
    return [
        {
            "ref": ref,
            "code": code,
            "point_of_delivery": pods[code],
            **dict(zip(FIELDS, _months(by_ref[ref], change), strict=True)),
        }
        for (ref, code), change in sorted({**shares, **rest}.items())
    ]


def _months(course: Course, change: int) -> list[int]:
    weights = [int(month >= course.starts_in) for month in range(1, 13)]
    return [-share for share in tables.spread(-change, weights)]


def _rough_activity() -> list[dict[str, str]]:
    return tables.read(tables.HERE / "activity_changes.csv", titled=False)
