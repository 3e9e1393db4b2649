"""What can happen to a scheme, a person, the risk weights and a judgement, by the names that the record keeps."""

from __future__ import annotations

import enum
from typing import Final

SCHEME: Final = "scheme"
WEIGHTS: Final = "weights"
PERSON: Final = "person"
JUDGEMENT: Final = "judgement"
"""The kinds of subject."""


class Happened(enum.StrEnum):
    """The kinds of event of a scheme."""

    CREATED = "created"
    BROUGHT_IN = "brought in"
    EDITED = "edited"
    TICKED = "ticked"
    UNTICKED = "unticked"
    APPROVED = "approved"
    MOVED = "moved"
    CLOSED = "closed"
    SENT_BACK = "sent back"
    LAPSED = "lapsed"
    CONDITION_MET = "condition met"
    RATED = "rated"
    RATING_CLEARED = "rating cleared"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class PersonHappened(enum.StrEnum):
    """The kinds of event of a person."""

    ADDED = "added"
    GRANTED = "granted"
    REVOKED = "revoked"
    DISABLED = "disabled"
    ENABLED = "enabled"
    SESSIONS_ENDED = "sessions ended"


WEIGHTS_CHANGED: Final = "weights changed"
JUDGED: Final = "judged"
TAKEN_BACK: Final = "taken back"
