"""Write the pages of docs/ that come from the code: `python docs/generate.py [FOLDER]`."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
