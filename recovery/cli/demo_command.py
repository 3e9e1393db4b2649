"""`demo`: the demonstration organisation, published figures and marked invented ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say
from recovery.demo import holds_others, load_demo

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Load the demonstration, or say that it is there."""
    record = given.record(arguments)
    if arguments.if_empty and holds_others(record):
        say("The record holds other loads; nothing was changed.")
        return 0
    receipts = load_demo(record)
    tables = sum(len(receipt.submission_ids) for receipt in receipts)
    if receipts:
        say(f"Demonstration loaded: {tables} tables in {len(receipts)} loads.")
    else:
        say("The demonstration organisation is already in the record; nothing was changed.")
    return 0
