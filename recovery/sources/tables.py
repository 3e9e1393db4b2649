"""One recognised table from its cells to tidy rows: the pipeline, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from recovery.money import Unit
from recovery.problems import Problem
from recovery.sources.amounts import Amounts, Flags, read_amounts
from recovery.sources.assembling import assemble
from recovery.sources.body import Rows, body_of
from recovery.sources.cell_problems import likelihood_problems, number_problems, scaling_problems
from recovery.sources.dated_rows import read_dated
from recovery.sources.definitions import Field
from recovery.sources.duty_rows import rows_without_rule, without_other_way
from recovery.sources.header_search import Region
from recovery.sources.labels import indents, plain_labels, row_labels
from recovery.sources.ledger import Ledger, ledger_of
from recovery.sources.ledger_signs import turn_ledger
from recovery.sources.melting import read_melted
from recovery.sources.mixed_units import left_out, plainly, share_columns, shared, told_apart
from recovery.sources.not_filled_in import not_filled_in
from recovery.sources.options import Options
from recovery.sources.percents import are_fractions
from recovery.sources.periods import month_of_table
from recovery.sources.places import Place
from recovery.sources.risk_refs import settle_refs
from recovery.sources.risk_signs import turn_risks
from recovery.sources.risk_types import settle_types
from recovery.sources.row_classes import RowClasses, classify
from recovery.sources.row_kinds import work_out_kinds
from recovery.sources.row_problems import doubled_notices, inferred_notices, label_problems, note_notices
from recovery.sources.scaling import Scaled, scale_count, scale_money, scale_percent
from recovery.sources.scores import settle_scores, without_words
from recovery.sources.settling import settle_columns
from recovery.sources.sign_choice import choose_signs, turn_savings
from recovery.sources.source import Source
from recovery.sources.table import Table
from recovery.sources.text_columns import texts_of
from recovery.sources.total_rows import names_whole
from recovery.sources.unit_choice import Units, choose_units
from recovery.sources.words import plain
from recovery.sources.workbook import Sheet

Read = tuple[Table | None, list[Problem]]


def read_table(sheet: Sheet, region: Region, options: Options, place: Place) -> Read:
    """Return the tidy table of one region and everything there is to say about it."""
    body = body_of(sheet, region)
    match = replace(region.match, columns=settle_columns(region.match, region.headings, body))
    source = Source(sheet, replace(region, match=match), body, options, place.at(match.dataset.name))
    if not body.length:
        return None, [not_filled_in(source.place, source.region)]
    if match.dataset.melt:
        return read_melted(source)
    return read_dated(source, _read_rows) if match.dataset.period == "rows" else _read_rows(source)


def _read_rows(source: Source) -> Read:
    """Keep the rows that are lines of the table, and read those."""
    match, body = source.region.match, source.body
    amounts = {field.name: _amounts(source, field) for field in match.dataset.numbers if field.name in match.columns}
    labels = row_labels(source, _figures(amounts, body.length))
    said: list[Problem] = []
    if shared(match.dataset):
        units = body.column(source.column("unit"))
        said = left_out(source.place, labels, units, source.where("unit", np.arange(body.length)))
        amounts, left = without_other_way(source, amounts, labels)
        said += left
        amounts = told_apart(match.dataset, amounts, labels, units)
        columns = share_columns(match.dataset, match.columns, amounts)
        match = replace(match, columns=columns)
        source = replace(source, region=replace(source.region, match=match))
    classes = classify(body, match, list(amounts.values()), labels)
    kept = np.flatnonzero(classes.kept)
    if not len(kept):
        return None, [*note_notices(source, classes), not_filled_in(source.place, source.region)]
    taken = {name: one.take(kept) for name, one in amounts.items()}
    table, problems = _read_kept(source, kept, classes, taken, [labels[row] for row in kept])
    return table, said + note_notices(source, classes) + problems


def _amounts(source: Source, field: Field) -> Amounts:
    """Return a field's column as numbers."""
    cells = source.body.column(source.column(field.name))
    cells = without_words(cells) if field.scored else cells
    return read_amounts(plainly(cells) if shared(source.dataset) else cells)


def _figures(amounts: Mapping[str, Amounts], length: int) -> Flags:
    """Return which rows have a figure in any column."""
    some: Flags = np.logical_or.reduce([np.zeros(length, dtype=np.bool_), *(one.filled for one in amounts.values())])
    return some


def _read_kept(
    source: Source, kept: Rows, classes: RowClasses, amounts: Mapping[str, Amounts], labels: Sequence[str]
) -> tuple[Table, list[Problem]]:
    """Settle units, kinds of rows and signs, and put the table together."""
    dataset = source.dataset
    money = {name: one for name, one in amounts.items() if dataset.field_named(name).kind == "money"}
    if shared(dataset):
        money = {name: one for name, one in money.items() if one.filled.any()}
    units = choose_units(source.sheet, source.region, money, source.options, source.place)
    amounts, scored = settle_scores(source, amounts)
    columns = _scaled(source, amounts, units)
    ledger = _ledger(source, kept, classes, columns, labels)
    inferred = work_out_kinds(dataset, ledger, _keys(source, kept), classes.memorandum[kept])
    columns, of_ledger = turn_ledger(ledger, columns, source.place) if dataset.flows else (columns, [])
    spoken = {name: source.region.headings[column] for name, column in source.region.match.columns.items()}
    signs = choose_signs(dataset, spoken, source.titles, ledger, columns, source.options, source.place)
    turned = turn_savings(dataset, signs.columns, source.place)
    turned += turn_risks(ledger, signs.columns, source.place) if dataset.baseline else []
    problems = [
        *units.problems,
        *scored,
        *number_problems(source, kept, amounts),
        *likelihood_problems(source, kept, amounts),
        *scaling_problems(source, kept, columns),
        *label_problems(source, kept, labels, ledger),
        *rows_without_rule(source, kept, labels, _figures(amounts, len(kept))),
        *doubled_notices(source, kept, labels, ledger),
        *inferred_notices(source, kept, labels, inferred),
        *of_ledger,
        *signs.problems,
        *turned,
    ]
    table, found = assemble(source, kept, ledger, signs.columns, labels)
    named = spoken[dataset.label].text if dataset.label in spoken else ""
    typed, settled = settle_types(table, named, source.place)
    typed, referred = settle_refs(typed, source, kept)
    said = replace(typed, unit=units.unit, unit_from=units.source, sign_from=signs.source, month=month_of_table(source))
    return said, problems + found + settled + referred


def _scaled(source: Source, amounts: Mapping[str, Amounts], units: Units) -> dict[str, Scaled]:
    columns: dict[str, Scaled] = {}
    for name, one in amounts.items():
        field = source.dataset.field_named(name)
        if field.kind == "money":
            columns[name] = scale_money(field, one, units.by_field.get(name, Unit.POUNDS))
        elif field.kind == "count":
            columns[name] = scale_count(field, one)
        else:
            columns[name] = scale_percent(field, one, fractions=are_fractions(source.dataset, name, amounts))
    return columns


def _ledger(
    source: Source, kept: Rows, classes: RowClasses, columns: Mapping[str, Scaled], labels: Sequence[str]
) -> Ledger:
    cells = source.cells(source.dataset.label, kept)
    headings = [classes.headings[row] for row in kept]
    return ledger_of(plain_labels(labels), indents(cells), headings, columns)


def _keys(source: Source, kept: Rows) -> list[str]:
    """Return each row's code or reference; the name of a total in that column is none."""
    if not source.dataset.key:
        return []
    keys = texts_of(source.cells(source.dataset.key, kept))
    totals = {key for key in set(keys) if names_whole(plain(key))}
    return ["" if key in totals else key for key in keys] if totals else keys
