"""What every question has in common: the engine that is asked, and the parameters that a view or a register gives."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from recovery.engine import sql_files
from recovery.period import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.engine.kept import Register
    from recovery.sources.table import Table
    from recovery.view import View

Amount = Decimal | None
Row = tuple[Any, ...]


class Asks(Protocol):
    """What measures need of the engine: to be asked a question by name, and tables as they were loaded."""

    def ask(self, query_name: str, **parameters: Any) -> list[Row]:  # noqa: ANN401 - what SQL takes and gives
        """Return the rows that a question gives."""

    def tables(self, view: View) -> Mapping[str, Table]:
        """Return by dataset the tables that hold in a view."""

    def submission_table(self, submission: int) -> Table:
        """Return one submission as the table that was loaded."""


def about(engine: Asks, name: str, register: Register, **more: Any) -> list[Row]:  # noqa: ANN401 - what SQL takes
    """Return the answer to a question about a register, asked with those of its parameters that the question names."""
    named = _named(name)
    return engine.ask(name, **{key: value for key, value in register.parameters.items() if key in named}, **more)


@cache
def _named(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\$(\w+)", sql_files.queries()[name]))


def of_view(view: View) -> dict[str, Any]:
    """Return a view as the parameters of a question: organisation, year and month."""
    return {"organisation": view.organisation, "year": view.year.start, "month": view.month}


def to_date(view: View) -> dict[str, Any]:
    """Return the parameters of a question that goes as far as the view's month, or the year's end where it has none."""
    return {**of_view(view), "month": view.month or MONTHS_IN_YEAR}
