"""What is counted on a page: numbers, whom they count, what became of those, parts, sums and tallies."""
