"""The template workbook to take away."""

from __future__ import annotations
