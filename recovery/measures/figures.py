"""Every figure by its name: what the pages, the pack and the command line show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.measures.accuracy import accuracy
from recovery.measures.activity import activity
from recovery.measures.activity_cost import activity_cost
from recovery.measures.activity_signals import spc
from recovery.measures.allocations import allocations
from recovery.measures.contingency import contingency
from recovery.measures.duties import duties
from recovery.measures.forecast import forecast
from recovery.measures.forecast_range import forecast_range
from recovery.measures.judgements import judgements
from recovery.measures.moves import movement
from recovery.measures.one_offs import one_off_items
from recovery.measures.peers import commissioners, peers
from recovery.measures.printed_tables import printed_table
from recovery.measures.quality import findings, submissions
from recovery.measures.request import Request, request_of
from recovery.measures.risk.by_month import risk_phasing, risks_by_month
from recovery.measures.risk.cases import risk_cases
from recovery.measures.risk.register import risk_register
from recovery.measures.risk.scenarios import scenarios
from recovery.measures.risk_steps import risks_summary
from recovery.measures.simulation.figures import simulation, simulation_drivers
from recovery.measures.trail import trail
from recovery.measures.underlying import underlying
from recovery.savings.benefits import benefits
from recovery.savings.board import board, waiting, withdrawn
from recovery.savings.decisions import approvals, conditions, history
from recovery.savings.delivery import delivery, delivery_by, delivery_by_month
from recovery.savings.gap import gap
from recovery.savings.gateway import by_stage
from recovery.savings.pipeline import pipeline, unidentified
from recovery.savings.rag import by_rag
from recovery.savings.rate import savings_rate
from recovery.savings.ratings import ratings
from recovery.savings.register import schemes
from recovery.savings.sensitivity import sensitivity
from recovery.savings.triangulation.activity_figure import activity_reductions
from recovery.savings.triangulation.differences import triangulation_differences
from recovery.savings.triangulation.figure import NEEDED as TRIANGULATED
from recovery.savings.triangulation.figure import triangulation
from recovery.savings.triangulation.map_figure import triangulation_map
from recovery.savings.weights import weights
from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recovery.engine.queries import Asks
    from recovery.figure import Figure
    from recovery.view import Since, View


@dataclass(frozen=True)
class Recipe:
    """How a figure is made: its title, and the datasets any of which is enough to make it (none: no data needed).

    `dated_by` are the datasets whose months tell how far the figure goes, where those are not the ones it needs.
    `between` says that it shows what moved between two months or submissions.
    """

    title: str
    make: Callable[[Request], Figure]
    datasets: tuple[str, ...]
    dated_by: tuple[str, ...] = ()
    between: bool = False


def _printed(dataset: str) -> Callable[[Request], Figure]:
    return partial(printed_table, dataset_name=dataset)


ALL: Final = tuple(datasets())
RISKS: Final = ("risk-register", "risks")
OUTTURN: Final = ("position", *RISKS)
ACTIVITY: Final = ("activity-actuals", "activity-return")
"""What activity is counted from: an organisation's own actuals, else its row of the national return."""
FIGURES: Final[Mapping[str, Recipe]] = MappingProxyType(
    {
        "plan": Recipe("Financial plan", _printed("financial-plan"), ("financial-plan",)),
        "position": Recipe("Month-end position", _printed("position"), ("position",)),
        "forecast": Recipe("Forecast outturn", forecast, ("position",)),
        "one-offs": Recipe("One-off items", one_off_items, ()),
        "duties": Recipe("Key financial duties", duties, ("duties", "position")),
        "underlying": Recipe("Underlying position", underlying, ("position",)),
        "allocations": Recipe("Allocations", allocations, ("allocations", "financial-plan", "position")),
        "contingency": Recipe("Contingency", contingency, (*RISKS, "financial-plan", "position")),
        "risks": Recipe("Risks and mitigations", risks_summary, ("risks",)),
        "risk-register": Recipe("Risk register", risk_register, RISKS),
        "risk-cases": Recipe("Best, likely and worst case", risk_cases, OUTTURN),
        "risks-by-month": Recipe("Net risk by month", risks_by_month, RISKS),
        "risk-phasing": Recipe("Net risk by the month in which it would fall", risk_phasing, RISKS),
        "simulation": Recipe("Simulated outturn", simulation, OUTTURN),
        "simulation-drivers": Recipe("What drives the spread", simulation_drivers, OUTTURN),
        "scenarios": Recipe("Scenarios beside the base", scenarios, OUTTURN),
        "qipp-rag": Recipe("QIPP by RAG", by_rag, ("qipp-rag", "schemes")),
        "qipp-gateway": Recipe("QIPP by stage", by_stage, ("qipp-gateway", "schemes")),
        "qipp-targets": Recipe("QIPP targets", _printed("qipp-targets"), ("qipp-targets",)),
        "qipp-gap": Recipe("QIPP gap", gap, ("schemes", "qipp-rag", "qipp-gateway")),
        "schemes": Recipe("QIPP schemes", schemes, ("schemes",)),
        "pipeline": Recipe("Schemes by area and stage", pipeline, ("schemes",)),
        "unidentified": Recipe("Unidentified savings", unidentified, ("schemes",)),
        "sensitivity": Recipe("Sensitivity to the risk weights", sensitivity, ("schemes",)),
        "board": Recipe("Board", board, ("schemes",)),
        "waiting": Recipe("Approvals waited for", waiting, ("schemes",)),
        "approvals": Recipe("Decisions at the gateways", approvals, ("schemes",)),
        "conditions": Recipe("Conditions of approvals", conditions, ("schemes",)),
        "ratings": Recipe("Ratings and their parts", ratings, ("schemes",)),
        "delivery": Recipe("Delivery against plan", delivery, ("schemes",)),
        "delivery-by-area": Recipe("Delivery by area", delivery_by("area"), ("schemes",)),
        "delivery-by-stage": Recipe("Delivery by stage", delivery_by("stage"), ("schemes",)),
        "delivery-by-lead": Recipe("Delivery by lead", delivery_by("lead"), ("schemes",)),
        "delivery-by-workstream": Recipe("Delivery by workstream", delivery_by("workstream"), ("schemes",)),
        "delivery-by-month": Recipe("Delivery by month", delivery_by_month, ("schemes",)),
        "accuracy": Recipe("Track record", accuracy, ("position",)),
        "forecast-range": Recipe("Forecast with its track record", forecast_range, ("position",)),
        "movement": Recipe(
            "What moved", movement, ("position", "risk-register", "risks", "schemes"), ("position",), between=True
        ),
        "savings-rate": Recipe("Required rate of savings", savings_rate, ("schemes",)),
        "benefits": Recipe("Benefits realised against the case approved", benefits, ("schemes",)),
        "history": Recipe("History of the schemes", history, ("schemes",)),
        "withdrawn": Recipe("Withdrawn schemes", withdrawn, ("schemes",)),
        "activity": Recipe("Activity against plan", activity, ("activity-plan",), ACTIVITY),
        "activity-plan": Recipe("Activity plan", _printed("activity-plan"), ("activity-plan",)),
        "spc": Recipe("Activity as control charts", spc, (*ACTIVITY, "activity-plan"), ACTIVITY),
        "activity-cost": Recipe("Cost of activity against plan", activity_cost, ("activity-prices",), ACTIVITY),
        "triangulation": Recipe("Triangulation", triangulation, TRIANGULATED),
        "triangulation-differences": Recipe("Differences between the tables", triangulation_differences, TRIANGULATED),
        "activity-reductions": Recipe(
            "Activity taken out: plan and schemes", activity_reductions, ("activity-plan", "schemes")
        ),
        "triangulation-map": Recipe("Map of areas", triangulation_map, TRIANGULATED),
        "peers": Recipe("Among commissioners", peers, ("activity-return",)),
        "commissioners": Recipe("Growth of every commissioner", commissioners, ("activity-return",)),
        "findings": Recipe("Findings", findings, ALL),
        "submissions": Recipe("Submissions", submissions, ALL),
        "judgements": Recipe("Judgements", judgements, ()),
        "weights": Recipe("Risk weights in force", weights, ()),
        "trail": Recipe("Where each number comes from", trail, ALL),
    }
)


def figure(  # noqa: PLR0913 - each is asked for by its name
    name: str,
    engine: Asks,
    view: View,
    *,
    computed: bool = False,
    submission: int | None = None,
    since: Since | None = None,
) -> Figure:
    """Return a figure for a view; NothingLoaded where the view has no submission behind it.

    `computed` gives every variance, percentage and total as re-added; `submission` shows one submission, superseded or
    not, in place of the current one of its dataset; `since` is what a movement is reckoned from.
    """
    if name not in FIGURES:
        raise UsageError(f"'{name}' is not a figure: choose one of {', '.join(FIGURES)}.")
    if since and not FIGURES[name].between:
        names = ", ".join(one for one, recipe in FIGURES.items() if recipe.between)
        raise UsageError(f"'{name}' is not between two months or submissions: only {names} can be asked since when.")
    request = _request(name, engine, view, submission, computed=computed)
    if since:
        before = _request(name, engine, since.view, since.submission, computed=computed)
        request = replace(request, since=before)
    return FIGURES[name].make(request)


def _request(name: str, engine: Asks, view: View, submission: int | None, *, computed: bool) -> Request:
    recipe = FIGURES[name]
    request = request_of(name, recipe.title, engine, view, computed=computed, submission=submission)
    if submission is not None and not any(
        source.id == submission and source.dataset in recipe.datasets for source in request.sources.values()
    ):
        raise UsageError(f"Submission {submission} is not of a table that '{name}' is made from.")
    return request


def only_ref(shown: Figure, ref: str) -> Figure:
    """Return a figure with the rows of one scheme alone, whatever the case of its reference is written in."""
    wanted = [place for place, cell in enumerate(shown.values("ref")) if str(cell).casefold() == ref.casefold()]
    return replace(
        shown,
        rows=tuple(shown.rows[place] for place in wanted),
        kinds=tuple(shown.kinds[place] for place in wanted),
        marks={(wanted.index(place), name): mark for (place, name), mark in shown.marks.items() if place in wanted},
    )
