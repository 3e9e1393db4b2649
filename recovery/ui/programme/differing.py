"""What changed from one version of a case to another, as a table of was and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.money import NIL
from recovery.ui.tables import plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.programme.differences import Difference


def difference_table(found: Sequence[Difference], caption: str = "What changes") -> str:
    """Return each difference with what it was and what it is."""
    rows = [(one.heading, one.before or NIL, one.after or NIL) for one in found]
    return plain_table(caption, ("What", "Was", "Is"), rows)
