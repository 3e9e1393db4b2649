"""What a page run brings in: the slowest imports, and that nothing heavy is among them."""

from __future__ import annotations

import re
import subprocess
import sys

from benchmarks.ratio import Ratio, hand_over
from benchmarks.session import ROOT

MODULES = (
    "recovery.ui.content",
    "recovery.ui.picker",
    "recovery.ui.frame",
    "recovery.ui.services",
    "recovery.ui.tables",
)
HEAVY = (
    "matplotlib", "openpyxl", "pandera", "plotly.express", "pptx", "scipy", "sklearn",
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
)  # fmt: skip
SHOWN, NESTED = 15, 2  # lines printed; spaces by which importtime indents what an import brings in itself


def main() -> None:
    """List the slowest imports of the page path and count the heavy ones."""
    code = f"import {', '.join(MODULES)}, sys; print('|'.join(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(result.stdout.strip().split("|"))
    times = re.findall(r"import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)", result.stderr)
    top = sorted(((int(total), name) for _, total, indent, name in times if len(indent) <= NESTED), reverse=True)
    for microseconds, name in top[:SHOWN]:
        print(f"  {microseconds / 1000:>8.0f} ms  {name}")
    heavy = [name for name in HEAVY if name in loaded]
    print(f"  heavy on the page path: {', '.join(heavy) or 'none'}")
    hand_over(Ratio("heavy modules on the page path", len(heavy), 1, 0, ""))


if __name__ == "__main__":
    main()
