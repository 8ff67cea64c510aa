"""HTML pages: visible text in order, main text kept, metadata as clues, a failing child survived."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.html import draft_of_html
from crossreport.reading.main_text import mark_main_text

PARAGRAPHS = [
    "Two boats carrying displaced families capsized on the river near Port Amal on Sunday, rescuers said.",
    "At least fourteen people drowned, most of them children, and a dozen others were still missing by nightfall.",
    "The families had fled fighting between the army and a local militia that began in the hills a week earlier.",
    "“We heard the guns behind us and got into the first boat we saw,” a survivor told a reporter by telephone.",
    "The army said it had opened a corridor for civilians; the militia said that the corridor had been shelled.",
]
PAGE = """<!doctype html><html lang="en"><head><title>Boats capsize near Port Amal | River Post</title>
<meta property="og:site_name" content="River Post"><meta property="og:title" content="Boats capsize near Port Amal">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-06-08T09:15:00+02:00",
"dateModified":"2020-06-09T10:00:00Z"}</script><style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>Boats capsize near Port Amal</h1><p class="meta">By A. Writer</p>
PARAGRAPHS
<figure><img src="a.jpg" alt="x"><figcaption>A boat on the river. (River Post Photo)</figcaption></figure>
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Harvest fails in the north</a></li></ul></aside>
<footer><p>&copy; 2020 River Post. All rights reserved.</p></footer><script>alert("x")</script>
<div style="display:none">Hidden words</div></body></html>"""
PAGE = PAGE.replace("PARAGRAPHS", "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS))


def page_of(html: str, name: str = "page.html") -> Page:
    outcome = read_page(capture_bytes(html.encode(), name))
    assert isinstance(outcome, Page), outcome
    return outcome


def test_the_report_is_kept_and_the_site_is_dropped_with_reasons():
    page = page_of(PAGE)
    assert [page.text[block.start : block.end] for block in page.blocks] == [
        "Boats capsize near Port Amal",
        *PARAGRAPHS,
    ]
    reasons = {part.quote: part.reason for part in page.dropped}
    assert reasons["Home"] == "menu"
    assert reasons["Harvest fails in the north"]
    assert reasons["© 2020 River Post. All rights reserved."]


def test_scripts_styles_and_hidden_elements_are_no_text():
    text = page_of(PAGE).text
    assert "alert" not in text
    assert "color" not in text
    assert "Hidden words" not in text


def test_metadata_give_title_outlet_and_date():
    page = page_of(PAGE)
    assert (page.title, page.outlet, page.published.edtf) == (
        "Boats capsize near Port Amal",
        "River Post",
        "2020-06-08",
    )
    assert {"metadata_published_only", "metadata_updated"} <= {basis.rule for basis in page.published.basis}


def test_the_address_names_the_outlet():
    assert page_of(PAGE, "https://www.dabangasudan.org/en/a").outlet == "Radio Dabanga"


def test_text_is_in_document_order_with_tails():
    draft, _ = draft_of_html("<body><p>One <b>two</b> three</p>four<div>five<br>six</div>seven</body>")
    assert [piece.text for piece in draft.pieces] == ["One two three", "four", "five", "six", "seven"]
    assert all(draft.text[piece.start : piece.end] == piece.text for piece in draft.pieces)


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<!doctype html><html><body><p></p></body></html>", "<html><body>"]
)
def test_a_page_without_text_is_rejected_not_crashed_on(html):
    draft, metadata = draft_of_html(html)
    assert draft.pieces == []
    assert metadata.dates == ()


def test_deep_nesting_is_walked():
    draft, _ = draft_of_html("<body>" + "<div>" * 3000 + "deep" + "</div>" * 3000 + "</body>")
    assert "".join(piece.text for piece in draft.pieces) in ("deep", "")


def test_without_trafilatura_the_regions_decide():
    draft, _ = draft_of_html(PAGE)
    mark_main_text(draft, None)
    kept = [piece.text for piece in draft.kept()]
    assert [text for text in PARAGRAPHS if text not in kept] == []
    assert "Home" not in kept


def test_a_broken_json_date_is_still_found():
    broken = PAGE.replace('{"@type"', '{,"@type"')
    assert page_of(broken).published.edtf == "2020-06-08"


def test_a_report_that_only_a_script_would_show_is_read():
    """Some sites hide all they say until their script has run, or say it to readers without scripts alone."""
    bare = PAGE[: PAGE.index("<main>")] + "{}" + PAGE[PAGE.index("<aside>") :]
    main = PAGE[PAGE.index("<main>") : PAGE.index("<aside>")]
    for hidden in (f"<noscript>{main}</noscript>", f'<div style="visibility: hidden">{main}</div>'):
        page = page_of(bare.replace("{}", hidden))
        assert [page.text[block.start : block.end] for block in page.blocks][1:] == PARAGRAPHS


def test_a_blank_line_of_preformatted_text_ends_a_passage():
    lines = "\n".join(text.replace(", ", ",\n") + "\n \n" for text in PARAGRAPHS)
    draft, _ = draft_of_html(f"<body><p>Release</p><pre>{lines}</pre><p>End\n\nof it</p></body>")
    assert [piece.text for piece in draft.pieces] == ["Release", *PARAGRAPHS, "End of it"]
