"""The situation report in which every sentence opens its source."""
