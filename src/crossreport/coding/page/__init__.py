"""The page as coding sees it: sentences, trees, mentions, its parts and headings; and a draft of what it tells."""
