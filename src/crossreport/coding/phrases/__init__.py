"""What a phrase of a page says by itself: its noun, its verb, who takes part by syntax alone, tense, number of two."""
