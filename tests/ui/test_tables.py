from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

from recovery.figure import Column, Figure, Mark
from recovery.measures.catalogue import about_column
from recovery.ui.markup import escape
from recovery.ui.tables import plain_table, table
from tests.showing import shown, small

LINE, VARIANCE = Column("line", "Line"), Column("ytd_variance", "YTD variance Fav/(adv)", "money")
HOSTILE = "<img src=x onerror=alert(1)> ![](https://x.test/p.png) \"quoted\" & 'single'"


class Reader(HTMLParser):
    """Reads a table back: its cells in order, and every tag with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data.strip())


def test_headings_say_what_they_head():
    read = Reader(table(shown("position")))
    scopes = [attributes["scope"] for tag, attributes in read.tags if tag == "th"]
    assert scopes == ["col"] * 7 + ["row"] * 10
    region = read.tags[0][1]
    assert region["role"] == "region"
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "Month-end position, table"


def test_money_stands_in_thousands_with_brackets_and_nil_as_a_dash():
    figure = small([("Acute", Decimal(-1_976_000)), ("Other", Decimal(0)), ("None", None)], LINE, VARIANCE)
    texts = Reader(table(figure)).texts
    assert texts == [
        "Small", "£'000", "Line", "YTD variance Fav/(adv)",
        "Acute", "adverse", "(1,976)", "Other", "0", "None", "–",
    ]  # fmt: skip


def test_a_reported_figure_with_another_computed_one_shows_both_and_says_why():
    marks = {(0, "ytd_variance"): Mark(Decimal(-818_000), Decimal(-817_000), "rounding")}
    texts = Reader(table(small([("Total", Decimal(-818_000))], LINE, VARIANCE, marks=marks))).texts
    assert texts[-4:] == [
        "(818)", "†", "computed (817)", "† As reported; the figure its parts give differs by rounding only.",
    ]  # fmt: skip


def test_a_difference_has_another_mark_than_rounding():
    marks = {(0, "ytd_variance"): Mark(Decimal(-818_000), Decimal(-500_000), "difference")}
    texts = Reader(table(small([("Total", Decimal(-818_000))], LINE, VARIANCE, marks=marks))).texts
    assert "*" in texts
    assert texts[-1].startswith("* As reported; its parts give another figure")


def test_nothing_in_a_cell_heading_or_caption_is_read_as_markup():
    figure = small([(HOSTILE, Decimal(1))], Column("line", HOSTILE), VARIANCE)
    read = Reader(table(figure, caption=HOSTILE, note=HOSTILE))
    assert {tag for tag, _ in read.tags} == {"div", "table", "caption", "span", "thead", "tr", "th", "tbody", "td", "p"}
    assert read.texts.count(HOSTILE) == 4
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)


def test_illustrative_figures_are_labelled():
    assert "Illustrative" in Reader(table(small([("Acute", None)], LINE, VARIANCE, illustrative=True))).texts
    assert "Illustrative" not in Reader(table(small([("Acute", None)], LINE, VARIANCE))).texts


def test_a_group_stands_over_its_rows_once():
    columns = (Column("group", "Group"), Column("risk", "Risk"))
    figure = small([("Plan", "A"), ("Plan", "B"), ("QIPP", "C")], *columns)
    assert Reader(table(figure, group="group")).texts == ["Small", "Risk", "Plan", "A", "B", "QIPP", "C"]


def test_hidden_columns_do_not_show():
    assert "(1)" not in "".join(
        Reader(table(small([("Acute", Decimal(-1000))], LINE, VARIANCE), hide=["ytd_variance"])).texts
    )


def test_a_mixed_column_shows_each_cell_by_its_row_s_kind():
    figure = small([("Plan", Decimal(-391_000))], LINE, Column("difference", "Difference", "mixed"))
    of_money = table(figure.__class__(**{**figure.__dict__, "kinds": ("money",)}))
    of_percent = table(
        figure.__class__(**{**figure.__dict__, "kinds": ("percent",), "rows": (("Plan", Decimal("-1.5")),)})
    )
    assert "(391)" in Reader(of_money).texts
    assert "(1.5%)" in Reader(of_percent).texts


def test_a_table_of_texts_has_its_first_cell_as_row_heading():
    read = Reader(plain_table("Problems", ["Cell", "What"], [["C7", "<b>"]]))
    assert read.texts == ["Problems", "Cell", "What", "C7", "<b>"]


def test_a_heading_says_what_its_column_holds_where_the_catalogue_does():
    columns = (Column("line", "Line"), Column("reported_plus_risk", "Plus risk", "money"), Column("own", "Own"))
    shown = table(Figure("forecast", "Forecast", columns, ()))
    assert shown.count(" title=") == 2
    assert f'title="{escape(about_column("forecast", "reported_plus_risk"))}">Plus risk</th>' in shown
