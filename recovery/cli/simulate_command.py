"""`simulate`: the outturn drawn with other runs, seed, correlation or changes; and saving the changes as a scenario."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.output import say
from recovery.cli.programme.asking import asked
from recovery.cli.show_command import print_figure
from recovery.cli.viewing import view_of
from recovery.engine import Engine
from recovery.errors import UsageError
from recovery.measures.figures import FIGURES
from recovery.measures.request import request_of
from recovery.measures.risk.idle import does_nothing, missing
from recovery.measures.risk.outlook import outlook_of
from recovery.measures.simulation.figures import as_simulation
from recovery.measures.simulation.simulated import Settings, simulated, usual_settings
from recovery.names import name_key
from recovery.programme.commands import Judge
from recovery.programme.what_ifs import SCENARIO, WhatIf, changes_of
from recovery.sources.numbers import Amount, parse_number

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

FIGURE: Final = "simulation"


def run(arguments: argparse.Namespace) -> int:
    """Show the simulation as it is asked for; with a name to save under, keep its changes as a scenario first."""
    settings, what_if, unit = _settings(arguments), _what_if(arguments), given.unit(arguments.unit)
    given.year(arguments.year), given.month(arguments.month)
    engine = Engine(given.record(arguments))
    recipe = FIGURES[FIGURE]
    view = view_of(engine, recipe, arguments, None)
    request = request_of(FIGURE, recipe.title, engine, view)
    outlook = outlook_of(request)
    gone = missing(outlook.known, what_if)
    if gone:
        raise UsageError(f"There is nothing here to change with the reference {', '.join(gone)}.")
    found = as_simulation(request, simulated(outlook, settings, what_if))
    if arguments.save:
        arguments.org, arguments.year = view.organisation, str(view.year)
        _save(arguments, what_if)
    if arguments.format == "table":
        for sentence in does_nothing(outlook.known, what_if):
            say(f"{sentence}\n")
    print_figure(found, view, arguments.format, unit)
    return 0


def _settings(arguments: argparse.Namespace) -> Settings:
    usual = usual_settings()
    return Settings(
        given.whole(arguments.runs, "number of runs") if arguments.runs else usual.runs,
        given.whole(arguments.seed, "seed") if arguments.seed else usual.seed,
        float(_number(arguments.correlation, "correlation")) if arguments.correlation else usual.correlation,
    )


def _what_if(arguments: argparse.Namespace) -> WhatIf:
    delays = _pairs(arguments.delay, "REF=MONTHS")
    return WhatIf(
        {ref: _number(text, "probability") for ref, text in _pairs(arguments.probability, "REF=PERCENT").items()},
        {ref: _number(text, "value") for ref, text in _pairs(arguments.value, "REF=POUNDS").items()},
        frozenset(given.text(ref) for ref in arguments.drop),
        {ref: given.whole(text, "number of months") for ref, text in delays.items()},
    )


def _pairs(texts: Sequence[str], form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        ref, equals, value = given.text(text).rpartition("=")
        if not equals or not ref.strip():
            raise UsageError(f"'{text}' changes nothing: write it as {form}.")
        if name_key(ref) in map(name_key, found):
            raise UsageError(f"{ref.strip()} is changed twice in one way: say it once.")
        found[ref.strip()] = value.strip()
    return found


def _number(text: str, what: str) -> Decimal:
    """Return a number of pounds (1,200; 1.2m) or of points (25; 25%)."""
    amount = parse_number(text)
    if not isinstance(amount, Amount) or (amount.percent and what != "probability"):
        raise UsageError(f"'{text}' is not a {what}.")
    return amount.value


def _save(arguments: argparse.Namespace, what_if: WhatIf) -> None:
    if not what_if:
        raise UsageError("Nothing is changed, so that there is no scenario to save.")
    name, about = given.text(arguments.save), asked(arguments)
    about.perform(Judge(SCENARIO, name, {"changes": changes_of(what_if)}, given.text(arguments.reason)))
    if arguments.format == "table":
        say(f"Scenario '{name}' is saved by {about.actor.name}.\n")
