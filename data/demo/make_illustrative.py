"""Make the invented part of the demonstration data: `python data/demo/make_illustrative.py [FOLDER]`.

The same seed gives the same bytes; the published tables beside this file are read and never written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from making import (
    activity,
    care_board,
    commissioners,
    duties,
    last_year,
    position,
    programme,
    register,
    risk_register,
    risks,
    tables,
)

SEED = 2018
NAMES = (
    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "January", "February", "March",
)  # fmt: skip
MONTH_NAMES = {1: "April", 2: "May", 3: "June"}


def make(folder: Path) -> None:
    """Write every invented table under `folder`."""
    random = Random(SEED)  # noqa: S311 - a demonstration, not a secret
    months = register.months(random)
    programme.write(folder / "programme", programme.programme(months))
    programme.write(folder / "care-board" / "programme", care_board.programme())
    for month, schemes in months.items():
        tables.write(_path(folder, month, "schemes"), _title("QIPP scheme register", month, ", £"), schemes)
        named = [scheme for scheme in months[3] if any(scheme["ref"] == one["ref"] for one in schemes)]
        rows = risk_register.register(month, named)
        tables.write(_path(folder, month, "risk-register"), _title("Risk register", month, ", £"), rows)
    for month in (1, 2):
        rows = position.position(month, random)
        title = _title("Month-end position", month, ", £'000, variance Fav/(adv)")
        tables.write(_path(folder, month, "position"), title, rows)
        tables.write(_path(folder, month, "risks"), _title("Risks and mitigations", month, ", £m"), risks.risks(month))
    _make_activity(folder, random)
    _make_duties(folder)
    _make_returns(folder)
    _make_last_year(folder)


def _make_activity(folder: Path, random: Random) -> None:
    path = folder / "year" / "activity-actuals-2017-18.csv"
    tables.write(path, "Activity actuals 2017/18 (illustrative)", activity.last_year(random))
    drifts = activity.drifts(random)
    for month in MONTH_NAMES:
        rows = activity.this_year(month, drifts, random)
        tables.write(_path(folder, month, "activity-actuals"), _title("Activity actuals", month, ""), rows)
    prices = activity.prices(Random(SEED))  # noqa: S311 - a demonstration, not a secret
    tables.write(_path(folder, 3, "activity-prices"), _title("Activity prices", 3, ", £"), prices)


def _make_duties(folder: Path) -> None:
    made = {
        "duties": ("Key financial duties", duties.duties()),
        "allocations": ("Allocation movements", duties.allocations()),
        "underlying": ("Underlying position", duties.underlying()),
    }
    for name, (what, rows) in made.items():
        tables.write(_path(folder, duties.MONTH, name), _title(what, duties.MONTH, ", £'000"), rows)


def _make_returns(folder: Path) -> None:
    """Write the returns among invented commissioners, which take the organisation's own counts from its actuals."""
    path = folder / "year" / "activity-return-2017-18.csv"
    tables.write(path, "Monthly activity return, April to June 2017 (illustrative)", commissioners.last_year(folder))
    for month, name in MONTH_NAMES.items():
        title = f"Monthly activity return, {name} 2018 (illustrative)"
        tables.write(_path(folder, month, "activity-return"), title, commissioners.this_year(folder, month))


def _make_last_year(folder: Path) -> None:
    random = Random(SEED - 1)  # noqa: S311 - a demonstration, not a secret
    for month in last_year.MONTHS:
        when = f"month {month} ({NAMES[month - 1]}) 2017/18"
        title = f"Month-end position, {when}, £'000, variance Fav/(adv) (illustrative)"
        path = folder / "year-2017-18" / f"position-month-{month:02d}.csv"
        tables.write(path, title, last_year.position(month, random))


def _path(folder: Path, month: int, dataset: str) -> Path:
    return folder / f"month-{month:02d}" / f"{dataset}.csv"


def _title(what: str, month: int, unit: str) -> str:
    return f"{what}, month {month} ({MONTH_NAMES[month]}) 2018/19{unit} (illustrative)"


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else tables.DEMO)
