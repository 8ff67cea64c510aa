"""Mentions and syntax to event reports, figures and claims."""
