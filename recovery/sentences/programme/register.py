"""The register in words: how many schemes of which kind on which day, and what an import would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.problems import Weight
from recovery.programme.importing import Outcome
from recovery.rows import text
from recovery.sentences.amounts import listed, many, millions
from recovery.sentences.programme.board import value
from recovery.sentences.programme.dates import day_or_moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from recovery.programme.importing import ImportPreview
    from recovery.rows import Row


def answer(rows: Sequence[Row], as_at: dt.date | None, withdrawn: int = 0) -> str:
    """Return the sentence: the register has 57 schemes: 55 live worth £35.1m, 1 closed and 1 withdrawn."""
    when = f"As at {day_or_moment(as_at)} the register had" if as_at else "The register has"
    if not rows:
        return f"{when} no scheme." if not as_at else f"No register had been begun by {day_or_moment(as_at)}."
    by_status = {status: [row for row in rows if (text(row, "status") or "live") == status]
                 for status in ("live", "closed", "withdrawn")}  # fmt: skip
    parts = [
        f"{len(held)} {status}{f' worth {millions(value(held))}' if status == 'live' else ''}"
        for status, held in by_status.items()
        if held
    ]
    out = (
        f"; {many(withdrawn, 'other')} {'is' if withdrawn == 1 else 'are'} withdrawn, in no total" if withdrawn else ""
    )
    return f"{when} {many(len(rows), 'scheme')}: {listed(parts)}{out}."


def preview(found: ImportPreview) -> str:
    """Return what bringing a file in would do."""
    counts = {outcome.value: len(found.of(outcome)) for outcome in Outcome}
    if found.in_the_way:
        open_ones = [problem for problem in found.in_the_way if problem.weight is Weight.QUESTION]
        if len(open_ones) == len(found.in_the_way):
            return f"{many(len(open_ones), 'question')} to be answered above before anything is brought in."
        verb = "stands" if len(found.in_the_way) == 1 else "stand"
        return f"{many(len(found.in_the_way), 'problem')} in the file {verb} in the way; nothing would be brought in."
    if counts["refused"]:
        return (
            f"{many(counts['refused'], 'scheme')} cannot be brought in; nothing is, until that is mended or they are "
            "taken out of the file."
        )
    if not counts["new"] and not counts["changed"]:
        return f"Nothing would change: {many(counts['unchanged'], 'scheme')} of the file, each as it stands here."
    parts = [
        f"{counts['new']} new" if counts["new"] else "",
        f"{counts['changed']} changed" if counts["changed"] else "",
    ]
    kept = (
        f"; {many(counts['unchanged'], 'other')} {'stays as it is' if counts['unchanged'] == 1 else 'stay as they are'}"
        if counts["unchanged"]
        else ""
    )
    absent = (
        f" {many(len(found.absent), 'scheme')} of the register {'is' if len(found.absent) == 1 else 'are'} not in the "
        "file and left alone."
        if found.absent
        else ""
    )
    return f"Ready to bring in: {listed([part for part in parts if part])}{kept}.{absent}"


def brought_in(new: int, changed: int) -> str:
    """Return what was brought in."""
    return f"Brought in: {many(new, 'new scheme')} and {many(changed, 'changed scheme')}, as one change."
