"""What a load would be, in tables: what was understood, what is wrong, what does not add up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from recovery.figure import Figure
from recovery.findings import Severity
from recovery.measures.quality import FINDING_COLUMNS
from recovery.period import month_name
from recovery.problems import Problem, Weight
from recovery.sentences.amounts import listed, many
from recovery.ui.content import Html
from recovery.ui.quality import listed as listed_findings
from recovery.ui.reasons import reasons_of
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recovery.findings import Finding
    from recovery.sources.table import Table
    from recovery.view import View

MOST: Final = 500
"""How many problems or findings are listed on the page; the rest is counted."""


def tables_understood(tables: Sequence[Table]) -> str:
    """Return what was read: table, place, unit and where it was read, sign, rows of each kind."""
    headings = ["Table", "Sheet", "Month", "Unit", "Sign of variances", "Lines", "Totals", "Columns not used"]
    return plain_table("As understood", headings, [_understood(table) for table in tables])


def _understood(table: Table) -> list[str]:
    kinds = table.rows.column("kind").to_pylist()
    totals = sum(1 for kind in kinds if kind in ("total", "net"))
    return [
        table.definition.title,
        f"{table.file}, {table.sheet}" if table.sheet else table.file,
        month_name(table.month) if table.month else "whole year",
        f"{table.unit.symbol}, {table.unit_from}" if table.unit else _no_unit(table),
        table.sign_from or "none printed",
        f"{len(kinds) - totals:,}",
        f"{totals:,}",
        listed(table.unused) or "none",
    ]


def _no_unit(table: Table) -> str:
    has_money = any(field.kind == "money" and field.name in table.columns for field in table.definition.fields)
    return "not stated" if has_money else "no money"


def verdict(tables: Sequence[Table], problems: Sequence[Problem], findings: Sequence[Finding]) -> str:
    """Return in one sentence whether these files can be published."""
    errors = sum(problem.weight is Weight.ERROR for problem in problems)
    questions = sum(problem.weight is Weight.QUESTION for problem in problems)
    if errors:
        stands = "stands" if errors == 1 else "stand"
        return (
            f"{many(errors, 'problem')} {stands} in the way; mend the file and drop it again. Nothing has been changed."
        )
    if questions:
        return f"{many(questions, 'question')} to answer before this can be published."
    names = listed([table.definition.title for table in tables])
    return f"Ready to publish: {names}. {_kept(findings)}" if tables else "No table was found."


def _kept(findings: Sequence[Finding]) -> str:
    found = Counter(finding.severity for finding in findings)
    parts = [
        *([many(found[Severity.DIFFERENCE], "difference")] if found[Severity.DIFFERENCE] else []),
        *(
            [f"{found[Severity.CANNOT_BE_CHECKED]:,} that cannot be checked"]
            if found[Severity.CANNOT_BE_CHECKED]
            else []
        ),
        *([f"{found[Severity.ROUNDING]:,} of rounding only"] if found[Severity.ROUNDING] else []),
    ]
    if not parts:
        return "Every printed figure agrees with its parts."
    return f"{many(len(findings), 'finding')} will be kept beside the figures: {listed(parts)}."


def problem_table(problems: Iterable[Problem], weight: Weight, caption: str) -> str:
    """Return the problems of one weight: where, what was found, what is wrong, what to do; '' if there is none."""
    held = [problem for problem in problems if problem.weight is weight]
    if not held:
        return ""
    rows = [
        [_sheet(problem), problem.cell or "–", problem.value or "–", problem.message, problem.to_do]
        for problem in held[:MOST]
    ]
    more = f"; the first {MOST:,} of {len(held):,} are listed" if len(held) > MOST else ""
    headings = ["File and sheet", "Cell", "Value found", "What is wrong", "What to do"]
    return plain_table(f"{caption} ({len(held):,}){more}", headings, rows)


def _sheet(problem: Problem) -> str:
    return ", ".join(part for part in (problem.file, problem.sheet) if part) or "the files"


def finding_tables(findings: Sequence[Finding], view: View) -> str:
    """Return what reconciliation found, the severest first, '' if nothing."""
    rows = tuple(tuple(getattr(finding, column.name) for column in FINDING_COLUMNS) for finding in findings)
    kinds = tuple(finding.kind for finding in findings)
    found = Figure("findings", "Findings", FINDING_COLUMNS, rows, kinds)
    more = f"The first {MOST:,} of {len(rows):,} are listed." if len(rows) > MOST else ""
    blocks = listed_findings(found, view, reasons_of(findings), note=more, most=MOST)
    return "".join(block.body for block in blocks if isinstance(block, Html))
