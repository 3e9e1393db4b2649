"""Why each finding is one: the check and its explanation in words, and whether it stands between tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery.measures.quality import findings_between
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recovery.figure import Cell, Figure
    from recovery.findings import Finding
    from recovery.ui.gate import Frame
    from recovery.view import View

Key = tuple["Cell", ...]
NAMED_BY = ("dataset", "check", "row", "column", "printed")


@dataclass(frozen=True)
class Reasons:
    """The explanations of findings, and which of them stand between tables."""

    explanations: Mapping[Key, str]
    between: frozenset[Key]

    def checked(self, row: Mapping[str, Cell]) -> str:
        """Return what was checked in words: the check, and what came of it where that is known."""
        check = str(row["check"])
        return f"{check[:1].upper()}{check[1:]}. {self.explanations.get(_key(row), '')}".strip()

    def place(self, row: Mapping[str, Cell], title: str) -> str:
        """Return where a finding stands: within its table or between that and another."""
        return f"{'Between tables' if _key(row) in self.between else 'Within a table'}: {title}"


def reasons_of(findings: Iterable[Finding]) -> Reasons:
    """Return the reasons of findings; one without a place in a table stands between tables."""
    held = list(findings)
    explanations = {_key(vars(finding)): finding.explanation for finding in held}
    return Reasons(explanations, frozenset(_key(vars(finding)) for finding in held if finding.row_order is None))


def reasons(current: Frame, view: View, found: Figure) -> Reasons:
    """Return the reasons of the findings behind a view, looked up once for a change of the record."""
    held: Reasons = shelf().get(("reasons", view, current.change), lambda: _looked_up(current, view, found))
    return held


def _looked_up(current: Frame, view: View, found: Figure) -> Reasons:
    """Return what was kept with the submissions, and what stands between tables as they are now."""
    kept = (finding for one in current.record.submissions(found.submissions) for finding in one.findings)
    within = [finding for finding in kept if finding.row_order is not None]
    return reasons_of([*within, *findings_between(current.engine, view)])


def _key(row: Mapping[str, Cell]) -> Key:
    return tuple(row[name] for name in NAMED_BY)
