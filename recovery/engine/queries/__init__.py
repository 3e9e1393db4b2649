"""The engine's questions, one typed function for each file of `sql/queries`."""

from recovery.engine.queries.activity_against_plan import activity, activity_actual_submissions
from recovery.engine.queries.activity_signals import SeriesMonth, activity_cost, activity_series
from recovery.engine.queries.asking import Amount, Asks, Row, about
from recovery.engine.queries.commissioners import Counted, peers, return_submissions
from recovery.engine.queries.judged import Judgement, judgement_history, judgements
from recovery.engine.queries.loaded import (
    current_submissions,
    findings,
    marks,
    organisations,
    periods,
    submission,
    submission_period,
    submissions,
    trail,
)
from recovery.engine.queries.outturn import (
    Earlier,
    LineKey,
    Made,
    Position,
    Removed,
    forecast,
    forecasts_made,
    positions,
    positions_of_year,
)
from recovery.engine.queries.risk import risk_register, scheme_months_to_come
from recovery.engine.queries.savings import (
    kept_register,
    newest_actual_month,
    qipp_gap,
    qipp_gateway_from_register,
    qipp_rag_from_register,
    qipp_rag_total,
    schemes,
    sensitivity,
    unidentified,
    weights_in_force,
)
from recovery.engine.queries.tables import qipp_gateway_readded, qipp_gateway_rows, readded, reported
from recovery.engine.queries.triangulation import activity_removed, register_by_area

__all__ = [
    "Amount",
    "Asks",
    "Counted",
    "Earlier",
    "Judgement",
    "LineKey",
    "Made",
    "Position",
    "Removed",
    "Row",
    "SeriesMonth",
    "about",
    "activity",
    "activity_actual_submissions",
    "activity_cost",
    "activity_removed",
    "activity_series",
    "current_submissions",
    "findings",
    "forecast",
    "forecasts_made",
    "judgement_history",
    "judgements",
    "kept_register",
    "marks",
    "newest_actual_month",
    "organisations",
    "peers",
    "periods",
    "positions",
    "positions_of_year",
    "qipp_gap",
    "qipp_gateway_from_register",
    "qipp_gateway_readded",
    "qipp_gateway_rows",
    "qipp_rag_from_register",
    "qipp_rag_total",
    "readded",
    "register_by_area",
    "reported",
    "return_submissions",
    "risk_register",
    "scheme_months_to_come",
    "schemes",
    "sensitivity",
    "submission",
    "submission_period",
    "submissions",
    "trail",
    "unidentified",
    "weights_in_force",
]
