"""The published tables from their files: what is read is what was written down by hand, and so are its findings."""

from __future__ import annotations

import pytest

from recovery.checks import reconcile
from recovery.money import Unit
from recovery.sources.options import Options
from recovery.sources.reading import read
from recovery.sources.workbook import SourceFile
from tests.spec import published_tables as published

FILES = (
    ("financial_plan.csv", published.financial_plan, Unit.THOUSANDS),
    ("month_end_position_m03.csv", published.position, Unit.THOUSANDS),
    ("risks_and_mitigations_m03.csv", published.risks, Unit.MILLIONS),
    ("qipp_rag_m03.csv", published.qipp_rag, Unit.THOUSANDS),
    ("qipp_gateway_m03.csv", published.qipp_gateway, Unit.THOUSANDS),
    ("activity_plan.csv", published.activity_plan, Unit.THOUSANDS),
)
PLACES = {"source_row", "source_column"}


@pytest.mark.parametrize(("name", "by_hand", "unit"), FILES)
def test_a_published_file_is_read_and_reconciled_as_by_hand(name, by_hand, unit):
    file = SourceFile(name, (published.FOLDER / name).read_bytes())
    found = read([file], Options(unit=unit, year=published.YEAR, month=3))
    assert (found.errors, found.questions) == ((), ())
    (made,), expected = found.tables, by_hand()
    kept = [column for column in expected.rows.column_names if column not in PLACES]
    assert made.rows.select(kept).to_pylist() == expected.rows.select(kept).to_pylist()
    assert expected.quanta.items() <= made.quanta.items()
    assert reconcile(made) == reconcile(expected)
