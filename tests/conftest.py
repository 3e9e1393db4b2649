from __future__ import annotations

import sys

import pytest
from hypothesis import settings

settings.register_profile("seeded", derandomize=True, deadline=None)
settings.load_profile("seeded")


@pytest.fixture(autouse=True)
def _main_module_is_put_back():
    """Streamlit's AppTest leaves a page as `__main__`, which processes started later would then run."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
