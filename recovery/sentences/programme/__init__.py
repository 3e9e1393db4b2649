"""The PMO's pages in words: the board, a scheme, approvals, the register, and what has just been done."""
