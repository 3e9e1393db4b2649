"""Whether somebody is named in a scheme: by e-mail address or by name, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from recovery.names import name_key
from recovery.programme.people import Person

_ADDRESS: Final = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+")
_BETWEEN: Final = re.compile(r"[,;/&|<>()\[\]\n]")


def names_of(name: str, person: Person | None) -> frozenset[str]:
    """Return what somebody is known by, made comparable: the name they act under, their address and their own name."""
    own = (person.email, person.name) if person else ()
    return frozenset(filter(None, map(name_key, (name, *own))))


def is_named(names: Iterable[str], named: Iterable[str]) -> bool:
    """Return whether any of somebody's names is among those who are named; a field may name several people."""
    among = {part for text in named for part in _parts(text)}
    return any(name in among for name in names)


def _parts(text: str) -> set[str]:
    return {name_key(part) for part in (text, *_BETWEEN.split(text), *_ADDRESS.findall(text))}
