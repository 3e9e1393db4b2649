"""Loading: files are read and reconciled, and appended to the record if nothing stands in the way."""

from recovery.loading.loading import load
from recovery.loading.outcome import Outcome
from recovery.loading.previewing import preview

__all__ = ["Outcome", "load", "preview"]
