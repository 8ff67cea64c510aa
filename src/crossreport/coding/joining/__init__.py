"""Which drafts of a page tell one happening, and what becomes of them."""
