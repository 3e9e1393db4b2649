"""Events of kept schemes as the record would give them, small enough to work through by hand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

from recovery.programme.scheme import ProfileMonth, Scheme
from recovery.programme.scheme_json import canonical, to_data
from recovery.record import EventEntry, Subject

ORGANISATION, YEAR = "X01", 2018
BEGUN = dt.date(2018, 4, 2)


def scheme(ref: str = "Q1", **given: Any) -> Scheme:
    """A scheme of £120,000 in Acute without anything that can be rated."""
    whole = Scheme(ref=ref, title=f"Scheme {ref}", area="Acute", net_value=Decimal(120_000))
    return replace(whole, **given)


def profile(plan: Any, actuals: Any = (), forecasts: Any = (), *, recurrent: bool = True) -> tuple[ProfileMonth, ...]:
    """Twelve months of one plan each; actuals from April on, forecasts up to March."""
    months = []
    for month in range(1, 13):
        actual = actuals[month - 1] if month <= len(actuals) else None
        place = month - 13 + len(forecasts)
        forecast = forecasts[place] if place >= 0 else None
        amounts = [None if amount is None else Decimal(amount) for amount in (plan, actual, forecast)]
        months.append(ProfileMonth(month, *amounts, recurrent))
    return tuple(months)


class Happening:
    """Writes down what happens, one change after the other, to schemes of one organisation and year."""

    def __init__(self, organisation: str = ORGANISATION, year: int = YEAR) -> None:
        self.organisation, self.year = organisation, year
        self.versions: Counter[Subject] = Counter()
        self.change = 0
        self.events: list[EventEntry] = []

    def begin(self, case: Scheme, stage: int = 0, on: dt.date = BEGUN, **more: Any) -> EventEntry:
        """A scheme comes in at a stage."""
        return self.happens(case.ref, "brought in", on, scheme=case, stage=stage, status="live", **more)

    def edit(self, case: Scheme, on: dt.date, **more: Any) -> EventEntry:
        """A scheme is given a new case."""
        return self.happens(case.ref, "edited", on, scheme=case, **more)

    def approve(self, ref: str, approval: str, on: dt.date, **more: Any) -> EventEntry:
        """An approval is given on the newest version."""
        newest = self.versions[Subject(self.organisation, self.year, "scheme", ref)]
        body: dict[str, Any] = {"evidence": "Minutes", "conditions": [], "ticks": [], "case_version": newest}
        return self.happens(ref, "approved", on, approval=approval, **body | more)

    def move(self, ref: str, to: int, on: dt.date) -> EventEntry:
        """A scheme passes to another stage."""
        return self.happens(ref, "moved", on, **{"from": to - 1, "to": to})

    def happens(  # noqa: PLR0913 - each is asked for by its name
        self, key: str, kind: str, on: dt.date, *, subject_kind: str = "scheme", by: str = "pmo@x.example",
        reason: str = "", illustrative: bool = False, **body: Any,
    ) -> EventEntry:  # fmt: skip
        """Anything at all."""
        if isinstance(body.get("scheme"), Scheme):
            body["scheme"] = to_data(body["scheme"])
        year = self.year if subject_kind == "scheme" else 0
        subject = Subject(self.organisation, year, subject_kind, key)
        self.versions[subject] += 1
        self.change += 1
        entry = EventEntry(
            subject=subject, version=self.versions[subject], kind=kind, effective_on=on, reason=reason,
            body=canonical(body), illustrative=illustrative, change=self.change,
            at=dt.datetime(2018, 4, 2, 9, tzinfo=dt.UTC) + dt.timedelta(minutes=self.change), by=by, via="page",
        )  # fmt: skip
        self.events.append(entry)
        return entry
