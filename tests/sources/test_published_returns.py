"""The real national returns of April 2016 to June 2018, as published: every file, and some figures cell by cell."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache

from recovery.checks import reconcile
from recovery.period import FinancialYear
from recovery.sources.options import Options
from recovery.sources.reading import Reading, read
from tests.activity_returns import needs_returns, published

YEAR = Options(year=FinancialYear(2018))
COMMISSIONERS = {2016: 210, 2017: 208, 2018: 196}
LEFT = {"note-left-out", "sheet-not-used"}


@cache
def _every() -> Reading:
    return read(published(), YEAR)


@needs_returns
def test_all_twenty_six_are_recognised_with_the_month_and_every_commissioner():
    found = Counter()
    for table in _every().tables:
        assert (table.dataset, table.sheet) == ("activity-return", "Commissioner")
        (period,) = set(zip(table.rows["financial_year"].to_pylist(), table.rows["month"].to_pylist(), strict=True))
        assert Counter(table.rows["kind"].to_pylist()) == {"total": 1, "line": COMMISSIONERS[period[0]]}
        assert not table.unused
        found[period] += 1
    held = {(year, month) for year in (2016, 2017) for month in range(1, 13)} | {(2018, 1), (2018, 2), (2018, 3)}
    assert found == Counter(held - {(2017, 3)})  # June 2017 is missing among the files


@needs_returns
def test_nothing_stands_in_the_way_and_the_mistyped_periods_are_told_with_their_cells():
    assert {problem.rule for problem in _every().problems} == LEFT | {"period-mistyped"}
    told = [(one.place, one.value, one.message) for one in _every().problems if one.rule not in LEFT]
    as_others_say = "was taken, as the title and the file's name say."
    assert told == [
        ("Apr_16.xls [Region] C15", "DECEMBER",
         f"The period column says 'DECEMBER' in 6 rows; April 2016 {as_others_say}"),
        ("Jan_18.xls [Commissioner] C15", "Janaury",
         f"The period column says 'Janaury' in 209 rows; January 2018 {as_others_say}"),
        ("Jan_18.xls [Region] C15", "Janaury",
         f"The period column says 'Janaury' in 6 rows; January 2018 {as_others_say}"),
    ]  # fmt: skip


@needs_returns
def test_what_trusts_did_not_submit_is_passed_on_as_notes():
    notes = [one.value for one in _every().problems if one.rule == "note-left-out" and one.file == "Sep_17.xls"]
    assert notes[0] == "Note:"
    assert notes[1].startswith("East and North Hertfordshire NHS Trust did not submit due to data quality")


@needs_returns
def test_every_total_of_england_is_the_sum_of_its_commissioners():
    findings = [finding for table in _every().tables for finding in reconcile(table)]
    assert [finding for finding in findings if finding.check == "columns down"] == []


@needs_returns
def test_the_two_rows_that_do_not_add_across_are_found_in_the_row_and_in_england():
    found = [
        (table.file, one.row, one.column, one.printed, one.computed)
        for table in _every().tables
        for one in reconcile(table)
    ]
    assert found == [
        ("Apr_17.xls", "England", "elective_total", Decimal(621156), Decimal(621147)),
        ("Apr_17.xls", "04X NHS BIRMINGHAM SOUTH AND CENTRAL CCG", "elective_total", Decimal(2312), Decimal(2303)),
        ("May_17.xls", "England", "planned_total", Decimal(193942), Decimal(193943)),
        ("May_17.xls", "06H NHS CAMBRIDGESHIRE AND PETERBOROUGH CCG", "planned_total", Decimal(3644), Decimal(3645)),
    ]


def _row(file: str, code: str) -> dict[str, object]:
    table = next(table for table in _every().tables if table.file == f"{file}.xls")
    return next(row for row in table.rows.to_pylist() if row["code"] == code)


JUNE_2018 = {
    "elective_ordinary": 1903, "elective_day_case": 8215, "elective_total": 10118,
    "planned_ordinary": 446, "planned_day_case": 2928, "planned_total": 3374,
    "treatment_centres": 1173, "non_elective": 7109,
    "gp_referrals_made_all": 15742, "gp_referrals_seen_all": 12288,
    "gp_referrals_made": 15630, "gp_referrals_seen": 12166,
    "other_referrals_made": 12161, "first_attendances": 21221,
}  # fmt: skip
"""What stands in cells H119 to U119 of June 2018, read from the sheet by eye."""


@needs_returns
def test_figures_of_one_commissioner_are_those_that_stand_in_the_cells():
    june, april = _row("Jun_18", "06H"), _row("Apr_16", "06H")
    assert june["source_row"] == 119
    assert {name: june[name] for name in JUNE_2018} == {name: 10_000 * count for name, count in JUNE_2018.items()}
    assert (april["source_row"], april["gp_referrals_made"], april["region_code"]) == (125, 157_350_000, "Y55")
