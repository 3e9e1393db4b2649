"""The data dictionary: every input table and column in words, from the same definitions that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.checks import across, within
from recovery.reference import rags, stages
from recovery.sources.definitions import Dataset, Field, Identity, Rate, datasets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INTRODUCTION: Final = """\
# Data dictionary

Every input table and each of its columns. This page is made from the definitions in `recovery/sources/datasets/`, which
also drive the template workbook, the reading of files and reconciliation: change those, then write it again with
`python -m docs.generate`.

Columns may stand in any order and under any of their usual names, whatever the case, punctuation and small words. Money
is in £, £'000 or £m as the table says and is kept in whole pence; percentages are kept in percentage points. Favourable
is positive: an overspend, a deficit and a risk are negative. Nil is blank, a dash or the word nil.

In CSV, `{year}` and `{prior}` in a name stand for the financial year and the one before: `plan_2018_19`."""
_RECONCILIATION: Final = """\
## What is checked

A printed figure that its parts give, rounded to the step at which it is printed, is no finding. Otherwise it is
**rounding** where the rounding of the printed figures can explain it (n parts printed to the same unit can be n/2 units
apart; schemes, which are counted one by one, do not round), a **difference** where it cannot, and **cannot be checked**
where parts are missing. A nil part counts as nothing."""
_KINDS: Final = {
    "text": "text",
    "code": "code, kept as text",
    "money": "money",
    "count": "number",
    "percent": "percentage",
    "stage": "gateway stage",
    "rag": "RAG rating",
    "month": "month, 1 (April) to 12 (March)",
    "year": "financial year",
    "choice": "one of a list",
    "date": "date",
}
_PERIODS: Final = {
    "month": "Reported every month; the newest load of a month holds.",
    "year": "Reported for the year; the newest load up to a month holds.",
    "rows": "Each row says its own month; the newest load of a measure's month holds.",
}
_FEW: Final = 3


def data_dictionary() -> str:
    """Return the data dictionary as one Markdown page."""
    tables = (part for dataset in datasets().values() for part in _dataset(dataset))
    return "\n\n".join([_INTRODUCTION, _contents(), *tables, *_reconciliation(), *_vocabularies()]) + "\n"


def _contents() -> str:
    rows = [(f"[{one.title}](#{_anchor(one)})", f"`{one.name}`", one.about) for one in datasets().values()]
    return _table(("Table", "Name", "What it is"), rows)


def _anchor(dataset: Dataset) -> str:
    kept = "".join(letter for letter in dataset.title.lower() if letter.isalnum() or letter in " -")
    return kept.replace(" ", "-")


def _dataset(dataset: Dataset) -> Iterator[str]:
    yield f"## {dataset.title}"
    yield f"`{dataset.name}`. {dataset.about} {_PERIODS[dataset.period]}"
    heads = ("Column", "Heading", "Kind", "Needed", "What it means", "Also read as")
    yield _table(heads, [_field(field) for field in dataset.fields])
    if dataset.melt:
        melted = dataset.field_named(dataset.melt)
        yield f"Instead of `month` and `{melted.name}` a table may have a column for each month, April to March."
    if dataset.synonyms:
        yield "Words that mean the same in its headings: " + "; ".join(_synonyms(dataset)) + "."
    yield "What must add up:"
    yield "\n".join(f"- {rule}" for rule in _rules(dataset))


def _synonyms(dataset: Dataset) -> Iterator[str]:
    for word, phrases in dataset.synonyms.items():
        yield f"*{word}* for {', '.join(phrase for phrase in phrases if phrase != word)}"


def _field(field: Field) -> tuple[str, ...]:
    about = f"{field.about} A source may declare the opposite sign." if field.signed else field.about
    name = f"`{field.name}`, in CSV `{field.csv}`" if field.csv else f"`{field.name}`"
    heading = (
        field.heading.replace("{year}", "This year's")
        .replace("on {prior}", "on prior year")
        .replace("{prior}", "Prior-year")
    )
    return name, heading, _KINDS[field.kind], _needed(field), about, ", ".join(field.headers)


def _needed(field: Field) -> str:
    """Return whether a column is needed, and which others may stand in for it."""
    others = "".join(f", or `{name}`" for name in field.unless)
    return f"yes{others}" if field.required else ""


def _rules(dataset: Dataset) -> Iterator[str]:
    yield from (_identity(identity) for identity in dataset.identities)
    yield from (_rate(rate) for rate in dataset.rates)
    if dataset.hierarchy:
        yield "The parts of a code (X.1a, X.1b) make the code (X.1)."
    if dataset.baseline:
        yield "The plan's own row and the risks make the total."
        yield "The total and the contingency, less the plan, make the net position."
    elif dataset.numbers and not dataset.hierarchy:
        yield "A total is the sum of the lines that it covers; a sub-total is not added again."
    if dataset.flows:
        yield "The net position is income less expenditure; net variances add those of both."


def _identity(identity: Identity) -> str:
    plus = [f"`{name}`" for name in identity.plus]
    sums = f"the sum of {plus[0]} to {plus[-1]}" if len(plus) > _FEW else " + ".join(plus)
    minus = "".join(f" − `{name}`" for name in identity.minus)
    turned = "; the other way round for income and the net position" if identity.turned else ""
    return f"`{identity.target}` = {sums}{minus}{turned} ({identity.check})."


def _rate(rate: Rate) -> str:
    less_one = " − 1" if rate.less_one else ""
    return f"`{rate.target}` = `{rate.numerator}` ÷ `{rate.denominator}`{less_one}, as a percentage ({rate.check})."


def _reconciliation() -> Iterator[str]:
    yield _RECONCILIATION
    for title, rules in (("Within a table", within.RULES), ("Between tables", across.RULES)):
        yield f"{title}:"
        yield "\n".join(f"- {(rule.__doc__ or '').splitlines()[0]}" for rule in rules)


def _vocabularies() -> Iterator[str]:
    yield "## Gateway stages"
    yield _table(
        ("Stage", "Name", "Also read as"), [(str(one.number), one.name, ", ".join(one.other_names)) for one in stages()]
    )
    yield "## RAG ratings"
    yield _table(("Rating", "Also read as"), [(one.name, ", ".join(one.other_names)) for one in rags()])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
