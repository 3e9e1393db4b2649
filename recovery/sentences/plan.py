"""The financial plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.findings import Severity
from recovery.money import THOUSAND, rounded
from recovery.rows import Row, amount, last_of_kind, number, total_spend
from recovery.sentences.amounts import bracketed, listed, millions, percent, surplus_or_deficit
from recovery.sentences.key_figure import KeyFigure, position_figure
from recovery.sentences.vocabulary import in_words

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Figure, Mark
    from recovery.measures.bridge import Bridge
    from recovery.programme.configuration import Programme
    from recovery.view import View

ENDS: Final = frozenset({"total", "net"})
"""The rows that the waterfall's steps come from."""


def answer(figure: Figure, view: View, programme: Programme) -> str:
    """Return what the year's plan comes to, and from where."""
    plan = f"plan_{view.year.field}"
    net, total = last_of_kind(figure, "net"), total_spend(figure)
    saving = millions(amount(total, "planned_qipp"))
    if net is None:
        spends = f"The {view.year} plan spends {millions(amount(total, plan))}, after planned QIPP of {saving}."
        return in_words(spends, programme)
    start = number(net, f"recurrent_exit_{view.year.prior.field}")
    opening = f"It starts from a recurrent {_bare(start)} and " if start is not None else "It "
    ending = surplus_or_deficit(amount(net, plan))
    return in_words(f"The {view.year} plan is {ending}. {opening}counts on QIPP savings of {saving}.", programme)


def key_figures(figure: Figure, view: View, programme: Programme) -> list[KeyFigure]:
    """Return the plan's numbers: where it starts, what is added, what is saved, where it ends."""
    plan, start = f"plan_{view.year.field}", f"recurrent_exit_{view.year.prior.field}"
    net, total = last_of_kind(figure, "net"), total_spend(figure)
    found = []
    if net is not None:
        found.append(position_figure(f"{view.year} plan", amount(net, plan)))
        found.append(position_figure("Recurrent exit", amount(net, start)))
    found.append(KeyFigure("Planned spend", millions(amount(total, plan)), _growth(total)))
    saving = in_words("Planned QIPP", programme)
    found.append(KeyFigure(saving, millions(amount(total, "planned_qipp")), _share(total, plan)))
    found.append(KeyFigure("Growth", millions(amount(total, "growth")), "Added before savings"))
    return found


def alt(drawn: Bridge) -> str:
    """Return the waterfall in words, for those who do not see it."""
    if not drawn.steps:
        return "No bridge can be drawn: the plan has no recurrent exit or no plan in its total."
    first, last = drawn.steps[0], drawn.steps[-1]
    moves = "; ".join(f"{step.label} {bracketed(step.amount)}" for step in drawn.steps if not step.level)
    level, falls = (surplus_or_deficit, "worsen the position") if drawn.net else (millions, "lower spend")
    return (
        f"Waterfall chart. {first.label}: {level(first.amount)}. Steps, in brackets where they {falls}: {moves}. "
        f"{last.label}: {level(last.amount)}."
    )


def apart(figure: Figure) -> str:
    """Return which of the plan's own totals its lines do not add to, with both figures; '' if they agree."""
    parts = [
        f"{column.heading} is {_both(mark)}"
        for column in figure.columns
        for (row, name), mark in figure.marks.items()
        if name == column.name and mark.severity == Severity.DIFFERENCE and figure.kinds[row] in ENDS
    ]
    return f"Not every total in the plan agrees with its lines: {listed(parts)}, as drawn." if parts else ""


def _both(mark: Mark) -> str:
    say = bracketed if (mark.printed < 0) != (mark.computed < 0) else millions
    printed, computed = say(mark.printed), say(mark.computed)
    if printed == computed:
        printed, computed = (f"£{abs(rounded(amount / THOUSAND)):,}k" for amount in (mark.printed, mark.computed))
    return f"{printed} as reported but {computed} added up from the lines"


def _bare(pounds: Decimal) -> str:
    return surplus_or_deficit(pounds).removeprefix("a ")


def _growth(total: Row | None) -> str:
    growth = number(total, "growth_on_recurrent_exit")
    return "" if growth is None else f"{percent(growth)} on recurrent exit"


def _share(total: Row | None, plan: str) -> str:
    spend = amount(total, plan)
    return f"{percent(abs(100 * amount(total, 'planned_qipp') / spend))} of planned spend" if spend else ""
