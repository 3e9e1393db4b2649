"""What can be told of a file before it is read: its size, its kind, and what the container holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.problems import Problem, Weight
from recovery.sources import archive, compound
from recovery.sources.file_problems import file_problem
from recovery.sources.kinds import KINDS, READABLE, kind_of

if TYPE_CHECKING:
    from recovery.settings import Settings
    from recovery.sources.workbook import SourceFile


def inspect(file: SourceFile, settings: Settings) -> tuple[str, list[Problem]]:
    """Return the file's kind and what stands against it; with an error among that it is not to be read."""
    size = len(file.content)
    if size == 0:
        return "", [file_problem("file-empty", file.name)]
    if size > settings.maximum_file_bytes:
        limit = settings.maximum_file_bytes
        return "", [file_problem("file-too-large", file.name, value=f"{size:,}", count=size, limit=limit)]
    kind = kind_of(file.content)
    problems = problems_of_kind(file.name, kind)
    return kind, problems or problems_of_container(file, kind, settings)


def problems_of_kind(name: str, kind: str) -> list[Problem]:
    """Return what stands against the file for its kind and the type that its name claims."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if kind == "protected":
        return [file_problem("password-protected", name)]
    if extension not in READABLE:
        extensions = ", ".join(f".{known}" for known in READABLE)
        return [file_problem("file-type-unknown", name, value=KINDS[kind], extensions=extensions)]
    if kind == "damaged":
        return [file_problem("file-damaged", name)]
    if kind != extension:
        named = KINDS[kind]
        return [file_problem("file-not-what-name-says", name, value=named, extension=extension, kind=named)]
    return []


def problems_of_container(file: SourceFile, kind: str, settings: Settings) -> list[Problem]:
    """Return what stands against the container, and the notice that it holds macros."""
    if kind == "csv":
        return []
    if kind == "xls":
        return [file_problem("macros", file.name)] if compound.has_macros(file.content) else []
    if archive.is_bomb(file.content, settings.maximum_unpacked_bytes):
        return [file_problem("unpacks-too-large", file.name)]
    if archive.has_duplicates(file.content):
        return [file_problem("file-damaged", file.name)]
    return [file_problem("macros", file.name)] if archive.has_macros(file.content) else []


def is_readable(problems: list[Problem]) -> bool:
    """Return whether nothing found so far forbids reading the file."""
    return all(problem.weight is not Weight.ERROR for problem in problems)
