"""Our record beside the record of others."""
