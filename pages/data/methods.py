"""Methods: what every measure means, how it is worked out and why it matters."""

from __future__ import annotations

from recovery.ui.gate import frame
from recovery.ui.methods import show

show(frame())
