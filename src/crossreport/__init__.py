"""Crossreport: raw, partisan conflict reporting into a sourced, auditable record."""

__version__ = "0.1.0"
