from __future__ import annotations

import sys

import pytest

from recovery.cli import serve_command
from recovery.cli.main import main
from recovery.settings import LOOPBACK

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what is to be refused
AUTH = '[auth]\nclient_id = "one"\ncookie_secret = "long enough to be a secret"\n'


@pytest.fixture
def started(monkeypatch):
    """Catch the web server's command line in place of becoming it."""
    lines: list[list[str]] = []

    def become(line: list[str]) -> int:
        lines.append(line)
        return 0

    monkeypatch.setattr(serve_command, "_become", become)
    return lines


@pytest.fixture(autouse=True)
def secrets(tmp_path, monkeypatch):
    file = tmp_path / "secrets.toml"
    monkeypatch.setattr(serve_command, "usual_places", lambda: [file])
    return file


@pytest.mark.parametrize("address", [EVERYWHERE, "::", "192.0.2.7", "finance.example", "127.0.0.1.example", ""])
def test_without_sign_in_an_address_that_others_reach_is_refused_before_anything_starts(started, capsys, address):
    assert main(["serve", "--address", address]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("recovery: Nobody signs in here")
    assert "docs/operations.md" in line
    assert started == []


@pytest.mark.parametrize("address", LOOPBACK)
def test_without_sign_in_this_machine_is_served(started, address):
    assert main(["serve", "--address", address, "--port", "8600"]) == 0
    (line,) = started
    assert line[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert line[line.index("--server.address") + 1] == address
    assert line[line.index("--server.port") + 1] == "8600"


def test_with_sign_in_any_address_is_served(started, secrets):
    secrets.write_text(AUTH, encoding="utf-8")
    assert main(["serve", "--address", EVERYWHERE]) == 0
    assert len(started) == 1


def test_a_file_that_is_named_counts_in_place_of_the_usual_ones(started, secrets, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(AUTH, encoding="utf-8")
    assert main(["serve", "--address", EVERYWHERE, "--secrets", str(own)]) == 0
    assert started[0][-2:] == ["--secrets.files", str(own)]
    secrets.write_text(AUTH, encoding="utf-8")
    own.write_text("[elsewhere]\nx = 1\n", encoding="utf-8")
    assert main(["serve", "--address", EVERYWHERE, "--secrets", str(own)]) == 2


@pytest.mark.parametrize("text", ["[auth]\n", "[other]\nclient_id = 'one'\n", ""])
def test_a_file_without_a_filled_auth_section_is_no_sign_in(started, secrets, text):
    secrets.write_text(text, encoding="utf-8")
    assert main(["serve", "--address", EVERYWHERE]) == 2
    assert started == []


def test_a_file_that_cannot_be_read_or_is_not_there_is_wrong_usage(started, secrets, tmp_path, capsys):
    secrets.write_text("[auth", encoding="utf-8")
    assert main(["serve", "--address", EVERYWHERE]) == 2
    assert "secrets.toml cannot be read as TOML" in capsys.readouterr().err
    assert main(["serve", "--secrets", str(tmp_path / "nowhere.toml")]) == 2
    assert started == []
