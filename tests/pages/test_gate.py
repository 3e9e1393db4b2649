from __future__ import annotations

from streamlit.testing.v1 import AppTest

from recovery.settings import ROOT


def test_a_page_file_served_on_its_own_shows_nothing():
    for file in sorted((ROOT / "pages").rglob("*.py")):
        alone = AppTest.from_file(str(file)).run()
        assert not alone.exception
        assert not alone.main.children
