"""The Load data page, part by part: what is asked, what is shown before publishing, what was loaded before."""
