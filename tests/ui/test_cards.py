from __future__ import annotations

from recovery.sentences.key_figure import KeyFigure
from recovery.ui.cards import head, key_figures


def test_a_tone_never_stands_without_a_sign_and_a_word():
    card = key_figures([KeyFigure("Variance", "(£0.8m)", "Adverse", "bad")])
    assert '<dd class="rf-note"><span aria-hidden="true">▼</span> Adverse</dd>' in card


def test_at_most_five_key_figures_show():
    assert key_figures([KeyFigure(str(number), "1") for number in range(7)]).count("<dt>") == 5
    assert key_figures([]) == ""


def test_the_head_has_one_heading_and_is_escaped():
    markup = head("Plan", "A <b>CCG</b>", "It's <i>fine</i>.", illustrative=True)
    assert markup.count("<h1>") == 1
    assert "<b>" not in markup
    assert "<i>" not in markup
    assert "Illustrative" in markup
