"""Where and when a happening was, as its own sentence and its paragraph tell."""
