"""What is denied, disowned, blamed on somebody or belied, and by whom."""
