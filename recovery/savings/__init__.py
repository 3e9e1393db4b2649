"""Savings: the QIPP register by stage and RAG, the risk weights in force, and the gap to the target."""
