"""From files to the record: read, reconcile, and append only what nothing stands in the way of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.loading.previewing import preview
from recovery.loading.weights import weights_held
from recovery.period import MONTHS_IN_YEAR, FinancialYear, check_month
from recovery.programme.allowing import PUBLISH, allowed
from recovery.record import Heading, Load, Record
from recovery.record.current import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.loading.outcome import Outcome
    from recovery.programme.actor import Actor
    from recovery.sources.options import Options
    from recovery.sources.table import Table
    from recovery.sources.workbook import SourceFile

REGISTER: Final = "schemes"


def load(  # noqa: PLR0913 - each is asked for by its name
    record: Record,
    files: Sequence[SourceFile],
    options: Options,
    *,
    organisation: str,
    organisation_name: str,
    year: FinancialYear,
    month: int | None,
    loaded_by: str,
    illustrative: bool = False,
    actor: Actor | None = None,
) -> Outcome:
    """Load files as one change of the record; errors and open questions mean that nothing is written.

    `actor` is looked up in the record inside the write, and a NotAllowed raised unless they may load workbooks of the
    organisation; None asks for no permission.
    """
    organisation = organisation.strip()
    if not organisation:
        raise UsageError("A load needs the organisation's code.")
    month = options.month if month is None else check_month(month)
    headings = record.headings(organisation, year)
    is_kept = (organisation, year.start) in record.programmes()
    outcome = preview(
        files,
        replace(options, year=year, month=month),
        lambda at: _held(record, headings, at, is_kept=is_kept),
        weights=weights_held(record, organisation, year),
    )
    if outcome.in_the_way:
        return outcome
    receipt = record.append(
        Load(
            organisation=organisation,
            organisation_name=organisation_name,
            year=year,
            month=month,
            loaded_by=loaded_by,
            illustrative=illustrative,
            files=tuple(files),
            tables=outcome.tables,
            problems=outcome.problems,
            findings=outcome.findings_by_table,
        ),
        allowed=allowed(actor, PUBLISH, organisation) if actor else None,
    )
    return replace(outcome, receipt=receipt)


def _held(record: Record, headings: Sequence[Heading], month: int | None, *, is_kept: bool) -> dict[str, Table]:
    """Return the tables in force for a month, or for the newest month there is where none is meant.

    A register that was loaded no longer counts where one is kept in the app.
    """
    newest = max((heading.month for heading in headings if heading.month), default=MONTHS_IN_YEAR)
    chosen = current(headings, newest if month is None else month)
    submissions = record.submissions([heading.id for heading in chosen.values()])
    tables = {submission.dataset: submission.table() for submission in submissions}
    return {name: table for name, table in tables.items() if not (is_kept and name == REGISTER)}
