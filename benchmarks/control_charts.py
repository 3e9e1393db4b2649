"""All control charts of the activity page, from question to finished figure, beside drawing the same from constants."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import demo_record
from recovery.charts.control import small
from recovery.charts.style import Drawing, framed
from recovery.engine import Engine
from recovery.measures.figures import figure
from recovery.period import FinancialYear
from recovery.record import Record
from recovery.rows import text
from recovery.sentences.activity_signals import by_measure
from recovery.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

VIEW = View("06H", FinancialYear(2018), 3)
WARM_ROUNDS, ROUNDS = 5, 25
MOST = 1.5
Constant = tuple[list[Any], dict[str, Any]]


def charts(engine: Engine) -> list[Drawing]:
    """Return every measure's chart, worked out anew."""
    measures = by_measure(figure("spc", engine, VIEW))
    return [small(rows, text(rows[-1], "unit")) for rows in measures.values()]


def constants(drawn: list[Drawing]) -> list[Constant]:
    """Return what the same charts are drawn from, as plain lists and numbers."""
    plain = [one.to_plotly_json() for one in drawn]
    layouts = [{key: value for key, value in one["layout"].items() if key != "template"} for one in plain]
    return [(one["data"], layout) for one, layout in zip(plain, layouts, strict=True)]


def draw(held: list[Constant]) -> list[Drawing]:
    """Return the charts drawn from constants."""
    return [framed(data, **layout) for data, layout in held]


def main() -> None:
    """Measure both in turn, so that whatever else the machine does meets both."""
    with demo_record() as database:
        engine = Engine(Record(str(database)))
        held = constants(charts(engine))
        ours, theirs = [], []
        for number in range(WARM_ROUNDS + ROUNDS):
            mine, plain = _seconds(lambda: charts(engine)), _seconds(lambda: draw(held))
            if number >= WARM_ROUNDS:
                ours.append(mine)
                theirs.append(plain)
    hand_over(Ratio(f"{len(held)} control charts, beside drawing constants", median(ours), median(theirs), MOST))


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
