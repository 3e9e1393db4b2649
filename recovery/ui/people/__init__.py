"""The People page, part by part: who may do what, what can be changed, and what was."""
