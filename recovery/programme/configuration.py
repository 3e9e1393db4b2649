"""A programme's own words and rules: stages, approvals, checklists, ratings; from `data/reference/programmes/`."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from recovery.errors import UsageError
from recovery.settings import settings
from recovery.sources.words import plain


@dataclass(frozen=True)
class RequiredApproval:
    """An approval needed to leave a stage, and the roles that may give it (`approver`: those granted it by name)."""

    key: str
    name: str
    roles: tuple[str, ...]
    other_names: tuple[str, ...] = ()
    not_below_the_limit: bool = False


@dataclass(frozen=True)
class ChecklistItem:
    """What has to be so at a gateway: tested by the data where it names a `test`, else ticked with evidence."""

    key: str
    words: str
    test: str = ""


@dataclass(frozen=True)
class ProgrammeStage:
    """A stage of the programme: its norm in days, its gateway's approvals and checklist."""

    number: int
    name: str
    other_names: tuple[str, ...]
    norm_days: int
    approvals: tuple[RequiredApproval, ...]
    checklist: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class Rating:
    """A rating's name and its tone: red, amber or green."""

    name: str
    tone: str
    other_names: tuple[str, ...]


@dataclass(frozen=True)
class Programme:
    """A savings programme as one kind of organisation runs it: its words, stages in order, ratings worst first."""

    key: str
    name: str
    title: str
    gap: str
    rating: str
    scheme: str
    schemes: str
    short_path_below: Decimal
    ratings: tuple[Rating, ...]
    stages: tuple[ProgrammeStage, ...]

    def stage(self, number: int) -> ProgrammeStage:
        """Return a stage by its number."""
        return self.stages[number]

    def stage_named(self, text: str) -> ProgrammeStage:
        """Return a stage by its number or any of its names; a UsageError that lists them otherwise."""
        for stage in self.stages:
            if plain(text) in {str(stage.number), *map(plain, (stage.name, *stage.other_names))}:
                return stage
        raise UsageError(f"'{text}' is not a stage: choose one of {', '.join(stage.name for stage in self.stages)}.")

    def approval_named(self, text: str) -> RequiredApproval:
        """Return an approval by its key or any of its names; a UsageError that lists them otherwise."""
        approvals = [approval for stage in self.stages for approval in stage.approvals]
        for approval in approvals:
            if plain(text) in set(map(plain, (approval.key, approval.name, *approval.other_names))):
                return approval
        raise UsageError(f"'{text}' is not an approval: choose one of {'; '.join(one.name for one in approvals)}.")

    def rating_named(self, text: str) -> Rating:
        """Return a rating by any of its names; a UsageError that lists them otherwise."""
        for rating in self.ratings:
            if plain(text) in set(map(plain, (rating.name, *rating.other_names))):
                return rating
        raise UsageError(f"'{text}' is not a rating: choose one of {', '.join(one.name for one in self.ratings)}.")

    def approvals_needed(self, stage: int, net_value: Decimal) -> tuple[RequiredApproval, ...]:
        """Return the approvals that a scheme of this value needs to leave a stage."""
        short = net_value < self.short_path_below
        return tuple(one for one in self.stages[stage].approvals if not (short and one.not_below_the_limit))


@cache
def programme_of(organisation: str) -> Programme:
    """Return the programme that an organisation runs: the first of `organisations.csv` whose pattern fits its code."""
    with (settings().reference_folder / "organisations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return programmes()[next(row["programme"] for row in rows if fnmatchcase(organisation, row["pattern"]))]


@cache
def programmes() -> Mapping[str, Programme]:
    """Return every programme by its key, the file's name."""
    files = sorted((settings().reference_folder / "programmes").glob("*.toml"))
    return {file.stem: _programme(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files}


def _programme(key: str, text: Mapping[str, Any]) -> Programme:
    words = {name: text[name] for name in ("name", "title", "gap", "rating", "scheme", "schemes")}
    return Programme(
        key=key,
        **words,
        short_path_below=Decimal(text["short_path_below"]),
        ratings=tuple(Rating(one["name"], one["tone"], tuple(one["other_names"])) for one in text["ratings"]),
        stages=tuple(map(_stage, text["stages"])),
    )


def _stage(text: Mapping[str, Any]) -> ProgrammeStage:
    return ProgrammeStage(
        number=text["number"],
        name=text["name"],
        other_names=tuple(text["other_names"]),
        norm_days=text["norm_days"],
        approvals=tuple(map(_approval, text["approvals"])),
        checklist=tuple(ChecklistItem(**item) for item in text["checklist"]),
    )


def _approval(text: Mapping[str, Any]) -> RequiredApproval:
    lists = {name: tuple(text.get(name, ())) for name in ("roles", "other_names")}
    return RequiredApproval(**{**text, **lists})
