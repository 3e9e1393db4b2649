"""Every command by every role: what each may do, written out."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from typing import get_args

import pytest

from recovery.errors import NotAllowed
from recovery.programme import commands as c
from recovery.programme.configuration import programme_of
from recovery.programme.roles import permissions, roles
from recovery.programme.state import Status
from tests.programme.acting import PMO, VIEWER, do, events, state, with_people
from tests.programme.building import scheme
from tests.programme.memory import MemoryRecord

SOMEBODY = "somebody@trust.example"
NAMED = "named@trust.example"
FROM = dt.date(2018, 4, 1)

COMMANDS = {
    "create": c.CreateScheme(scheme("S-9")),
    "bring in": c.BringIn(scheme("S-9"), 3),
    "edit": c.EditScheme("S-1", scheme(title="Other", lead=NAMED)),
    "tick": c.Tick("S-2", "plan-agreed", "Letter"),
    "untick": c.Untick("S-4", "plan-agreed", "Withdrawn"),
    "approve by finance": c.Approve("S-1", "finance-review", "FR"),
    "approve by an executive": c.Approve("S-1", "management-executive-review", "Minutes"),
    "approve by the PMO": c.Approve("S-2", "pmo-plan-review", "Plan"),
    "send back to pipeline": c.SendBack("S-1", "Too vague"),
    "send back from planning": c.SendBack("S-2", "Too vague"),
    "meet condition": c.MeetCondition("S-5", 1, "Lease"),
    "rate": c.OverrideRating("S-1", "Red", "Supplier failed"),
    "withdraw": c.Withdraw("S-1", "Not feasible"),
    "restore": c.Restore("S-3", "Feasible after all"),
    "weights": c.ChangeWeights((c.Weight("stage", "Planning", Decimal("0.5")),), FROM, "Review"),
    "one-off": c.Judge("one-off", "Credit", {"line": "Acute", "amount": 5, "month": 1}, "Last year's"),
    "map": c.Judge("map", "Acute", {"plan_lines": ["Acute"]}, "As agreed"),
    "scenario": c.Judge("scenario", "Bad winter", {"changes": [{"what": "R1", "change": "drop"}]}, "To see"),
    "chart": c.Judge("chart", "E.M.8", {"points": 6}, "Short series"),
    "take back": c.TakeBack("map", "Beds", "Not ours"),
    "add person": c.AddPerson("new@trust.example"),
    "grant": c.Grant(PMO, "viewer"),
    "revoke": c.Revoke(PMO, "pmo"),
    "disable": c.Disable(VIEWER),
    "enable": c.Enable(PMO),
    "end sessions": c.EndSessions(PMO),
}
EVERYTHING_ON_SCHEMES_BY_PMO = {
    "create", "bring in", "edit", "tick", "untick", "approve by the PMO", "send back to pipeline",
    "send back from planning", "meet condition", "rate", "withdraw", "restore",
}  # fmt: skip
SHARED = {"map", "scenario", "chart", "take back"}
FINANCE_ALONE = {"weights", "one-off"} | SHARED
PEOPLE = {"add person", "grant", "revoke", "disable", "enable", "end sessions"}
MAY = {
    "stranger": set(),
    "nothing": set(),
    "viewer": set(),
    "lead": {"create"},
    "lead, named": {"create", "edit", "tick", "untick", "meet condition"},
    "pmo": EVERYTHING_ON_SCHEMES_BY_PMO | SHARED,
    "pmo, named": (EVERYTHING_ON_SCHEMES_BY_PMO | SHARED) - {"approve by the PMO"},
    "finance": {"edit", "approve by finance", "send back to pipeline"} | FINANCE_ALONE,
    "finance, named": {"edit", "send back to pipeline"} | FINANCE_ALONE,
    "approver of finance-review": {"approve by finance", "send back to pipeline"},
    "approver of management-executive-review": {"approve by an executive", "send back to pipeline"},
    "approver of pmo-plan-review": set(),
    "administrator": PEOPLE,
    "disabled pmo": set(),
    "pmo elsewhere": set(),
    "administrator elsewhere": set(),
    "approver of management-executive-review, named": {"send back to pipeline"},
}
"""Who may do what: an approver's grant counts only where the approval's own roles include approvers."""


def register(who: str) -> MemoryRecord:
    """Schemes at a gateway each, and somebody with the role."""
    record = MemoryRecord()
    with_people(record)
    lead = NAMED if "named" in who else "lead@trust.example"
    of = {"lead": lead}
    planned = c.BringIn(scheme("S-2", **of), 2)
    do(record, c.CreateScheme(scheme(**of)), planned, c.BringIn(scheme("S-3", **of), 0, "withdrawn"))
    condition = c.NewCondition("Sign the lease", "Estates", dt.date(2018, 7, 31))
    do(record, c.BringIn(scheme("S-4", **of), 2), c.Tick("S-4", "plan-agreed", "Letter"))
    do(record, c.CreateScheme(scheme("S-5", **of)), c.Approve("S-5", "finance-review", "FR", (condition,)))
    do(record, c.Judge("map", "Beds", {}, "As agreed"), c.Disable(PMO))
    return record


def actor_in(record: MemoryRecord, who: str) -> str:
    email = NAMED if "named" in who else SOMEBODY
    if who == "stranger":
        return "nobody@trust.example"
    do(record, c.AddPerson(email))
    place = "QXX" if "elsewhere" in who else "*"
    role = who.removeprefix("disabled ").removesuffix(" elsewhere").removesuffix(", named")
    if role != "nothing":
        name, _, approval = role.partition(" of ")
        do(record, c.Grant(email, name, approval, place))
    if "disabled" in who:
        do(record, c.Disable(email))
    return email


@pytest.mark.parametrize("who", MAY)
def test_each_role_may_do_its_commands_and_no_others(who: str):
    allowed = set()
    for name, command in COMMANDS.items():
        record = register(who)
        actor = actor_in(record, who)
        before = list(record.entries)
        with suppress(NotAllowed):
            do(record, command, by=actor)
            allowed.add(name)
        assert (len(record.entries) > len(before)) is (name in allowed)
    assert allowed == MAY[who]


def test_every_command_every_role_and_every_permission_is_in_the_table():
    every = {kind for part in get_args(c.Command) for kind in (get_args(part) or (part,))}
    assert {type(command) for command in COMMANDS.values()} == every
    assert {name for who in MAY for name in roles() if name in who} == set(roles())
    asked_elsewhere = {"view", "see people", "publish"}
    assert {command.permission for command in COMMANDS.values()} == set(permissions()) - asked_elsewhere


def test_the_register_of_these_tests_is_at_the_gateways_it_says():
    record = register("pmo")
    assert [state(record, f"S-{number}").stage for number in range(1, 6)] == [0, 2, 0, 2, 0]
    assert state(record, "S-3").status is Status.WITHDRAWN
    assert [entry.kind for entry in events(record, "S-5")] == ["created", "approved"]
    assert programme_of("06H").approval_named("pmo-plan-review").roles == ("pmo",)
