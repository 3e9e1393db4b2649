"""The view in which schemes stand as they are now: that of the newest month loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recovery.ui.address import periods
from recovery.ui.services import shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.ui.address import Period
    from recovery.ui.gate import Frame
    from recovery.view import View


def newest(current: Frame, view: View) -> View:
    """Return the view of the year's newest month, in which the register holds as it stands now."""
    loaded: Sequence[Period] = shelf().get(
        ("periods", current.change), lambda: periods(current.engine.ask("periods_loaded"))
    )
    months = [one.month for one in loaded if (one.organisation, one.year) == (view.organisation, view.year)]
    return replace(view, month=max(months, default=view.month), as_at=None)
