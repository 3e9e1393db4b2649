"""The record: every load with its files, rows, problems and findings; only ever added to."""

from recovery.record.entries import Event, EventEntry, Heading, Load, LoadEntry, Receipt, Subject, Submission
from recovery.record.record import Record

__all__ = ["Event", "EventEntry", "Heading", "Load", "LoadEntry", "Receipt", "Record", "Subject", "Submission"]
