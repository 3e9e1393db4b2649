"""A register that was read, held against the one that is kept: what it would change, and the commands that do it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace

from recovery.errors import UsageError
from recovery.problems import Problem
from recovery.programme.commands import BringIn
from recovery.programme.configuration import Programme
from recovery.programme.differences import Difference, differences
from recovery.programme.imported_case import imported_case
from recovery.programme.scheme import Scheme
from recovery.programme.soundness import sound
from recovery.programme.state import SchemeState, Status
from recovery.sources.options import Options
from recovery.sources.register import GivenRegister, GivenScheme, Wording, read_register
from recovery.sources.words import plain
from recovery.sources.workbook import SourceFile


class Outcome(enum.StrEnum):
    """What an import makes of a scheme."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class ImportedScheme:
    """One scheme of the file: what becomes of it, in which fields, and why where it is refused."""

    ref: str
    title: str
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    why: str = ""
    command: BringIn | None = None


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do; `absent` are the references of the kept register that the file lacks.

    Nothing is brought in while anything is `in_the_way` or any scheme is refused.
    """

    schemes: tuple[ImportedScheme, ...]
    absent: tuple[str, ...]
    problems: tuple[Problem, ...]
    in_the_way: tuple[Problem, ...]

    def of(self, outcome: Outcome) -> tuple[ImportedScheme, ...]:
        """Return the schemes that something becomes of."""
        return tuple(one for one in self.schemes if one.outcome is outcome)

    @property
    def is_ready(self) -> bool:
        """Return whether it can be brought in as it is."""
        return not self.in_the_way and not self.of(Outcome.REFUSED)

    @property
    def commands(self) -> tuple[BringIn, ...]:
        """Return the commands that bring it in, for `perform_all`; none where nothing would change."""
        return tuple(one.command for one in self.schemes if one.command) if self.is_ready else ()


def read_for(programme: Programme, file: SourceFile, options: Options) -> GivenRegister:
    """Return a register from a file, its stages and ratings understood in the programme's words."""
    return read_register(file, options, wording_of(programme))


def wording_of(programme: Programme) -> Wording:
    """Return the programme's words for stages and ratings, with all their other names."""
    return Wording(
        stages=tuple(stage.name for stage in programme.stages),
        ratings=tuple(rating.name for rating in programme.ratings),
        stage_numbers={plain(name): one.number for one in programme.stages for name in (*one.other_names, one.name)},
        rating_names={plain(name): one.name for one in programme.ratings for name in (*one.other_names, one.name)},
    )


def preview(given: GivenRegister, states: Mapping[str, SchemeState], programme: Programme) -> ImportPreview:
    """Return what bringing a register in would do to the schemes that are kept, by reference; nothing is written."""
    kept = {ref.casefold(): state for ref, state in states.items()}
    schemes = tuple(_imported(scheme, kept.get(scheme.ref.casefold()), programme) for scheme in given.schemes)
    there = {scheme.ref.casefold() for scheme in given.schemes}
    absent = tuple(ref for ref in sorted(states) if ref.casefold() not in there)
    return ImportPreview(schemes, absent, given.problems, given.in_the_way)


def _imported(given: GivenScheme, state: SchemeState | None, programme: Programme) -> ImportedScheme:
    """Return what becomes of one scheme."""
    ref, before = (state.scheme.ref, state.scheme) if state else (given.ref, None)
    title = str((given.fields or {}).get("title") or (before.title if before else ""))
    why = _moved(given, state, programme) if state else _lacking(given)
    try:
        scheme = sound(_case(given, before, programme), programme)
    except UsageError as error:
        return ImportedScheme(ref, title, Outcome.REFUSED, why=why or str(error))
    found = differences(before, scheme) if scheme != before else ()
    if why:
        return ImportedScheme(ref, title, Outcome.REFUSED, found, why)
    if state is None:
        command = BringIn(scheme, _number(given), str((given.fields or {}).get("status") or Status.LIVE), seen=0)
        return ImportedScheme(ref, title, Outcome.NEW, found, command=command)
    if scheme == before:
        return ImportedScheme(ref, title, Outcome.UNCHANGED)
    if state.status is not Status.LIVE:
        why = f"{ref} is {state.status}, and the file has another case for it: restore it first, or take it out."
        return ImportedScheme(ref, title, Outcome.REFUSED, found, why)
    command = BringIn(scheme, state.stage, state.status, seen=state.case_version)
    return ImportedScheme(ref, title, Outcome.CHANGED, found, command=command)


def _case(given: GivenScheme, before: Scheme | None, programme: Programme) -> Scheme:
    """Return the case; a rating that is the present one by another name stays as it is written."""
    scheme = imported_case(given, before)
    if before is None or not before.reported_rag or not scheme.reported_rag:
        return scheme
    same = wording_of(programme).rating_of(before.reported_rag) == scheme.reported_rag
    return replace(scheme, reported_rag=before.reported_rag) if same else scheme


def _number(given: GivenScheme) -> int:
    stage = (given.fields or {}).get("stage")
    return stage if isinstance(stage, int) else 0


def _lacking(given: GivenScheme) -> str:
    """Return why a scheme that the register does not know cannot be begun; '' if it can."""
    if given.fields is None:
        return f"{given.ref} stands on the sheet '{given.sheet}' only and is not known: give it a row on 'Schemes'."
    lacking = [word for word in ("title", "area", "stage") if given.fields.get(word) in {"", None}]
    if not lacking:
        return ""
    return f"{given.ref} is new and has no {' and no '.join(lacking)}: write it on the sheet '{given.sheet}'."


def _moved(given: GivenScheme, state: SchemeState, programme: Programme) -> str:
    """Return why a scheme cannot be brought in because the file has it at another stage; '' if it can."""
    ref, fields = state.scheme.ref, given.fields or {}
    stage, status = fields.get("stage"), fields.get("status") or state.status.value
    if isinstance(stage, int) and stage != state.stage:
        here, there = programme.stage(state.stage), programme.stage(stage)
        return (
            f"{ref} stands at {here.number} {here.name} and the file has it at {there.number} {there.name}: "
            "the gateways move schemes, an import does not."
        )
    if status != state.status.value:
        return f"{ref} is {state.status} and the file says {status}: withdraw, restore or close it in the programme."
    return ""
