"""Where a scheme stands after its events: its case, stage, approvals, ticks, conditions, rating."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from recovery.programme.scheme import Scheme


class Status(enum.StrEnum):
    """Whether a scheme is worked on: LIVE; WITHDRAWN and in no total; CLOSED after its last gateway."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True)
class Condition:
    """What an approval was made subject to: by number within the scheme, with its owner and date."""

    number: int
    approval: str
    text: str
    owner: str
    due: dt.date
    met_on: dt.date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class Approval:
    """An approval given at a gateway: by whom, on what evidence, and on which version of the case."""

    approval: str
    stage: int
    by: str
    on: dt.date
    evidence: str
    case_version: int
    conditions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A checklist item that somebody says is met, on what evidence."""

    item: str
    by: str
    on: dt.date
    evidence: str


@dataclass(frozen=True)
class Override:
    """A rating set by hand over the computed one, with the reason."""

    rating: str
    reason: str
    by: str
    on: dt.date


@dataclass(frozen=True)
class SchemeState:
    """A scheme after its newest event.

    `case_version` is the version that last changed the case; `approvals` and `ticks` are those that stand at the
    present gateway, by their keys; `named` is everybody who was ever lead, SRO or clinical lead, in lower case.
    """

    organisation: str
    year: int
    scheme: Scheme
    version: int
    case_version: int
    stage: int
    status: Status
    entered_stage_on: dt.date
    changed_on: dt.date
    created_by: str
    approvals: Mapping[str, Approval] = field(default_factory=lambda: MappingProxyType({}))
    ticks: Mapping[str, Tick] = field(default_factory=lambda: MappingProxyType({}))
    conditions: tuple[Condition, ...] = ()
    override: Override | None = None
    named: frozenset[str] = frozenset()
    illustrative: bool = False
