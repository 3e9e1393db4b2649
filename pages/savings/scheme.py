"""Scheme: where one scheme stands, who agreed what on what evidence, and what the case said then."""

from __future__ import annotations

from recovery.ui.programme import opening

opening.scheme()
