"""OLE2 compound files, the container of .xls and of password-protected workbooks: their directory and streams."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY_BYTES = 128
HEADER_BYTES = 512
ROOT = 5
STORAGE_OR_STREAM = (1, 2, ROOT)
FIRST_MARK = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
SECTOR_SHIFTS = (9, 12)
MINI_SHIFT = 6


def kind_of(content: bytes) -> str:
    """Return the kind of file that the container holds: a key of kinds.KINDS."""
    if not has_directory(content):
        return "damaged"
    if entry_of(content, "EncryptedPackage") is not None:
        return "protected"
    if entry_of(content, "Workbook") is not None or entry_of(content, "Book") is not None:
        return "xls"
    if entry_of(content, "WordDocument") is not None:
        return "word"
    return "powerpoint" if entry_of(content, "PowerPoint Document") is not None else "compound"


def has_macros(content: bytes) -> bool:
    """Return whether the container holds a macro project."""
    return entry_of(content, "_VBA_PROJECT_CUR") is not None or entry_of(content, "_VBA_PROJECT") is not None


def has_directory(content: bytes) -> bool:
    """Return whether the directory stands where the header says, with the root as its first entry."""
    if len(content) < HEADER_BYTES:
        return False
    shift, start = struct.unpack_from("<H", content, 30)[0], struct.unpack_from("<I", content, 48)[0]
    place = (start + 1) << shift if shift in SECTOR_SHIFTS else len(content)
    return place + ENTRY_BYTES <= len(content) and content[place + 66] == ROOT


def entry_of(content: bytes, name: str) -> int | None:
    """Return where the directory entry of that name stands, in capitals or not."""
    found = (entry_spelt(content, spelling) for spelling in (name, name.upper(), name.lower()))
    return next((place for place in found if place is not None), None)


def entry_spelt(content: bytes, name: str) -> int | None:
    """Return where the directory entry of exactly that name stands; entries are aligned, cells are not."""
    wanted = name.encode("utf-16-le") + b"\x00\x00"
    place = content.find(wanted, HEADER_BYTES)
    while place >= 0:
        if place % ENTRY_BYTES == 0 and len(content) >= place + ENTRY_BYTES:
            length, kind = struct.unpack_from("<HB", content, place + 64)
            if length == len(wanted) and kind in STORAGE_OR_STREAM:
                return place
        place = content.find(wanted, place + 1)
    return None


class Container:
    """The sectors of one compound file and the table that chains them."""

    def __init__(self, content: bytes) -> None:
        """Read the header and the allocation table; ValueError or struct.error where they are damaged."""
        self.content = content
        self.shift, self.mini_shift = struct.unpack_from("<HH", content, 30)
        if self.shift not in SECTOR_SHIFTS or self.mini_shift != MINI_SHIFT:
            raise ValueError("no such sector size")
        self.table = numbers(b"".join(self.sector(number) for number in self.table_sectors()))

    def sector(self, number: int) -> bytes:
        """Return one sector's bytes; the header counts as the sector before the first."""
        start = (number + 1) << self.shift
        if start >= len(self.content):
            raise ValueError("a sector stands past the end of the file")
        return self.content[start : start + (1 << self.shift)]

    def table_sectors(self) -> list[int]:
        """Return the sectors of the allocation table: 109 are listed in the header, more in a chain of lists."""
        listed = list(struct.unpack_from("<109I", self.content, 76))
        following, count = struct.unpack_from("<II", self.content, 68)
        for _ in range(min(count, len(self.content) >> self.shift)):
            *more, following = numbers(self.sector(following))
            listed += more
        return [number for number in listed if number < FIRST_MARK]

    def chain(self, start: int) -> bytes:
        """Return the joined sectors of a chain."""
        return b"".join(self.sector(number) for number in followed(self.table, start))

    def small_chain(self, start: int) -> bytes:
        """Return the joined small sectors of a chain; they stand in the stream of the directory's first entry."""
        directory, *_ = struct.unpack_from("<I", self.content, 48)
        mini_table, *_ = struct.unpack_from("<I", self.content, 60)
        container = self.chain(struct.unpack_from("<I", self.sector(directory), 116)[0])
        size = 1 << self.mini_shift
        chained = followed(numbers(self.chain(mini_table)), start)
        return b"".join(container[number * size : (number + 1) * size] for number in chained)


def numbers(sectors: bytes) -> tuple[int, ...]:
    """Return the sector numbers that a table's sectors hold."""
    return struct.unpack(f"<{len(sectors) // 4}I", sectors[: len(sectors) // 4 * 4])


def followed(table: tuple[int, ...], start: int) -> list[int]:
    """Return the sector numbers of a chain; ValueError where it leads out of the table or round in a circle."""
    found: list[int] = []
    while start < FIRST_MARK:
        found.append(start)
        if start >= len(table) or len(found) > len(table):
            raise ValueError("a chain of sectors is broken")
        start = table[start]
    return found


def workbook_stream(content: bytes) -> bytes:
    """Return the stream that holds the cells of an .xls; ValueError or struct.error where the container is damaged."""
    entry = entry_of(content, "Workbook")
    entry = entry_of(content, "Book") if entry is None else entry
    if entry is None:
        raise ValueError("no workbook stream")
    start, size = struct.unpack_from("<II", content, entry + 116)
    (smallest,) = struct.unpack_from("<I", content, 56)
    container = Container(content)
    found = container.chain(start) if size >= smallest else container.small_chain(start)
    if len(found) < size:
        raise ValueError("the stream is cut off")
    return found[:size]
