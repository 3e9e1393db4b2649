"""Write the pages of docs/ that come from the code: `python docs/generate.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
