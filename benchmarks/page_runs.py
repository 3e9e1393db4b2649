"""The server's processor time for one warm page run, over changes of month, beside an empty Streamlit page."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import HERE, ROOT, Server, Session, demo_record, server

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = ("1", "2", "3")
WARM_RUNS, ROUNDS, RUNS_A_ROUND = 9, 5, 12
MOST = 1.5


def milliseconds(served: Server, session: Session, query: str, address: str | None) -> float:
    """Return the median over rounds of the processor milliseconds of a run, months changing from run to run."""
    months = _months()
    for _ in range(WARM_RUNS):
        session.run(query.format(next(months)), address)
    return median(_round(served, session, query, address, months) for _ in range(ROUNDS))


def _round(served: Server, session: Session, query: str, address: str | None, months: Iterator[str]) -> float:
    before = served.cpu_seconds()
    for _ in range(RUNS_A_ROUND):
        session.run(query.format(next(months)), address)
    return (served.cpu_seconds() - before) / RUNS_A_ROUND * 1000


def _months() -> Iterator[str]:
    while True:
        yield from MONTHS


def main() -> None:
    """Measure the empty page, then every page of the product."""
    with server(HERE / "plain" / "empty.py") as served:
        session = Session(served.port)
        empty = milliseconds(served, session, "month={}", None)
    with demo_record() as database, server(ROOT / "app.py", database) as served:
        session = Session(served.port)
        session.run()
        for address in session.pages:
            cost = milliseconds(served, session, "month={}", address)
            hand_over(Ratio(f"warm page run, {address or 'summary'}", cost, empty, MOST, "ms"))


if __name__ == "__main__":
    main()
