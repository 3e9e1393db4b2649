"""What moved between two months or submissions: each measure as a bridge with its causes."""

from recovery.measures.moves.figure import movement

__all__ = ["movement"]
