"""An engine that is asked each question once while one figure is made of several others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.engine.queries import Asks, Row
    from recovery.measures.request import Request
    from recovery.sources.table import Table
    from recovery.view import View


@dataclass(frozen=True)
class AskedOnce:
    """Keeps the answers of an engine for as long as one figure is made; the record does not move in between."""

    engine: Asks
    answers: dict[str, list[Row]] = field(default_factory=dict)
    submissions: dict[int, Table] = field(default_factory=dict)

    def ask(self, query_name: str, **parameters: Any) -> list[Row]:  # noqa: ANN401 - what SQL takes and gives
        """Return the rows that a question gives, asking it the first time."""
        key = f"{query_name} {sorted(parameters.items())}"
        if key not in self.answers:
            self.answers[key] = self.engine.ask(query_name, **parameters)
        return self.answers[key]

    def tables(self, view: View) -> Mapping[str, Table]:
        """Return by dataset the tables that hold in a view."""
        return self.engine.tables(view)

    def submission_table(self, submission: int) -> Table:
        """Return one submission as the table that was loaded, read the first time."""
        if submission not in self.submissions:
            self.submissions[submission] = self.engine.submission_table(submission)
        return self.submissions[submission]


def asking_once(request: Request) -> Request:
    """Return a request that asks the engine each question once."""
    return replace(request, engine=AskedOnce(request.engine))
