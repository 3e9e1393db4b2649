"""Small XML parts of a workbook, read with every entity refused."""

from __future__ import annotations

from xml.parsers import expat

LARGEST_CHECKED = 4_000_000
"""Bytes of XML that are parsed a second time; a larger part would take a good part of a second."""


class DamagedError(ValueError):
    """A part is cut off, or holds what no spreadsheet program writes."""


def refuse(*_: object) -> None:
    """Refuse a document type: a workbook has none, and entities are how a small file grows without end."""
    raise DamagedError("the part declares a document type")


def check(xml: bytes) -> None:
    """Raise DamagedError where a part is not well-formed; large parts are left to their check sums."""
    if len(xml) > LARGEST_CHECKED:
        return
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 (its only spelling)
    except expat.ExpatError as problem:
        raise DamagedError("the part is not well-formed") from problem


def elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return every element's name, without its prefix, and its attributes, in order."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: found.append((local(name), attributes))
    parser.Parse(xml, True)  # noqa: FBT003 (its only spelling)
    return found


def local(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]
