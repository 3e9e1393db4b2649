from __future__ import annotations

from decimal import Decimal

from recovery.sentences.programme import board as words


def row(ref, value, ageing="within norm", overdue=0):
    return {"ref": ref, "net_value": Decimal(value), "ageing": ageing, "overdue_milestones": overdue}


ROWS = [row("A", 20_000_000), row("B", 15_000_000, "stuck"), row("C", 100_000, "over norm", 2)]


def test_the_board_opens_with_what_there_is_and_what_wants_attention():
    assert words.answer(ROWS, 1) == ("3 schemes worth £35.1m: 1 waits for you, 1 is stuck, 1 has an overdue milestone.")
    assert words.answer(ROWS * 2, 4) == (
        "6 schemes worth £70.2m: 4 wait for you, 2 are stuck, 2 have an overdue milestone."
    )
    assert words.answer(ROWS[:1], 0) == (
        "1 scheme worth £20.0m: none waits for you, none is stuck, no milestone is overdue."
    )


def test_an_empty_board_says_why():
    assert words.answer([], 0) == "There is no live scheme yet."
    assert words.answer([], 0, narrowed=True) == "No scheme is as you ask: widen the choice above."


def test_key_figures_say_what_is_stuck_and_late():
    value, mine, stuck, over, overdue = words.key_figures(ROWS, 1)
    assert (value.value, mine.value, stuck.value, over.value, overdue.value) == ("£35.1m", "1", "1", "1", "1")
    assert (stuck.note, stuck.tone) == ("£15.0m, over twice the norm", "bad")


def test_what_is_left_out_is_said():
    assert words.left_out(0, 0) == ""
    assert words.left_out(1, 0) == "1 closed scheme is not on the board; the register has every scheme."
    assert words.left_out(2, 1) == (
        "2 closed schemes and 1 withdrawn scheme are not on the board; the register has every scheme."
    )
