"""Every number leads back to its cell."""

from __future__ import annotations

from recovery.measures.trail import trail_of
from tests.engine.published import everything_published
from tests.measures.looking import at_month_3


def test_a_number_leads_to_its_submission_file_sheet_and_cell():
    found = trail_of(at_month_3(everything_published(), "trail"), "position", 1, "ytd_actual")
    assert len(found.rows) == 1
    record = found.records()[0]
    assert (record["row"], record["value"], record["submission"]) == ("Acute Services", 152529000, 1)
    assert (record["file"], record["sheet"], record["cell"]) == ("made.xlsx", "made", "A2")
    assert record["sha256"] == f"{1:064x}"
    assert found.kinds == ("money",)


def test_every_printed_number_of_every_table_is_there():
    found = at_month_3(everything_published(), "trail")
    assert set(found.values("dataset")) == {
        "position", "risks", "qipp-rag", "qipp-gateway", "financial-plan", "qipp-targets", "activity-plan", "schemes",
        "activity-actuals", "duties", "allocations", "underlying", "risk-register",
        "activity-prices", "activity-return",
    }  # fmt: skip
    assert found.values("dataset").count("position") == 60
