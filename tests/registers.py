"""Registers for tests: one written out by hand, and ones drawn by Hypothesis with whatever people can type."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from recovery.period import FinancialYear
from recovery.programme.configuration import programmes
from recovery.programme.scheme import (
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)
from recovery.programme.state import SchemeState, Status
from recovery.sources.register.texts import cell_text

YEAR = FinancialYear(2018)
DAY = dt.date(2018, 7, 30)
QIPP, EFFICIENCY = programmes()["qipp"], programmes()["efficiency"]

WARDS = Scheme(
    ref="Q18-001",
    title="Fewer outpatient follow-ups",
    area="Acute",
    workstream="Planned care",
    description='=Not a "formula"\nbut two lines',
    lead="lead@x.example",
    sro="sro@x.example",
    clinical_lead="gp@x.example",
    start=dt.date(2018, 4, 1),
    end=dt.date(2019, 3, 31),
    gross_saving=Decimal("120000.50"),
    investment=Decimal("20000.25"),
    net_value=Decimal("100000.25"),
    recurrent_value=Decimal("90000.25"),
    non_recurrent_value=Decimal(10000),
    full_year_effect=Decimal(110000),
    dependencies="Providers' agreement",
    reported_rag="Amber",
    comment="-5% on last year",
    profile=(
        ProfileMonth(1, Decimal("50000.25"), Decimal(40000), None),
        ProfileMonth(1, Decimal(10000), None, Decimal(9000), recurrent=False),
        ProfileMonth(2, Decimal(40000)),
    ),
    milestones=(Milestone("Contract varied", dt.date(2018, 6, 30), None, dt.date(2018, 7, 2)), Milestone("Live")),
    kpis=(Kpi("Follow-ups a week", "number", Decimal(120), Decimal("95.5"), "down", ((1, Decimal(118)),)),),
    risks=(SchemeRisk("Providers object", 3, 4, "Talk to them", "lead@x.example", is_open=False),),
    assessments=(Assessment("quality", 6, stage_2_needed=True, stage_2_score=4, outcome="go", assessor="QIA panel"),),
    activity=(ActivityChange("E.M.8", "Outpatients", 1, Decimal("-120.5")),),
)
DRUGS = Scheme(ref="Q18-002", title="Cheaper generics", area="Prescribing", net_value=Decimal(50000))


def state_of(scheme: Scheme, stage: int = 0, status: Status = Status.LIVE, **more) -> SchemeState:
    """Return a scheme at a stage, with nothing else to say of it."""
    return SchemeState(
        organisation="X1",
        year=YEAR.start,
        scheme=scheme,
        version=1,
        case_version=1,
        stage=stage,
        status=status,
        entered_stage_on=dt.date(2018, 4, 2),
        changed_on=dt.date(2018, 4, 2),
        created_by="pmo@x.example",
        **more,
    )


_AWKWARD = st.sampled_from(
    [
        "=1+1",
        "+44",
        "-",
        "@x",
        "'quoted'",
        'say "so"',
        "two\nlines",
        "_x000D_",
        "#REF!",
        "TRUE",
        "0012",
        "1e5",
        "–",
        "é😀",
    ]
)
_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t")
texts = st.one_of(_AWKWARD, st.text(_LETTERS, max_size=30)).map(cell_text)
names = texts.filter(bool)
pounds = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=4).map(lambda one: one.normalize() + 0)
dates = st.dates(min_value=dt.date(1899, 1, 1), max_value=dt.date(2150, 12, 31))
months = st.integers(min_value=1, max_value=12)
scores = st.integers(min_value=1, max_value=5)


def _maybe(strategy):
    return st.none() | strategy


_lines = st.builds(ProfileMonth, months, pounds, _maybe(pounds), _maybe(pounds), st.booleans())
_milestones = st.builds(Milestone, names, _maybe(dates), _maybe(dates), _maybe(dates))
_actuals = st.dictionaries(months, numbers, max_size=4).map(lambda found: tuple(sorted(found.items())))
_kpis = st.builds(Kpi, names, texts, _maybe(numbers), _maybe(numbers), st.sampled_from(["up", "down"]), _actuals)
_risks = st.builds(SchemeRisk, names, scores, scores, texts, texts, st.booleans())
_whole = _maybe(st.integers(0, 25))
_kinds = st.sampled_from(["quality", "equality"])
_assessments = st.builds(Assessment, _kinds, _whole, st.booleans(), _whole, texts, texts, _maybe(dates))
_activity = st.builds(ActivityChange, names, texts, months, numbers)


def _few(strategy, key=None):
    return st.lists(strategy, max_size=3, unique_by=key).map(tuple)


@st.composite
def schemes(draw, ref: str = "Q18-001", ratings=tuple(one.name for one in QIPP.ratings)) -> Scheme:
    """Draw a scheme with any case that can be kept."""
    named = {name: draw(texts) for name in ("workstream", "description", "lead", "sro", "clinical_lead")}
    said = {name: draw(texts) for name in ("dependencies", "slippage_reason", "comment")}
    start = draw(_maybe(dates))
    money = ("gross_saving", "investment", "recurrent_value", "non_recurrent_value", "full_year_effect")
    return Scheme(
        ref,
        draw(names),
        draw(names),
        **named,
        **said,
        **{name: draw(_maybe(pounds)) for name in money},
        start=start,
        end=draw(_maybe(st.dates(start, dt.date(2150, 12, 31)) if start else dates)),
        net_value=draw(pounds),
        reported_rag=draw(st.sampled_from(["", *ratings])),
        profile=draw(_few(_lines, lambda one: (one.month, one.recurrent))),
        milestones=draw(_few(_milestones)),
        kpis=draw(_few(_kpis)),
        risks=draw(_few(_risks)),
        assessments=draw(_few(_assessments)),
        activity=draw(_few(_activity, lambda one: (one.code, one.point_of_delivery, one.month))),
    )


@st.composite
def registers(draw, most: int = 3) -> list[SchemeState]:
    """Draw a register of a few schemes at any stage."""
    refs = draw(
        st.lists(st.from_regex(r"[A-Z][0-9]{1,2}-[0-9]{3}", fullmatch=True), min_size=1, max_size=most, unique=True)
    )
    stages = st.integers(0, len(QIPP.stages) - 1)
    return [state_of(draw(schemes(ref)), draw(stages), draw(st.sampled_from(list(Status)))) for ref in refs]
