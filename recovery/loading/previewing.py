"""What a load would be: its tables, what is wrong with them and what they do not bear out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from recovery.checks import reconcile, reconcile_across
from recovery.checks.weights import Weights, weights_in_force
from recovery.loading.doubles import same_names, same_table_twice
from recovery.loading.months import missing_months, other_months, with_months
from recovery.loading.outcome import Outcome
from recovery.problems import Problem, Weight
from recovery.sources.reading import read
from recovery.sources.table import Table

if TYPE_CHECKING:
    from recovery.findings import Finding
    from recovery.sources.options import Options
    from recovery.sources.workbook import SourceFile

Held = Callable[[int | None], Mapping[str, Table]]
"""The tables that are in force already for a month, by dataset."""

WeightsOf = Callable[[int | None], Weights]
"""The risk weights in force at the end of a month; None where a table does not say its month."""

_NOTHING: Final = Problem(
    rule="nothing-to-load",
    message="There is no table in what was given.",
    to_do="Give a workbook that holds at least one of the input tables; the template shows them all.",
)


def newest_defaults(_month: int | None) -> Weights:
    """Return the newest weights of the reference data, whatever the month: where it is not said for whom."""
    return weights_in_force()


def _nothing_held(_month: int | None) -> Mapping[str, Table]:
    return {}


def preview(
    files: Sequence[SourceFile],
    options: Options,
    held: Held = _nothing_held,
    *,
    asks_month: bool = True,
    weights: WeightsOf = newest_defaults,
) -> Outcome:
    """Return what a load of these files would be, beside the tables that are held already; nothing is written.

    With `asks_month` false a table may leave its month open: for those who only want to know whether it adds up.
    `weights` gives the risk weights of a month.
    """
    reading = read(files, options)
    tables = with_months(reading.tables, options.month)
    problems = (
        *reading.problems,
        *same_names(files),
        *other_months(reading.tables, options.month),
        *(missing_months(tables, reading.problems) if asks_month else ()),
        *same_table_twice(tables, reading.problems),
    )
    if not tables and not any(problem.weight is Weight.ERROR for problem in problems):
        problems = (*problems, _NOTHING)
    return Outcome(None, tables, problems, _findings(tables, held, weights))


def _findings(tables: Sequence[Table], held: Held, weights: WeightsOf) -> tuple[tuple[Finding, ...], ...]:
    """Return each table's own findings; those between tables go with the table they name, else with the first."""
    found = [list(reconcile(table, weights(table.month))) for table in tables]
    for month in _months(tables):
        places = {table.dataset: place for place, table in enumerate(tables) if table.month in (month, None)}
        together = {**held(month), **{dataset: tables[place] for dataset, place in places.items()}}
        for finding in reconcile_across(together, weights(month)):
            among = found[places.get(finding.dataset, min(places.values()))]
            if finding not in among:  # a table without a month stands beside those of every month
                among.append(finding)
    return tuple(tuple(findings) for findings in found)


def _months(tables: Sequence[Table]) -> list[int | None]:
    """Return the months that a load's tables speak of: None alone where they state none."""
    stated: list[int | None] = [*sorted({table.month for table in tables if table.month is not None})]
    return stated or [None] if tables else []
