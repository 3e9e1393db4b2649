"""The definitions of the input tables: one TOML file each in `datasets/`, read once into these types.

They drive recognition, conversion, reconciliation, the template workbook, the engine's tables and the data dictionary.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from recovery.errors import UsageError
from recovery.period import MONTH_FIELDS, MONTH_NAMES, FinancialYear
from recovery.reference import Stage, stages

FOLDER: Final = Path(__file__).parent / "datasets"
NUMBER_KINDS: Final = frozenset({"money", "count", "percent"})


@dataclass(frozen=True)
class Field:
    """One column of an input table.

    `kind` is text, code, money, count, percent, stage, rag, month, year, date or choice (one of the `choices` of that
    name in the reference data); `headers` are the names it goes by, in the dataset's canonical words; `signed` marks a
    variance whose sign the source may declare either way; `saving` marks a saving that is negative here and that a
    source may print positive; `exact` marks a count of things one by one, which is never rounded (modelled counts,
    such as planned activity, are); `scored` marks a likelihood, which may be given as a score from 1 to 5; `measure`
    marks the code of a measure, which is compared without punctuation; `per_unit` marks what one unit costs; `blank`
    says what a blank cell means, where it means something.  `percents` names the percent field to which the rows of a
    money column go that are percentages; `unless` the fields any of which stands in for a required one; `headings` the
    kinds of row words that fill the field where they head a section and no column does.
    """

    name: str
    heading: str
    kind: str
    about: str = ""
    required: bool = False
    signed: bool = False
    saving: bool = False
    exact: bool = False
    scored: bool = False
    measure: bool = False
    per_unit: bool = False
    blank: str = ""
    csv: str = ""
    headers: tuple[str, ...] = ()
    percents: str = ""
    choices: str = ""
    unless: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Return whether the field holds money, a count or a percentage."""
        return self.kind in NUMBER_KINDS

    def name_in(self, year: FinancialYear) -> str:
        """Return the column's name in CSV, with the years it speaks of: plan_2018_19."""
        return (self.csv or self.name).format(year=year.field, prior=year.prior.field)

    def heading_in(self, year: FinancialYear) -> str:
        """Return the column's heading for people, with the years it speaks of."""
        return self.heading.format(year=year, prior=year.prior)


@dataclass(frozen=True)
class Identity:
    """target = sum of plus - sum of minus; `turned` means that the sign turns on income and net rows."""

    check: str
    target: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    turned: bool = False


@dataclass(frozen=True)
class Rate:
    """target = 100 × (numerator / denominator, less one where `less_one`), in percentage points."""

    check: str
    target: str
    numerator: str
    denominator: str
    less_one: bool = False


@dataclass(frozen=True)
class Dataset:
    """One input table: what it is called, its fields, how its rows are read and what must add up.

    `period` is month (one submission a month), year (one for the year; the newest holds) or rows (each row says its
    own month).  `label` is the field that names a row, `key` the field that must be unique ('' if none).  `headings`
    says what a label-only row is: section, group, memorandum or none.  `hierarchy` is code where sub-codes are parts.
    `totals` are the labels that name a total without saying so, in plain words (england).
    `melt` is the field into which month columns are turned, row by row.  `periods` are the canonical words that tell
    columns of the same name apart (ytd, annual); a heading without one takes that of the columns to its left.
    `telling` names the words for a table whose headings other tables have too: its rows or its label's own heading have
    to tell it (see `telling_rows`).  `opening` and `closing` name the row words for the row that it starts from and for
    a total beside "total"; rows of a table that does not `adds_up` are never totals of each other.
    `typed_by` is the field that tells risks from mitigations, by which the sign is settled.
    """

    name: str
    title: str
    about: str
    period: str
    label: str
    fields: tuple[Field, ...]
    headings: str = "none"
    key: str = ""
    hierarchy: str = ""
    melt: str = ""
    telling: str = ""
    opening: str = ""
    closing: str = ""
    adds_up: bool = True
    flows: bool = False
    baseline: bool = False
    fill_down: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    month_columns: tuple[Field, ...] = ()
    typed_by: str = ""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()
    rates: tuple[Rate, ...] = ()

    def field_named(self, name: str) -> Field:
        """Return the field; KeyError if there is none of that name."""
        return {candidate.name: candidate for candidate in self.fields}[name]

    @property
    def numbers(self) -> tuple[Field, ...]:
        """Return the fields that hold numbers."""
        return tuple(candidate for candidate in self.fields if candidate.is_number)

    @property
    def table_name(self) -> str:
        """Return the dataset's name as an identifier: financial_plan."""
        return self.name.replace("-", "_")


@cache
def datasets() -> dict[str, Dataset]:
    """Return every dataset by name, in the order in which people report them."""
    order = ("financial-plan", "position", "risks", "risk-register", "schemes", "qipp-targets", "qipp-rag",
             "qipp-gateway", "activity-plan", "activity-actuals", "activity-prices", "activity-return", "duties",
             "allocations", "underlying")  # fmt: skip
    found = {path.stem: _read(path) for path in FOLDER.glob("*.toml")}
    return {name: found[name] for name in sorted(found, key=lambda name: order.index(name) if name in order else 99)}


def dataset_named(name: str) -> Dataset:
    """Return one dataset, or raise a UsageError that lists them."""
    if name not in datasets():
        message = f"'{name}' is not a dataset: choose one of {', '.join(datasets())}."
        raise UsageError(message)
    return datasets()[name]


def _read(path: Path) -> Dataset:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    own_fields = [_field(entry) for entry in text.pop("fields")]
    months = text.pop("months", None)
    stage_rule = text.pop("stages", None)
    month_columns = _month_fields(months) if months else ()
    if month_columns and not text.get("melt"):
        own_fields += month_columns
    identities = [_identity(entry) for entry in text.pop("identities", [])]
    if stage_rule:
        own_fields[1:1] = _stage_fields(stage_rule)
        identities[:0] = _stage_identities()
    return Dataset(
        fields=tuple(own_fields),
        month_columns=tuple(month_columns),
        synonyms={word: tuple(phrases) for word, phrases in text.pop("synonyms", {}).items()},
        identities=tuple(identities),
        rates=tuple(Rate(**entry) for entry in text.pop("rates", [])),
        fill_down=tuple(text.pop("fill_down", ())),
        totals=tuple(text.pop("totals", ())),
        periods=tuple(text.pop("periods", ())),
        **text,
    )


def _field(entry: dict[str, Any]) -> Field:
    lists = {name: tuple(entry.get(name, ())) for name in ("headers", "unless", "headings")}
    return Field(**{**entry, **lists})


def _identity(entry: dict[str, Any]) -> Identity:
    return Identity(**{**entry, "plus": tuple(entry["plus"]), "minus": tuple(entry.get("minus", ()))})


def _month_fields(rule: dict[str, Any]) -> tuple[Field, ...]:
    return tuple(
        Field(name=short, heading=short.capitalize(), headers=(short, name.lower()), **rule)
        for short, name in zip(MONTH_FIELDS, MONTH_NAMES, strict=True)
    )


def stage_field(stage: Stage, measure: str) -> str:
    """Return the name of a stage's column in the published matrix: pipeline_count, pipeline_value."""
    return f"{stage.name.lower().replace(' ', '_')}_{measure}"


def _stage_fields(rule: dict[str, Any]) -> list[Field]:
    def one(stage: Stage, measure: str, kind: str) -> Field:
        name, heading = stage.name.lower(), f"{stage.number} {stage.name}"
        headers: tuple[str, ...] = (
            f"{name} {measure}",
            f"{stage.number} {name} {measure}",
            f"stage {stage.number} {measure}",
        )
        if measure == "value":
            headers += (name, f"{stage.number} {name}")
        return Field(
            name=stage_field(stage, measure),
            heading=f"{heading}, number" if measure == "count" else heading,
            kind=kind,
            about=rule[f"about_{measure}"],
            required=rule["required"],
            exact=measure == "count",
            headers=headers,
        )

    return [one(stage, *pair) for stage in stages() for pair in (("count", "count"), ("value", "money"))]


def _stage_identities() -> list[Identity]:
    pairs = [("excluding", stages()[1:]), ("including", stages())]
    return [
        Identity(
            check="rows across",
            target=f"total_{name}_pipeline_{measure}",
            plus=tuple(stage_field(stage, measure) for stage in members),
        )
        for name, members in pairs
        for measure in ("count", "value")
    ]
