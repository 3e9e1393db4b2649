"""Monthly profiles: plan, actual and forecast of many schemes in one grid, saved as one change."""

from __future__ import annotations

from recovery.ui.programme import opening

opening.profiles()
