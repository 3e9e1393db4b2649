"""Arguments as the rest of the program takes them; what makes no sense is a UsageError."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recovery.errors import UsageError
from recovery.money import Unit
from recovery.period import FinancialYear, check_month
from recovery.record import Record
from recovery.settings import settings
from recovery.sources.dates import date_of
from recovery.sources.definitions import dataset_named
from recovery.sources.options import Options
from recovery.sources.register.texts import cell_text
from recovery.sources.scores import CHOICES as LIKELIHOODS
from recovery.sources.workbook import SourceFile

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

SIGNS: Final = ("favourable", "adverse")


def record(arguments: argparse.Namespace) -> Record:
    """Return the record that is asked for, or the setting's."""
    return Record(arguments.db or settings().database)


def files(names: Sequence[str]) -> list[SourceFile]:
    """Read files as they are."""
    return [SourceFile(Path(name).name, _content(Path(name))) for name in names]


def _content(path: Path) -> bytes:
    if not path.exists():
        raise UsageError(f"There is no file {path}.")
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name the files in it.")
    limit = settings().maximum_file_bytes
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)  # one byte more than is taken, so that the reader says it is too large
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error


def options(arguments: argparse.Namespace) -> Options:
    """Return what the person says where a file leaves a choice."""
    if arguments.dataset:
        dataset_named(arguments.dataset)
    if arguments.variance_sign not in ("", *SIGNS):
        raise UsageError(f"'{arguments.variance_sign}' is not a sign: choose favourable or adverse.")
    if arguments.likelihood not in ("", *LIKELIHOODS):
        raise UsageError(f"'{arguments.likelihood}' is not what a likelihood can be: choose score or percent.")
    pairs = [text.rpartition("=")[::2] for text in arguments.unit]
    general = [unit(text) for dataset, text in pairs if not dataset]
    return Options(
        dataset=arguments.dataset,
        unit=general[-1] if general else None,
        units={dataset_named(dataset).name: unit(text) for dataset, text in pairs if dataset},
        variance_sign=arguments.variance_sign,
        likelihood=arguments.likelihood,
        sheets=tuple(arguments.sheet),
        year=year(arguments.year),
        month=month(arguments.month),
        only=text(arguments.only).strip(),
    )


def unit(text: str) -> Unit:
    """Return a unit by its name."""
    if text not in tuple(Unit):
        raise UsageError(f"'{text}' is not a unit: choose one of {', '.join(Unit)}.")
    return Unit(text)


def year(text: str | None) -> FinancialYear | None:
    """Return a financial year, None where none is given."""
    return FinancialYear.parse(text) if text else None


def month(text: str | None) -> int | None:
    """Return a month of the financial year, None where none is given."""
    return check_month(whole(text, "month")) if text else None


def day(text: str) -> dt.date:
    """Return a day, as 2018-07-30 or 30/07/2018."""
    found = date_of(text)
    if found is None:
        raise UsageError(f"'{text}' is not a date: write it as 2018-07-30.")
    return found


def moment(text: str) -> dt.date:
    """Return a day, or a moment in UTC where a time of day is given, such as 2018-07-30T16:30."""
    day_text, _, time = text.strip().replace("T", " ").partition(" ")
    if not time:
        return day(text)
    try:
        return dt.datetime.combine(day(day_text), dt.time.fromisoformat(time.strip()), tzinfo=dt.UTC)
    except ValueError:
        raise UsageError(f"'{time}' is not a time of day: write the moment as 2018-07-30T16:30.") from None


def text(words: str) -> str:
    """Return what was typed, without characters that cannot be kept."""
    return cell_text(words)


def whole(text: str, what: str) -> int:
    """Return a whole number."""
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"'{text}' is not a {what}: write a whole number.")
    return int(text)
