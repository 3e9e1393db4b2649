"""What a token's claims say: who somebody is, since when they are signed in, and which roles their claims give."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from recovery.programme.commands import Grant
from recovery.settings import Settings, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recovery.programme.people import Person

ADMINISTRATOR: Final = "administrator"
EVERYWHERE: Final = "*"
DISABLED: Final = "Your access has been switched off."
SIGNED_OUT: Final = "You have been signed out."
TOO_LONG: Final = "You signed in too long ago."
EXPIRED: Final = "Your sign-in has expired."
UNDATED: Final = "Your sign-in does not say when it was made."


def parts(text: str) -> list[str]:
    """Return a setting's list: parted by commas, without blanks."""
    return [part.strip() for part in text.split(",") if part.strip()]


def email_of(claims: Mapping[str, Any], chosen: Settings | None = None) -> str:
    """Return the e-mail address of the first claim that holds one, in lower case; '' where none can be believed."""
    for name in parts((chosen or settings()).identity_claims):
        value = str(claims.get(name) or "").strip().casefold()
        unproven = name == "email" and claims.get("email_verified") in (False, "false")
        if "@" in value and not unproven:
            return value
    return ""


def name_of(claims: Mapping[str, Any]) -> str:
    """Return the name that the provider has for somebody, '' where it has none."""
    return str(claims.get("name") or "").strip()


def signed_in_at(claims: Mapping[str, Any]) -> int | None:
    """Return the moment of sign-in in seconds since 1970: when the token was made, else when the person proved who."""
    moments = (_number(claims.get(name)) for name in ("iat", "auth_time"))
    return next((moment for moment in moments if moment is not None), None)


def why_ended(claims: Mapping[str, Any], person: Person | None, now: dt.datetime) -> str:
    """Return in one sentence why a sign-in no longer counts, '' while it does."""
    at = signed_in_at(claims)
    if person and person.disabled:
        return DISABLED
    if at is None:
        return UNDATED
    if person and person.sessions_valid_after and at < person.sessions_valid_after.timestamp():
        return SIGNED_OUT
    if now.timestamp() >= at + settings().session_minutes * 60:
        return TOO_LONG
    expires = _number(claims.get("exp"))
    past = expires is None or now.timestamp() >= expires
    return EXPIRED if past and settings().session_ends_with_token else ""


def roles_given(email: str, claims: Mapping[str, Any], chosen: Settings | None = None) -> list[Grant]:
    """Return the roles that the settings give to somebody at first sign-in, by their address and their claims.

    A value of the mapping is roles by commas, each `role`, `role:approval`, `role@organisation` or
    `role:approval@organisation`.
    """
    chosen = chosen or settings()
    first = [Grant(email, ADMINISTRATOR)] if email in map(str.casefold, parts(chosen.administrators)) else []
    held = claims.get(chosen.roles_claim) if chosen.roles_claim else None
    values = held if isinstance(held, list) else [held]
    texts = [text for value in values for text in parts(chosen.roles_by_claim.get(str(value), ""))]
    return list(dict.fromkeys([*first, *(_grant(email, text) for text in texts)]))


def _grant(email: str, text: str) -> Grant:
    what, _, organisation = text.partition("@")
    role, _, approval = what.partition(":")
    return Grant(email, role.strip(), approval.strip(), organisation.strip() or EVERYWHERE)


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
