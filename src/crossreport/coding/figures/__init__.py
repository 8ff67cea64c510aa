"""The figures of a page, and what is told twice, revised, or of another time."""
