"""The simulated outturn in words: where it lies, how likely the control total is, what drives and what moves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from recovery.measures.risk.schemes_to_come import unweighted
from recovery.rows import Row, amount, number, text
from recovery.sentences.amounts import bracketed, listed, millions, percent, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.measures.risk.outlook import Outlook

WHOLE = Decimal(1)
CHANCE, CONTROL_TOTAL = "chance_of_control_total", "control_total"
Measures = Mapping[str, Decimal]
NOT_DRAWN = "No savings schemes, or no risk weights in force for them, are known here: their delivery is not drawn."


def measures_of(simulation: Figure) -> dict[str, Decimal]:
    """Return a simulation's measures by name; those that are n/a, as a chance without a target, left out."""
    values = {text(row, "measure"): number(row, "value") for row in simulation.records()}
    return {name: value for name, value in values.items() if value is not None}


def answer(found: Measures, drivers: Figure) -> str:
    """Return in which range the outturn lies, the chance of meeting the control total, and the largest driver."""
    low, high = found["p10"], found["p90"]
    between = f"between {surplus_or_deficit(low)} and {surplus_or_deficit(high)} in eight of ten"
    return f"On {int(found['runs']):,} runs the outturn lies {between}; {_met(found)}; {_largest(drivers)}."


def _met(found: Measures) -> str:
    target = found.get(CONTROL_TOTAL)
    if target is None:
        return "no control total is known to hold it against"
    return f"the chance of meeting the control total ({surplus_or_deficit(target)}) is {chance(found)}"


def _largest(drivers: Figure) -> str:
    rows = drivers.records()
    if not rows:
        return "nothing that is known of can move it"
    share = percent(amount(rows[0], "share_of_variance"), WHOLE)
    return f"the largest driver is {text(rows[0], 'ref')}, {text(rows[0], 'driver')} ({share} of the spread)"


def chance(found: Measures) -> str:
    """Return the chance of meeting the control total in whole per cent, as less than or more than at its ends."""
    points = found.get(CHANCE)
    if points is None:
        return percent(None)
    if 0 < points < 1:
        return "less than 1%"
    return "more than 99%" if 99 < points < 100 else percent(points, WHOLE)  # noqa: PLR2004 - whole per cents


def key_figures(found: Measures) -> list[KeyFigure]:
    """Return the chance, P10, P50 and P90, and the mean beside the reported forecast."""
    moved = found["mean"] - found["reported_forecast"]
    word = "better" if moved > 0 else "worse"
    return [
        KeyFigure("Chance of the control total", chance(found), *_likelier(found)),
        KeyFigure("P10, the bad end", bracketed(found["p10"]), "One run in ten is no better"),
        KeyFigure("P50, the middle", bracketed(found["p50"]), "Half of the runs are no better"),
        KeyFigure("P90, the good end", bracketed(found["p90"]), "One run in ten is better"),
        KeyFigure("Mean outturn", bracketed(found["mean"]), f"{millions(moved)} {word} than forecast"),
    ]


def _likelier(found: Measures) -> tuple[str, str]:
    points = found.get(CHANCE)
    if points is None:
        return "None is known", ""
    return ("Likelier missed", "bad") if points < 50 else ("Likelier met", "")  # noqa: PLR2004 - more likely than not


def made_of(found: Measures) -> str:
    """Return what the mean is made of, and what was not counted twice."""
    parts = [
        f"risks {bracketed(found['risks_expected'])}",
        f"mitigations {bracketed(found['mitigations_expected'])}",
        f"delivery of savings schemes {bracketed(found['schemes_expected'])}",
    ]
    twice = found["not_counted_twice"]
    once = f" {millions(twice)} that both a risk and a scheme's own risk weight name is counted once." if twice else ""
    reported = f"Beside the reported forecast of {bracketed(found['reported_forecast'])} there are expected"
    return f"{reported} {listed(parts)}.{once}"


def drawn_from(outlook: Outlook) -> str:
    """Return what is missing of risks, schemes and control total and how it is made do without, else ''."""
    return " ".join(text for text in (_drawn(outlook), _unweighted(outlook), _held_against(outlook)) if text)


def _held_against(outlook: Outlook) -> str:
    """Return what takes the place of a control total that is missing, or is of another kind than the position."""
    if outlook.control_total is None:
        return (
            "Neither the key financial duties nor the annual budget of the position's last row give a control total: "
            "the chance is n/a."
        )
    if outlook.of_spend:
        return "The position has no net row: its spend is held against its own annual budget, not the control total."
    return ""


def _unweighted(outlook: Outlook) -> str:
    refs = unweighted(outlook.known.schemes or ())
    return f"Without a risk weight nothing is counted on of {listed(refs)}." if refs else ""


def _drawn(outlook: Outlook) -> str:
    if not outlook.known.items:
        return "No risks are loaded for this month: only the delivery of savings schemes is drawn."
    if outlook.of_summary:
        return (
            "Only the summary of risks is loaded: each line comes with mitigated over total risk as its probability, "
            "so that its mean is what the forecast does not hold of it."
        )
    return "" if outlook.known.schemes else NOT_DRAWN


def histogram_alt(found: Measures) -> str:
    """Return the histogram in words."""
    lines = [
        f"{name} {bracketed(found[key])}"
        for key, name in (
            ("p10", "P10"), ("p50", "P50"), ("p90", "P90"), ("control_total", "control total"),
            ("reported_forecast", "reported forecast"),
        )
        if key in found
    ]  # fmt: skip
    runs = f"{int(found['runs']):,} simulated outturns"
    return f"Histogram of {runs}: {listed(lines)}; {_meeting(found)}."


def _meeting(found: Measures) -> str:
    return f"{chance(found)} meet the control total" if CHANCE in found else "no control total is known"


def tornado_alt(rows: Sequence[Row]) -> str:
    """Return the ranked drivers in words."""
    parts = [
        f"{text(row, 'driver')} from {bracketed(amount(row, 'worst'))} to {bracketed(amount(row, 'best'))}, "
        f"{percent(amount(row, 'share_of_variance'), WHOLE)} of the spread"
        for row in rows
    ]
    return f"Bar chart of what drives the spread, the largest first. {'; '.join(parts)}."


def together_said(apart: Measures, together: Measures) -> str:
    """Return what risks of one group that come together would do to range and chance."""
    width, wider = (one["p90"] - one["p10"] for one in (apart, together))
    chances = f", and the chance would be {chance(together)}" if CHANCE in together else ""
    return (
        f"Here risks come independently. If those of one group went together (correlation "
        f"{together['correlation']:f}), eight of ten runs would lie {millions(wider)} apart in place of "
        f"{millions(width)}{chances}; the mean stays."
    )


def moved_said(base: Measures, changed: Measures, changes: str) -> str:
    """Return what a what-if moves: the chance and the mean, on the same random numbers."""
    mean = changed["mean"] - base["mean"]
    means = f"the mean outturn is {millions(mean)} {'better' if mean > 0 else 'worse'}" if mean else "the mean stays"
    return f"{changes}: {_chance_moves(base.get(CHANCE), changed.get(CHANCE))}{means}."


def _chance_moves(before: Decimal | None, after: Decimal | None) -> str:
    if before is None or after is None:
        return ""
    points = after - before
    way = "up" if points > 0 else "down"
    moves = f"moves {way} by {percent(abs(points)).removesuffix('%')} points to" if points else "stays at"
    return f"the chance {moves} {percent(after)}; "
