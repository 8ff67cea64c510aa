"""Words of the language by what they say, each theme a file of `words/data/classes`; the rooms decide what follows."""
