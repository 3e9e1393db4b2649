"""What is written gets through, whatever the other end takes."""

from __future__ import annotations

import io
import sys

from recovery.cli.output import exactly, say, tell


def ascii_stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii")


def test_a_terminal_with_ascii_only_gets_plainer_signs(monkeypatch):
    stream = ascii_stream()
    monkeypatch.setattr(sys, "stdout", stream)
    say("£'000 – 2† × 日")
    stream.flush()
    assert stream.buffer.getvalue() == b"GBP '000 - 2^ x ?\n"


def test_a_file_gets_every_character(monkeypatch):
    stream = ascii_stream()
    monkeypatch.setattr(sys, "stdout", stream)
    exactly("Winter Beds – sustained\n")
    assert stream.buffer.getvalue().decode("utf-8") == "Winter Beds – sustained\n"


def test_a_complaint_is_one_line_on_standard_error(capsys):
    tell("two\nlines")
    assert capsys.readouterr() == ("", "recovery: two lines\n")
