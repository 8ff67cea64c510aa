"""Bytes to captures."""
