"""How much of an input is read before it is refused, and why so much.

Every limit is far above what real pages have and far below what hurts a laptop.
"""

# The largest of 981 crawled news pages (article_extraction, htmldate_eval) has under 3 MB with its scripts.
MAX_PAGE_BYTES = 12 * 1024 * 1024

# Plain text: a pasted page may be one line, but no report is longer than a book (about 1,000,000 characters).
MAX_TEXT_LINE_BYTES = 1024 * 1024

# Enough for any doctype, meta charset and opening tags, and for a fair share of control characters.
SNIFF_BYTES = 64 * 1024

# HTML 5 asks for the charset within the first 1,024 bytes; real pages put comments before it.
META_BYTES = 4096

# Share of undecodable characters from which a text can no longer be evidence: one in fifty breaks every other sentence.
MAX_REPLACED_SHARE = 0.02

# Share of control characters from which bytes are no text in any encoding. Real texts have none but tabs and breaks.
MAX_CONTROL_SHARE = 0.01
