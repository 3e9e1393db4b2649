"""The parts of an Office package: which member of the archive holds which sheet."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from recovery.sources.scanning.markup import elements, local

if TYPE_CHECKING:
    import zipfile

WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin")


class Package:
    """An opened package; members are found whatever the case of their names and their slashes."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        """Note the members' names."""
        self.opened = opened
        self.names = {name.lower().replace("\\", "/"): name for name in opened.namelist()}

    def part(self, name: str) -> bytes:
        """Return a part's bytes; KeyError where there is none."""
        return self.opened.read(self.names[name.lower()])

    def beginning(self, name: str, length: int = 1000) -> bytes:
        """Return the first bytes of a part, nothing where there is none."""
        if name.lower() not in self.names:
            return b""
        with self.opened.open(self.names[name.lower()]) as member:
            return member.read(length)

    def targets(self, part: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the reference's name."""
        folder, _, name = part.rpartition("/")
        listed = elements(self.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"))
        return {
            attributes["Id"]: resolved(folder, attributes["Target"])
            for element, attributes in listed
            if element == "Relationship" and attributes.get("TargetMode") != "External"
        }

    def workbook(self) -> str:
        """Return the workbook's own part."""
        for element, attributes in elements(self.part("_rels/.rels")):
            if element == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
                return resolved("", attributes["Target"])
        return next(name for name in WORKBOOKS if name in self.names)


def resolved(folder: str, target: str) -> str:
    """Return the part that a reference means, which may count from its own folder or from the top."""
    return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")


def reference(attributes: dict[str, str]) -> str:
    """Return a sheet element's reference, whatever prefix its namespace has."""
    return next(value for name, value in attributes.items() if local(name) == "id" and name != "id")
