"""Places by any name, compiled once into an indexed SQLite file."""
