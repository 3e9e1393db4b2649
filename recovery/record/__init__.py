"""The record: every load with its files, rows, problems and findings; only ever added to."""

from recovery.record.entries import Heading, Load, LoadEntry, Receipt, Submission
from recovery.record.record import Record

__all__ = ["Heading", "Load", "LoadEntry", "Receipt", "Record", "Submission"]
