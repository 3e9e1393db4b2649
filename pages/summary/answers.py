"""Questions and answers: what will we land at, how sure are we, what would change it, and why believe us this time?"""

from __future__ import annotations

from recovery.ui.answers import TITLE, build
from recovery.ui.content import show

show(TITLE, build)
