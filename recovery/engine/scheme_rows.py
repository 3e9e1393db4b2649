"""A scheme after an event as rows of the engine's tables: how it stands, and the lists of its case."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from recovery.errors import UsageError
from recovery.programme.checklist import approvals_outstanding, stands_in_the_way
from recovery.programme.state import Status

if TYPE_CHECKING:
    from recovery.engine.bulk import Rows
    from recovery.programme.configuration import Programme
    from recovery.programme.scheme import Scheme
    from recovery.programme.state import SchemeState
    from recovery.record import EventEntry


def version_row(programme: Programme, event: EventEntry, state: SchemeState) -> tuple[Any, ...]:
    """Return the row of `scheme_version` for a scheme after an event."""
    case = state.scheme
    is_live = state.status is Status.LIVE
    wanted = approvals_outstanding(programme, state) if is_live else ()
    override = state.override
    return (
        state.organisation, state.year, case.ref, event.version, event.change, utc(event.at), event.effective_on,
        event.by, event.via, event.kind, event.reason, state.illustrative, state.case_version,
        case.title, case.area, case.workstream, case.description, case.lead, case.sro, case.clinical_lead,
        case.start, case.end, state.stage, programme.stage(state.stage).name, state.status.value,
        state.entered_stage_on, case.gross_saving, case.investment, case.net_value, case.recurrent_value,
        case.non_recurrent_value, case.full_year_effect, case.dependencies, case.slippage_reason,
        _rating(programme, case.reported_rag), _rating(programme, override.rating) if override else "",
        override.reason if override else "", override.by if override else "", case.comment,
        "; ".join(stands_in_the_way(programme, state)) if is_live else "",
        "; ".join(approval.name for approval in wanted), [approval.key for approval in wanted],
    )  # fmt: skip


def case_rows(key: tuple[Any, ...], case: Scheme) -> Rows:
    """Return the lists of a case; `key` is organisation, year, reference and the version that made it."""
    kpis = list(enumerate(case.kpis, 1))
    return {
        "scheme_profile": [
            (*key, line.month, line.plan, line.actual, line.forecast, line.recurrent) for line in case.profile
        ],
        "scheme_milestone": [
            (*key, number, step.name, step.due, step.forecast, step.done)
            for number, step in enumerate(case.milestones, 1)
        ],
        "scheme_kpi": [
            (*key, number, kpi.name, kpi.unit, kpi.baseline, kpi.target, kpi.direction) for number, kpi in kpis
        ],
        "scheme_kpi_month": [(*key, number, month, actual) for number, kpi in kpis for month, actual in kpi.actuals],
        "scheme_risk": [
            (*key, number, risk.title, risk.likelihood, risk.consequence, risk.mitigation, risk.owner, risk.is_open)
            for number, risk in enumerate(case.risks, 1)
        ],
        "scheme_assessment": [
            (
                *key,
                one.kind,
                one.stage_1_score,
                one.stage_2_needed,
                one.stage_2_score,
                one.outcome,
                one.assessor,
                one.on,
            )
            for one in case.assessments
        ],
        "scheme_activity": [(*key, one.code, one.point_of_delivery, one.month, one.change) for one in case.activity],
    }


def utc(moment: dt.datetime) -> dt.datetime:
    """Return a moment as DuckDB keeps it: in universal time, without a zone."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _rating(programme: Programme, text: str) -> str:
    """Return a rating in the programme's own word; one that it does not know stays as it came."""
    try:
        return programme.rating_named(text).name if text else ""
    except UsageError:
        return text
