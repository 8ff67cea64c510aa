"""What `docs/reference` says of commands, records and exports, taken from the code: `make docs-reference` writes it."""
