"""Who takes part in a happening, and in which role."""
