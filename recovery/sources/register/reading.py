"""A register from a file, whichever way it is laid out; nothing in a file raises."""

from __future__ import annotations

from recovery.sources.opening import open_workbook
from recovery.sources.options import Options
from recovery.sources.register.given import GivenRegister
from recovery.sources.register.own_layout import is_ours
from recovery.sources.register.own_register import read_own
from recovery.sources.register.peoples_register import read_peoples
from recovery.sources.register.wording import Wording
from recovery.sources.workbook import SourceFile, Workbook


def read_register(file: SourceFile, options: Options, wording: Wording) -> GivenRegister:
    """Return the schemes that a file gives, with everything in it that does not convert as a problem."""
    return read_opened(open_workbook(file), options, wording)


def read_opened(workbook: Workbook, options: Options, wording: Wording) -> GivenRegister:
    """Return the schemes of a workbook that is open already."""
    if not workbook.sheets:
        return GivenRegister(workbook.file.name, (), workbook.problems)
    return read_own(workbook, options, wording) if is_ours(workbook) else read_peoples(workbook, options, wording)
