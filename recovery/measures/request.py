"""What a figure is made from: the view, whether it is re-added, and the submissions and register behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recovery.engine import queries
from recovery.engine.kept import KEPT, Register, kept_register, loaded_register
from recovery.errors import NothingLoaded, UsageError
from recovery.figure import Cell, Column, Figure, Mark
from recovery.programme.as_at import told
from recovery.sources.definitions import Field, datasets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from recovery.engine.queries import Asks
    from recovery.view import View

REGISTER: Final = "schemes"


@dataclass(frozen=True)
class Source:
    """One submission behind a view, or the register kept in the app (id KEPT); `fields` are those that it has."""

    id: int
    dataset: str
    month: int | None
    illustrative: bool
    fields: frozenset[str]


@dataclass(frozen=True)
class Request:
    """One figure as it is asked for, with the submissions that hold, by dataset."""

    name: str
    title: str
    engine: Asks
    view: View
    computed: bool
    sources: Mapping[str, Source]
    kept: Register | None = None
    since: Request | None = None
    """The same figure at the month or submission that a movement is reckoned from; None: the month before."""

    @property
    def register(self) -> Register:
        """Return the register behind the view, be it kept or loaded; one without an id where there is none."""
        submission = self.id_of(REGISTER)
        return self.kept if self.kept and submission == KEPT else loaded_register(self.view, submission)

    def need_kept(self) -> Register:
        """Return the kept register, or raise NothingLoaded."""
        if not self.register.is_kept:
            raise NothingLoaded(
                f"{self.title}: no schemes are kept here for {self.view.organisation}, {self.view.title}. "
                "Begin a scheme on the board, or bring a register in."
            )
        return self.register

    def need(self, dataset: str) -> Source:
        """Return the submission of a dataset, or raise NothingLoaded."""
        if dataset not in self.sources:
            raise NothingLoaded(nothing(self.title, (dataset,), self.view))
        return self.sources[dataset]

    def id_of(self, dataset: str) -> int | None:
        """Return the id of a dataset's submission, None where nothing is loaded."""
        source = self.sources.get(dataset)
        return source.id if source else None

    def figure(  # noqa: PLR0913 - each is asked for by its name
        self,
        columns: Iterable[Column],
        rows: Iterable[Iterable[Cell]],
        *,
        kinds: Iterable[str] | None = None,
        flows: Iterable[str] = (),
        marks: Mapping[tuple[int, str], Mark] | None = None,
        used: Collection[Source] = (),
    ) -> Figure:
        """Return the finished figure; `used` are the submissions it was built from."""
        shown = tuple(tuple(row) for row in rows)
        return Figure(
            name=self.name,
            title=self.title,
            columns=tuple(columns),
            rows=shown,
            kinds=("line",) * len(shown) if kinds is None else tuple(kinds),
            marks=marks or {},
            submissions=tuple(sorted({source.id for source in used if source.id != KEPT})),
            illustrative=any(source.illustrative for source in used),
            flows=tuple(flows),
        )


def actuals_of(request: Request) -> list[Source]:
    """Return the submissions that the year's activity actuals come from: each month may have come with another."""
    return [
        Source(number, dataset, None, illustrative, frozenset())
        for number, illustrative, dataset in queries.activity_actual_submissions(request.engine, request.view)
    ]


def returns_of(request: Request) -> list[Source]:
    """Return the submissions of the national activity return that are compared: of this year and the one before."""
    return [
        Source(number, "activity-return", None, illustrative, frozenset())
        for number, illustrative in queries.return_submissions(request.engine, request.view)
    ]


def all_behind(request: Request) -> list[Source]:
    """Return every submission behind a view, the kept register with them, or raise NothingLoaded."""
    single = [source for name, source in request.sources.items() if datasets()[name].period != "rows"]
    found = {source.id: source for source in (*single, *actuals_of(request), *returns_of(request))}
    if not found:
        raise NothingLoaded(nothing(request.title, tuple(datasets()), request.view))
    return sorted(found.values(), key=lambda source: source.id)


def nothing(title: str, wanted: Collection[str], view: View) -> str:
    """Return the message that a figure has nothing behind it, and what to load."""
    if view.as_at:
        return f"{title}: there is nothing of {view.organisation} as at {told(view.as_at)}."
    return f"{title}: nothing is loaded for {view.organisation}, {view.title}. Load the {_either(wanted)} first."


def lacking(title: str, what: str, wanted: Collection[str], view: View) -> str:
    """Return the message that nothing that is loaded has what a figure needs, and where it would stand."""
    return (
        f"{title}: nothing that is loaded for {view.organisation}, {view.title} has {what}. "
        f"It would stand in the {_either(wanted)}."
    )


def _either(wanted: Collection[str]) -> str:
    return " or ".join(f"{datasets()[dataset].title.lower()} ({dataset})" for dataset in wanted)


def request_of(  # noqa: PLR0913 - each is asked for by its name
    name: str, title: str, engine: Asks, view: View, *, computed: bool = False, submission: int | None = None
) -> Request:
    """Return the request for a figure, with everything that stands behind it in a view."""
    kept = kept_register(engine, view)
    return Request(name, title, engine, view, computed, _sources(engine, view, kept, submission), kept)


def sources_of(engine: Asks, view: View, submission: int | None = None) -> dict[str, Source]:
    """Return the submissions behind a view by dataset; `submission` takes the place of its dataset's own.

    A register that is kept in the app goes before one that was loaded.
    """
    return _sources(engine, view, kept_register(engine, view), submission)


def _sources(engine: Asks, view: View, kept: Register | None, submission: int | None) -> dict[str, Source]:
    found = {source.dataset: source for source in map(_source, queries.current_submissions(engine, view))}
    if kept:
        fields = frozenset(field.name for field in datasets()[REGISTER].fields)
        found[REGISTER] = Source(KEPT, REGISTER, None, kept.illustrative, fields)
    elif REGISTER in found and _is_later(found[REGISTER], view):
        del found[REGISTER]
    if submission is not None:
        rows = queries.submission(engine, view.organisation, submission)
        if not rows:
            raise UsageError(f"{view.organisation} has no submission {submission}.")
        found[rows[0][1]] = _source(rows[0])
    return found


def _is_later(register: Source, view: View) -> bool:
    """Return whether a loaded register is of a month that had not ended by the day that is asked for.

    A moment asks for what the record had of the kept register, which a loaded one cannot stand in for.
    """
    if view.as_at is None or isinstance(view.as_at, dt.datetime):
        return view.as_at is not None
    return register.month is not None and view.as_at < view.year.month_end(register.month)


def _source(row: tuple[int, str, int | None, bool, list[str]]) -> Source:
    number, dataset, month, illustrative, fields = row
    return Source(number, dataset, month, illustrative, frozenset(fields))


def column_of(field: Field, view: View) -> Column:
    """Return a definition's field as a figure's column, with the years it speaks of."""
    kind = field.kind if field.is_number else "number" if field.kind in {"stage", "month", "year"} else "text"
    return Column(field.name_in(view.year), field.heading_in(view.year), kind)
