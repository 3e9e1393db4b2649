"""What can go wrong in words that a user is shown; none of these is shown with a traceback."""


class RecoveryError(Exception):
    """The operation could not be done; the message says why and what to do."""


class UsageError(RecoveryError):
    """The request itself does not make sense: an unknown organisation, year, month or option."""


class NothingLoaded(RecoveryError):
    """The figure asked for has no submission behind it in this view."""


class RecordError(RecoveryError):
    """The record could not be opened, upgraded or written."""
