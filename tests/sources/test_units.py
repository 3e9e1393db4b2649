"""The unit that a text states."""

from __future__ import annotations

import pytest

from recovery.money import Unit
from recovery.sources.units import stated_unit, without_unit
from recovery.sources.words import words


@pytest.mark.parametrize(
    ("unit", "texts"),
    [
        (
            Unit.THOUSANDS,
            [
                "£'000",
                "£’000",
                "£ '000",
                "£000",
                "£000s",
                "£'000s",
                "£000's",
                "£k",
                "Plan £k",
                "in thousands",
                "(000)",
                "£ thousand",
                "Figures in £000",
                "Value (£'000s)",
                "'000",
                "thousands",
                "GBP k",
            ],
        ),
        (Unit.MILLIONS, ["£m", "(£m)", "£ million", "£ millions", "in millions", "Plan £mn", "GBP million"]),
        (Unit.POUNDS, ["£", "Plan (£)", "£s", "all figures in pounds", "GBP", "whole pounds"]),
    ],
)
def test_a_unit_is_known_however_it_is_written(unit, texts):
    assert {text: stated_unit(text) for text in texts} == dict.fromkeys(texts, unit)


@pytest.mark.parametrize(
    "text",
    ["£818k over plan", "£5.5m planned", "£8,786 target", "£100,000", "£1.2m", "Fav/(adv)", "", "2018/19", "month 3"],
)
def test_an_amount_or_another_text_states_no_unit(text):
    assert stated_unit(text) is None


@pytest.mark.parametrize(
    "text", ["YTD budget £'000", "YTD budget (£m)", "YTD budget £", "£k YTD budget", "YTD budget in thousands"]
)
def test_a_heading_without_its_unit_is_its_name(text):
    assert [word for word in words(without_unit(text)) if word != "in"] == ["ytd", "budget"]
