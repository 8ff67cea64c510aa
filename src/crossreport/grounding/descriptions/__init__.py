"""Whom a description means that names nobody: soldiers, rebels, the ministry, its fighters; and whose they are."""
