from __future__ import annotations

from decimal import Decimal

from recovery.period import FinancialYear
from recovery.programme.configuration import programmes
from recovery.ui.programme.cards import Board, board
from recovery.view import View
from tests.ui.programme.building import HOSTILE

VIEW = View("99X", FinancialYear(2018), 3)
PROGRAMME = programmes()["qipp"] if "qipp" in programmes() else next(iter(programmes().values()))


def row(ref="S1", stage=0, **more):
    return {
        "ref": ref, "scheme": "Lighter prescribing", "area": "Prescribing", "workstream": "", "lead": "Lee Lead",
        "stage": stage, "stage_name": "", "status": "live", "net_value": Decimal(1_250_000), "rag": "Red",
        "days_in_stage": 50, "norm_days": 42, "ageing": "over norm", "overdue_milestones": 2, "next_milestone": "",
        "waiting_for": "Finance review", "stands_in_the_way": "No SRO is named", **more,
    }  # fmt: skip


def drawn(*rows, mine=()):
    return board(Board(PROGRAMME, VIEW, rows, mine))


def test_a_card_says_what_monday_s_meeting_asks_and_opens_the_scheme():
    html = drawn(row())
    assert 'href="scheme?org=99X&amp;year=2018%2F19&amp;month=3&amp;ref=S1">Lighter prescribing</a>' in html
    assert "£1.25m" in html
    assert "rf-rag-red" in html
    assert "▼" in html.split("Red")[0][-60:]
    assert "50 days, norm 42" in html
    assert "Over norm" in html
    assert "2 overdue milestones" in html
    assert "In the way:</span> No SRO is named" in html
    assert "Waits for:</span> Finance review" in html
    assert "S1" in html.split("</h3>")[1][:60]


def test_columns_stand_by_stage_with_count_and_value():
    html = drawn(row(), row("S2"), row("S3", 3))
    stages = html.split("<details")[1:]
    assert len(stages) == len(PROGRAMME.stages)
    assert "2 schemes, £2.5m" in stages[0]
    assert "No schemes" in stages[1]
    assert "1 scheme, £1.3m" in stages[3]


def test_what_waits_for_the_reader_stands_first_and_then_the_longest_over_their_norm():
    html = drawn(row("S1", days_in_stage=10), row("S2", days_in_stage=90), row("S3", days_in_stage=1), mine={"S3"})
    assert html.index("ref=S3") < html.index("ref=S2") < html.index("ref=S1")
    assert html.count("Waits for you:") == 1


def test_a_hostile_title_stays_text():
    html = drawn(row(ref='S"1', scheme=HOSTILE, lead=HOSTILE, area=HOSTILE, stands_in_the_way=HOSTILE, rag=HOSTILE))
    assert "<b>x" not in html
    assert html.count("&lt;b&gt;x&lt;/b&gt;") == 3
    assert "ref=S%221" in html


def test_a_full_column_says_how_many_more_there_are():
    html = drawn(*(row(f"S{number}") for number in range(115)))
    assert html.count("<article") == 110
    assert "<summary>105 more schemes</summary>" in html
    assert "5 others not shown: narrow the choice." in html
