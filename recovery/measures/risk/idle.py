"""Which changes of a what-if do nothing, and why: what is not there, does not count, or still comes in the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.names import name_key

if TYPE_CHECKING:
    from recovery.measures.risk.known import Known
    from recovery.programme.what_ifs import WhatIf


def missing(known: Known, what_if: WhatIf) -> list[str]:
    """Return the references that a what-if changes and that are not there (any more)."""
    items = {name_key(item.ref) for item in known.items}
    schemes = {name_key(scheme.ref) for scheme in known.schemes or ()}
    gone = [ref for ref in what_if.of_items if name_key(ref) not in items]
    return sorted({*gone, *(ref for ref in what_if.delays if name_key(ref) not in schemes)})


def does_nothing(known: Known, what_if: WhatIf) -> list[str]:
    """Return a sentence for each change that does nothing; of one that counts before or after it none."""
    gone = [f"{ref} is not here this month." for ref in missing(known, what_if)]
    return [*gone, *_not_counted(known, what_if), *_in_time(known, what_if)]


def _not_counted(known: Known, what_if: WhatIf) -> list[str]:
    changed = {name_key(ref) for ref in what_if.of_items}
    pairs = zip(known.exposure().items, known.exposure(what_if).items, strict=True)
    return [
        f"{one.item.ref} does not count. {one.why}."
        for before, one in pairs
        if name_key(one.item.ref) in changed and not before.counts and not one.counts
    ]


def _in_time(known: Known, what_if: WhatIf) -> list[str]:
    delays = {name_key(ref): months for ref, months in what_if.delays.items()}
    delayed = [one for one in known.schemes or () if name_key(one.ref) in delays]
    return [
        f"{one.ref}: what it is still to save comes by March all the same."
        for one in delayed
        if not one.delayed(delays[name_key(one.ref)]).lost
    ]
