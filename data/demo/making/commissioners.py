"""The national activity return in small: the demonstration's own counts among a dozen invented commissioners.

The organisation's own row says what its activity actuals say, so that the two cannot contradict each other.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from making import tables
from making.activity import MONTHS

if TYPE_CHECKING:
    from pathlib import Path

SEED = 46
OWN = ("06H", "Cambridgeshire and Peterborough CCG")
NAMES = (
    "Alder Vale", "Birch Hill", "Cedar Coast", "Dale and Fell", "Elm Valley", "Fernshire", "Greenwold", "Hazelbridge",
    "Ivy Downs", "Juniper Moor", "Kestrel Bay",
)  # fmt: skip
MERGED = {"X0L": "Larch Town", "X0M": "Maple Heath"}
"""Two that were merged at the end of 2017/18, into the one below."""
NEW = ("X0N", "Larch and Maple")
REGIONS = (("X01", "Invented north"), ("X02", "Invented south"))
COUNTED = {
    "elective_ordinary": "E.M.10b", "elective_day_case": "E.M.10a", "non_elective": "E.M.11",
    "gp_referrals_made": "E.M.7a", "other_referrals_made": "E.M.7b", "first_attendances": "E.M.8",
}  # fmt: skip
Rows = list[dict[str, Any]]
Counts = dict[str, int]


def last_year(folder: Path) -> Rows:
    """Return the returns of April to June 2017, one below the other."""
    rows: Rows = []
    for month in (1, 2, 3):
        own = _own_last_year(folder, month)
        others = {code: _counts(code, month, own) for code in (*_codes(), *MERGED)}
        rows += _table("2017/18", month, own, others)
    return rows


def this_year(folder: Path, month: int) -> Rows:
    """Return the return of one month of 2018/19."""
    actuals = {row["code"]: row for row in tables.read(folder / f"month-{month:02d}" / "activity-actuals.csv")}
    own = {field: int(actuals[code][MONTHS[month - 1]]) for field, code in COUNTED.items()}
    before = _own_last_year(folder, month)
    return _table("2018/19", month, own, {code: _grown(code, month, before) for code in (*_codes(), NEW[0])})


def _own_last_year(folder: Path, month: int) -> Counts:
    actuals = {row["code"]: row for row in tables.read(folder / "year" / "activity-actuals-2017-18.csv")}
    return {field: int(actuals[code][MONTHS[month - 1]]) for field, code in COUNTED.items()}


def _codes() -> dict[str, str]:
    return {f"X0{chr(ord('A') + place)}": name for place, name in enumerate(NAMES)}


def _counts(code: str, month: int, own_last_year: Counts) -> Counts:
    """Return a commissioner's invented counts of one month of 2017/18: of a size of its own, with a little noise."""
    size = Random(f"{SEED} {code}").uniform(0.15, 1.1)  # noqa: S311 - a demonstration, not a secret
    noise = Random(f"{SEED} {code} {month}")  # noqa: S311
    return {field: round(size * count * noise.uniform(0.97, 1.03)) for field, count in own_last_year.items()}


def _grown(code: str, month: int, own_last_year: Counts) -> Counts:
    """Return a commissioner's counts a year later; the merged one's are those of the two it was made from."""
    before = [_counts(one, month, own_last_year) for one in (MERGED if code == NEW[0] else (code,))]
    growth = Random(f"{SEED} {code} growth")  # noqa: S311
    return {field: round(sum(one[field] for one in before) * growth.gauss(1.02, 0.035)) for field in COUNTED}


def _table(year: str, month: int, own: Counts, others: dict[str, Counts]) -> Rows:
    names = {OWN[0]: OWN[1], **_codes(), **MERGED, NEW[0]: NEW[1]}
    counts = {OWN[0]: own, **others}
    england = {field: sum(one[field] for one in counts.values()) for field in COUNTED}
    rows = [_row(year, month, ("", ""), ("", "England"), england)]
    for place, (code, one) in enumerate(counts.items()):
        name = names[code] if code == OWN[0] else f"{names[code]} CCG (invented)"
        rows.append(_row(year, month, REGIONS[place % len(REGIONS)], (code, name), one))
    return rows


def _row(year: str, month: int, region: tuple[str, str], who: tuple[str, str], counts: Counts) -> dict[str, Any]:
    elective = counts["elective_ordinary"] + counts["elective_day_case"]
    first, *rest = counts.items()
    day_case, *rest = rest
    place = dict(zip(("financial_year", "month", "region_code", "region_name"), (year, month, *region), strict=True))
    return {
        **place,
        "code": who[0],
        "name": who[1],
        **dict([first, day_case]),
        "elective_total": elective,
        **dict(rest),
    }
