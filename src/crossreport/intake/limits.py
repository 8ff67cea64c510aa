"""How much of an input is read before it is refused, and why so much.

Every limit is far above what real pages have and far below what hurts a laptop.
"""

# The largest of 981 crawled news pages (article_extraction, htmldate_eval) has under 3 MB with its scripts.
MAX_PAGE_BYTES = 12 * 1024 * 1024

# A report in PDF with maps and photographs; its text is a few pages.
MAX_PDF_BYTES = 64 * 1024 * 1024

# A feed and a single message are parsed whole; real ones have under 10 MB, photographs included.
MAX_FEED_BYTES = 32 * 1024 * 1024
MAX_MESSAGE_BYTES = 64 * 1024 * 1024

# One JSON document that is no JSON Lines is parsed whole.
MAX_JSON_BYTES = 64 * 1024 * 1024
MAX_JSON_DEPTH = 20  # of objects in objects when looking for fields

# A container on standard input is put on disk first, so that it can be read as a file.
MAX_STDIN_BYTES = 8 * 1024**3

# Compressed text shrinks to a fifth, empty tables to a fiftieth; what unfolds beyond this is a bomb.
MAX_RATIO = 200
FREE_BYTES = 16 * 1024 * 1024  # unfolded bytes of one gzip member from which its ratio counts: no page needs so many

# Parts of one message, attachments included, and messages within messages.
MAX_PARTS = 1000
MAX_MESSAGE_DEPTH = 5

# Fetching: a page at a person's word; slower or longer than this, a person saves the page instead.
FETCH_SECONDS = 30.0
FETCH_PAUSE = 1.0  # seconds between two addresses: no server is pressed
MAX_REDIRECTS = 5

# Archives within one WACZ, and damaged places in one archive: a file with more is no archive any more.
MAX_MEMBERS = 10_000
MAX_FAULTS = 1000

# Characters of a header, title or address that are kept as what a container says.
MAX_STATEMENT = 2000

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
