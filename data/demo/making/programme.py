"""The kept register of the first quarter as tables: cases, profiles, everything around them, and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from making import details, history, profiles, tables
from making.courses import ENDS, FIELDS, YEAR_END, Course, courses

Row = dict[str, Any]
KEYS = ("name", "title", "kind", "line", "measure", "since")
TITLES = {
    "schemes": "QIPP schemes as they were first written down, £",
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
    return {**found, "events": changing(found, history.events(kept))}


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


def changing(found: Mapping[str, Sequence[Row]], events: Sequence[Row]) -> list[Row]:
    """Return the events without the edits that would change nothing."""
    kept, seen = [], {}
    held: dict[str, dict[str, str]] = {str(row["ref"]): {k: str(v) for k, v in row.items()} for row in found["schemes"]}
    for event in events:
        ref = event["ref"]
        if event["what"] in {"brought in", "created", "edited"}:
            if event["what"] == "edited":
                pairs = (pair.split("=", 1) for pair in event["details"].split(" | ") if pair)
                held[ref] |= dict(pairs)
            case = (dict(held[ref]), visible(found, ref, event["date"]))
            if seen.get(ref) == case:
                continue
            seen[ref] = case
        kept.append(event)
    return kept


def visible(found: Mapping[str, Sequence[Row]], ref: str, day: str) -> list[tuple[Any, ...]]:
    """Return what the tables say of a scheme on a day."""
    ended = [field for field, end in zip(FIELDS, ENDS.values(), strict=False) if end.isoformat() <= day]
    says: list[tuple[Any, ...]] = []
    for name, rows in found.items():
        for row in rows if name != "schemes" else ():
            if row["ref"] == ref and str(row.get("since", row.get("on", ""))) <= day:
                says.append((name, *(str(row.get(part) or "") for part in KEYS), *_known(row, day, ended, name)))
    return says


def _known(row: Row, day: str, ended: Sequence[str], name: str) -> list[Any]:
    """Return what has come to be known of a row by a day: actuals of months that have ended, dates that have passed."""
    reports = name == "kpis" or row.get("measure") == "actual"
    months = [(field, row[field]) for field in ended if reports and row.get(field) not in {None, ""}]
    done = row.get("done", "") if row.get("done", "") <= day else ""
    forecast = row.get("forecast", "") if row.get("forecast_on", "") <= day else ""
    return [*months, done, forecast]
