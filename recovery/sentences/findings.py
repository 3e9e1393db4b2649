"""What reconciliation found, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from recovery.findings import Severity
from recovery.sentences.amounts import many
from recovery.sentences.key_figure import KeyFigure

if TYPE_CHECKING:
    from recovery.figure import Figure


def severities(figure: Figure) -> Counter[str]:
    """Return how many findings there are of each severity."""
    return Counter(str(value) for value in figure.values("severity"))


def answer(figure: Figure) -> str:
    """Return how many printed figures differ from their parts, and how many only by rounding."""
    found = severities(figure)
    differences, unchecked = found[Severity.DIFFERENCE], found[Severity.CANNOT_BE_CHECKED]
    if not figure.rows:
        return "Every printed figure agrees with its parts."
    opening = (
        f"{many(differences, 'printed figure')} {'differs' if differences == 1 else 'differ'} from what "
        f"{'its' if differences == 1 else 'their'} parts give by more than rounding"
        if differences
        else "No printed figure differs from its parts by more than rounding"
    )
    more = []
    if found[Severity.ROUNDING]:
        rounded = found[Severity.ROUNDING]
        more.append(f"{rounded:,} {'differs' if rounded == 1 else 'differ'} by rounding only")
    if unchecked:
        more.append(f"{unchecked:,} cannot be checked")
    return f"{'; '.join([opening, *more])}."


def key_figures(figure: Figure) -> list[KeyFigure]:
    """Return the count of each severity, and of the tables concerned."""
    found = severities(figure)
    tables = len(set(figure.values("dataset"))) if figure.rows else 0
    differences = found[Severity.DIFFERENCE]
    return [
        KeyFigure(
            "Differences", f"{differences:,}", "To explain" if differences else "None", "bad" if differences else ""
        ),
        KeyFigure("Rounding", f"{found[Severity.ROUNDING]:,}", "Within the printed step"),
        KeyFigure("Cannot be checked", f"{found[Severity.CANNOT_BE_CHECKED]:,}", "Parts are missing"),
        KeyFigure("Tables with findings", f"{tables:,}"),
    ]
