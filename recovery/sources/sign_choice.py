"""Which way round a table prints its variances, and turning them once so that favourable is positive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from recovery.problems import Problem
from recovery.sources.amounts import Flags
from recovery.sources.definitions import Dataset, Identity
from recovery.sources.headings import Heading
from recovery.sources.ledger import Ledger
from recovery.sources.options import Options
from recovery.sources.places import Place
from recovery.sources.scaling import Integers, Scaled
from recovery.sources.signs import ADVERSE, FAVOURABLE, declared_sign

CHOICES = (FAVOURABLE, ADVERSE)
_CLEAR = 0.8


@dataclass
class Signs:
    """The columns with favourable positive, how that is known, and what there is to say."""

    columns: dict[str, Scaled]
    sources: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def source(self) -> str:
        """Return in a phrase how the sign is known."""
        return "; ".join(dict.fromkeys(self.sources))


@dataclass(frozen=True)
class _Evidence:
    """Spend rows that tell the two signs apart: how many fit each; a row that fits neither has a figure wrong."""

    favourable: int
    adverse: int
    telling: int
    printed: int

    @property
    def sign(self) -> str:
        """Return what a positive variance means by the printed figures, '' where they do not settle it."""
        fitting = self.favourable + self.adverse
        if 2 * fitting <= self.telling:
            return ""
        if self.favourable >= _CLEAR * fitting:
            return FAVOURABLE
        if self.adverse >= _CLEAR * fitting:
            return ADVERSE
        return ""


def choose_signs(  # noqa: PLR0913, PLR0917 - what is known of one table
    dataset: Dataset,
    headings: Mapping[str, Heading],
    titles: Sequence[str],
    ledger: Ledger,
    columns: Mapping[str, Scaled],
    options: Options,
    place: Place,
) -> Signs:
    """Turn each signed column that prints adverse as positive."""
    signs = Signs(dict(columns))
    above = next((sign for title in titles if (sign := declared_sign(title))), "")
    for identity in dataset.identities:
        if identity.target in columns and columns[identity.target].field.signed:
            _settle(identity, headings[identity.target], above, ledger, signs, options, place)
    return signs


def _settle(  # noqa: PLR0913, PLR0917 - what is known of one column
    identity: Identity, heading: Heading, above: str, ledger: Ledger, signs: Signs, options: Options, place: Place
) -> None:
    name = identity.target
    evidence = _evidence(identity, ledger, signs.columns)
    declared = heading.sign or above
    answered = options.variance_sign if evidence.printed else FAVOURABLE
    sign = declared or answered or evidence.sign
    if not sign:
        signs.problems += [] if any(one.rule == "sign-not-stated" for one in signs.problems) else [_question(place)]
        sign = FAVOURABLE
    elif declared:
        signs.sources.append(f"heading: {heading.text}" if heading.sign else "title")
        if evidence.sign and evidence.sign != declared:
            signs.problems.append(_contradicted(heading, declared, place))
    elif evidence.printed:
        signs.sources.append("option" if answered else "the figures")
    if sign == ADVERSE:
        signs.columns[name] = _turned(signs.columns[name], np.ones(ledger.length, dtype=np.bool_))
    if not declared and evidence.sign:
        _turn_income(identity, ledger, signs, place)


def _difference(identity: Identity, columns: Mapping[str, Scaled]) -> tuple[Integers, Integers, Flags] | None:
    """Return plus less minus, the rounding allowed, and where every part is printed."""
    parts = (*identity.plus, *identity.minus)
    if not set(parts) <= columns.keys():
        return None
    plus = sum(columns[name].values for name in identity.plus)
    minus = sum(columns[name].values for name in identity.minus)
    some = np.logical_or.reduce([columns[name].filled for name in parts])
    allowed = sum(columns[name].quantum for name in (*parts, identity.target)) // 2 + 1
    return np.asarray(plus - minus, dtype=np.int64), np.full(len(some), allowed, dtype=np.int64), some


def _evidence(identity: Identity, ledger: Ledger, columns: Mapping[str, Scaled]) -> _Evidence:
    target = columns[identity.target]
    printed = int((target.filled & (target.values != 0)).sum())
    known = _difference(identity, columns)
    if known is None:
        return _Evidence(0, 0, 0, printed)
    difference, allowed, some = known
    spend = ~_turned_rows(ledger) & some & target.filled
    large = spend & ((np.abs(difference) > allowed) | (np.abs(target.values) > allowed))
    telling = large if large.any() else spend & (difference != 0) & (target.values != 0)
    off, off_turned = np.abs(target.values - difference), np.abs(target.values + difference)
    favourable = telling & (off <= allowed) & (off < off_turned)
    adverse = telling & (off_turned <= allowed) & (off_turned < off)
    return _Evidence(int(favourable.sum()), int(adverse.sum()), int(telling.sum()), printed)


def _turned_rows(ledger: Ledger) -> Flags:
    """Return the rows in which favourable is actual less budget: income and net."""
    turned: Flags = (ledger.flows == "income") | (ledger.kinds == "net")
    return turned


def _turn_income(identity: Identity, ledger: Ledger, signs: Signs, place: Place) -> None:
    """Turn the income and net rows of a table that prints one difference in every row, whatever it means there."""
    known = _difference(identity, signs.columns)
    if known is None or not identity.turned:
        return
    difference, allowed, some = known
    target = signs.columns[identity.target]
    rows = _turned_rows(ledger) & some & target.filled & (np.abs(difference) > allowed)
    same = rows & (np.abs(target.values - difference) <= allowed)
    if not rows.any() or not np.array_equal(same, rows):
        return
    signs.columns[identity.target] = _turned(target, rows)
    message = f"{target.field.heading}: budget less actual also stands in the income and net rows."
    signs.problems.append(
        place.notice("income-variance-turned", f"{message} They were turned so that favourable is positive.")
    )


def _turned(column: Scaled, rows: Flags) -> Scaled:
    return replace(column, values=np.where(rows, -column.values, column.values))


def _question(place: Place) -> Problem:
    return place.question(
        "sign-not-stated",
        "The table does not say whether a positive variance is favourable or adverse, and its figures do not show it.",
        "Say what a positive variance means: favourable (underspent) or adverse (overspent).",
        "variance_sign",
        CHOICES,
    )


def _contradicted(heading: Heading, declared: str, place: Place) -> Problem:
    return place.notice(
        "sign-contradicted",
        f"'{heading.text}' says that a positive variance is {declared}, but budget less actual has the other sign.",
        "The heading holds. Correct the heading or the figures if that is wrong.",
    )


def turn_savings(dataset: Dataset, columns: dict[str, Scaled], place: Place) -> list[Problem]:
    """Turn a column of savings printed positive throughout, unless the rows across add it: a saving is negative.

    Where they neither add nor clearly subtract it, that it was taken for savings is said as an assumption.
    """
    problems: list[Problem] = []
    for identity in dataset.identities:
        if identity.target not in columns:
            continue
        for name in identity.plus:
            if name in columns and columns[name].field.saving and (why := _why_turned(identity, name, columns)):
                columns[name] = _turned(columns[name], np.ones(len(columns[name].values), dtype=np.bool_))
                message = f"{columns[name].field.heading} is printed positive and {why}."
                problems.append(place.notice("saving-turned", f"{message} It was turned: a saving is negative here."))
    return problems


def _why_turned(identity: Identity, name: str, columns: Mapping[str, Scaled]) -> str:
    """Return why a column is to be turned, '' where it is not."""
    own, target = columns[name], columns[identity.target]
    rows = own.filled & (own.values != 0)
    if not rows.any() or (own.values[rows] < 0).any():
        return ""
    rows &= target.filled
    parts = [one for one in identity.plus if one in columns]
    total = sum(columns[one].values for one in parts) - sum(
        columns[one].values for one in identity.minus if one in columns
    )
    allowed = (sum(columns[one].quantum for one in parts) + target.quantum) // 2 + 1
    added = int((np.abs(target.values - total)[rows] <= allowed).sum())
    subtracted = int((np.abs(target.values - (total - 2 * own.values))[rows] <= allowed).sum())
    if subtracted >= _CLEAR * rows.sum() and subtracted > added:
        return "subtracted across the rows"
    return "" if added > subtracted else "taken for savings, although the rows across do not show it"
