"""Whether somebody may do something, by the roles that the record holds for them; and if not, who may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from recovery.programme.actor import Actor
from recovery.programme.configuration import RequiredApproval, programme_of
from recovery.programme.own_scheme import is_named, names_of
from recovery.programme.people import Person
from recovery.programme.roles import APPROVER, GATEWAY, OWN, Allowed, permission_words, permissions, role_words
from recovery.programme.sessions import shut_out
from recovery.programme.state import SchemeState
from recovery.programme.wording import any_of, in_brackets

APPROVE: Final = "approve"


@dataclass(frozen=True)
class Asked:
    """What is to be done: the permission it needs, for which organisation, with which scheme and approval if any."""

    permission: str
    organisation: str
    state: SchemeState | None = None
    approval: RequiredApproval | None = None
    people: Mapping[str, Person] = field(default_factory=dict)


def may(  # noqa: PLR0913 - each is asked for by its name
    person: Person | None,
    actor: Actor,
    permission: str,
    organisation: str,
    *,
    state: SchemeState | None = None,
    approval: RequiredApproval | None = None,
    people: Mapping[str, Person] | None = None,
) -> str:
    """Return '' if the actor may do it, else the reason in one sentence that says who may.

    `person` is what the record knows of the actor, `people` everyone it knows (for the names in the sentence, and
    because an unknown address is trusted only while nobody is known).  Without `state` the answer is whether the
    actor may do it with some scheme; without `approval` whether they may give any.
    """
    asked = Asked(permission, organisation, state, approval, people or {})
    if person is None and (reason := _stranger(actor, asked.people)):
        return reason
    if person and (reason := shut_out(person, actor)):
        return reason
    if person and not _holds(person, asked):
        return _refusal(person, asked)
    own = permission == APPROVE and state and is_named(names_of(actor.name, person), state.named)
    return own_refusal(actor.name, asked) if own else ""


def own_refusal(name: str, asked: Asked) -> str:
    """Return that somebody named in a scheme cannot approve it, and who can instead."""
    ref = asked.state.scheme.ref if asked.state else ""
    may_give = f" who may give {asked.approval.name}" if asked.approval else ""
    return f"{name} is named in {ref} and cannot approve it: ask another person{may_give}{_holders(asked)}."


def can_give(person: Person, approvals: Iterable[RequiredApproval], organisation: str) -> bool:
    """Return whether a person's roles let them give one of these approvals."""
    held = [role for role in person.roles if role.holds_for(organisation)]
    return any(
        role.name in approval.roles and (role.name != APPROVER or role.approval == approval.key)
        for approval in approvals
        for role in held
    )


def _stranger(actor: Actor, people: Mapping[str, Person]) -> str:
    """Return why a name that the record does not know may do nothing; '' where the machine itself is trusted."""
    if not actor.name.strip():
        return "Nobody has signed in: sign in first."
    if actor.trusted and ("@" not in actor.name or not people):
        return ""
    return (
        f"{actor.name} is not a person that the record knows: ask an administrator to add them, or act as a person "
        "it knows."
    )


def _holds(person: Person, asked: Asked) -> bool:
    held = {role.name for role in person.roles if role.holds_for(asked.organisation)}
    return any(one.role in held and _within(person, one, asked) for one in permissions()[asked.permission])


def _within(person: Person, allowed: Allowed, asked: Asked) -> bool:
    """Return whether a role's limit is kept; without a scheme it is not looked at."""
    if allowed.limit == OWN and asked.state:
        return is_named(names_of("", person), asked.state.scheme.people)
    if allowed.limit == GATEWAY and (approvals := _approvals(asked)):
        return can_give(person, approvals, asked.organisation)
    return True


def _approvals(asked: Asked) -> tuple[RequiredApproval, ...]:
    """Return the approval that is meant, else all of the scheme's present gateway, else none."""
    if asked.approval:
        return (asked.approval,)
    return programme_of(asked.state.organisation).stage(asked.state.stage).approvals if asked.state else ()


def _refusal(person: Person, asked: Asked) -> str:
    doing = f"give {asked.approval.name}" if asked.approval else permission_words()[asked.permission]
    where = f" of {asked.state.scheme.ref}" if asked.state and asked.approval else ""
    return f"{person.email} may not {doing}{where}: that is for {any_of(_roles(asked))}{_holders(asked)}."


def _roles(asked: Asked) -> list[str]:
    """Return the roles that may, as a sentence calls them."""
    if asked.approval:
        return [f"{role_words()[role]}{' of it' if role == APPROVER else ''}" for role in asked.approval.roles]
    given = permissions()[asked.permission]
    plain = [f"{role_words()[one.role]}{' named in it' if one.limit else ''}" for one in given if one.limit != GATEWAY]
    at_gateway = any(one.limit == GATEWAY for one in given)
    return [*plain, *(("whoever may give an approval at its gateway",) if at_gateway else ())]


def _holders(asked: Asked) -> str:
    """Return in brackets the people who may do it."""
    who = [one for one in asked.people.values() if not one.disabled and _holds(one, asked)]
    if asked.permission == APPROVE and asked.state:
        who = [one for one in who if not is_named(names_of("", one), asked.state.named)]
    return in_brackets(sorted(one.email for one in who))
