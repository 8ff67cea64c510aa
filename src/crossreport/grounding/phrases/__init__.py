"""A page as actors are found in it: its trees, its noun phrases, who is known on it."""
