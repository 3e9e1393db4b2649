"""Workbooks and papers to take away: the only writers of office files."""
