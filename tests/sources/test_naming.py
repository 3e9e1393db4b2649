"""Which field a heading names."""

from __future__ import annotations

import pytest

from recovery.period import FinancialYear
from recovery.sources.definitions import datasets
from recovery.sources.headings import understand
from recovery.sources.naming import POSSIBLE, canonical_words, scores, vocabulary
from recovery.sources.words import heading_words, words


def _best(dataset: str, heading: str) -> str | None:
    found = {name: score for name, score in scores(dataset, understand(heading)).items() if score >= POSSIBLE}
    return max(found, key=lambda name: found[name], default=None)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("YTD Budget £'000", "ytd_budget"),
        ("Budget YTD", "ytd_budget"),
        ("Plan to date", "ytd_budget"),
        ("YTD Bugdet", "ytd_budget"),
        ("Cumulative actual", "ytd_actual"),
        ("Year-to-date Actuals (£k)", "ytd_actual"),
        ("YTD Acutal", "ytd_actual"),
        ("YTD Act", "ytd_actual"),
        ("YTD Varience Fav/(adv)", "ytd_variance"),
        ("ytd_variance", "ytd_variance"),
        ("YTD over/(under)spend", "ytd_variance"),
        ("Full-year Plan", "annual_budget"),
        ("Annual Budget 2018/19", "annual_budget"),
        ("Total annual budget", "annual_budget"),
        ("FOT", "forecast_outturn"),
        ("F'cast", "forecast_outturn"),
        ("Forecast out-turn", "forecast_outturn"),
        ("Forcast Outturn", "forecast_outturn"),
        ("Full year forecast", "forecast_outturn"),
        ("FOT Var", "forecast_variance"),
        ("Year end variance", "forecast_variance"),
        ("M3 YTD Budget", "ytd_budget"),
        ("YTD Budget (M1-3)", "ytd_budget"),
        ("Actual Apr-Jun YTD", "ytd_actual"),
        ("Full yaer Plan", "annual_budget"),
        ("Annua lPlan", "annual_budget"),
        ("Forecast Otu-turn", "forecast_outturn"),
        ("Yeart-o-date Actual", "ytd_actual"),
        ("Full yr f/cast", "forecast_outturn"),
        ("YTD Exp", "ytd_actual"),
    ],
)
def test_a_position_heading_is_known_by_its_usual_names_and_typing_errors(heading, field):
    assert _best("position", heading) == field


@pytest.mark.parametrize(
    "heading",
    [
        "In month Budget",
        "In-month actual",
        "Month variance",
        "YTD variance %",
        "% variance",
        "Movement in forecast",
        "Prior month FOT",
        "Comments",
        "YTD WTE",
        "Last year outturn",
        "",
    ],
)
def test_a_heading_of_another_thing_names_no_field(heading):
    assert _best("position", heading) is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("17/18 FOT", "forecast_outturn_prior"),
        ("2017/18 Recurrent Exit position", "recurrent_exit_prior"),
        ("Planned QIP P", "planned_qipp"),
        ("M HIS & GPFV", "mhis_gpfv"),
        ("2018/19 P Plan", "plan"),
        ("plan_2018_19", "plan"),
        ("Tariff Inflation/ Inflation", "tariff_inflation"),
        ("Growth", "growth"),
        ("Growth on recurrent exit", "growth_on_recurrent_exit"),
        ("Growth %", "growth_on_recurrent_exit"),
        ("Non-recurrent investments", "non_recurrent_investment"),
        ("Other recurrent investments", "other_recurrent_investment"),
        ("forecast_outturn_2017_18", "forecast_outturn_prior"),
    ],
)
def test_a_plan_heading_is_known_through_years_and_broken_spacing(heading, field):
    assert _best("financial-plan", heading) == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Chance of occurring", "probability"),
        ("Likelihood of success", "probability"),
        ("Stauts", "state"),
        ("Start date", "first_month"),
        ("End date", "last_month"),
        ("Rec/NR", "recurrent"),
        ("Rec / NR", "recurrent"),
        ("Recurrent (R/NR)", "recurrent"),
        ("Recurrent or non-recurrent", "recurrent"),
        ("Non-recurrent", None),
        ("Net risk £k", "potential_value"),
        ("Residual risk", "potential_value"),
        ("Month", None),
        ("Decision", None),
        ("Responsible officer", "owner"),
        ("Medium £k", "likely_value"),
        ("Date to", "last_month"),
        ("Answers risk", "linked_risk"),
        ("Amount already in forecast £k", "in_forecast"),
        ("Already in position", "in_forecast"),
    ],
)
def test_a_heading_of_a_risk_register_is_known_by_its_usual_names(heading, field):
    assert _best("risk-register", heading) == field


@pytest.mark.parametrize(
    ("dataset", "heading", "field"),
    [
        ("schemes", "PID", "ref"),
        ("activity-plan", "Full year", "plan"),
        ("underlying", "Non recurrent in FOT", "non_recurrent"),
        ("duties", "Duty achieved?", "reported_rag"),
        ("financial-plan", "15/16 recurrent outturn", "recurrent_exit_prior"),
        ("underlying", "FYE of in year changes", "full_year_effect"),
        ("underlying", "Less: non recurrent items", "non_recurrent"),
    ],
)
def test_a_heading_of_another_table_is_known_by_its_usual_names(dataset, heading, field):
    assert _best(dataset, heading) == field


@pytest.mark.parametrize("dataset", [name for name, one in datasets().items() if not one.melt])
def test_every_field_is_known_by_its_own_heading_and_by_its_name_in_csv(dataset):
    year = FinancialYear(2018)
    for field in datasets()[dataset].fields:
        assert _best(dataset, field.heading_in(year)) == field.name
        assert _best(dataset, field.name_in(year)) == field.name


def test_a_long_remark_names_no_field_by_chance():
    remark = "Monthly data relating to admissions and referrals, and to attendances for first consultant appointments."
    assert {name: _best(name, remark) for name in datasets()} == dict.fromkeys(datasets())


@pytest.mark.parametrize("dataset", datasets())
def test_no_heading_names_two_fields_but_a_text_and_a_number_that_their_cells_tell_apart(dataset):
    kinds: dict[frozenset[str], list[tuple[str, bool]]] = {}
    for field, name, _ in vocabulary(dataset).names:
        if (field.name, field.is_number) not in kinds.setdefault(name, []):
            kinds[name].append((field.name, field.is_number))
    twice = {name: own for name, own in kinds.items() if len(own) > 1}
    assert {name: own for name, own in twice.items() if sorted(number for _, number in own) != [False, True]} == {}


@pytest.mark.parametrize("dataset", datasets())
def test_no_heading_is_left_with_one_general_word_when_its_small_words_are_taken_away(dataset):
    small = heading_words("small")
    shortened = {
        (field.name, header): name
        for field in datasets()[dataset].fields
        for header in field.headers
        if len(words(header)) > 1
        and set(words(header)) & small
        and len(name := canonical_words(dataset, understand(header))) == 1
        and not name & datasets()[dataset].synonyms.keys()
        and header.removesuffix(" on") not in field.headers
    }
    assert shortened == {}
