"""Schemes and events for the programme's tests, small enough to work through by hand."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from recovery.programme.scheme import (
    ActivityChange,
    Assessment,
    Kpi,
    Milestone,
    ProfileMonth,
    Scheme,
    SchemeRisk,
)
from recovery.programme.scheme_json import to_data
from recovery.record import EventEntry, Subject

ORGANISATION = "06H"
YEAR = 2018
REF = "S-1"
LEAD = "lead@trust.example"
DAY = dt.date(2018, 5, 1)
SUBJECT = Subject(ORGANISATION, YEAR, "scheme", REF)


def scheme(ref: str = REF, **changes: Any) -> Scheme:
    """A whole case of £120,000, £10,000 a month, that meets every checklist but for what is ticked."""
    whole = Scheme(
        ref=ref,
        title="Fewer follow-ups",
        area="Acute",
        workstream="Planned care",
        description="Follow-ups by telephone",
        lead=LEAD,
        sro="sro@trust.example",
        clinical_lead="Dr Clinical",
        start=dt.date(2018, 4, 1),
        end=dt.date(2019, 3, 31),
        gross_saving=Decimal("150000.00"),
        investment=Decimal("30000.00"),
        net_value=Decimal("120000.00"),
        recurrent_value=Decimal("120000.00"),
        non_recurrent_value=Decimal("0.00"),
        full_year_effect=Decimal("140000.00"),
        dependencies="Telephone lines",
        reported_rag="Green",
        profile=tuple(ProfileMonth(month, Decimal(10_000), Decimal(10_000)) for month in range(1, 13)),
        milestones=(Milestone("Agreed", dt.date(2018, 5, 1), None, dt.date(2018, 4, 30)),),
        kpis=(Kpi("Follow-ups", "a month", Decimal(100), Decimal(80), "down", ((1, Decimal("98.5")),)),),
        risks=(SchemeRisk("Nobody answers", 3, 2, "Ring twice", "lead@trust.example"),),
        assessments=(
            Assessment("quality", 4, outcome="go ahead", assessor="Assessor", on=dt.date(2018, 4, 20)),
            Assessment(
                "equality",
                9,
                stage_2_needed=True,
                stage_2_score=3,
                outcome="with mitigations",
                assessor="Assessor",
                on=dt.date(2018, 4, 21),
            ),
        ),
        activity=(ActivityChange("E.M.8", "Follow-up", 4, Decimal("-25.5")),),
    )
    return replace(whole, **changes)


def event(version: int, kind: str, on: dt.date = DAY, *, by: str = "pmo@trust.example", **body: Any) -> EventEntry:
    """An event as the record would give it; a `scheme` among the body's words is written as a case."""
    reason = body.pop("reason", "")
    illustrative = body.pop("illustrative", False)
    if isinstance(body.get("scheme"), Scheme):
        body["scheme"] = to_data(body["scheme"])
    return EventEntry(
        subject=SUBJECT,
        version=version,
        kind=kind,
        effective_on=on,
        reason=reason,
        body=json.dumps(body),
        illustrative=illustrative,
        change=version,
        at=dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC),
        by=by,
        via="page",
    )
