"""What a file is, told from its bytes and never from its name."""

from __future__ import annotations

import re
from typing import Final

from recovery.sources import archive, compound

READABLE: Final = {
    "xlsx": "an Excel workbook (.xlsx)",
    "xlsm": "an Excel workbook with macros (.xlsm)",
    "xlsb": "a binary Excel workbook (.xlsb)",
    "xls": "an Excel 97–2003 workbook (.xls)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "csv": "a text file (.csv)",
}
"""The kinds that are read, by their extension."""

OTHERS: Final = {
    "damaged": "a damaged workbook or archive",
    "protected": "a password-protected Office file",
    "template": "an Excel template",
    "word": "a Word document",
    "powerpoint": "a PowerPoint presentation",
    "zip": "a zip archive, but not a workbook",
    "compound": "an older Office file, but not a workbook",
    "old-excel": "a workbook of Excel 4 or older",
    "html": "a web page (HTML)",
    "xml": "an XML file",
    "pdf": "a PDF",
    "rtf": "a rich text document",
    "unicode": "a text file in UTF-16 (“Unicode text”)",
    "binary": "neither a workbook nor a text file",
}
"""The kinds that are known, so that a message can name them, but not read."""

KINDS: Final = READABLE | OTHERS

BEGINNINGS: Final = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xfe", "unicode"),
    (b"\xfe\xff", "unicode"),
    (b"\x09\x00\x04\x00", "old-excel"),
    (b"\x09\x02\x06\x00", "old-excel"),
    (b"\x09\x04\x06\x00", "old-excel"),
    (b"\x09\x08", "old-excel"),
)
WEB_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div)\b", re.IGNORECASE)


def kind_of(content: bytes) -> str:
    """Return the kind of a file with something in it: a key of KINDS."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return archive.kind_of(content)
    if content.startswith(compound.SIGNATURE):
        return compound.kind_of(content)
    return next((kind for start, kind in BEGINNINGS if content.startswith(start)), "") or kind_of_text(content)


def kind_of_text(content: bytes) -> str:
    """Return the kind of a file without a telling first byte."""
    if b"\x00" in content:
        return "binary"
    beginning = content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if WEB_PAGE.match(beginning):
        return "html"
    if beginning.startswith(b"<?xml"):
        return "html" if WEB_PAGE.search(beginning) else "xml"
    return "csv"
