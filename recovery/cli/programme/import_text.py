"""What an import would do, or has done, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recovery.cli.programme.telling import changes
from recovery.cli.reading_text import problems_as_text
from recovery.programme.importing import ImportPreview, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recovery.programme.importing import ImportedScheme

_MOST_ABSENT: Final = 10


def as_text(found: ImportPreview, *, every_change: bool) -> str:
    """Return what stands in the way, the schemes that are refused, and what changes."""
    parts = problems_as_text(found.problems)
    parts += _listed("Refused", [f"{one.ref}: {one.why}" for one in found.of(Outcome.REFUSED)])
    if not found.in_the_way:
        parts += _listed("Changed", [_change(one) for one in found.of(Outcome.CHANGED)])
        new = [f"{one.ref} {one.title}" for one in found.of(Outcome.NEW)]
        parts += _listed("New", new) if every_change else []
        parts += [_absent(found.absent), ""] if found.absent else []
    return "\n".join(parts).rstrip("\n")


def ending(found: ImportPreview, *, dry_run: bool) -> str:
    """Return in one sentence what was brought in, or would be."""
    counts = {outcome: len(found.of(outcome)) for outcome in Outcome}
    new, changed, unchanged = (counts[one] for one in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED))
    if not new and not changed:
        return f"The register says all of it already ({unchanged} unchanged); nothing was changed."
    what = f"{new} new, {changed} changed, {unchanged} unchanged"
    return f"Would bring in: {what}. Nothing was changed." if dry_run else f"Brought in: {what}."


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return [f"{title}:", *(f"  {line}" for line in lines), ""] if lines else []


def _change(one: ImportedScheme) -> str:
    return f"{one.ref} {one.title}: {changes(one.differences)}"


def _absent(refs: Sequence[str]) -> str:
    shown = ", ".join(refs[:_MOST_ABSENT])
    more = f" and {len(refs) - _MOST_ABSENT} more" if len(refs) > _MOST_ABSENT else ""
    return f"Not in the file, and left as they are: {shown}{more}."
