"""The rules by which a scheme's parts are rated, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.measures.rating_words import in_ratings
from recovery.programme.rating_rules import rating_rules
from recovery.ui.markup import escape

if TYPE_CHECKING:
    from recovery.programme.configuration import Programme

PARTS: Final = {
    "milestones": "Milestones",
    "finance": "Finance",
    "kpis": "KPIs",
    "risks": "Risks",
    "quality": "Quality and equality impact",
}
OVERALL: Final = "Overall"
WORST: Final = "The worst of the parts; a part about which nothing is recorded is not rated."


def rules_list(programme: Programme) -> str:
    """Return each part with its rule, the rating names being the programme's own."""
    entries = [(PARTS.get(part, part.capitalize()), in_ratings(words, programme)) for part, words in rules().items()]
    listed = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in entries)
    last = f"<div><dt>{OVERALL}</dt><dd>{escape(WORST)}</dd></div>"
    return f'<div class="rf-measure"><dl>{listed}{last}</dl></div>'


def rules() -> dict[str, str]:
    """Return each part's rule as a sentence."""
    return {part: f"{rule.words}." for part, rule in rating_rules().items()}
