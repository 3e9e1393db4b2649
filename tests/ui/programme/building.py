"""Schemes for the tests of the programme's pages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.programme.scheme import (
    DOWN,
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)

HOSTILE = '<b>x</b> ![](http://x) $y$ :smile: [a](http://b) "q"'


def full() -> Scheme:
    """Return a scheme in which every field says something."""
    return Scheme(
        ref="S1", title="Lighter prescribing", area="Prescribing", workstream="Medicines", description="What and why.",
        lead="Lee Lead", sro="Sam Senior", clinical_lead="Cal Clinical", start=dt.date(2018, 4, 1),
        end=dt.date(2019, 3, 31), gross_saving=Decimal(130_000), investment=Decimal(10_000),
        net_value=Decimal(120_000), recurrent_value=Decimal(100_000), non_recurrent_value=Decimal(20_000),
        full_year_effect=Decimal(150_000), dependencies="The formulary", slippage_reason="Late start",
        reported_rag="Amber", comment="A word",
        profile=(
            ProfileMonth(1, Decimal(60_000), Decimal("55000.25"), None),
            ProfileMonth(2, Decimal(40_000), None, Decimal(45_000)),
            ProfileMonth(2, Decimal(20_000), None, None, recurrent=False),
        ),
        milestones=(Milestone("Agree", dt.date(2018, 5, 1), dt.date(2018, 6, 1), None),),
        kpis=(Kpi("Items", "per 1,000", Decimal("12.5"), Decimal(10), DOWN, ((1, Decimal(12)), (3, Decimal("11.5")))),),
        risks=(SchemeRisk("Supply", 3, 4, "Second supplier", "Lee Lead", is_open=False),),
        assessments=(Assessment("quality", 6, stage_2_needed=True, stage_2_score=4, outcome="proceed",
                                assessor="Ash Assessor", on=dt.date(2018, 4, 9)),),
        activity=(ActivityChange("E.M.7", "First", 2, Decimal(-30)), ActivityChange("E.M.7", "First", 3, Decimal(-40))),
    )  # fmt: skip
