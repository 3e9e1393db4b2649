"""`demo`: the demonstration organisation, published figures and marked invented ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery.cli import given
from recovery.cli.output import say
from recovery.demo import load_demo

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Load the demonstration, or say that it is there."""
    receipts = load_demo(given.record(arguments))
    tables = sum(len(receipt.submission_ids) for receipt in receipts)
    if receipts:
        say(f"Demonstration loaded: {tables} tables in {len(receipts)} loads.")
    else:
        say("The demonstration organisation is already in the record; nothing was changed.")
    return 0
