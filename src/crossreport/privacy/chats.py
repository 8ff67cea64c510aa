"""Who posts in a chat: names of private persons, but for the channel's own and those of bodies and outlets."""

from crossreport.model import Page
from crossreport.privacy.contexts import is_body
from crossreport.words.stamps import LEAST_STAMPS, STAMP_ABOVE, STAMP_BEFORE


def who_posts(page: Page, outlets: frozenset[str]) -> set[str]:
    """The names in the stamps of a chat that may be private persons'; `outlets` are those of the record."""
    lines = [line.strip() for line in page.text.splitlines()]
    stamps = [found for line in lines if (found := STAMP_ABOVE.fullmatch(line) or STAMP_BEFORE.match(line))]
    names = {found.group("who") for found in stamps} if len(stamps) >= LEAST_STAMPS else set()
    return {name for name in names if name not in outlets and name != page.outlet and not is_body(name)}
