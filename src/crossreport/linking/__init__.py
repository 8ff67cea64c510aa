"""Reports to events, pages to source groups."""
