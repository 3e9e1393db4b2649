"""The scheme register, however it is laid out, is read scheme by scheme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from recovery.money import Unit
from recovery.period import FinancialYear
from recovery.sources.options import Options
from recovery.sources.workbook import CellValue
from tests.campaign.messy_sheets import Cells
from tests.campaign.printed_amounts import Printed, any_unit
from tests.campaign.reading_back import SEEDS, Case, differences, drawn
from tests.campaign.row_labels import LINES
from tests.workbooks import xlsx

STAGES = ("Pipeline", "Initiation", "Planning", "Delivery", "Monitoring", "Closure")
STAGE_STYLES: tuple[Callable[[int], CellValue], ...] = (
    lambda number: number,
    str,
    lambda number: STAGES[number],
    lambda number: STAGES[number].upper(),
    lambda number: f"Stage {number}",
    lambda number: f"{number} - {STAGES[number]}",
    lambda number: f"{number} – {STAGES[number]}",
    lambda number: f"{number}. {STAGES[number]}",
)
RAG_STYLES: tuple[Callable[[str], str], ...] = (str, lambda rag: rag[0], str.upper, lambda rag: f"{rag.lower()} ")
SUBJECTS = ("medicines switch", "total joint pathway", "audit", "Net zero heating", "contract review")
HEADINGS = {
    "ref": ("Ref", "Scheme ref", "QIPP Ref", "Reference", "ID"),
    "scheme": ("Scheme", "Scheme name", "Project", "Scheme title"),
    "area": ("Expenditure area", "Area", "Programme area"),
    "stage": ("Stage", "Gateway stage", "Gateway", "Current stage"),
    "rag": ("RAG", "RAG rating", "RAG status"),
    "net_value": ("Net value", "Net saving", "Value", "Net Value 18/19"),
}
FURTHER_HEADINGS = {
    "lead": ("Lead", "Scheme lead"),
    "sro": ("SRO",),
    "comment": ("Comment", "Comments", "Update"),
    "start_month": ("Start month", "Start"),
    "full_year_effect": ("Full year effect", "FYE"),
}
MONEY = ("net_value", "full_year_effect")
COMMENTS = (None, "on track", "2 of 3 sites live", "-")
STARTS = (1, "Apr", "July", 7, "Oct-18", None)


@dataclass(frozen=True)
class Scheme:
    ref: str
    scheme: str
    area: str
    stage: int
    rag: str
    net_value: int


@pytest.mark.parametrize("seed", SEEDS)
def test_a_scheme_register_is_read_as_it_is_meant_however_it_is_laid_out(seed):
    assert differences(drawn(register, seed)) == [], f"seed {seed}"


def register(draw: Random) -> Case:
    printed = any_unit(draw, Unit.POUNDS, Unit.THOUSANDS)
    schemes = _schemes(draw, 900_000 if printed.unit is Unit.POUNDS else 3_000)
    expected = {(one.ref,): vars(one) | {"net_value": one.net_value * printed.unit.pence} for one in schemes}
    content = xlsx({"Register": _sheet(draw, schemes, printed)})
    options = Options(year=FinancialYear(2018), month=3)
    return Case("schemes", content, options, ("ref",), expected, left_out=("kind", "total"))


def _schemes(draw: Random, most: int) -> list[Scheme]:
    prefix, areas = draw.choice(("QIPP", "PR", "", "S-")), draw.sample(LINES, 4)
    return [
        Scheme(
            ref=f"{prefix}{number:03d}",
            scheme=f"Scheme {number} {draw.choice(SUBJECTS)}",
            area=draw.choice(areas),
            stage=draw.randrange(len(STAGES)),
            rag=draw.choice(("Red", "Amber", "Green")),
            net_value=draw.randint(10, most),
        )
        for number in range(1, draw.randint(5, 31))
    ]


def _sheet(draw: Random, schemes: list[Scheme], printed: Printed) -> list[Cells]:
    order = [*HEADINGS, *draw.sample(tuple(FURTHER_HEADINGS), draw.randint(0, 5))]
    order = draw.sample(order, len(order)) if draw.random() < 0.5 else order
    stage_style, rag_style = draw.choice(STAGE_STYLES), draw.choice(RAG_STYLES)
    body: list[Cells] = []
    for one in schemes:
        cells = vars(one) | {"stage": stage_style(one.stage), "rag": rag_style(one.rag)} | _further(draw, one)
        body.append([cells[name] for name in order])
    end = [_total(draw, order, schemes)] if draw.random() < 0.5 else []
    return [*_above(draw, order, printed), *body, *end]


def _further(draw: Random, scheme: Scheme) -> dict[str, CellValue]:
    return {
        "lead": "Head of something",
        "sro": "Director",
        "comment": draw.choice(COMMENTS),
        "start_month": draw.choice(STARTS),
        "full_year_effect": scheme.net_value * 2,
    }


def _total(draw: Random, order: list[str], schemes: list[Scheme]) -> Cells:
    labelled = draw.choice(("scheme", "ref"))
    total = {labelled: "Total", "net_value": sum(one.net_value for one in schemes)}
    return [total.get(name) for name in order]


def _above(draw: Random, order: list[str], printed: Printed) -> list[Cells]:
    titles = ("QIPP register", "Confidential", None, f"As at {draw.choice(('June', 'M3'))}")
    above: list[Cells] = [[draw.choice(titles)] for _ in range(draw.randint(0, 4))]
    if draw.random() < 0.5:
        above += [[None, f"Values in {printed.text}"], []]
        unit = ""
    else:
        unit = f" ({printed.text})"
    texts = [draw.choice((HEADINGS | FURTHER_HEADINGS)[name]) for name in order]
    return [*above, [text + (unit if name in MONEY else "") for name, text in zip(order, texts, strict=True)]]
