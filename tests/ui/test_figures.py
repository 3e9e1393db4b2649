from __future__ import annotations

from decimal import Decimal

from recovery.figure import Column, Mark
from recovery.ui.figures import as_loaded, if_loaded, in_order, month_before, only
from tests.engine.filled import FilledEngine, Loaded
from tests.showing import VIEW, engine, shown, small
from tests.spec import published_tables as published

COLUMNS = (Column("line", "Line"), Column("amount", "Amount", "money"))


def test_a_figure_that_nothing_stands_behind_is_none():
    nothing = FilledEngine()
    assert if_loaded("position", nothing, VIEW) is None
    assert if_loaded("position", engine(), VIEW) == shown("position")


def test_the_month_before_is_none_where_it_has_no_submission_of_its_own():
    assert month_before("position", engine(), VIEW, shown("position")) is None
    yearly = FilledEngine(Loaded(published.position()))
    now = if_loaded("position", yearly, VIEW)
    assert now is not None
    assert month_before("position", yearly, VIEW, now) is None


def test_chosen_rows_keep_their_marks():
    mark = Mark(Decimal(1), Decimal(2), "rounding")
    figure = small([("A", Decimal(0)), ("B", Decimal(1))], *COLUMNS, marks={(1, "amount"): mark})
    chosen = only(figure, [1], "Chosen")
    assert chosen.rows == (("B", Decimal(1)),)
    assert chosen.marks == {(0, "amount"): mark}
    assert chosen.title == "Chosen"


def test_columns_take_another_order():
    turned = in_order(small([("A", Decimal(0))], *COLUMNS), ["amount", "line"])
    assert turned.rows == ((Decimal(0), "A"),)
    assert [column.name for column in turned.columns] == ["amount", "line"]


def test_a_table_is_shown_as_it_was_loaded():
    loaded = as_loaded(published.position(), VIEW)
    assert loaded.rows[1][:4] == ("Acute Services", Decimal(150_553_000), Decimal(152_529_000), Decimal(-1_976_000))
    assert loaded.kinds[-1] == "net"
