"""What a container says is evidence: it dates a silent page, and yields to the page's own word."""

import pytest

from crossreport.model import Capture, Statement, digest
from crossreport.reading import read_page
from evals import containers as made


def page_of(text, *said, url=None):
    data = text.encode()
    capture = Capture(digest(data), "a.txt", "text/plain", data, "utf-8", "utf-8", url, said)
    return read_page(capture)


def test_a_feeds_day_dates_a_silent_page():
    page = page_of(made.text(1), Statement("published", "Thu, 08 Sep 2016 23:15:00 GMT", "the feed's entry"))
    assert page.published.edtf == "2016-09-08"
    (basis,) = [basis for basis in page.published.basis if basis.rule == "container_published"]
    assert "Thursday 8 September 2016" in basis.says


def test_the_pages_own_date_goes_before_the_feeds():
    title, *rest = made.text(1).split("\n\n")
    dated = "\n\n".join((title, "Published: 3 September 2016", *rest))
    page = page_of(dated, Statement("published", "2016-09-08", "the feed's entry"))
    assert page.published.edtf == "2016-09-03"


@pytest.mark.parametrize("kind", ["captured", "sent"])
def test_a_day_of_capture_or_sending_is_an_upper_bound(kind):
    page = page_of(made.text(1), Statement(kind, "2016-09-08T10:00:00Z", "the archive's WARC-Date"))
    assert page.published.latest <= "2016-09-09"
    assert page.published.earliest is None or page.published.earliest < "2016-09-08"


def test_address_and_title_of_the_container_are_used_where_the_page_has_none():
    page = page_of(made.text(1), url="https://www.dabangasudan.org/en/a")
    assert (page.outlet, page.url) == ("Radio Dabanga", "https://www.dabangasudan.org/en/a")
