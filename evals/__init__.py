"""Scorers: what the rooms give, compared with what people coded. Run as `python -m evals.NAME`."""
