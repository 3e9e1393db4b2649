"""Write the pages of docs/ that come from the code: `python -m docs.generate [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from recovery.checks.dictionary import data_dictionary
from recovery.measures.methods import methods

HERE = Path(__file__).resolve().parent


def main(folder: Path) -> None:
    """Write every generated page into a folder."""
    (folder / "methods.md").write_text(methods(), encoding="utf-8")
    (folder / "data-dictionary.md").write_text(data_dictionary(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
