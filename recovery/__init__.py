"""Financial recovery of an NHS commissioner: from month-end workbooks to the committee's figures."""

__version__ = "0.1.0"
