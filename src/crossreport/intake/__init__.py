"""Bytes to captures: files, folders, stdin, addresses; single pages, and containers of many."""

from crossreport.intake.read import Gathering, capture_bytes, read_paths

__all__ = ["Gathering", "capture_bytes", "read_paths"]
