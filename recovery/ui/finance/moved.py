"""The page on what moved: each measure's bridge between two months or submissions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.charts.waterfall import waterfall
from recovery.engine import queries
from recovery.figure import Column
from recovery.measures.bridge import Step
from recovery.measures.figures import figure
from recovery.period import month_name
from recovery.programme.working_day import today
from recovery.rows import amount
from recovery.sentences import moves as words
from recovery.ui.content import Block, Chart, Html, download, heading, opening
from recovery.ui.figures import if_loaded, only
from recovery.ui.finance.picking import pick
from recovery.ui.gate import Frame, frame
from recovery.ui.markup import paragraph
from recovery.ui.services import shelf
from recovery.ui.tables import table
from recovery.view import Since

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.view import View

TITLE: Final = "What moved"
MONTH, SUBMISSION = "month", "submission"
ENDS: Final = (
    Column("measure", "Measure"),
    Column("opening", "It was", "money"),
    Column("closing", "It is", "money"),
    Column("change", "Movement Fav/(adv)", "money"),
)
NOTE: Final = (
    "Each step moves the measure to the right if it is favourable, in plain blue, or to the left, hatched, if it is "
    "adverse; the last bar is the movement in all."
)


def choose_since() -> str:
    """Let somebody choose what the movement is reckoned from: the month before, another month, a submission."""
    current = frame()
    options = since_options(current, current.view) if current.view else {}
    return pick("Since", "since", options) if options else ""


def since_options(current: Frame, view: View) -> dict[str, str]:
    """Return the earlier months that have a position, the nearest first, then submissions that are superseded."""
    held = [one for one in queries.positions(current.engine, view.organisation) if one.year == view.year.start]
    months = sorted((one.month for one in held if one.month < view.month), reverse=True)
    options = {f"{MONTH}-{month}": f"Month {month} ({month_name(month)})" for month in months}
    return options | _superseded(current, view, {one.submission for one in held})


def _superseded(current: Frame, view: View, holding: set[int]) -> dict[str, str]:
    shown = if_loaded("submissions", current.engine, view)
    rows = [row for row in shown.records() if row["dataset"] == "position"] if shown else []
    return {
        f"{SUBMISSION}-{row['id']}": f"Submission {row['id']}, month {row['month']}, loaded {row['loaded_at']}"
        for row in rows
        if row["year"] == str(view.year) and row["month"] and row["id"] not in holding
    }


def since_of(current: Frame, view: View, chosen: str) -> Since | None:
    """Return what was chosen as the figure takes it; None for nothing, which is the month before."""
    kind, _, number = chosen.partition("-")
    if not number.isdigit():
        return None
    if kind == MONTH:
        return Since(replace(view, month=int(number), as_at=None))
    period = queries.submission_period(current.engine, view.organisation, int(number))
    return Since(replace(view, month=(period[1] if period else None) or view.month, as_at=None), int(number))


def build(current: Frame, view: View, chosen: str) -> list[Block]:
    """Return the answer: how the forecast moved, what came into it, and whether it is worse."""
    moved = _moved(current, view, chosen)
    return [opening(TITLE, words.answer(moved), words.key_figures(moved), moved)]


def choose_measure(chosen: str) -> str:
    """Let somebody choose whose bridge is drawn: the forecast's to begin with."""
    current = frame()
    assert current.view  # noqa: S101 - there is something to show
    names = words.measures(_moved(current, current.view, chosen))
    return pick("Measure", "measure", {name: name for name in names})


def build_measure(current: Frame, view: View, chosen: str, measure: str) -> list[Block]:
    """Return one measure's bridge as a waterfall with its sentence, and every measure's as a table."""
    moved = _moved(current, view, chosen)
    rows = words.of_measure(moved, measure)
    if not rows:
        return []
    steps = [Step(words.drawn_as(row), amount(row, "amount")) for row in words.steps(rows)]
    drawn = waterfall([*steps, Step("In all", words.change(rows), level=True)])
    return [
        heading(measure, f"{words.ABOUT[measure]} {NOTE}"),
        Html(paragraph(words.measure_said(rows))),
        Chart(drawn, words.alt(rows), "movement"),
        Html(table(of_measure(moved, measure), caption=measure, hide=("measure",))),
        heading("Every measure", "What each measure was, what it is, and how far it has moved; better is positive."),
        Html(table(ends(moved))),
        download(moved, view, "Download every measure's bridge (CSV)"),
    ]


def of_measure(moved: Figure, measure: str) -> Figure:
    """Return one measure's bridge."""
    return only(moved, [place for place, name in enumerate(moved.values("measure")) if name == measure])


def ends(moved: Figure) -> Figure:
    """Return every measure at both ends, without its steps."""
    bridges = [(name, words.of_measure(moved, name)) for name in words.measures(moved)]
    cells = ((name, rows[0]["amount"], rows[-1]["amount"], words.change(rows)) for name, rows in bridges)
    return replace(moved, name="movement-ends", columns=ENDS, rows=tuple(cells), kinds=("line",) * len(bridges))


def _moved(current: Frame, view: View, chosen: str) -> Figure:
    """Return the movement, made once for a view, a change of the record and what it is reckoned from."""
    made: Figure = shelf().get(
        ("movement", view, current.change, today(), chosen),
        lambda: figure("movement", current.engine, view, since=since_of(current, view, chosen)),
    )
    return made
