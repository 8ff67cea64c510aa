"""Which words tell a happening, of which type, and which only name one in passing."""
