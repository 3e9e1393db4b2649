"""The PMO's working pages: the board, a scheme and its decisions, editing, approvals, the register."""
