"""The directory of a zip archive, looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

DIRECTORY_ENTRY: Final = b"PK\x01\x02"
MOST_MEMBERS: Final = 5_000
LARGEST_RATIO: Final = 400
RATIO_MATTERS_FROM: Final = 20_000_000
LARGEST_DIRECTORY_PART: Final = 1_000_000
ENCRYPTED: Final = 0x1
UNREADABLE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
    zlib.error,
    MemoryError,
)
"""What zipfile raises over a damaged archive."""

MAIN_PARTS: Final = (
    (b"ms-excel.sheet.binary.macroenabled.main", "xlsb"),
    (b"ms-excel.sheet.macroenabled.main+xml", "xlsm"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "template"),
    (b"ms-excel.template.macroenabled.main+xml", "template"),
    (b"wordprocessingml", "word"),
    (b"presentationml", "powerpoint"),
)
"""What the content types of an Office file say of it, the first that is found."""

SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def members(content: bytes) -> list[zipfile.ZipInfo] | None:
    """Return the archive's members, or None where its directory cannot be read."""
    if content.count(DIRECTORY_ENTRY) > MOST_MEMBERS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return opened.infolist()
    except UNREADABLE:
        return None


def kind_of(content: bytes) -> str:
    """Return the kind of file that the archive holds: a key of kinds.KINDS."""
    listed = members(content)
    if listed is None:
        return "damaged"
    if any(member.flag_bits & ENCRYPTED for member in listed):
        return "protected"
    types = beginning_of(content, "[Content_Types].xml").lower()
    if types:
        return next((kind for part, kind in MAIN_PARTS if part in types), "zip")
    if SPREADSHEET in beginning_of(content, "mimetype") + beginning_of(content, "META-INF/manifest.xml"):
        return "protected" if b"encryption-data" in beginning_of(content, "META-INF/manifest.xml") else "ods"
    return "zip" if listed and not any(holds_workbook(member) for member in listed) else "damaged"


def holds_workbook(member: zipfile.ZipInfo) -> bool:
    """Return whether the member is one that only workbooks have."""
    return member.filename.lower() in {"xl/workbook.xml", "xl/workbook.bin", "[content_types].xml"}


def beginning_of(content: bytes, name: str) -> bytes:
    """Return the first million bytes of a member; nothing where it is missing or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened, opened.open(name) as member:
            return member.read(LARGEST_DIRECTORY_PART)
    except UNREADABLE:
        return b""


def is_bomb(content: bytes, most_bytes: int) -> bool:
    """Return whether the archive would unpack to more than is read."""
    listed = members(content) or []
    if sum(member.file_size for member in listed) > most_bytes:
        return True
    return any(
        member.file_size > RATIO_MATTERS_FROM and member.file_size > LARGEST_RATIO * max(member.compress_size, 1)
        for member in listed
    )


def has_duplicates(content: bytes) -> bool:
    """Return whether two members have one name, so that programs would read different files."""
    names = [member.filename.lower() for member in members(content) or []]
    return len(names) != len(set(names))


def has_macros(content: bytes) -> bool:
    """Return whether the workbook holds a macro project."""
    names = [member.filename.lower() for member in members(content) or []]
    return any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names)
