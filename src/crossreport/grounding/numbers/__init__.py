"""Numbers as written, in words or digits: their literal interval, and what is no number of people or things."""
