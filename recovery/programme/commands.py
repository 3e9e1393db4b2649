"""What can be done to the programme: one class a command; who may do it is looked up by the command's `permission`.

`seen` is the version that the person had before them; None means the newest.  `ref` is the scheme's reference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from recovery.programme.judgement_kinds import judgement_kind
from recovery.programme.scheme import Scheme


@dataclass(frozen=True)
class CreateScheme:
    """Begin a scheme in the first stage."""

    permission: ClassVar[str] = "create scheme"
    scheme: Scheme


@dataclass(frozen=True)
class BringIn:
    """Bring a scheme in from a register at the stage it stands at, or give an existing one the register's case.

    Refused if the case has changed since `seen`, the version that the register was held against (0: there was none).
    """

    permission: ClassVar[str] = "import register"
    scheme: Scheme
    stage: int
    status: str = "live"
    seen: int | None = None


@dataclass(frozen=True)
class EditScheme:
    """Give a scheme a new case; refused with both versions shown if the case has changed since `seen`."""

    permission: ClassVar[str] = "edit scheme"
    ref: str
    scheme: Scheme
    seen: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Tick:
    """Say that a checklist item is met, on what evidence; empty evidence is refused."""

    permission: ClassVar[str] = "tick checklist"
    ref: str
    item: str
    evidence: str


@dataclass(frozen=True)
class Untick:
    """Take a tick back, with the reason."""

    permission: ClassVar[str] = "tick checklist"
    ref: str
    item: str
    reason: str


@dataclass(frozen=True)
class NewCondition:
    """What an approval is made subject to."""

    text: str
    owner: str
    due: dt.date


@dataclass(frozen=True)
class Approve:
    """Give an approval of the present gateway, with or without conditions; the last one needed moves the scheme on."""

    permission: ClassVar[str] = "approve"
    ref: str
    approval: str
    evidence: str = ""
    conditions: tuple[NewCondition, ...] = ()
    seen: int | None = None


@dataclass(frozen=True)
class SendBack:
    """Send a scheme back to an earlier stage, or to be worked over in its own, with a reason.

    `to` None is the stage before (the first stage stays where it is).
    """

    permission: ClassVar[str] = "send back"
    ref: str
    reason: str
    to: int | None = None
    seen: int | None = None


@dataclass(frozen=True)
class MeetCondition:
    """Say that a condition of an approval is met, on what evidence."""

    permission: ClassVar[str] = "meet condition"
    ref: str
    number: int
    evidence: str


@dataclass(frozen=True)
class OverrideRating:
    """Set a rating by hand over the computed one; None takes it back.  Always with a reason."""

    permission: ClassVar[str] = "override rating"
    ref: str
    rating: str | None
    reason: str


@dataclass(frozen=True)
class Withdraw:
    """Take a scheme out of the programme; its history stays."""

    permission: ClassVar[str] = "withdraw scheme"
    ref: str
    reason: str


@dataclass(frozen=True)
class Restore:
    """Bring a withdrawn scheme back to the stage it was in."""

    permission: ClassVar[str] = "withdraw scheme"
    ref: str
    reason: str


@dataclass(frozen=True)
class Weight:
    """How much of a value is counted on: by `basis` stage, rag or 'stage and rag' (key 'Planning, Red')."""

    basis: str
    key: str
    weight: Decimal


@dataclass(frozen=True)
class ChangeWeights:
    """Set risk weights from a day on, with the reason; the others stay as they are."""

    permission: ClassVar[str] = "change weights"
    weights: tuple[Weight, ...]
    effective_from: dt.date
    reason: str


@dataclass(frozen=True)
class Judge:
    """Decide something about the figures, in the fields of its kind (`judgements.toml`), with the reason.

    `key` names it among those of its kind; refused with a conflict if it has changed since `seen` (0: there was none;
    None: it was not looked at, so that nothing may stand there but the same).
    """

    kind: str
    key: str
    body: Mapping[str, Any]
    reason: str
    seen: int | None = None

    @property
    def permission(self) -> str:
        """Return the permission of the kind."""
        return judgement_kind(self.kind).permission


@dataclass(frozen=True)
class TakeBack:
    """Take a judgement back, with the reason; what was decided stays in the record."""

    kind: str
    key: str
    reason: str
    seen: int | None = None

    @property
    def permission(self) -> str:
        """Return the permission of the kind."""
        return judgement_kind(self.kind).permission


@dataclass(frozen=True)
class AddPerson:
    """Let the record know a person, by e-mail address."""

    permission: ClassVar[str] = "manage people"
    email: str
    name: str = ""


@dataclass(frozen=True)
class Grant:
    """Give a person a role, for one organisation or for all ('*'); an approver's role names its approval's key."""

    permission: ClassVar[str] = "manage people"
    email: str
    role: str
    approval: str = ""
    organisation: str = "*"


@dataclass(frozen=True)
class Revoke:
    """Take a role away from a person."""

    permission: ClassVar[str] = "manage people"
    email: str
    role: str
    approval: str = ""
    organisation: str = "*"


@dataclass(frozen=True)
class Disable:
    """Shut a person out, from the next run on."""

    permission: ClassVar[str] = "manage people"
    email: str
    reason: str = ""


@dataclass(frozen=True)
class Enable:
    """Let a person in again."""

    permission: ClassVar[str] = "manage people"
    email: str
    reason: str = ""


@dataclass(frozen=True)
class EndSessions:
    """End every session of a person that began before now: their own sign-out, or an administrator's act."""

    permission: ClassVar[str] = "end sessions"
    email: str


SchemeCommand = (
    CreateScheme | BringIn | EditScheme | Tick | Untick | Approve | SendBack | MeetCondition | OverrideRating
    | Withdraw | Restore
)  # fmt: skip
PersonCommand = AddPerson | Grant | Revoke | Disable | Enable | EndSessions
JudgementCommand = Judge | TakeBack
Command = SchemeCommand | ChangeWeights | JudgementCommand | PersonCommand
