"""The whole position on one page: are we on plan, what moved, what needs a decision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.findings import Severity
from recovery.money import THOUSAND, rounded
from recovery.rows import amount, last_of_kind, overall, text
from recovery.sentences import findings as findings_words
from recovery.sentences import forecast, qipp, risks
from recovery.sentences.amounts import direction, listed, many, millions, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure, position_figure, variance_figure
from recovery.sentences.position import by_variance
from recovery.sentences.vocabulary import savings_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.figure import Figure
    from recovery.measures.movement import Movement
    from recovery.programme.configuration import Programme
    from recovery.view import View


@dataclass(frozen=True)
class Decision:
    """Something for the committee to decide, and the address of the page that shows it."""

    text: str
    address: str


@dataclass(frozen=True)
class Month:
    """A month's figures; those that are not loaded are None; and the programme whose words are used."""

    position: Figure
    programme: Programme
    rag: Figure | None = None
    gateway: Figure | None = None
    risks: Figure | None = None
    forecast: Figure | None = None
    findings: Figure | None = None


def answer(month: Month, view: View) -> str:
    """Return whether the position is on plan, so far and for the year."""
    so_far, year = overall(month.position, "ytd_variance"), overall(month.position, "forecast_variance")
    net = last_of_kind(month.position, "net")
    ending = f", {surplus_or_deficit(amount(net, 'forecast_outturn'))}" if net else ""
    on_plan = rounded(so_far / THOUSAND) >= 0 and rounded(year / THOUSAND) >= 0
    verdict = "On plan" if on_plan else "Not on plan"
    joint = "and" if (rounded(so_far / THOUSAND) < 0) == (rounded(year / THOUSAND) < 0) else "while"
    return (
        f"{verdict}: at {view.title}, the position is {direction(so_far)} for the year to date, "
        f"{joint} the forecast for the year is {direction(year)}{ending}."
    )


def key_figures(month: Month) -> list[KeyFigure]:
    """Return the five numbers the committee asks for first."""
    found = [
        variance_figure("Year to date variance", overall(month.position, "ytd_variance")),
        variance_figure("Forecast variance", overall(month.position, "forecast_variance")),
    ]
    net = last_of_kind(month.position, "net")
    if net is not None:
        found.append(position_figure("Forecast for the year", amount(net, "forecast_outturn")))
    if month.rag:
        found.append(qipp.key_figures(month.rag, None, month.programme)[2])
    if month.risks:
        found.append(risks.key_figures(month.risks)[-1])
    return found


def moved(movements: Sequence[Movement], before: str) -> str:
    """Return what moved since last month, the largest movers by name."""
    if not movements:
        return f"No position is loaded for {before}, so there is no movement to show."
    whole = sum((movement.change for movement in movements), Decimal(0))
    movers = sorted((move for move in movements if _counts(move.change)), key=lambda move: -abs(move.change))[:3]
    if not movers:
        return f"No line's variance has moved since {before}."
    parts = [f"{move.line} {millions(move.change)} {_better(move.change)}" for move in movers]
    opening = f"{millions(whole)} {_better(whole)} than at {before}" if _counts(whole) else f"level with {before}"
    return f"In all {opening}: {listed(parts)}."


def _counts(change: Decimal) -> bool:
    return rounded(change / THOUSAND) != 0


def _better(change: Decimal) -> str:
    return "better" if change > 0 else "worse"


def moved_alt(movements: Sequence[Movement], before: str, now: str) -> str:
    """Return the movement chart in words."""
    parts = [f"{move.line} from {direction(move.before)} to {direction(move.now)}" for move in movements]
    return f"Each line's variance at {before} and at {now}. {'; '.join(parts)}."


def decisions(month: Month) -> list[Decision]:
    """Return what needs a decision, most pressing first."""
    found = [*_overspends(month.position)]
    found += _run_rate(month.forecast) if month.forecast else []
    found += _savings(month.rag, month.gateway, month.programme) if month.rag else []
    found += _risk(month.risks) if month.risks else []
    found += _data(month.findings) if month.findings else []
    return found


def _overspends(position: Figure) -> list[Decision]:
    over = [row for row in by_variance(position, "forecast_variance") if _counts(amount(row, "forecast_variance"))]
    over = [row for row in over if amount(row, "forecast_variance") < 0][:3]
    if not over:
        return []
    lines = [f"{text(row, 'line')} {millions(amount(row, 'forecast_variance'))}" for row in over]
    return [Decision(f"Forecast overspends to recover or to cover: {listed(lines)}.", "month-end-variance")]


def _run_rate(figure: Figure) -> list[Decision]:
    improvement = forecast.counted_on(figure)
    if not _counts(improvement) or improvement < 0:
        return []
    sentence = f"The forecast counts on {millions(improvement)} that the run rate does not show: agree what brings it."
    return [Decision(sentence, "forecast-outturn")]


def _savings(rag: Figure, gateway: Figure | None, programme: Programme) -> list[Decision]:
    total = last_of_kind(rag, "total")
    gap = amount(total, "net_value") - amount(total, "risk_adjusted")
    name, found = savings_named(programme), []
    if gap > 0:
        sentence = f"{name} of {millions(gap)} is not counted on after risk: agree how to close it."
        found.append(Decision(sentence, "qipp-gap"))
    short = qipp.short_areas(gateway) if gateway else ""
    if short:
        found.append(Decision(f"{name} still to be found against target: {short}.", "qipp-gap"))
    return found


def _risk(figure: Figure) -> list[Decision]:
    net = amount(last_of_kind(figure, "net"), "mitigated_risk")
    residual = sum(
        (amount(row, "residual_risk") for row in risks.lines(figure) if amount(row, "residual_risk") < 0), Decimal(0)
    )
    found = []
    if net < 0:
        found.append(Decision(f"Risks of {millions(net)} are not covered by contingency.", "risks-and-mitigations"))
    if residual < 0:
        found.append(
            Decision(
                f"Risks of {millions(residual)} stand outside the forecast: accept or mitigate.",
                "risks-and-mitigations",
            )
        )
    return found


def _data(figure: Figure) -> list[Decision]:
    differences = findings_words.severities(figure)[Severity.DIFFERENCE]
    if not differences:
        return []
    noun = many(differences, "reported figure")
    verb = "does" if differences == 1 else "do"
    return [
        Decision(
            f"{noun} {verb} not follow from the parts: correct or explain before the pack goes out.", "data-quality"
        )
    ]
