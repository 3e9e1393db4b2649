from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recovery.programme.importing import ImportedScheme, ImportPreview, Outcome
from recovery.sentences.programme import register as words


def row(status):
    return {"status": status, "net_value": Decimal(1_000_000)}


def outcome(kind):
    return ImportedScheme("S1", "A scheme", kind)


def found(*kinds, absent=()):
    return ImportPreview(tuple(map(outcome, kinds)), absent, (), ())


def test_the_register_says_how_many_of_which_kind_on_which_day():
    rows = [row("live"), row("live"), row("closed")]
    assert words.answer(rows, None) == "The register has 3 schemes: 2 live worth £2.0m and 1 closed."
    assert words.answer(rows[:1], None, 2) == (
        "The register has 1 scheme: 1 live worth £1.0m; 2 others are withdrawn, in no total."
    )
    day = dt.date(2018, 7, 30)
    assert words.answer(rows[:1], day) == "As at 30 July 2018 the register had 1 scheme: 1 live worth £1.0m."
    assert words.answer([], day) == "No register had been begun by 30 July 2018."
    moment = dt.datetime(2018, 7, 30, 14, 5, tzinfo=dt.UTC)
    assert words.answer([], moment) == "No register had been begun by 30 July 2018, 14:05 UTC."
    assert words.answer([], None) == "The register has no scheme."


def test_an_import_says_what_it_would_do():
    assert words.preview(found(Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED)) == (
        "Ready to bring in: 1 new and 1 changed; 1 other stays as it is."
    )
    assert (
        words.preview(found(Outcome.UNCHANGED)) == "Nothing would change: 1 scheme of the file, each as it stands here."
    )
    assert words.preview(found(Outcome.NEW, absent=("S9",))) == (
        "Ready to bring in: 1 new. 1 scheme of the register is not in the file and left alone."
    )
    assert words.preview(found(Outcome.REFUSED, Outcome.NEW)) == (
        "1 scheme cannot be brought in; nothing is, until that is mended or they are taken out of the file."
    )
