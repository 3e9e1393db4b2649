"""The kept register of the demonstration gives what was published, on every day that was published."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal

import pytest

from recovery.demo import FOLDER, load_demo
from recovery.engine import Engine
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.programme.event_kinds import PERSON, SCHEME
from recovery.programme.folding import states
from recovery.record import Record
from recovery.view import View

YEAR = FinancialYear(2018)
MONTH_ENDS = {1: dt.date(2018, 4, 30), 2: dt.date(2018, 5, 31), 3: dt.date(2018, 6, 30)}
PUBLISHED_ON = (dt.date(2018, 6, 30), dt.date(2018, 7, 30))
NOW = View("06H", YEAR, 3)
STARTS = {name: number for number, name in enumerate(
    ("April", "May", "June", "July", "August", "September", "October", "November"), start=1)}  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Record:
    record = Record(str(tmp_path_factory.mktemp("kept") / "record.sqlite"))
    load_demo(record)
    return record


@pytest.fixture(scope="module")
def engine(record) -> Engine:
    return Engine(record)


def rows(path: str) -> list[dict[str, str]]:
    with (FOLDER / path).open(encoding="utf-8", newline="") as file:
        next(file)
        return list(csv.DictReader(file))


def shown(engine: Engine, name: str, view: View = NOW, *, computed: bool = False) -> list[dict]:
    return figure(name, engine, view, computed=computed).records()


def by_ref(engine: Engine, name: str, view: View = NOW) -> dict[str, dict]:
    return {row["ref"]: row for row in shown(engine, name, view)}


def thousands(pounds: Decimal | None) -> int:
    return int(((pounds or Decimal(0)) / 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@pytest.mark.parametrize("day", PUBLISHED_ON, ids=str)
def test_the_matrix_of_stages_and_areas_is_the_published_one(engine, day):
    found = shown(engine, "pipeline", View("06H", YEAR, 3, day))
    published = [row for row in rows("month-03/qipp-gateway.csv") if not row["area"].startswith("Memorandum")]
    assert [row["area"] for row in found[:-1]] == [row["area"] for row in published[:-1]]
    for ours, printed in zip(found, published, strict=True):
        for column, cell in printed.items():
            if column.endswith("_count"):
                assert (ours[column] or 0) == int(cell or 0), (printed["area"], column)
            elif column != "area":
                assert thousands(ours[column]) == int(cell or 0), (printed["area"], column)
    assert sum(cell != "" for row in published for cell in row.values()) > 100


@pytest.mark.parametrize("day", PUBLISHED_ON, ids=str)
def test_the_table_by_rag_is_the_published_one(engine, day):
    found = shown(engine, "qipp-rag", View("06H", YEAR, 3, day), computed=True)
    ours = [
        (row["status"], row["rag"], *(thousands(row[name]) for name in ("net_value", "risk_adjusted", "variance")))
        for row in found
    ]
    assert ours == [
        (row["status"], row["rag"], int(row["net_value"]), int(row["risk_adjusted"]), int(row["variance"]))
        for row in rows("month-03/qipp-rag.csv")
    ]
    shares = [f"{row['share'].quantize(Decimal(1), rounding=ROUND_HALF_UP)}%" for row in found]
    assert shares == [row["share"] for row in rows("month-03/qipp-rag.csv")]


@pytest.mark.parametrize(("month", "day"), MONTH_ENDS.items(), ids=str)
def test_at_each_month_end_the_kept_register_is_the_one_that_was_loaded(engine, month, day):
    found = by_ref(engine, "schemes", View("06H", YEAR, month, day))
    loaded = rows(f"month-{month:02d}/schemes.csv")
    assert len(loaded) == {1: 47, 2: 55, 3: 55}[month]
    assert set(found) == {row["ref"] for row in loaded}
    for row in loaded:
        ours = found[row["ref"]]
        assert [ours[name] for name in ("scheme", "area", "stage_name", "rag", "lead", "sro")] == [
            row[name] for name in ("scheme", "area", "stage", "rag", "lead", "sro")
        ], row["ref"]
        assert (ours["comment"] or "") == row["comment"]
        assert ours["start_month"] == STARTS[row["start_month"]]
        for name in ("net_value", "recurrent_value", "full_year_effect"):
            assert ours[name] == Decimal(row[name]), (row["ref"], name)


def test_the_rating_follows_from_what_is_recorded_for_all_schemes_but_three(engine):
    found = by_ref(engine, "ratings")
    assert len(found) == 55
    assert {row["computed"] for row in found.values()} == {"Red", "Amber", "Green"}
    by_hand = {ref: row["override_reason"] for ref, row in found.items() if row["override"]}
    assert sorted(by_hand) == ["Q18-042", "Q18-050", "Q18-053"]
    assert all(by_hand.values())
    assert all((row["rag"] == row["computed"]) != (ref in by_hand) for ref, row in found.items())


def test_every_part_of_the_rating_decides_somewhere_but_the_measures(engine):
    worst = Counter(
        part
        for row in shown(engine, "ratings")
        for part in ("milestones", "finance", "kpis", "risks", "quality")
        if row["computed"] != "Green" and row[part] == row["computed"]
    )
    assert set(worst) == {"milestones", "finance", "risks", "quality"}


def test_delivery_at_month_3_is_what_was_published_in_words(engine):
    figures = {row["group"]: row for row in shown(engine, "delivery-by-area")}
    total = figures["Total"]
    assert total["plan_ytd"] == Decimal(8_786_000)
    assert total["actual_ytd"] == Decimal(8_609_118)
    assert round(total["delivery_percent"]) == 98
    millions = {name: row["variance_ytd"] / 1_000_000 for name, row in figures.items() if row["variance_ytd"]}
    assert sorted(millions) == ["Acute (PbR)", "Community / CSI", "Prescribing", "Total"]
    assert f"{millions['Total']:.2f}" == "-0.18"
    assert f"{millions['Community / CSI']:.2f}" == "-0.18"
    assert f"{millions['Acute (PbR)']:.2f}" == "-0.19"
    assert f"{millions['Prescribing']:.1f}" == "0.2"


def test_community_is_planned_in_twelfths_where_it_has_a_plan_to_date(record):
    schemes = {ref: state.scheme for ref, state in states(record.events_of("06H", 2018, SCHEME)).items()}
    planned = [one for one in schemes.values() if one.area == "Community / CSI" and one.profile[0].month == 1]
    assert len(planned) == 5
    for scheme in planned:
        months = [line.plan for line in scheme.profile]
        assert len(months) == 12
        assert max(months) - min(months) <= 1


def test_profiles_add_up_to_net_values_line_by_line(record):
    found = states(record.events_of("06H", 2018, SCHEME))
    assert len(found) == 56
    for state in found.values():
        scheme = state.scheme
        parts = {True: scheme.recurrent_value, False: scheme.non_recurrent_value}
        for recurrent, value in parts.items():
            assert sum(line.plan for line in scheme.profile if line.recurrent is recurrent) == value, scheme.ref
        assert scheme.gross_saving - scheme.investment == scheme.net_value == sum(parts.values())


def test_forecasts_are_the_plan_still_or_say_why_they_are_not(engine):
    found = by_ref(engine, "delivery")
    still = {ref for ref, row in found.items() if row["forecast_is_plan"] == "yes"}
    assert {"Q18-027", "Q18-028", "Q18-050", "Q18-053"} <= still
    assert "Q18-026" not in still
    slipped = {ref for ref, row in found.items() if row["slippage_reason"]}
    assert slipped == {"Q18-035", "Q18-036", "Q18-037", "Q18-038", "Q18-039", "Q18-048", "Q18-050"}
    assert {ref for ref in slipped if found[ref]["variance_year"] < 0} >= {"Q18-035", "Q18-038", "Q18-048"}


def test_non_recurrent_saving_that_stands_in_for_recurrent_saving_shows(engine):
    row = by_ref(engine, "delivery")["Q18-042"]
    assert (row["variance_ytd"], row["variance_year"]) == (0, 0)
    assert row["plan_year"] == Decimal(7_500_000)
    assert row["recurrent_year"] == Decimal(5_520_000)


def test_activity_planned_away_adds_up_to_the_published_qipp_activity(record):
    planned: dict[str, Decimal] = defaultdict(Decimal)
    for state in states(record.events_of("06H", 2018, SCHEME)).values():
        for change in state.scheme.activity:
            assert change.change < 0
            assert state.scheme.area.startswith("Acute")
            planned[change.code] += change.change
    published = {row["code"]: int(row["qipp_2018_19"]) for row in rows("year/activity-plan.csv")}
    assert planned == {code: published[code] for code in planned}
    assert sorted(planned) == ["E.M.10a", "E.M.10b", "E.M.7a", "E.M.7b", "E.M.8", "E.M.9"]


def test_the_board_has_schemes_that_are_stuck_over_norm_and_late(engine):
    found = by_ref(engine, "board")
    assert {ref for ref, row in found.items() if row["ageing"] == "stuck"} == {"Q18-034", "Q18-035", "Q18-042"}
    assert sum(row["ageing"] == "over norm" for row in found.values()) == 11
    assert sum(bool(row["overdue_milestones"]) for row in found.values()) > 10


def test_every_kind_of_approval_but_the_last_is_waited_for(engine):
    assert {row["approval_key"] for row in shown(engine, "waiting")} == {
        "finance-review", "management-executive-review", "clinical-executive-committee-review",
        "impact-assessors-sign-off", "pmo-plan-review", "pmo-able-to-monitor", "pmo-benefits-delivered",
    }  # fmt: skip


def test_conditions_are_open_overdue_and_met(engine):
    assert Counter(row["state"] for row in shown(engine, "conditions")) == {"open": 3, "overdue": 3, "met": 3}


def test_one_idea_was_withdrawn_early_and_is_in_no_total(engine, record):
    state = states(record.events_of("06H", 2018, SCHEME))["Q18-056"]
    assert (state.status, state.changed_on) == ("withdrawn", dt.date(2018, 4, 26))
    assert [row["ref"] for row in shown(engine, "withdrawn")] == ["Q18-056"]
    assert "Q18-056" not in by_ref(engine, "schemes")
    assert "Q18-056" not in by_ref(engine, "delivery")


def test_no_scheme_moves_on_without_the_approvals_of_its_gateway_by_people_who_are_not_named_in_it(record):
    people = {event.subject.key for event in record.events_of("", 0, PERSON)}
    given: dict[str, list[str]] = defaultdict(list)
    seen = Counter[str]()
    for event in record.events_of("06H", 2018, SCHEME):
        ref = event.subject.key
        seen[event.kind] += 1
        assert event.by in people
        if event.kind == "approved":
            given[ref].append(event.by)
        elif event.kind == "moved":
            assert given.pop(ref)
        elif event.kind in {"lapsed", "sent back"}:
            given.pop(ref, None)
    assert (seen["moved"], seen["sent back"], seen["lapsed"], seen["condition met"]) == (61, 1, 1, 3)


def test_everything_about_the_kept_register_is_marked_as_illustrative(engine, record):
    everything = [*record.events_of("06H", 2018, SCHEME), *record.events_of("", 0, PERSON)]
    assert len(everything) > 350
    assert all(event.illustrative for event in everything)
    for name in ("pipeline", "delivery", "board", "ratings", "waiting", "conditions", "approvals", "history"):
        assert figure(name, engine, NOW).illustrative, name
