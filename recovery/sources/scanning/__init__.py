"""What the reader of cells leaves unsaid: error cells and formulas without a stored value, with their places.

These modules run in the child process: nothing but the standard library, and quick to import.
"""
