"""The demonstration: `data/demo/` loaded month by month, and its savings programme replayed as it happened."""

from recovery.demo.demonstration import ALL, FOLDER, LOADED_BY, Demonstrated, holds_others, load_all, load_demo
from recovery.demo.manifest import DemoFile, Manifest, manifest

__all__ = [
    "ALL",
    "FOLDER",
    "LOADED_BY",
    "DemoFile",
    "Demonstrated",
    "Manifest",
    "holds_others",
    "load_all",
    "load_demo",
    "manifest",
]
