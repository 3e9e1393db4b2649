"""Run the benchmarks one after the other and print one table of ratios: `python -m benchmarks.run [NAME…]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.ratio import Ratio, taken_over

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = (
    "reading",
    "simulation",
    "returns",
    "append_and_take_over",
    "page_runs",
    "fifty_sessions",
    "browser_filter",
    "cold_start",
    "imports",
    "control_charts",
)


def main(names: list[str]) -> int:
    """Return 0 if every script ran and every ratio holds, else 1."""
    found: list[Ratio] = []
    failed = [name for name in names if not _run(name, found)]
    print(f"\n{'benchmark':<62}{'ours':>10}{'theirs':>10}{'ratio':>8}{'limit':>8}")
    for ratio in found:
        word = "" if ratio.holds else "  over the limit"
        theirs = "" if ratio.theirs == 1 else f"{ratio.theirs:.3g} {ratio.unit}"
        ours = f"{ratio.ours:.3g} {ratio.unit}"
        print(f"{ratio.name:<62}{ours:>10}{theirs:>10}{ratio.value:>8.3g}{ratio.limit:>8.3g}{word}")
    if failed:
        print(f"Did not run: {', '.join(failed)}")
    return int(bool(failed) or not all(ratio.holds for ratio in found))


def _run(name: str, found: list[Ratio]) -> bool:
    print(f"{name} …", flush=True)
    result = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    ratios = taken_over(result.stdout)
    found += ratios
    others = [line for line in result.stdout.splitlines() if not line.startswith('{"name"')]
    print("\n".join(others), end="\n" if others else "")
    return result.returncode == 0 and bool(ratios)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(SCRIPTS)))
