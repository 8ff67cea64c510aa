"""Pages to sentences, tokens, syntax and names."""
