"""The store: journal, tables derived from it, full-text search."""
