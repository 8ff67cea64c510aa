"""Codebooks and lexicons as data, and their one loader."""
