"""Where: place names found, chosen among their namesakes, explained, with precision."""
