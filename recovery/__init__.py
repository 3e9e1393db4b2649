"""Financial recovery of an NHS commissioner: from month-end workbooks to the committee's figures."""
