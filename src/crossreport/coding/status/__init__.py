"""Whether it happened: planned, threatened, going on, denied, hypothetical, or done."""
