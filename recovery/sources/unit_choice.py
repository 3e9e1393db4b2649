"""Which unit a table's money is in: as it states, as the person says, or a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from recovery.money import Unit
from recovery.problems import Problem
from recovery.sources.amounts import Amounts
from recovery.sources.header_rows import has_figures
from recovery.sources.header_search import Region
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.units import stated_unit
from recovery.sources.words import is_blank, text_of
from recovery.sources.workbook import Sheet, address, column_letter

LARGEST_POUNDS: Final = 100_000_000_000
_SHORT: Final = 12
_BELOW: Final = 3
CHOICES: Final = tuple(unit.value for unit in Unit)


@dataclass(frozen=True)
class Units:
    """The unit of each money field, the table's own, and where it comes from."""

    by_field: Mapping[str, Unit]
    unit: Unit | None
    source: str
    problems: tuple[Problem, ...] = ()


def choose_units(sheet: Sheet, region: Region, amounts: Mapping[str, Amounts], options: Options, place: Place) -> Units:
    """Return the units of a table's money columns; `amounts` holds the money fields only."""
    if not amounts:
        return Units({}, None, "")
    prices = _prices(region, amounts)
    forced = options.units.get(region.match.dataset.name)
    if forced:
        alone = prices == amounts.keys()
        own = {name: Unit.POUNDS if name in prices and not alone else forced for name in amounts}
        return Units(own, forced, "option")
    if all(_own_suffixes(one) for one in amounts.values()):
        return Units(dict.fromkeys(amounts, Unit.POUNDS), Unit.POUNDS, "each amount has its own k or m")
    stated, source = stated_units(sheet, region, amounts)
    believed = _believed(stated, amounts, prices)
    if believed is None:
        return _answered(stated, source, amounts, options, place)
    return Units(stated, believed, source, _not_needed(believed, source, options, place))


def _own_suffixes(amounts: Amounts) -> bool:
    """Return whether every amount but nought says its own k or m, and at least one does."""
    plain = amounts.filled & ~amounts.suffixed
    return bool(amounts.suffixed.any()) and not amounts.values[plain].any()


def stated_units(sheet: Sheet, region: Region, fields: Mapping[str, Amounts]) -> tuple[dict[str, Unit], str]:
    """Return the units that headings state, else the one that stands beside or above the table, and where.

    What one unit costs is in pounds, whatever the unit of the other columns, unless its own heading says otherwise.
    """
    columns = region.match.columns
    own = {name: unit for name in fields if (unit := region.headings[columns[name]].unit)}
    prices = _prices(region, fields)
    general, source = _general_unit(sheet, region)
    telling = {name: unit for name, unit in own.items() if name not in prices} or own
    if telling:
        commonest = max(telling.values(), key=list(telling.values()).count)
        general = general or commonest
        first = min((name for name, unit in telling.items() if unit == commonest), key=lambda name: columns[name])
        source = _where_said(sheet, region, columns[first])
    elif prices == fields.keys():
        source = "what one unit costs is in pounds"
    found = {name: own.get(name, Unit.POUNDS if name in prices else general) for name in fields}
    return {name: unit for name, unit in found.items() if unit}, source


def _prices(region: Region, fields: Iterable[str]) -> frozenset[str]:
    """Return the fields that say what one unit costs."""
    return frozenset(name for name in fields if region.match.dataset.field_named(name).per_unit)


def _where_said(sheet: Sheet, region: Region, column: int) -> str:
    """Return the header cell that states a column's unit."""
    for row in range(region.last, region.first - 1, -1):
        for number in range(column, -1, -1):
            cells = sheet.rows[row]
            text = text_of(cells[number]) if number < len(cells) else ""
            if text and stated_unit(text):
                return f"{address(row, number)}: {text}"
            if text:
                break
    return f"{column_letter(column)}{region.last + 1}"


def _general_unit(sheet: Sheet, region: Region) -> tuple[Unit | None, str]:
    """Return the unit in the label's heading or in a cell above, beside or just below the header, nearest first."""
    used = {column for name, column in region.match.columns.items() if name != region.match.dataset.label} | set(
        region.match.months
    )
    rows = [*range(region.last, region.titles_from - 1, -1), *_rows_of_words_below(sheet, region)]
    for row in rows:
        cells = sheet.rows[row] if row < len(sheet.rows) else ()
        for column, cell in enumerate(cells):
            inside = region.first <= row <= region.last
            if is_blank(cell) or not isinstance(cell, str) or (inside and column in used):
                continue
            unit = stated_unit(text_of(cell))
            if unit and (row <= region.last or len(text_of(cell)) <= _SHORT):
                return unit, f"{address(row, column)}: {text_of(cell)}"
    unit = stated_unit(sheet.name)
    return unit, f"sheet name: {sheet.name}" if unit else ""


def _rows_of_words_below(sheet: Sheet, region: Region) -> Iterator[int]:
    """Yield the rows just below a header that hold no figures yet: column letters, units."""
    for row in range(region.last + 1, min(region.last + 1 + _BELOW, len(sheet.rows))):
        if has_figures(sheet.rows[row]) or any(isinstance(cell, float | int) for cell in sheet.rows[row]):
            return
        yield row


def _believed(stated: Mapping[str, Unit], amounts: Mapping[str, Amounts], prices: Collection[str]) -> Unit | None:
    """Return the table's unit if every column states one and no figure is beyond belief in it."""
    if len(stated) < len(amounts) or any(_beyond(amounts[name], unit) for name, unit in stated.items()):
        return None
    units = [unit for name, unit in stated.items() if name not in prices] or list(stated.values())
    return max(units, key=units.count)


def _beyond(amounts: Amounts, unit: Unit) -> bool:
    plain = np.abs(amounts.values[amounts.filled & ~amounts.suffixed])
    return bool(plain.max(initial=0.0) * unit.pence > LARGEST_POUNDS * Unit.POUNDS.pence)


def _answered(
    stated: Mapping[str, Unit], source: str, amounts: Mapping[str, Amounts], options: Options, place: Place
) -> Units:
    """Take the unit that the person says, if the figures can be in it; else ask."""
    unit = options.unit
    if unit and not any(_beyond(one, unit) for one in amounts.values()):
        mixed = (
            {name: own for name, own in stated.items() if not _beyond(amounts[name], own)}
            if len(stated) < len(amounts)
            else {}
        )
        return Units({name: mixed.get(name, unit) for name in amounts}, unit, "option")
    question = _question(source, unit, place)
    return Units(dict.fromkeys(amounts, unit or Unit.POUNDS), None, "", (question,))


def _question(source: str, unit: Unit | None, place: Place) -> Problem:
    how = f"Say which: pounds, thousands or millions (for this table alone: unit {place.dataset}=thousands)."
    if unit:
        message = f"In {unit} some figures would be beyond £100 billion."
        return place.question("unit-not-believed", message, how, "unit", CHOICES)
    if source:
        message = f"The table says {source}, but then some figures would be beyond £100 billion."
        return place.question("unit-not-believed", message, how, "unit", CHOICES)
    message = "The table does not say whether its money is in £, £'000 or £m."
    return place.question("unit-not-stated", message, how, "unit", CHOICES)


def _not_needed(believed: Unit, source: str, options: Options, place: Place) -> tuple[Problem, ...]:
    if options.unit is None or options.unit == believed:
        return ()
    message = f"The table states its own unit ({source}), so that holds and not {options.unit}."
    to_do = f"If the table is wrong about it, say {place.dataset}={options.unit}."
    return (place.notice("unit-stated", message, to_do),)
