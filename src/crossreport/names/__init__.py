"""One key for one name in any romanisation."""
