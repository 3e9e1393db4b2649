from __future__ import annotations

from recovery.names import name_key


def test_a_name_is_compared_without_case_and_with_single_spaces():
    assert name_key(" Acute\n  SERVICES ") == name_key("acute services") == "acute services"
