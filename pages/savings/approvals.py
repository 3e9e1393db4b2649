"""Approvals: what waits for the reader, conditions, decisions, and benefits against the case approved."""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.programme import approvals
from recovery.ui.programme.doing import reader

show(approvals.TITLE, approvals.build, reader())
