"""The words for what can be wrong with a file as a file, by rule: what is so, and what to do about it."""

from __future__ import annotations

from typing import Final

from recovery.problems import Problem, Weight

SAVE_AGAIN: Final = "Open it in the program it comes from, save it as an Excel workbook (.xlsx), and load that."

RULES: Final[dict[str, tuple[str, str]]] = {
    "file-empty": ("The file is empty: it has no bytes at all.", "Save the workbook again and load the new file."),
    "file-too-large": (
        "The file has {count:,} bytes; at most {limit:,} are read.",
        "Take out the sheets, pictures and old months that the load does not need.",
    ),
    "file-type-unknown": (
        "A file of this type is not read: its name does not end in {extensions}.",
        "Save it as one of these types and load that file.",
    ),
    "file-not-what-name-says": (
        "The name ends in .{extension}, but the file is {kind}.",
        SAVE_AGAIN,
    ),
    "file-damaged": (
        "The file is damaged or cut off, so that it cannot be read.",
        "Open it in Excel, let it be repaired, check the figures, save it again and load the new file.",
    ),
    "password-protected": (
        "The file is protected by a password, so that it cannot be read.",
        "Save a copy without a password to open it, and load the copy.",
    ),
    "unpacks-too-large": (
        "The file is small but unpacks to more than is read.",
        "Copy the cells that are needed into a new workbook and load that.",
    ),
    "macros": (
        "The workbook holds macros; they were not run and are not needed.",
        "Nothing, if the figures were up to date when it was saved.",
    ),
    "too-many-sheets": (
        "The workbook has {count:,} sheets; at most {limit:,} are read.",
        "Copy the sheets that are needed into a new workbook and load that.",
    ),
    "too-many-rows": (
        "The sheet has {count:,} rows; at most {limit:,} are read.",
        "Delete what stands far below the table, or split the table over several files.",
    ),
    "too-many-cells": (
        "The workbook has more than {limit:,} cells, counting blank ones between those that are filled.",
        "Delete what stands far to the right of or below the table, or split the table over several files.",
    ),
    "too-much-memory": (
        "Reading the file took more memory than it may.",
        "Delete what stands far to the right of or below the tables, or split the workbook.",
    ),
    "too-much-time": (
        "Reading the file took more than {limit:,} seconds.",
        "Copy the tables that are needed into a new workbook and load that.",
    ),
    "reader-not-started": (
        "The machine could not begin to read the file.",
        "Try again in a minute; if it stays so, ask whoever looks after the application.",
    ),
    "reader-ended": (
        "The file could not be read to its end: it is damaged, or a cell stands too far out.",
        "Copy the tables that are needed into a new workbook and load that.",
    ),
    "not-scanned": (
        "The file could not be searched for error cells and formulas without a value.",
        "Check that no cell shows an error, or save the workbook again in Excel and load the new file.",
    ),
    "saved-without-values": (
        "The workbook was saved without calculated values: its formulas have no results to read.",
        "Open it in Excel, recalculate (F9), save it, and load it again.",
    ),
    "error-cell": ("The cell shows an error.", "Mend the formula or type the figure, save, and load again."),
    "formula-without-value": (
        "The cell has a formula without a calculated value.",
        "Open the workbook in Excel, recalculate (F9), save it, and load it again.",
    ),
    "more-error-cells": ("{count:,} more cells of this sheet show an error.", "Mend these as well."),
    "more-formulas-without-value": (
        "{count:,} more formulas of this sheet have no calculated value.",
        "Open the workbook in Excel, recalculate (F9), save it, and load it again.",
    ),
    "no-cells": ("The file has no filled cell on any sheet.", "Check that it is the right file."),
    "text-not-readable": (
        "The text is neither UTF-8 nor Windows text, so that its letters cannot be told.",
        "Save it in Excel as “CSV UTF-8 (comma delimited)” and load that.",
    ),
    "quotes-wrong": (
        "A quotation mark is opened and not closed, or stands where none can.",
        "Close or remove the quotation mark in or before this row, or save the table from Excel again.",
    ),
    "field-too-long": (
        "A field from this row on is longer than any text that belongs in a table.",
        "Look for a quotation mark that is not closed, or save the table from Excel again.",
    ),
    "too-many-fields": (
        "The row has {count} fields, the header has {limit}: what follows the extra one would be in the wrong column.",
        'Put quotation marks round a figure or text that has the separator in it, such as "1,976".',
    ),
    "more-rows-with-too-many-fields": ("{count:,} more rows have more fields than the header.", "Mend these as well."),
}
"""Each rule's message and what to do; names in braces are filled in."""

NOTICES: Final = frozenset({"macros", "not-scanned"})


def file_problem(rule: str, file: str, sheet: str = "", cell: str = "", value: str = "", **words: object) -> Problem:
    """Return the problem of that rule, its message filled in."""
    message, to_do = RULES[rule]
    weight = Weight.NOTICE if rule in NOTICES else Weight.ERROR
    return Problem(rule, message.format(**words), to_do, file, sheet, cell, value, weight=weight)
