"""Measures: every figure that is shown, made in one place, with the catalogue of what each means."""
