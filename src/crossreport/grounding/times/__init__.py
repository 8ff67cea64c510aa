"""When: expressions of time, as a stretch of days with the rule that read them."""
