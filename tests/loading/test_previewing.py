"""A preview says what a load would be and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.loading import preview
from recovery.sources.options import Options
from tests.loading.files import plan, position, targets

if TYPE_CHECKING:
    from recovery.sources.table import Table


def test_a_preview_has_tables_and_findings_but_no_receipt() -> None:
    outcome = preview([position(3), plan(), targets(acute=190)], Options())
    assert outcome.receipt is None
    assert [table.dataset for table in outcome.tables] == ["position", "financial-plan", "qipp-targets"]
    assert len(outcome.findings_by_table) == 3
    assert "plan's QIPP against targets" in {finding.check for finding in outcome.findings}


def test_what_is_held_is_asked_for_by_month_and_gives_way_to_the_load() -> None:
    asked: list[int | None] = []
    held = {table.dataset: table for table in preview([plan(), targets(acute=100)], Options()).tables}

    def holding(month: int | None) -> dict[str, Table]:
        asked.append(month)
        return held

    alone = preview([plan()], Options(month=4), holding)
    together = preview([plan(), targets(acute=200)], Options(month=4), holding)
    assert asked == [4, 4]
    assert [finding.check for finding in alone.findings] == ["plan's QIPP against targets"]
    assert together.findings == ()


def test_a_finding_is_said_once_whatever_the_number_of_months() -> None:
    outcome = preview([plan(), targets(acute=190)], Options())
    checks = [finding.check for finding in outcome.findings]
    assert checks.count("plan's QIPP against targets") == 1


def test_who_only_asks_whether_it_adds_up_need_not_say_the_month() -> None:
    assert [problem.option for problem in preview([position(None)], Options()).in_the_way] == ["month"]
    assert preview([position(None)], Options(), asks_month=False).in_the_way == ()
