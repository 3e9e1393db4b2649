"""The QIPP register: schemes whose pounds give every published cell, rating and total once they are rounded.

The published areas, stages and ratings are each rounded from unrounded pounds, so their rounded parts need not add up
to them.  The search draws the pounds of each scheme near its rough value until all published figures come out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from making import tables

if TYPE_CHECKING:
    from random import Random

REACH = 150  # pounds by which a scheme may leave its rough value
LARGE = 1_000_000  # pounds; schemes as large stood in the plan from the start
WORST_FIRST = ("Red", "Amber", "Green")
Scheme = dict[str, Any]
Printed = Mapping[tuple[str, ...], int]


def months(random: Random) -> dict[int, list[Scheme]]:
    """Return the register of months 1 to 3."""
    rough = tables.read(tables.HERE / "schemes.csv", titled=False)
    third = _month_three(rough, random)
    second = [earlier(scheme, random, 0.45) for scheme in third]
    first = [earlier(scheme, random, 0.55) for scheme in second]
    return {1: _begun(first, "Pipeline"), 2: second, 3: third}


def _month_three(rough: list[dict[str, str]], random: Random) -> list[Scheme]:
    published = _published()
    cells = Counter((scheme["area"], scheme["stage"]) for scheme in rough)
    while True:
        register = [
            _scheme(number, scheme, _pounds(scheme, random, alone=cells[scheme["area"], scheme["stage"]] == 1))
            for number, scheme in enumerate(rough, 1)
        ]
        found = summary(register)
        if all(found.get(key, 0) == printed for key, printed in published.items()):
            return register


def _pounds(rough: Mapping[str, str], random: Random, *, alone: bool) -> int:
    """Draw a scheme's value; the only scheme of a published cell has the value that was published."""
    return 1000 * int(rough["about"]) + (0 if alone else round(REACH * (2 * random.random() - 1)))


def _scheme(number: int, rough: Mapping[str, str], pounds: int) -> Scheme:
    recurrent = pounds * int(rough["recurrent"]) // 100
    months_running = 12 - _MONTHS.index(rough["start_month"])
    return {
        "ref": f"Q18-{number:03d}",
        "scheme": rough["scheme"],
        "area": rough["area"],
        "stage": rough["stage"],
        "rag": rough["rag"],
        "net_value": pounds,
        "lead": rough["lead"],
        "sro": rough["sro"],
        "recurrent_value": recurrent,
        "full_year_effect": recurrent * 12 // months_running,
        "start_month": rough["start_month"],
        "comment": rough["comment"],
    }


_MONTHS = ("April", "May", "June", "July", "August", "September",
           "October", "November", "December", "January", "February", "March")  # fmt: skip


def summary(register: Iterable[Scheme]) -> Printed:
    """Return every published figure as the register gives it, in whole £'000 (counts as numbers)."""
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    pounds: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    for scheme in register:
        value, weight = Decimal(scheme["net_value"]), _weight(scheme)
        for key in _cells(scheme):
            counts[*key, "count"] += 1
            pounds[*key, "value"] += value
        status = "Pipeline" if scheme["stage"] == "Pipeline" else "Schemes in delivery"
        for key in ((status, scheme["rag"]), ("Total", "")):
            pounds[*key, "net_value"] += value
            pounds[*key, "risk_adjusted"] += value * weight
            pounds[*key, "variance"] += value * weight - value
    return counts | {key: tables.whole(value / 1000) for key, value in pounds.items()}


def _cells(scheme: Scheme) -> Iterable[tuple[str, str]]:
    for area in (scheme["area"], "Totals"):
        yield area, scheme["stage"].lower()
        yield area, "total_including_pipeline"
        if scheme["stage"] != "Pipeline":
            yield area, "total_excluding_pipeline"


def _weight(scheme: Scheme) -> Decimal:
    return _weights().get(scheme["stage"], _weights()[scheme["rag"]])


@cache
def _weights() -> Mapping[str, Decimal]:
    rows = tables.read(tables.REFERENCE / "risk_weights.csv", titled=False)
    return {row["key"]: Decimal(row["weight"]) for row in rows}


def _published() -> Printed:
    found: dict[tuple[str, ...], int] = {}
    for row in tables.read(tables.DEMO / "month-03" / "qipp-gateway.csv"):
        if not row["area"].startswith("Memorandum"):
            found |= {
                (row["area"], *_cell(name)): int(value or 0)
                for name, value in row.items()
                if name.endswith(("_count", "_value"))
            }
    for row in tables.read(tables.DEMO / "month-03" / "qipp-rag.csv"):
        found |= {
            (row["status"], row["rag"], name): int(row[name]) for name in ("net_value", "risk_adjusted", "variance")
        }
    return found


def _cell(name: str) -> tuple[str, str]:
    place, _, measure = name.rpartition("_")
    return place, measure


def earlier(scheme: Scheme, random: Random, likelihood: float) -> Scheme:
    """Return the scheme as it stood a month before: perhaps a stage back, less sure and of another value."""
    before = dict(scheme)
    stages = [stage["name"] for stage in tables.programme("qipp")["stages"]]
    place = stages.index(scheme["stage"])
    if place and scheme["net_value"] < LARGE and random.random() < likelihood:
        before["stage"] = stages[place - 1]
        before["net_value"] = round(scheme["net_value"] * (0.85 + 0.25 * random.random()))
        before["rag"] = _less_sure(scheme["rag"]) if random.random() < likelihood else scheme["rag"]
    if before["stage"] == "Pipeline":
        before["rag"] = "Red"
    before["recurrent_value"] = min(before["recurrent_value"], before["net_value"])
    before["comment"] = ""
    return before


def _less_sure(rag: str) -> str:
    return WORST_FIRST[max(WORST_FIRST.index(rag) - 1, 0)]


def _begun(register: list[Scheme], first_stage: str) -> list[Scheme]:
    """Leave out every third idea: it had not been written down yet."""
    ideas = [scheme for scheme in register if scheme["stage"] == first_stage]
    return [scheme for scheme in register if scheme not in ideas[::3]]
