"""The kept register of the first quarter as tables: cases, profiles, everything around them, and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from making import details, history, profiles, tables
from making.courses import ENDS, FIELDS, YEAR_END, Course, courses
from making.known import changing

Row = dict[str, Any]
TITLES = {
    "schemes": "Schemes as they were first written down, £",
    "profile": "Monthly profiles by the day from which each line holds, £",
    "milestones": "Milestones",
    "kpis": "KPIs and their monthly actuals",
    "risks": "Scheme risks by the day from which each score holds",
    "assessments": "Quality and equality impact assessments",
    "activity": "Planned change in activity by month",
    "events": "What happened to the schemes",
}


def programme(register: Mapping[int, list[Row]]) -> dict[str, list[Row]]:
    """Return every table of the kept register by its file's name."""
    kept = courses(register)
    withdrawn = _withdrawn()
    found = {
        "schemes": [*map(_case, kept), withdrawn],
        "profile": [*profiles.profile(kept), *_withdrawn_profile(withdrawn)],
        "milestones": details.milestones(kept),
        "kpis": details.kpis(kept),
        "risks": details.risks(kept),
        "assessments": details.assessments(kept),
        "activity": details.activity(kept),
    }
    return {**found, "events": changing(found, history.events(kept), ENDS)}


def write(folder: Any, found: Mapping[str, Sequence[Row]]) -> None:  # noqa: ANN401 - a path
    """Write every table of a kept register."""
    for name, rows in found.items():
        tables.write(folder / f"{name}.csv", f"{TITLES[name]} (illustrative)", rows)


def _case(course: Course) -> Row:
    first, (_, net, recurrent) = course.first, course.versions()[0]
    return {
        "ref": course.ref,
        "title": first["scheme"],
        "area": first["area"],
        "workstream": course.words["workstream"],
        "description": course.words["description"],
        "lead": first["lead"],
        "sro": first["sro"],
        "clinical_lead": course.words["clinical_lead"],
        "start": course.start.isoformat(),
        "end": YEAR_END.isoformat(),
        "gross_saving": net + course.investment,
        "investment": course.investment,
        "net_value": net,
        "recurrent_value": recurrent,
        "non_recurrent_value": net - recurrent,
        "full_year_effect": first["full_year_effect"],
        "dependencies": course.words["dependencies"],
        "reported_rag": first["rag"],
    }


def _withdrawn() -> Row:
    """Return an idea that was withdrawn within its first weeks; it is in no month's register."""
    (words,) = (row for row in tables.read(tables.HERE / "programme.csv", titled=False) if row["ref"] == "Q18-056")
    copied = {name: words[name] for name in ("ref", "workstream", "description", "clinical_lead", "dependencies")}
    row = {
        "title": "Gabapentinoid review clinic",
        "area": "Prescribing",
        "lead": "Mental health pharmacist",
        "sro": "Chief Pharmacist",
        "start": "2018-10-01",
        "end": YEAR_END.isoformat(),
        **dict.fromkeys(("gross_saving", "net_value", "recurrent_value"), 84000),
        **dict.fromkeys(("investment", "non_recurrent_value"), 0),
        "full_year_effect": 168000,
        "reported_rag": "Red",
    }
    order = ("ref", "title", "area", "workstream", "description", "lead", "sro", "clinical_lead", "start", "end",
             "gross_saving", "investment", "net_value", "recurrent_value", "non_recurrent_value", "full_year_effect",
             "dependencies", "reported_rag")  # fmt: skip
    return {name: {**row, **copied}[name] for name in order}


def _withdrawn_profile(withdrawn: Row) -> list[Row]:
    months = [None] * 6 + [int(withdrawn["net_value"]) // 6] * 6
    head = {"ref": withdrawn["ref"], "since": "2018-04-12", "line": "recurrent", "measure": "plan"}
    return [head | dict(zip(FIELDS, months, strict=True))]
