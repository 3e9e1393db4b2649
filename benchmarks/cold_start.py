"""From starting the server to the first chart, beside an empty Streamlit page to its title."""

from __future__ import annotations

import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import HERE, ROOT, Session, demo_record, server

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROUNDS = 3
MOST = 3.0
MOST_OPENINGS = 3  # the first address asked of a fresh server is opened again by the page itself
ADDRESS = "month-end-variance"


def look(element: str, seen: list[bool], message: ForwardMsg) -> bool:
    """Note whether a message brings such an element."""
    seen.append(message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") == element)
    return seen[-1]


def seconds(script: Path, element: str, address: str | None = None, database: Path | None = None) -> float:
    """Return the seconds from the start of the server to the first such element of the page asked for."""
    started = time.perf_counter()
    with server(script, database) as served:
        for _ in range(MOST_OPENINGS):
            seen: list[bool] = []
            Session(served.port).run(address=address, stop_at=partial(look, element, seen))
            if seen[-1]:
                return time.perf_counter() - started
    raise RuntimeError(f"{script.name} never showed a {element}.")


def main() -> None:
    """Measure both, one after the other, a few times."""
    with demo_record() as database:
        empty = [seconds(HERE / "plain" / "empty.py", "heading") for _ in range(ROUNDS)]
        ours = [seconds(ROOT / "app.py", "plotly_chart", ADDRESS, database) for _ in range(ROUNDS)]
    hand_over(Ratio("cold start to the first chart", median(ours), median(empty), MOST))


if __name__ == "__main__":
    main()
