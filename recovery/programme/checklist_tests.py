"""What the data can say about a gateway: each test tells whether it is met, and a plain reason either way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from recovery.period import month_name
from recovery.programme.scheme import EQUALITY, NOUGHT, QUALITY, Assessment, Scheme
from recovery.programme.state import SchemeState
from recovery.programme.wording import all_of, day, pounds

Answer = tuple[bool, str]


def described(state: SchemeState) -> Answer:
    """Return whether the scheme has a title, an area and a description."""
    scheme = state.scheme
    texts = {"title": scheme.title, "area": scheme.area, "description": scheme.description}
    lacking = [word for word, text in texts.items() if not text.strip()]
    return (
        (False, f"There is no {' and no '.join(lacking)}")
        if lacking
        else (True, "Title, area and description are there")
    )


def lead_and_sro(state: SchemeState) -> Answer:
    """Return whether a lead and an SRO are named."""
    lead, sro = state.scheme.lead.strip(), state.scheme.sro.strip()
    if lead and sro:
        return True, f"The lead is {lead}, the SRO {sro}"
    return False, f"No {' and no '.join(word for word, name in (('lead', lead), ('SRO', sro)) if not name)} is named"


def valued(state: SchemeState) -> Answer:
    """Return whether the net value is above nought and is gross saving less investment where those are given."""
    scheme = state.scheme
    if scheme.net_value <= 0:
        return False, f"The net value is {pounds(scheme.net_value)}, not above nought"
    if scheme.gross_saving is None:
        return True, f"The net value is {pounds(scheme.net_value)}"
    investment = scheme.investment or NOUGHT
    less = f"{pounds(scheme.gross_saving)} gross less {pounds(investment)} investment"
    if scheme.gross_saving - investment == scheme.net_value:
        return True, f"The net value is {pounds(scheme.net_value)}: {less}"
    difference = pounds(scheme.gross_saving - investment)
    return False, f"{less} is {difference}, the net value is {pounds(scheme.net_value)}"


def impact_assessed(state: SchemeState) -> Answer:
    """Return whether quality and equality are assessed with an outcome, at stage 2 where that is needed."""
    lacking = [why for kind in (QUALITY, EQUALITY) if (why := _assessment_lacks(state.scheme, kind))]
    return (False, _begun(all_of(lacking))) if lacking else (True, "Quality and equality impact are assessed")


def _assessment_lacks(scheme: Scheme, kind: str) -> str:
    found = [one for one in scheme.assessments if one.kind == kind]
    return min((_lacks(one) for one in found), key=len) if found else f"{kind} impact is not assessed"


def _lacks(one: Assessment) -> str:
    if one.stage_1_score is None:
        return f"the {one.kind} assessment has no stage 1 score"
    if one.stage_2_needed and one.stage_2_score is None:
        return f"the {one.kind} assessment needs stage 2, which is not done"
    return "" if one.outcome.strip() else f"the {one.kind} assessment has no outcome"


def profile_sums(state: SchemeState) -> Answer:
    """Return whether the monthly plan adds up to the net value."""
    scheme = state.scheme
    planned = sum((month.plan for month in scheme.profile), NOUGHT)
    if not scheme.profile:
        return False, f"There is no monthly plan; the net value is {pounds(scheme.net_value)}"
    if planned == scheme.net_value:
        return True, f"The monthly plan adds up to the net value, {pounds(planned)}"
    return False, f"The monthly plan adds up to {pounds(planned)}, the net value is {pounds(scheme.net_value)}"


def milestones_dated(state: SchemeState) -> Answer:
    """Return whether there are milestones, each with a due date."""
    undated = [one.name for one in state.scheme.milestones if one.due is None]
    if undated:
        return False, f"{_count(len(undated), 'milestone')} without a due date: {', '.join(undated)}"
    count = len(state.scheme.milestones)
    return (True, "Every milestone has a due date") if count else (False, "There are no milestones")


def start_and_end(state: SchemeState) -> Answer:
    """Return whether start and end are set, in that order."""
    start, end = state.scheme.start, state.scheme.end
    if start and end:
        if end < start:
            return False, f"The end, {day(end)}, is before the start, {day(start)}"
        return True, f"From {day(start)} to {day(end)}"
    return False, f"No {' and no '.join(word for word, on in (('start', start), ('end', end)) if not on)} is set"


def kpis_with_baselines(state: SchemeState) -> Answer:
    """Return whether there are KPIs, each with a baseline and a target."""
    kpis = state.scheme.kpis
    bare = [one.name for one in kpis if one.baseline is None or one.target is None]
    if bare:
        return False, f"{_count(len(bare), 'KPI')} without a baseline or a target: {', '.join(bare)}"
    return (True, "Every KPI has a baseline and a target") if kpis else (False, "There are no KPIs")


def finances_in_place(state: SchemeState) -> Answer:
    """Return whether the monthly plan adds up to the net value and actuals are reported."""
    sums, why = profile_sums(state)
    if not sums:
        return False, why
    reported = {month.month for month in state.scheme.profile if month.actual is not None}
    if not reported:
        return False, "No month has an actual"
    return True, f"{why}; {_count(len(reported), 'month')} with actuals"


def milestones_done(state: SchemeState) -> Answer:
    """Return whether every milestone is done."""
    late = [one.name for one in state.scheme.milestones if one.done is None]
    if late:
        return False, f"{_count(len(late), 'milestone')} not done: {', '.join(late)}"
    return True, "Every milestone is done" if state.scheme.milestones else "There are no milestones to be done"


def actuals_complete(state: SchemeState) -> Answer:
    """Return whether every planned month has an actual."""
    planned = [month for month in state.scheme.profile if month.plan]
    if not planned:
        return False, "No month has a plan"
    open_months = sorted({month.month for month in planned if month.actual is None})
    if open_months:
        return False, f"No actual for {', '.join(month_name(month) for month in open_months)}"
    return True, "Every planned month has an actual"


def conditions_met(state: SchemeState) -> Answer:
    """Return whether every condition of earlier approvals is met."""
    still_open = [one for one in state.conditions if one.met_on is None]
    if still_open:
        named = "; ".join(f"{one.number}. {one.text} ({one.owner}, due {day(one.due)})" for one in still_open)
        return False, f"{_count(len(still_open), 'condition')} not met: {named}"
    return True, "Every condition is met" if state.conditions else "There were no conditions"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


TESTS: Final[Mapping[str, Callable[[SchemeState], Answer]]] = {
    test.__name__: test
    for test in (
        described,
        lead_and_sro,
        valued,
        impact_assessed,
        profile_sums,
        milestones_dated,
        start_and_end,
        kpis_with_baselines,
        finances_in_place,
        milestones_done,
        actuals_complete,
        conditions_met,
    )
}
"""The tests by the names that a programme's checklist calls them."""
