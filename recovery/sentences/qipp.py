"""The savings programme in words: identified against target, and what is counted on after risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.money import THOUSAND, rounded
from recovery.rows import amount, last_of_kind, number, of_kind, text
from recovery.sentences.amounts import listed, many, millions, percent
from recovery.sentences.key_figure import KeyFigure
from recovery.sentences.vocabulary import in_words, within

if TYPE_CHECKING:
    from decimal import Decimal

    from recovery.figure import Figure
    from recovery.programme.configuration import Programme


def answer(rag: Figure, gateway: Figure | None, programme: Programme) -> str:
    """Return the risk-adjusted gap, and the gap against target."""
    total = last_of_kind(rag, "total")
    value, adjusted = amount(total, "net_value"), amount(total, "risk_adjusted")
    opening = (
        f"{in_words('QIPP', programme)} schemes of {millions(value)} are worth {millions(adjusted)} after risk: "
        f"a risk-adjusted gap of {millions(value - adjusted)}."
    )
    matrix = last_of_kind(gateway, "total") if gateway else None
    if number(matrix, "target") is None:
        return opening
    target = amount(matrix, "target")
    gap = amount(matrix, "gap_including_pipeline")
    return f"{opening} {in_words(_against_target(gap, target, target - adjusted), programme)}"


def _against_target(gap: Decimal, target: Decimal, gap_after_risk: Decimal) -> str:
    if gap > 0:
        return f"Against the target of {millions(target)}, {millions(gap)} is still to be found, pipeline included."
    spare = f" with {millions(gap)} to spare" if gap else ""
    after = f"after risk they fall {millions(gap_after_risk)} short of it" if gap_after_risk > 0 else "after risk too"
    return f"Pipeline included, schemes cover the target of {millions(target)}{spare}; {after}."


def key_figures(rag: Figure, gateway: Figure | None, programme: Programme) -> list[KeyFigure]:
    """Return net value, risk-adjusted value, the gap between them, and the gaps against target."""
    total = last_of_kind(rag, "total")
    value, adjusted = amount(total, "net_value"), amount(total, "risk_adjusted")
    share = percent(100 * adjusted / value) if value else "n/a"
    found = [
        KeyFigure("Net value of schemes", millions(value)),
        KeyFigure("Risk-adjusted", millions(adjusted), f"{share} of net value"),
        KeyFigure("Risk-adjusted gap", f"({millions(value - adjusted)})", "Value at risk", "bad"),
    ]
    matrix = last_of_kind(gateway, "total") if gateway else None
    if number(matrix, "target") is not None:
        found.append(_gap(in_words("Gap excluding pipeline", programme), amount(matrix, "gap_excluding_pipeline")))
        found.append(_gap(in_words("Gap including pipeline", programme), amount(matrix, "gap_including_pipeline")))
    return found


def _gap(label: str, gap: Decimal) -> KeyFigure:
    if gap > 0:
        return KeyFigure(label, f"({millions(gap)})", "Short of target", "bad")
    return KeyFigure(label, millions(gap), "Target covered", "good")


def rag_alt(rag: Figure, programme: Programme) -> str:
    """Return the chart by rating in words."""
    parts = [
        f"{text(row, 'status')} {text(row, 'rag').lower()} {millions(amount(row, 'net_value'))}, "
        f"{millions(amount(row, 'risk_adjusted'))} after risk"
        for row in of_kind(rag, "line")
    ]
    return f"Bar chart of net and risk-adjusted value by {within(programme.rating)}. {'; '.join(parts)}."


def matrix_alt(gateway: Figure) -> str:
    """Return the stage by area chart in words: each area's schemes and its gap."""
    parts = [
        f"{text(row, 'area')} {many(int(amount(row, 'total_including_pipeline_count')), 'scheme')}, "
        f"{millions(amount(row, 'total_including_pipeline_value'))}"
        for row in of_kind(gateway, "line")
    ]
    return f"Chart of the value of schemes by area and stage. {'; '.join(parts)}."


def cell_words(schemes: int, pounds: Decimal, area: str, stage: str) -> str:
    """Return what stands in one cell of the matrix."""
    where = " ".join(part for part in (f"in {area}" if area else "", f"at {stage}" if stage else "") if part)
    return f"{many(schemes, 'scheme')} {where or 'in all'}, net value {millions(pounds)}."


def short_areas(gateway: Figure) -> str:
    """Return the areas that fall short of their target, largest first, '' if none does."""
    short = sorted(
        (row for row in of_kind(gateway, "line") if amount(row, "gap_including_pipeline") > 0),
        key=lambda row: -amount(row, "gap_including_pipeline"),
    )
    return listed([f"{text(row, 'area')} {millions(amount(row, 'gap_including_pipeline'))}" for row in short[:3]])


def kept_apart(kept: Decimal, published: Decimal) -> str:
    """Return how the register kept here stands to the published figure."""
    apart = kept - published
    if not rounded(apart / THOUSAND):
        return f"The register kept here holds the published {millions(published)}."
    more = f"{millions(apart)} {'more' if apart > 0 else 'less'} than the published {millions(published)}"
    return f"The register kept here now holds {millions(kept)}, {more}."
