"""The page's own date: clues in, days that remain out."""
