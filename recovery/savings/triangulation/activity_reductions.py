"""The activity that the plan takes out against what schemes say they remove, code by code, and its value."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from re import split
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.money import PENCE_PER_POUND
from recovery.names import code_key
from recovery.savings.triangulation.activity_worth import ROOT, Worth, hierarchy, worth_by_code
from recovery.sources.definitions import dataset_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recovery.measures.request import Request, Source

PLAN, PRICES, REGISTER = "activity-plan", "activity-prices", "schemes"
TABLES: Final = (PLAN, REGISTER, PRICES)


@dataclass(frozen=True)
class Reduction:
    """One code: what the plan takes out and what schemes remove of it (None: not said), both positive as a reduction.

    `parent` is the code that it is a part of, '' for one that counts; `schemes` is how many schemes name it.
    """

    code: str
    title: str
    parent: str
    unit_price: Decimal | None
    in_plan: Worth | None
    removed: Worth | None
    schemes: int


@dataclass
class _Known:
    """What is known of codes by their keys: how they are written, what they count, and the numbers."""

    codes: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    planned: dict[str, Decimal] = field(default_factory=dict)
    removed: dict[str, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, code: str, title: str = "") -> str:
        """Take a code in and return its key."""
        key = code_key(code)
        self.codes.setdefault(key, code)
        self.titles.setdefault(key, title)
        return key


def reductions(request: Request) -> list[Reduction]:
    """Return every code of the activity plan and of schemes, each part after its parent."""
    known, prices = _known(request), unit_prices(request)
    parts = hierarchy(known.codes)
    in_plan = worth_by_code(known.planned, parts, prices)
    by_scheme = [worth_by_code(given, parts, prices) for given in known.removed.values()]
    named = Counter(code for worths in by_scheme for code in worths)
    removed: dict[str, Worth] = {}
    for worths in by_scheme:
        for code, worth in worths.items():
            removed[code] = removed[code] + worth if code in removed else worth
    return [
        Reduction(
            known.codes[code],
            known.titles[code],
            known.codes.get(parent, ""),
            prices.get(code),
            in_plan.get(code),
            removed.get(code),
            named[code],
        )
        for code, parent in _in_order(parts, ROOT)
    ]


def _known(request: Request) -> _Known:
    known = _Known()
    if plan := request.sources.get(PLAN):
        for row in queries.readded(request.engine, dataset_named(PLAN), plan.id):
            _, kind, _, _, code, title, _, _, change, *_ = row
            key = known.add(code, title) if kind in {"line", "part"} else ""
            if key and change is not None:
                known.planned[key] = -change
    if request.register.is_kept:
        removed = queries.activity_removed(request.engine, request.register)
        for ref, code, number in sorted(removed, key=lambda row: _as_counted(row[1])):
            known.removed[ref][known.add(code)] = number
    return known


def _as_counted(code: str) -> list[tuple[int, str]]:
    """Return by what codes are put in order: 8 before 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in split(r"(\d+)", code_key(code))]


def _in_order(parts: Mapping[str, list[str]], parent: str) -> Iterator[tuple[str, str]]:
    for code in parts.get(parent, []):
        yield code, parent
        yield from _in_order(parts, code)


def unit_prices(request: Request) -> dict[str, Decimal]:
    """Return the price of one unit of activity in pounds by the code's key; empty where no prices are loaded."""
    source = request.sources.get(PRICES)
    if source is None:
        return {}
    rows = request.engine.submission_table(source.id).rows
    pairs = zip(rows.column("code").to_pylist(), rows.column("unit_price").to_pylist(), strict=True)
    return {code_key(code): Decimal(pence) / PENCE_PER_POUND for code, pence in pairs if code and pence is not None}


def activity_tables(request: Request) -> list[Source]:
    """Return the submissions that the activity side is made from."""
    return [request.sources[name] for name in TABLES if name in request.sources]
