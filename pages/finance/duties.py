"""Financial duties: which are at risk, by which rule, and what is the position underneath?"""

from __future__ import annotations

from recovery.ui.content import show
from recovery.ui.finance import duties as page

show(page.TITLE, page.build)
