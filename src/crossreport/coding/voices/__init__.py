"""Who says so: speakers, what each of their sayings covers, and the chain of voices for a word of the page."""
