"""Figures in words: the sentence that opens a page, its key figures, and the text that stands in for a chart."""
