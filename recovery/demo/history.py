"""The demonstration's history as commands: each line of `events.csv` is one; a person's of a day go together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Final

from recovery.demo.acts import Act
from recovery.demo.cases import Cases
from recovery.demo.tables import BETWEEN, Row, pairs, read
from recovery.programme import commands
from recovery.programme.configuration import Programme

ADMINISTRATOR, EVERY = "administrator", "*"
CASES: Final = frozenset({"brought in", "created", "edited"})


def history(folder: Path, year: int, programme: Programme) -> list[Act]:
    """Return everything that happened, in order."""
    cases, changed = Cases(folder, year), dict[str, dict[str, str]]()
    acts = []
    for (day, by), rows in groupby(read(folder / "events.csv"), key=lambda row: (row["date"], row["by"])):
        on = dt.date.fromisoformat(day)
        acts.append(Act(on, by, tuple(_command(row, on, cases, changed, programme) for row in rows)))
    return acts


def _command(
    row: Row, on: dt.date, cases: Cases, changed: dict[str, dict[str, str]], programme: Programme
) -> commands.Command:
    if row["what"] not in CASES:
        return _OTHERS[row["what"]](row, programme)
    details = pairs(row["details"])
    stage = details.pop("stage", "")
    held = changed.setdefault(row["ref"], {})
    held.update(details)
    scheme = cases.at(row["ref"], on, held)
    if row["what"] == "brought in":
        return commands.BringIn(scheme, programme.stage_named(stage).number)
    if row["what"] == "created":
        return commands.CreateScheme(scheme)
    return commands.EditScheme(row["ref"], scheme, reason=row["evidence"])


def _approve(row: Row, programme: Programme) -> commands.Command:
    approval, *conditions = row["details"].split(BETWEEN)
    key = programme.approval_named(approval).key
    return commands.Approve(row["ref"], key, row["evidence"], tuple(map(_condition, conditions)))


def _condition(text: str) -> commands.NewCondition:
    words, owner, due = text.rsplit("; ", 2)
    return commands.NewCondition(words, owner, dt.date.fromisoformat(due))


def _weights(row: Row, _programme: Programme) -> commands.Command:
    weights = tuple(commands.Weight("rag", key, Decimal(weight)) for key, weight in pairs(row["details"]).items())
    return commands.ChangeWeights(weights, dt.date.fromisoformat(row["date"]), row["evidence"])


_OTHERS: Final[Mapping[str, Callable[[Row, Programme], commands.Command]]] = {
    "approved": _approve,
    "approved with conditions": _approve,
    "sent back": lambda row, programme: commands.SendBack(
        row["ref"], row["evidence"], programme.stage_named(row["details"]).number
    ),
    "condition met": lambda row, _: commands.MeetCondition(row["ref"], int(row["details"]), row["evidence"]),
    "ticked": lambda row, _: commands.Tick(row["ref"], row["details"], row["evidence"]),
    "rated": lambda row, _: commands.OverrideRating(row["ref"], row["details"], row["evidence"]),
    "withdrawn": lambda row, _: commands.Withdraw(row["ref"], row["evidence"]),
    "weights changed": _weights,
}


def people(folder: Path, organisation: str) -> Iterator[tuple[str, list[commands.Command]]]:
    """Give each person by e-mail address with what lets the record know them."""
    for row in read(folder / "people.csv"):
        email = row["email"]
        grants = [_grant(email, text, organisation) for text in row["roles"].split(BETWEEN)]
        yield email, [commands.AddPerson(email, row["name"]), *grants]


def _grant(email: str, text: str, organisation: str) -> commands.Command:
    """Return a role for the organisation; an administrator's is for all, since only such a one can add people."""
    role, _, approval = text.partition(": ")
    return commands.Grant(email, role, approval, EVERY if role == ADMINISTRATOR else organisation)
