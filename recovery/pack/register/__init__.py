"""The whole scheme register as a workbook that loads back unchanged."""

from recovery.pack.register.workbook import register_workbook

__all__ = ["register_workbook"]
