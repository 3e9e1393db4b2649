"""`verify`: whether the record is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Say what is wrong with the record; status 1 if anything is."""
    record = given.record(arguments)
    problems = record.verify()
    for problem in problems:
        say(problem)
    if not problems:
        say(f"The record is whole: {len(record.loads())} loads, newest change {record.newest_change()}.")
    return 1 if problems else 0
