"""`people`: who is known, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli import given
from recovery.cli.machine_formats import as_csv, as_json
from recovery.cli.output import exactly, say
from recovery.cli.programme.asking import actor
from recovery.cli.text_table import grid
from recovery.errors import NotAllowed, UsageError
from recovery.figure import Column, Figure
from recovery.money import Unit
from recovery.programme.commands import AddPerson, Disable, Enable, EndSessions, Grant, Revoke
from recovery.programme.configuration import programme_of, programmes
from recovery.programme.people import Person, Role, address_of, people
from recovery.programme.performing import perform
from recovery.programme.permissions import may

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from recovery.programme.commands import PersonCommand
    from recovery.record import Record

COLUMNS: Final = (
    Column("email", "E-mail"),
    Column("name", "Name"),
    Column("roles", "Roles"),
    Column("state", "State"),
)
APPROVER: Final = "approver"


def run(arguments: argparse.Namespace) -> int:
    """List people, or change what one of them may do."""
    record = given.record(arguments)
    if arguments.action == "list":
        return _list(record, arguments)
    command, told = _CHANGES[arguments.action](arguments)
    perform(record, command, actor(arguments))
    say(told)
    return 0


def _list(record: Record, arguments: argparse.Namespace) -> int:
    known = people(record.events_of("", 0, "person"))
    asker = actor(arguments)
    refused = may(known.get(address_of(asker.name)), asker, "see people", "", people=known)
    if refused:
        raise NotAllowed(refused)
    rows = tuple((one.email, one.name, _roles(one), "disabled" if one.disabled else "") for one in known.values())
    if arguments.format == "table":
        say("\n".join(grid([one.heading for one in COLUMNS], [list(row) for row in rows], [True] * 4)))
    else:
        found = Figure("people", "People", COLUMNS, rows, ("line",) * len(rows))
        exactly({"csv": as_csv, "json": as_json}[arguments.format](found, Unit.POUNDS))
    return 0


def _roles(person: Person) -> str:
    return "; ".join(sorted(map(_role, person.roles)))


def _role(role: Role) -> str:
    what = f"{role.name} ({role.approval})" if role.approval else role.name
    return what if role.organisation == "*" else f"{what} for {role.organisation}"


def _add(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email = address_of(arguments.email)
    return AddPerson(email, given.text(arguments.name)), f"{email}: known from now on; grant a role next."


def _grant(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email, role = address_of(arguments.email), _asked_role(arguments)
    return Grant(email, role.name, role.approval, role.organisation), f"{email}: granted {_role(role)}."


def _revoke(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email, role = address_of(arguments.email), _asked_role(arguments)
    return Revoke(email, role.name, role.approval, role.organisation), f"{email}: {_role(role)} taken away."


def _asked_role(arguments: argparse.Namespace) -> Role:
    """Return the role that is meant, an approver's with its approval's key."""
    role, organisation = arguments.role.strip().casefold(), given.text(arguments.org)
    if (role == APPROVER) != bool(arguments.approval):
        raise UsageError("An approver is granted one approval by name, and only an approver: --approval NAME.")
    return Role(role, _approval(arguments.approval, organisation) if arguments.approval else "", organisation)


def _approval(text: str, organisation: str) -> str:
    """Return an approval's key by its name in the organisation's programme, or in any for all organisations."""
    if organisation != "*":
        return programme_of(organisation).approval_named(text).key
    refused: UsageError | None = None
    for programme in programmes().values():
        try:
            return programme.approval_named(text).key
        except UsageError as error:
            refused = error
    raise refused or UsageError(f"'{text}' is not an approval.")


def _disable(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email = address_of(arguments.email)
    return Disable(email, given.text(arguments.reason)), f"{email}: shut out from now on."


def _enable(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email = address_of(arguments.email)
    return Enable(email, given.text(arguments.reason)), f"{email}: let in again."


def _end_sessions(arguments: argparse.Namespace) -> tuple[PersonCommand, str]:
    email = address_of(arguments.email)
    return EndSessions(email), f"{email}: every session ended."


_CHANGES: Final[dict[str, Callable[[argparse.Namespace], tuple[PersonCommand, str]]]] = {
    "add": _add,
    "grant": _grant,
    "revoke": _revoke,
    "disable": _disable,
    "enable": _enable,
    "end-sessions": _end_sessions,
}
