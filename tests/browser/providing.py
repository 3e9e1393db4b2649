"""A sign-in provider on loopback, and an application that trusts it."""

from __future__ import annotations

import json
import os
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from oidc_provider_mock import run_server_in_thread

from tests.browser.served import free_port, serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.browser.served import Served

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # the provider is asked without TLS: it stands on loopback


@dataclass(frozen=True)
class Provider:
    """Where the provider answers."""

    address: str

    def knows(self, email: str, **claims: object) -> None:
        """Let the provider know somebody, with the claims that their tokens carry."""
        body = json.dumps({"email": email, "name": email.split("@", maxsplit=1)[0].title(), **claims}).encode()
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.address}/users/{quote(email)}",
            data=body,
            method="PUT",
            headers={"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=10).close()  # noqa: S310 - loopback


@contextmanager
def provide() -> Iterator[Provider]:
    """Run a provider until the block ends."""
    with run_server_in_thread() as server:
        yield Provider(f"http://localhost:{server.server_port}")


@contextmanager
def serve_with_sign_in(
    database: Path,
    provider: Provider,
    folder: Path,
    settings: Mapping[str, str] | None = None,
    address: str = "127.0.0.1",
) -> Iterator[Served]:
    """Serve the application with sign-in by the provider until the block ends."""
    port = free_port()
    secrets = folder / f"secrets-{port}.toml"
    secrets.write_text(
        f"""
        [auth]
        redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
        cookie_secret = "a secret of the tests, long enough to sign with"
        client_id = "recovery"
        client_secret = "between the two of them"
        server_metadata_url = "{provider.address}/.well-known/openid-configuration"
        """,
        encoding="utf-8",
    )
    with serve(database, secrets=secrets, address=address, port=port, settings=settings) as served:
        yield served
