"""What was found, and what was loaded."""

from __future__ import annotations

from tests.engine.filled import FilledEngine
from tests.engine.published import everything_published, published_tables
from tests.measures.looking import at_month_3


def test_findings_within_and_between_tables_stand_together():
    found = at_month_3(everything_published(), "findings")
    assert [column.name for column in found.columns] == [
        "dataset", "check", "row", "column", "printed", "computed", "difference", "severity",
    ]  # fmt: skip
    assert (
        "financial-plan",
        "columns down",
        "Total spend",
        "planned_qipp",
        -35142000,
        -35533000,
        391000,
        "difference",
    ) in found.rows
    between = [record for record in found.records() if record["check"] == "plan's QIPP against targets"]
    assert [record["difference"] for record in between] == [-533000]


def test_every_finding_says_of_which_kind_its_amounts_are():
    found = at_month_3(everything_published(), "findings")
    assert len(found.kinds) == len(found.rows) > 20
    kinds = {(record["column"], kind) for record, kind in zip(found.records(), found.kinds, strict=True)}
    assert {("planned_qipp", "money"), ("outturn_prior", "count")} <= kinds


def test_submissions_say_who_loaded_what_and_what_of_it_holds():
    first = published_tables()[0]
    found = at_month_3(FilledEngine(first, first), "submissions")
    assert found.values("current") == ["no", "yes"]
    assert found.values("findings") == [12, 12]
    assert found.records()[0]["loaded_at"] == "2018-07-10 09:01:00"
    assert found.records()[1]["year"] == "2018/19"
