"""Every figure by its name: what the pages, the pack and the command line show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.measures.activity import activity
from recovery.measures.forecast import forecast
from recovery.measures.printed_tables import printed_table
from recovery.measures.quality import findings, submissions
from recovery.measures.request import Request, sources_of
from recovery.measures.trail import trail
from recovery.savings.gap import gap
from recovery.savings.gateway import by_stage
from recovery.savings.rag import by_rag
from recovery.savings.register import schemes
from recovery.savings.weights import weights
from recovery.sources.definitions import datasets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recovery.engine.queries import Asks
    from recovery.figure import Figure
    from recovery.view import View


@dataclass(frozen=True)
class Recipe:
    """How a figure is made: its title, and the datasets any of which is enough to make it (none: no data needed).

    `dated_by` are the datasets whose months tell how far the figure goes, where those are not the ones it needs.
    """

    title: str
    make: Callable[[Request], Figure]
    datasets: tuple[str, ...]
    dated_by: tuple[str, ...] = ()


def _printed(dataset: str) -> Callable[[Request], Figure]:
    return partial(printed_table, dataset_name=dataset)


ALL: Final = tuple(datasets())
FIGURES: Final[Mapping[str, Recipe]] = MappingProxyType(
    {
        "plan": Recipe("Financial plan", _printed("financial-plan"), ("financial-plan",)),
        "position": Recipe("Month-end position", _printed("position"), ("position",)),
        "forecast": Recipe("Forecast outturn", forecast, ("position",)),
        "risks": Recipe("Risks and mitigations", _printed("risks"), ("risks",)),
        "qipp-rag": Recipe("QIPP by RAG", by_rag, ("qipp-rag", "schemes")),
        "qipp-gateway": Recipe("QIPP by stage", by_stage, ("qipp-gateway", "schemes")),
        "qipp-targets": Recipe("QIPP targets", _printed("qipp-targets"), ("qipp-targets",)),
        "qipp-gap": Recipe("QIPP gap", gap, ("schemes", "qipp-rag", "qipp-gateway")),
        "schemes": Recipe("QIPP schemes", schemes, ("schemes",)),
        "activity": Recipe("Activity against plan", activity, ("activity-plan",), ("activity-actuals",)),
        "activity-plan": Recipe("Activity plan", _printed("activity-plan"), ("activity-plan",)),
        "findings": Recipe("Findings", findings, ALL),
        "submissions": Recipe("Submissions", submissions, ALL),
        "weights": Recipe("Risk weights in force", weights, ()),
        "trail": Recipe("Where each number comes from", trail, ALL),
    }
)


def figure(name: str, engine: Asks, view: View, *, computed: bool = False, submission: int | None = None) -> Figure:
    """Return a figure for a view; NothingLoaded where the view has no submission behind it.

    `computed` gives every variance, percentage and total as re-added; `submission` shows one submission, superseded or
    not, in place of the current one of its dataset.
    """
    if name not in FIGURES:
        raise UsageError(f"'{name}' is not a figure: choose one of {', '.join(FIGURES)}.")
    recipe = FIGURES[name]
    sources = sources_of(engine, view, submission)
    if submission is not None and not any(
        source.id == submission and source.dataset in recipe.datasets for source in sources.values()
    ):
        raise UsageError(f"Submission {submission} is not of a table that '{name}' is made from.")
    return recipe.make(Request(name, recipe.title, engine, view, computed, sources))
