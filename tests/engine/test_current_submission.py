"""Which submission holds for a month: the macro in SQL beside its twin in Python, and by hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.engine import Engine
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.record.current import current
from tests.record.building import YEAR, actuals, load, position, targets

MONTHS = st.none() | st.integers(1, 4)
MAKERS = {"position": position, "qipp-targets": targets}


def _in_sql(engine: Engine, month: int) -> dict[str, int]:
    rows = engine._rows("SELECT dataset, id FROM current_submission('06H', 2018, $month)", {"month": month})
    assert len(rows) == len(dict(rows))
    return dict(rows)


def _in_python(record: Record, month: int) -> dict[str, int]:
    return {name: heading.id for name, heading in current(record.headings("06H", YEAR), month).items()}


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*MAKERS, "activity-actuals"]), MONTHS), max_size=8))
def test_the_macro_and_its_twin_agree_for_every_month(loads: list[tuple[str, int | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(str(Path(folder) / "record.sqlite"))
        for name, month in loads:
            record.append(load(MAKERS[name](month) if name in MAKERS else actuals(month, [1])))  # type: ignore[arg-type]
        record.append(load(position(1), organisation="07K"))
        record.append(load(position(1), year=FinancialYear(2017)))
        engine = Engine(record)
        for month in range(6):
            assert _in_sql(engine, month) == _in_python(record, month)
        record.close()


@pytest.mark.parametrize(
    ("loaded", "month", "holds"),
    [
        ([3, 3], 3, 2),
        ([3, None], 3, 1),
        ([None, 2], 3, 1),
        ([2, 4], 3, None),
        ([None, None], 7, 2),
    ],
)
def test_monthly_data_holds_for_its_own_month(
    tmp_path: Path, loaded: list[int | None], month: int, holds: int | None
) -> None:
    record = Record(str(tmp_path / "record.sqlite"))
    for number in loaded:
        record.append(load(position(number)))
    assert _in_sql(Engine(record), month).get("position") == holds
    assert _in_python(record, month).get("position") == holds


@pytest.mark.parametrize(
    ("loaded", "month", "holds"),
    [
        ([None, 3], 3, 2),
        ([None, 6], 3, 1),
        ([1, 3, 6], 4, 2),
        ([3, 1], 4, 2),
        ([6, 8], 3, 2),
        ([6], 0, 1),
    ],
)
def test_yearly_data_holds_from_its_month_on(tmp_path: Path, loaded: list[int | None], month: int, holds: int) -> None:
    record = Record(str(tmp_path / "record.sqlite"))
    for number in loaded:
        record.append(load(targets(number)))
    assert _in_sql(Engine(record), month) == {"qipp-targets": holds}
    assert _in_python(record, month) == {"qipp-targets": holds}
