"""What a happening lacks and its neighbours tell: whose deed, which place, which day, each with its reason."""
