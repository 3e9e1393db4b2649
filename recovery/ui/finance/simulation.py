"""The page of the simulated outturn: its range, what drives it, what a change would move, and saved scenarios."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.charts.simulation import histogram, tornado
from recovery.measures.figures import FIGURES, figure
from recovery.measures.request import Request, request_of
from recovery.measures.risk.idle import does_nothing
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.risk.scenarios import beside_base
from recovery.measures.simulation.assumptions import assumptions
from recovery.measures.simulation.distribution import distribution
from recovery.measures.simulation.figures import as_drivers, as_simulation
from recovery.measures.simulation.simulated import simulated, usual_settings
from recovery.programme.what_ifs import in_words, what_if_of
from recovery.sentences import simulation as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import in_order, only
from recovery.ui.markup import escape, paragraph
from recovery.ui.tables import table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.measures.simulation.simulated import Simulated
    from recovery.sentences.simulation import Measures
    from recovery.ui.gate import Frame
    from recovery.view import View

Changes = tuple[tuple[str, str, str], ...]
"""What is changed, how, and to what ('' where nothing is needed)."""
TITLE: Final = "Chance of control total"
MOST_DRIVERS: Final = 12
NAMES: Final = {
    "mean": "Mean outturn", "standard_deviation": "Standard deviation", "p10": "P10: one run in ten is no better",
    "p50": "P50: half of the runs are no better", "p90": "P90: nine runs in ten are no better",
    "chance_of_control_total": "Chance of meeting the control total", "control_total": "Control total",
    "reported_forecast": "Reported forecast", "closed_form_mean": "Mean by formula",
    "standard_error": "Standard error of the mean", "risks_expected": "Risks expected beside the forecast",
    "mitigations_expected": "Mitigations expected beside the forecast",
    "schemes_expected": "Delivery of schemes expected beside the forecast",
    "not_counted_twice": "Named twice and counted once", "runs": "Runs", "seed": "Seed",
    "correlation": "Correlation within a group",
}  # fmt: skip
HISTOGRAM: Final = (
    "How many of the runs end where. Plain blue meets the control total, hatched brown misses it. Mitigations come or "
    "not whatever becomes of the risks that they answer, so that the good end is a bound."
)
DRIVERS: Final = (
    "Each bar goes from the worst to the best that it can come to beside the forecast; the diamond is what is "
    "expected, the figure to the right its share of the spread."
)
SCENARIOS: Final = (
    "Each on the same random numbers as the base, so that they differ by what was changed and not by chance."
)

TOLD: Final = ("scenario", "reason", "by", "recorded_at", "does_nothing")


def build(current: Frame, view: View) -> list[Block]:
    """Return the answer, the distribution, and what drives the spread."""
    request = _request(current, view)
    outlook, usual = outlook_of(request), usual_settings()
    base = simulated(outlook, usual)
    shown, drivers = as_simulation(request, base), as_drivers(_as(request, "simulation-drivers"), base)
    apart = words.measures_of(shown)
    near = simulated(outlook, replace(usual, correlation=assumptions().correlation_shown))
    together = words.measures_of(as_simulation(request, near))
    return [
        opening(TITLE, words.answer(apart, drivers), words.key_figures(apart), shown),
        *_distribution(request, base, apart, view),
        Html(paragraph(f"{words.made_of(apart)} {words.drawn_from(outlook)}".strip())),
        Html(paragraph(words.together_said(apart, together))),
        Html(table(_named(shown), caption="The simulation in figures")),
        download(shown, view),
        *_drivers(drivers, view),
    ]


def _request(current: Frame, view: View) -> Request:
    return request_of("simulation", FIGURES["simulation"].title, current.engine, view)


def _as(request: Request, name: str) -> Request:
    return replace(request, name=name, title=FIGURES[name].title)


def _distribution(request: Request, base: Simulated, found: Measures, view: View) -> list[Block]:
    own = replace(request, name="simulation-distribution", title="Where the runs end")
    steps = distribution(own, base)
    return [
        heading("Where the year may end", HISTOGRAM),
        Chart(histogram(steps.records(), found), words.histogram_alt(found), "outturns"),
        download(steps, view, "Download the distribution (CSV)"),
    ]


def _named(shown: Figure) -> Figure:
    """Return the simulation with its measures as people call them."""
    return replace(shown, rows=tuple((NAMES.get(str(name), str(name)), value) for name, value in shown.rows))


def _drivers(drivers: Figure, view: View) -> list[Block]:
    if not drivers.rows:
        return []
    first = only(drivers, list(range(min(len(drivers.rows), MOST_DRIVERS))), "What drives the spread: the largest")
    return [
        heading("What drives the spread", DRIVERS),
        Chart(tornado(first.records()), words.tornado_alt(first.records()), "drivers"),
        Html(table(first, note=f"{len(drivers.rows)} in all; the download has every one.")),
        download(drivers, view),
    ]


def build_what_if(current: Frame, view: View, changes: Changes) -> list[Block]:
    """Return what the changes would move, on the same random numbers; nothing where nothing is changed."""
    if not changes:
        return []
    request = _request(current, view)
    outlook, usual = outlook_of(request), usual_settings()
    what_if = what_if_of({"what": what, "change": how, "to": _number(to)} for what, how, to in changes)
    base, changed = simulated(outlook, usual), simulated(outlook, usual, what_if)
    before, after = (words.measures_of(as_simulation(request, one)) for one in (base, changed))
    shown = beside_base(
        replace(request, name="what-if", title="What it would move"), base, {"With these changes": (what_if, changed)}
    )
    return [
        Html(f'<p class="rf-notice" role="status">{escape(words.moved_said(before, after, in_words(what_if)))}</p>'),
        *(Html(paragraph(sentence)) for sentence in does_nothing(outlook.known, what_if)),
        Html(table(shown, hide=TOLD[1:])),
        download(shown, view, "Download the what-if (CSV)"),
    ]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def build_scenarios(current: Frame, view: View) -> list[Block]:
    """Return the saved scenarios side by side with the base."""
    saved = figure("scenarios", current.engine, view)
    if len(saved.rows) == 1:
        return [heading("Scenarios", f"None is saved for {view.year}: change something above and save it.")]
    about = in_order(only(saved, list(range(1, len(saved.rows))), "Who saved them, when and why"), TOLD)
    return [
        heading("Scenarios", SCENARIOS),
        Html(table(saved, hide=TOLD[1:])),
        Html(table(about, hide=[] if any(saved.values("does_nothing")) else ["does_nothing"])),
        download(saved, view),
    ]
