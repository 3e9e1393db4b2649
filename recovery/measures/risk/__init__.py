"""Risks and mitigations: what each is worth, what the forecast does not hold of it, and what is counted once."""
