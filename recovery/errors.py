"""What can go wrong in words that a user is shown; none of these is shown with a traceback."""


class RecoveryError(Exception):
    """The operation could not be done; the message says why and what to do."""


class UsageError(RecoveryError):
    """The request itself does not make sense: an unknown organisation, year, month or option."""


class NothingLoaded(RecoveryError):
    """The figure asked for has no submission behind it in this view."""


class RecordError(RecoveryError):
    """The record could not be opened, upgraded or written."""


class NotAllowed(RecoveryError):
    """The person may not do this; the message says who may."""


class NotReady(RecoveryError):
    """A gateway cannot be passed yet; the message lists what stands in the way."""


class Conflict(RecoveryError):
    """Somebody else has changed the same thing since it was looked at; nothing was written."""

    def __init__(self, message: str, *, key: str = "", seen: int = 0, newest: int = 0) -> None:
        super().__init__(message)
        self.key, self.seen, self.newest = key, seen, newest
