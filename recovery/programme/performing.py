"""The one way to change the programme: who, whether they may, what stands, what follows; all inside one write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from recovery.period import FinancialYear
from recovery.programme.actor import Actor
from recovery.programme.commands import ChangeWeights, Command, JudgementCommand, PersonCommand
from recovery.programme.performing_judgements import change_judgement
from recovery.programme.performing_people import change_person
from recovery.programme.performing_schemes import change_scheme
from recovery.programme.performing_weights import change_weights
from recovery.programme.transaction import Transaction, acting_name
from recovery.record import Writing

Result = TypeVar("Result")


class Writable(Protocol):
    """What a record has to be able to do here: work in one write transaction."""

    def write(self, work: Callable[[Writing], Result], *, by: str, via: str) -> tuple[Result, int]:
        """Do the work in one transaction and return its result with the newest change."""


@dataclass(frozen=True)
class Done:
    """What has been written: the change, and the newest version of whatever it was about, by its name.

    That is a scheme's reference, a person's address, a judgement's name, or 'weights'.
    """

    change: int
    versions: Mapping[str, int]


def perform(  # noqa: PLR0913 - each is asked for by its name
    record: Writable,
    command: Command,
    actor: Actor,
    *,
    organisation: str = "",
    year: FinancialYear | None = None,
    on: dt.date | None = None,
    illustrative: bool = False,
) -> Done:
    """Do one command; NotAllowed, NotReady, Conflict or UsageError mean that nothing was written.

    `organisation` and `year` say which programme it is about (neither for people, no year for weights).  `on` is the
    day from which it holds; None is the programme's working day.
    """
    return perform_all(record, [command], actor, organisation=organisation, year=year, on=on, illustrative=illustrative)


def perform_all(  # noqa: PLR0913 - each is asked for by its name
    record: Writable,
    commands: Sequence[Command],
    actor: Actor,
    *,
    organisation: str = "",
    year: FinancialYear | None = None,
    on: dt.date | None = None,
    illustrative: bool = False,
) -> Done:
    """Do several commands as one change, each on what the ones before it left: all of them or none."""

    def work(writing: Writing) -> Mapping[str, int]:
        transaction = Transaction(writing, actor, organisation, year, on, illustrative=illustrative)
        for command in commands:
            _do(command, transaction)
        writing.append(transaction.pending)
        return transaction.versions

    versions, change = record.write(work, by=acting_name(actor), via=actor.via)
    return Done(change, versions)


def _do(command: Command, transaction: Transaction) -> None:
    if isinstance(command, ChangeWeights):
        change_weights(command, transaction)
    elif isinstance(command, JudgementCommand):
        change_judgement(command, transaction)
    elif isinstance(command, PersonCommand):
        change_person(command, transaction)
    else:
        change_scheme(command, transaction)
