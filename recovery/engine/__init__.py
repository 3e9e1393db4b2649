"""The engine: DuckDB, filled from the record and always rebuildable; every figure is a question to it."""

from recovery.engine.engine import Engine

__all__ = ["Engine"]
