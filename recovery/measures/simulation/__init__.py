"""The outturn drawn many times over: what may still happen, how likely each outturn is, and what drives the spread."""
