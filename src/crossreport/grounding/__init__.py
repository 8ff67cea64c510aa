"""Passages to who, where, when and how many."""
