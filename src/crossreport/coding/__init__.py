"""Mentions and syntax to event reports, figures and claims."""

from crossreport.coding.coder import code

__all__ = ["code"]
