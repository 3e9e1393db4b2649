"""Fifty sessions that change the month at once: the slowest twentieth, beside the same page written plainly."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import HERE, ROOT, Server, Session, demo_record, server

SESSIONS, ROUNDS = 50, 3
ADDRESS = "month-end-variance"
MOST, MOST_MEGABYTES = 0.2, 300


def slowest_twentieth(served: Server, address: str | None) -> float:
    """Return the 95th percentile of the seconds that a change of month takes when all sessions ask at once."""
    sessions = [Session(served.port) for _ in range(SESSIONS)]
    for session in sessions:
        session.run("month=1")
        session.run("month=1", address)
    seconds: list[float] = []
    with ThreadPoolExecutor(SESSIONS) as pool:
        for month in (2 + number % 2 for number in range(ROUNDS)):
            seconds += pool.map(lambda session, query=f"month={month}": _timed(session, query, address), sessions)
    for session in sessions:
        session.close()
    return quantiles(seconds, n=20)[-1]


def _timed(session: Session, query: str, address: str | None) -> float:
    started = time.perf_counter()
    session.run(query, address)
    return time.perf_counter() - started


def main() -> None:
    """Measure the plain page, then ours, and what our server holds afterwards."""
    with server(HERE / "plain" / "variance.py") as served:
        plain = slowest_twentieth(served, None)
    with demo_record() as database, server(ROOT / "app.py", database) as served:
        ours = slowest_twentieth(served, ADDRESS)
        megabytes = served.megabytes()
    hand_over(
        Ratio(f"{SESSIONS} sessions change the month at once, p95", ours, plain, MOST),
        Ratio(f"memory of the server after {SESSIONS} sessions", megabytes, 1, MOST_MEGABYTES, "MB"),
    )


if __name__ == "__main__":
    main()
