"""`weights set`: how much of a value is counted on, from a day on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.output import say
from recovery.cli.programme.asking import asked
from recovery.errors import UsageError
from recovery.programme.commands import ChangeWeights, Weight
from recovery.sources.numbers import Amount, parse_number
from recovery.sources.words import plain

if TYPE_CHECKING:
    import argparse

    from recovery.programme.configuration import Programme

BASES: Final = {"stage": "stage", "rag": "rag", "rating": "rag", "stage and rag": "stage and rag"}
_HUNDRED: Final = Decimal(100)


def run(arguments: argparse.Namespace) -> int:
    """Set one risk weight."""
    about, basis = asked(arguments), BASES.get(plain(arguments.basis))
    if basis is None:
        raise UsageError(f"'{arguments.basis}' is not a basis: choose stage, rag or stage-and-rag.")
    weight = Weight(basis, _key(basis, arguments.key, about.programme), _weight(arguments.weight))
    start = given.day(arguments.start)
    about.perform(ChangeWeights((weight,), start, given.text(arguments.reason)))
    percent = f"{weight.weight * _HUNDRED:f}".rstrip("0").rstrip(".") if weight.weight else "0"
    say(f"{weight.key}: {percent} % is counted on from {start:%d/%m/%Y}, set by {about.actor.name}.")
    return 0


def _key(basis: str, text: str, programme: Programme) -> str:
    """Return the key in the programme's own words."""
    if basis == "stage":
        return programme.stage_named(text).name
    if basis == "rag":
        return programme.rating_named(text).name
    stage, comma, rating = text.rpartition(",")
    if not comma:
        raise UsageError(f"'{text}' does not name a stage and a rating: write them as \"Planning, Red\".")
    return f"{programme.stage_named(stage).name}, {programme.rating_named(rating).name}"


def _weight(text: str) -> Decimal:
    """Return a weight from 0 to 1, from 70% or 0.7."""
    amount = parse_number(text)
    value = amount.value if isinstance(amount, Amount) and not amount.suffixed else None
    if value is not None and isinstance(amount, Amount) and amount.percent:
        value /= _HUNDRED
    if value is None or not 0 <= value <= 1:
        raise UsageError(f"'{text}' is not a weight: write it as 70% or 0.7, from 0% to 100%.")
    return value
