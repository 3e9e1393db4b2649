"""Write the pages of docs/ that come from the code: `python -m docs.generate [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.worked_examples import worked_examples
from recovery.checks.dictionary import data_dictionary
from recovery.measures.methods import methods

HERE = Path(__file__).resolve().parent
GENERATED = {"data-dictionary.md": data_dictionary, "methods.md": methods, "worked-examples.md": worked_examples}


def main(folder: Path) -> None:
    """Write each page into `folder`."""
    for name, make in GENERATED.items():
        (folder / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
