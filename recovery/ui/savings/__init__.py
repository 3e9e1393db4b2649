"""The savings programme's building blocks: an organisation's words, delivery, confidence and weights."""
