from __future__ import annotations

import pytest

from tests.cli.programme.office import Office


@pytest.fixture
def office(tmp_path, capsys):
    return Office(tmp_path, capsys)
