"""What the tables of a kept register say of a scheme on a day; an edit that would change nothing is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from making.courses import FIELDS

Row = dict[str, Any]
KEYS = ("name", "title", "kind", "line", "measure", "since")


def changing(found: Mapping[str, Sequence[Row]], events: Sequence[Row], ends: Mapping[int, dt.date]) -> list[Row]:
    """Return the events without the edits that would change nothing."""
    kept, seen = [], {}
    held: dict[str, dict[str, str]] = {str(row["ref"]): {k: str(v) for k, v in row.items()} for row in found["schemes"]}
    for event in events:
        ref = event["ref"]
        if event["what"] in {"brought in", "created", "edited"}:
            if event["what"] == "edited":
                pairs = (pair.split("=", 1) for pair in event["details"].split(" | ") if pair)
                held[ref] |= dict(pairs)
            case = (dict(held[ref]), visible(found, ref, event["date"], ends))
            if seen.get(ref) == case:
                continue
            seen[ref] = case
        kept.append(event)
    return kept


def visible(
    found: Mapping[str, Sequence[Row]], ref: str, day: str, ends: Mapping[int, dt.date]
) -> list[tuple[Any, ...]]:
    """Return what the tables say of a scheme on a day."""
    ended = [field for field, end in zip(FIELDS, ends.values(), strict=False) if end.isoformat() <= day]
    says: list[tuple[Any, ...]] = []
    for name, rows in found.items():
        says += [
            (name, *(str(row.get(part) or "") for part in KEYS), *_known(row, day, ended, name))
            for row in (rows if name != "schemes" else ())
            if row["ref"] == ref and str(row.get("since", row.get("on", ""))) <= day
        ]
    return says


def _known(row: Row, day: str, ended: Sequence[str], name: str) -> list[Any]:
    """Return what has come to be known of a row by a day: actuals of months that have ended, dates that have passed."""
    reports = name == "kpis" or row.get("measure") == "actual"
    months = [(field, row[field]) for field in ended if reports and row.get(field) not in {None, ""}]
    done = row.get("done", "") if row.get("done", "") <= day else ""
    forecast = row.get("forecast", "") if row.get("forecast_on", "") <= day else ""
    return [*months, done, forecast]
