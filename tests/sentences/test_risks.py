from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from recovery.measures.risk_steps import risk_steps
from recovery.sentences import risks
from recovery.sentences.key_figure import KeyFigure
from tests.showing import shown, with_cells


def test_the_risks_are_told_from_gross_to_covered():
    assert risks.answer(shown("risks")) == (
        "Risks of £28.2m before mitigation come down to £3.0m; the forecast already holds £3.0m. "
        "Contingency of £3.0m covers what is left."
    )


def test_what_contingency_does_not_cover_is_said():
    short = with_cells(shown("risks"), 20, mitigated_risk=Decimal(-1_200_000))
    assert risks.answer(short).endswith("Contingency of £3.0m leaves £1.2m uncovered.")


def test_every_contingency_of_the_table_covers_what_is_left():
    published = shown("risks")
    first = published.kinds.index("contingency")
    kinds = (*published.kinds[: first - 1], "contingency", *published.kinds[first:])
    two = replace(with_cells(published, first - 1, mitigated_risk=Decimal(500_000)), kinds=kinds)
    assert risks.answer(two).endswith("Contingency of £3.5m covers what is left.")


def test_the_key_figures_run_from_gross_to_net():
    assert risks.key_figures(shown("risks")) == [
        KeyFigure("Risk before mitigation", "(£28.2m)", "16 risks"),
        KeyFigure("After mitigation", "(£3.0m)"),
        KeyFigure("Held in the forecast", "(£3.0m)"),
        KeyFigure("Outside the forecast", "£0.0m", "Residual"),
        KeyFigure("Net after contingency", "£0.0m", "Covered"),
    ]


def test_the_steps_and_each_risk_are_told():
    assert risks.steps_alt(risk_steps(shown("risks"))) == (
        "Waterfall chart. Before mitigation (£28.2m); Mitigation £25.2m; After mitigation (£3.0m); of which in the "
        "forecast (£3.0m); of which outside the forecast £0.0m; Contingency £3.0m; Net after contingency £0.0m."
    )
    assert "s.117 Backlog £3.0m before, £1.4m after" in risks.alt(shown("risks"))
