"""Bytes to captures: files, folders, stdin; plain text and HTML."""

from crossreport.intake.read import capture_bytes, read_paths

__all__ = ["capture_bytes", "read_paths"]
