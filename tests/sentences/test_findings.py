from __future__ import annotations

import dataclasses

from recovery.figure import Column
from recovery.sentences import findings
from recovery.sentences.key_figure import KeyFigure
from tests.showing import small

COLUMNS = (Column("dataset", "Table"), Column("severity", "Severity"))


def found(*severities: str):
    return small([("position", severity) for severity in severities], *COLUMNS)


def test_findings_are_told_by_severity():
    assert findings.answer(found("difference", "difference", "rounding", "cannot be checked")) == (
        "2 printed figures differ from what their parts give by more than rounding; 1 differs by rounding only; "
        "1 cannot be checked."
    )
    assert findings.answer(found("difference")) == (
        "1 printed figure differs from what its parts give by more than rounding."
    )
    assert findings.answer(found("rounding")) == (
        "No printed figure differs from its parts by more than rounding; 1 differs by rounding only."
    )


def test_no_finding_is_good_news():
    nothing = dataclasses.replace(found(), rows=(), kinds=())
    assert findings.answer(nothing) == "Every printed figure agrees with its parts."
    assert findings.key_figures(nothing)[0] == KeyFigure("Differences", "0", "None")


def test_differences_are_to_be_explained():
    assert findings.key_figures(found("difference", "rounding")) == [
        KeyFigure("Differences", "1", "To explain", "bad"),
        KeyFigure("Rounding", "1", "Within the printed step"),
        KeyFigure("Cannot be checked", "0", "Parts are missing"),
        KeyFigure("Tables with findings", "1"),
    ]
