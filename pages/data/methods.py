"""Methods: what every measure means, how it is worked out and why it matters."""
