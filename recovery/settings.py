"""Every setting of the application, in one place; each can be set in the environment or in `.env`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
"""What single-user mode listens on: names of this machine that no other machine can reach."""
LONGEST_SESSION_MINUTES: Final = 720
"""How long a sign-in counts at most: twelve hours."""


class Settings(BaseSettings):
    """The settings; the environment variable is `RECOVERY_` and the name in capitals."""

    model_config = SettingsConfigDict(env_prefix="RECOVERY_", env_file=ROOT / ".env", extra="ignore")

    database: str = Field(
        default=f"sqlite:///{ROOT / 'data' / 'store' / 'record.sqlite'}",
        description="The record: a path to a SQLite file, or a database URL (sqlite:///… or postgresql+psycopg://…).",
    )
    reference_folder: Path = Field(
        default=ROOT / "data" / "reference",
        description="Stages, risk weights, row words and the other reference data.",
    )
    maximum_file_bytes: int = Field(default=25_000_000, description="Largest file that is read, in bytes.")
    maximum_unpacked_bytes: int = Field(
        default=400_000_000, description="Largest size of a workbook's parts once unpacked, in bytes."
    )
    maximum_rows: int = Field(default=250_000, description="Most rows read from one sheet.")
    maximum_cells: int = Field(default=5_000_000, description="Most cells read from one file.")
    maximum_sheets: int = Field(default=60, description="Most sheets read from one file.")
    reader_seconds: int = Field(default=30, description="Processor time one file may take to read, in seconds.")
    reader_memory_bytes: int = Field(default=1 << 30, description="Memory that reading one file may take, in bytes.")
    readers_at_once: int = Field(default=2, description="How many files are read at the same time; more wait.")
    user: str = Field(default="", description="Who acts, in single-user mode; the system's user name if empty.")
    identity_claims: str = Field(
        default="email, preferred_username, upn",
        description="The token's claims that may hold a person's e-mail address; the first that does counts.",
    )
    administrators: str = Field(
        default="", description="E-mail addresses, by commas, that are given the administrator role at first sign-in."
    )
    roles_claim: str = Field(default="", description="The token's claim that names roles or groups, such as roles.")
    roles_by_claim: dict[str, str] = Field(
        default_factory=dict,
        description='What each value of that claim gives at first sign-in: {"PMO team": "pmo", …}.',
    )
    session_minutes: int = Field(
        default=LONGEST_SESSION_MINUTES, ge=1, le=LONGEST_SESSION_MINUTES,
        description="How long a sign-in counts, in minutes.",
    )  # fmt: skip
    session_ends_with_token: bool = Field(
        default=True,
        description="Whether a session also ends when its token expires, after an hour with most providers.",
    )


@cache
def settings() -> Settings:
    """Return the settings, read once."""
    return Settings()
