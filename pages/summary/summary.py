"""Summary: are we on plan, what moved since last month, what needs a decision."""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.overview import TITLE, build

show(TITLE, build)
