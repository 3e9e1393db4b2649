"""Triangulation: whether the financial plan, the targets, the register and activity tell one story, area by area."""
