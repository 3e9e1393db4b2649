"""Edit a scheme: begin one, or change its case; two people's changes are never lost."""

from __future__ import annotations

from recovery.ui.programme import opening

opening.edit()
