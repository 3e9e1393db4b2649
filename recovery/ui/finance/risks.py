"""The page of risks: from gross to net, the register with what counts of it, the cases, and the months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.charts.risks import before_and_after, net_by_month
from recovery.charts.waterfall import waterfall
from recovery.errors import NothingLoaded
from recovery.measures.request import nothing
from recovery.measures.risk_steps import as_figure, risk_steps
from recovery.sentences import risk_register as register_words
from recovery.sentences import risks as words
from recovery.ui.content import Block, Chart, Html, Link, download, heading, opening
from recovery.ui.figures import if_loaded, in_order, only
from recovery.ui.tables import SMALL, look_of_list, table

if TYPE_CHECKING:
    from recovery.figure import Figure
    from recovery.ui.gate import Frame
    from recovery.view import View

TITLE: Final = "Risks and mitigations"
STEPS: Final = "Grey is a level; plain blue takes risk away; hatched brown adds to it. Added up from the lines."
EACH: Final = "The outlined bar is the risk before mitigation, the hatched bar inside it what mitigation leaves."
EVERY: Final = "Every risk and mitigation, and what counts of it"
CASES: Final = (
    "Best: no risk comes, every mitigation does, schemes deliver the most they may. Likely: everything at its expected "
    "value. Worst: every risk comes in full, no mitigation does, schemes deliver the least they may. Mitigations "
    "come or not whatever becomes of the risks that they answer, so that the best case is a bound."
)
MONTHS: Final = (
    "Net risk outside the forecast as each month reported it, with the delivery of savings schemes as it stood at that "
    "month's end; plain blue is favourable, hatched brown adverse."
)
PHASED: Final = "What counts outside the forecast, by the month in which it would fall."
COUNTED: Final = (
    "ref", "title", "type", "state", "gross_value", "probability", "expected_value", "in_forecast", "residual",
    "counted", "why",
)  # fmt: skip
LINKED: Final = (
    "ref", "title", "line", "scheme_ref", "linked_risk", "mitigation_kind", "start_by", "attention", "recurrent",
    "owner",
)  # fmt: skip
"""The register in two tables, so that each fits: what counts, and what each is linked to, by when and whose."""


def build(current: Frame, view: View) -> list[Block]:
    """Return the sentence, gross to net, each risk and the table; the register's sentence where it stands alone."""
    risks, register = (if_loaded(name, current.engine, view) for name in ("risks", "risk-register"))
    if risks is None and register is not None:
        said, key = register_words.answer(register), register_words.key_figures(register)
        return [opening(TITLE, said, key, register)]
    if risks is None:
        raise NothingLoaded(nothing(TITLE, ("risks", "risk-register"), view))
    steps = risk_steps(risks)
    return [
        opening(TITLE, words.answer(risks), words.key_figures(risks), risks),
        heading("From gross to net", STEPS),
        Chart(waterfall(steps), words.steps_alt(steps), "gross to net"),
        Html(table(as_figure(steps, risks))),
        heading("Each risk", EACH),
        Chart(before_and_after(words.lines(risks)), words.alt(risks), "each risk"),
        Html(table(risks, group="group")),
        download(risks, view),
    ]


def build_register(current: Frame, view: View) -> list[Block]:
    """Return the register with what counts of each row and why, the cases, and net risk by month."""
    register = if_loaded("risk-register", current.engine, view)
    if register is None:
        return []
    counted = in_order(register, COUNTED)
    return [
        heading("The register", register_words.answer(register)),
        Html(table(counted, caption=EVERY, look=look_of_list(counted, SMALL))),
        *_links(register),
        download(register, view, "Download the register (CSV)"),
        *_cases(if_loaded("risk-cases", current.engine, view), view),
        *_months(current, view),
    ]


def _links(register: Figure) -> list[Block]:
    """Return what each is linked to, by when it has to begin and whose it is; columns that say nothing left out."""
    lines = only(register, [number for number, kind in enumerate(register.kinds) if kind == "line"])
    names = [name for name in LINKED if any(lines.values(name))]
    linked = in_order(lines, names)
    held = table(linked, caption="Links, dates and owners", look=look_of_list(linked, SMALL))
    return [Html(held)] if len(names) > len(LINKED[:2]) else []


def _cases(cases: Figure | None, view: View) -> list[Block]:
    if cases is None:
        return []
    return [
        heading("Best, likely and worst case", f"{register_words.cases_said(cases)} {CASES}"),
        Html(table(cases)),
        download(cases, view),
        Link("How likely is each outturn? See the chance of the control total", "chance-of-control-total", view),
    ]


def _months(current: Frame, view: View) -> list[Block]:
    months, phased = (if_loaded(name, current.engine, view) for name in ("risks-by-month", "risk-phasing"))
    blocks: list[Block] = []
    if months:
        drawn, alt = net_by_month(months.records()), register_words.months_alt(months)
        blocks += [heading("Net risk by month", f"{register_words.months_said(months)} {MONTHS}")]
        blocks += [Chart(drawn, alt, "net risk by month"), Html(table(months, hide=("month_name",)))]
        blocks += [download(months, view)]
    if phased:
        blocks += [heading("When it would fall", PHASED), Html(table(phased, hide=("month_name",)))]
        blocks += [download(phased, view)]
    return blocks
