"""What was read and what stands in the way, as text."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.cli.numbers import pretty
from recovery.cli.text_table import grid
from recovery.findings import Finding, Severity
from recovery.money import PENCE_PER_POUND, Unit
from recovery.problems import Problem, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.loading import Outcome
    from recovery.sources.table import Table

TITLES: Final = {
    Weight.ERROR: "To mend before it can be loaded",
    Weight.QUESTION: "To answer before it can be loaded",
    Weight.NOTICE: "To know",
}


def as_text(outcome: Outcome) -> str:
    """Return what was understood, what stands in the way and what was found."""
    parts = _understood(outcome.tables) + problems_as_text((*outcome.problems, *_not_read(outcome.tables)))
    if outcome.tables and not any(problem.weight is Weight.ERROR for problem in outcome.problems):
        parts.append(_counted(outcome.findings))
    return "\n".join(parts)


def problems_as_text(problems: Sequence[Problem]) -> list[str]:
    """Return problems as lines, what has to be mended first."""
    return [
        line
        for weight, title in TITLES.items()
        for line in _problems(title, [problem for problem in problems if problem.weight is weight])
    ]


def _understood(tables: Sequence[Table]) -> list[str]:
    if not tables:
        return []
    headings = ["Table", "Read from", "Rows", "Month", "Unit", "Unit from", "Sign from", "Total read"]
    left = [heading not in {"Rows", "Month"} for heading in headings]
    return ["Understood:", *grid(headings, [_table(table) for table in tables], left), ""]


def _table(table: Table) -> list[str]:
    return [
        table.dataset,
        f"{table.file} [{table.sheet}]" if table.sheet else table.file,
        str(table.rows.num_rows),
        str(table.month or ""),
        table.unit.value if table.unit else "",
        table.unit_from,
        table.sign_from,
        _total(table),
    ]


def _not_read(tables: Sequence[Table]) -> list[Problem]:
    """Return a notice for each table with columns that were not understood, so that nothing is left out in silence."""
    return [
        Problem(
            rule="columns-not-read",
            message=f"{len(table.unused)} {'column was' if len(table.unused) == 1 else 'columns were'} not read.",
            to_do="Give a column the heading it has in the template if it matters here.",
            file=table.file,
            sheet=table.sheet,
            value=", ".join(table.unused),
            weight=Weight.NOTICE,
        )
        for table in tables
        if table.unused
    ]


def _total(table: Table) -> str:
    """Return the last total of the first money column, or the sum of its lines, to hold against the file."""
    kinds, unit = table.rows["kind"].to_pylist(), table.unit or Unit.POUNDS
    for field in table.definition.numbers:
        if field.kind != "money" or field.per_unit or field.name not in table.columns:
            continue
        pairs = [pair for pair in zip(kinds, table.rows[field.name].to_pylist(), strict=True) if pair[1] is not None]
        totals = [pence for kind, pence in pairs if kind == "total"]
        pence = totals[-1] if totals else sum(pence for kind, pence in pairs if kind == "line")
        return f"{field.name} {pretty(Decimal(pence) / PENCE_PER_POUND, 'money', unit)} {unit.symbol}"
    return ""


def _problems(title: str, problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    rows = [[problem.place, problem.message, problem.value, _to_do(problem)] for problem in problems]
    return [f"{title}:", *grid(["Where", "What", "Found", "What to do"], rows, [True] * 4), ""]


def _to_do(problem: Problem) -> str:
    """Return what to do, with the option that answers a question."""
    if not problem.option:
        return problem.to_do
    return f"{problem.to_do} (--{problem.option.replace('_', '-')} {'|'.join(problem.choices)})"


def _counted(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[severity]} {severity.value}" for severity in Severity if counts[severity]]
    return f"Reconciliation: {', '.join(parts)}." if parts else "Reconciliation: everything printed adds up."
