"""`demo`: the demonstration organisation, published figures and marked invented ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say
from recovery.demo import holds_others, load_all, load_demo

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Load the demonstration, or say that it is there."""
    record = given.record(arguments)
    if arguments.if_empty and holds_others(record):
        say("The record holds other loads; nothing was changed.")
        return 0
    done = load_all(record) if arguments.all else [load_demo(record)]
    receipts = [receipt for one in done for receipt in one.receipts]
    tables = sum(len(receipt.submission_ids) for receipt in receipts)
    changes = sum(one.changes for one in done)
    if receipts or changes:
        programme = f" and {changes} changes of the savings programme" if changes else ""
        say(f"Demonstration loaded: {tables} tables in {len(receipts)} loads{programme}.")
    else:
        say("The demonstration organisation is already in the record; nothing was changed.")
    return 0
