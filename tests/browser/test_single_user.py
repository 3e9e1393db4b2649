"""Single-user mode: this machine only, said on every page, refused elsewhere whatever way the server was started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.providing import provide, serve_with_sign_in
from tests.browser.served import ROOT, Served, free_port, wait_until_healthy

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what is to be refused
EVERY = pytest.param(["--server.address", EVERYWHERE], id="all")
NONE = pytest.param(["--server.address", ""], id="unset", marks=pytest.mark.campaign)
FORWARDED_HOST = pytest.param({"X-Forwarded-Host": "finance.example"}, marks=pytest.mark.campaign)
REFUSED = "Nobody signs in here"
SECONDS = 60


def start(*command: str, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *command], cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def test_serve_refuses_every_other_address_with_one_line_and_status_2():
    with start("recovery", "serve", "--address", EVERYWHERE, "--port", str(free_port())) as refused:
        said, _ = refused.communicate(timeout=SECONDS)
    assert refused.returncode == 2
    assert len(said.splitlines()) == 1
    assert REFUSED in said


@pytest.mark.parametrize("address", [EVERY, NONE])
def test_a_server_started_past_serve_shows_only_the_refusal_and_ends(visitor, demo_database, address):
    port = free_port()
    command = ("streamlit", "run", "app.py", *address, "--server.port", str(port), "--server.headless", "true")
    with start(*command, RECOVERY_DATABASE=str(demo_database)) as server:
        try:
            wait_until_healthy(server, port)
            guest = visitor(server=Served(f"http://127.0.0.1:{port}", str(demo_database)))
            guest.page.goto(f"{guest.served.address}/financial-plan")
            expect(guest.page.get_by_text(REFUSED)).to_be_visible(timeout=30_000)
            assert guest.page.locator("table, [data-testid='stSidebarNavLink']").count() == 0
            said, _ = server.communicate(timeout=SECONDS)
            assert server.returncode in {0, -signal.SIGTERM, 128 + signal.SIGTERM}
            assert "The server ends." in said
        finally:
            server.terminate()


@pytest.mark.parametrize("headers", [{"X-Forwarded-For": "192.0.2.7"}, FORWARDED_HOST])
def test_a_request_through_a_proxy_is_refused_and_the_server_goes_on(visitor, served, headers):
    guest = visitor()
    guest.context.set_extra_http_headers(headers)
    guest.open("financial-plan")
    expect(guest.page.get_by_text(REFUSED)).to_be_visible()
    assert guest.page.locator("table, [data-testid='stSidebarNavLink']").count() == 0
    visitor(server=served).open("financial-plan").locator("table").first.wait_for()


def test_with_sign_in_serve_starts_on_every_address(visitor, demo_database, tmp_path):
    with provide() as provider, serve_with_sign_in(demo_database, provider, tmp_path, address=EVERYWHERE) as running:
        page = visitor(server=running).open()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
