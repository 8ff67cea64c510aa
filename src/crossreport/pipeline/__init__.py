"""The explicit list of parts, checked before a run."""
