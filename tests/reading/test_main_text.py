"""What trafilatura left out of an HTML page and the report goes on with; and what it kept of the site's lists."""

from crossreport.reading.extractor import Extracted
from crossreport.reading.furniture import mark_furniture
from crossreport.reading.html import draft_of_html
from crossreport.reading.main_text import mark_main_text
from crossreport.reading.text import draft_of_text

LEAD = "Shells fell on the market of Port Amal on Monday and killed three traders, the harbour master said."
ITEMS = (
    "Two boats of the coast guard were set on fire in the harbour on Sunday night, according to dockers.",
    "The council of the lower town failed on Friday to agree on a truce for the harvest.",
)


def kept(html: str, main: str) -> list[str]:
    draft, _ = draft_of_html(html)
    mark_main_text(draft, Extracted(main, None))
    mark_furniture(draft, plain=False)
    return [piece.text for piece in draft.kept()]


def test_a_list_of_sentences_right_behind_the_report_is_of_it() -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    html = f"<body><p>{LEAD}</p><h4>What happened overnight</h4><ul>{items}</ul><div>Share</div></body>"
    assert kept(html, LEAD) == [LEAD, *ITEMS]


def test_a_paragraph_or_a_long_list_behind_the_report_is_not() -> None:
    html = f"<body><p>{LEAD}</p><h4>About us</h4>{''.join(f'<p>{item}</p>' for item in ITEMS)}</body>"
    assert kept(html, LEAD) == [LEAD]
    items = "".join(f"<li>{item}</li>" for item in ITEMS * 3)
    assert kept(f"<body><p>{LEAD}</p><ul>{items}</ul></body>", LEAD) == [LEAD]


def test_other_stories_are_dropped_though_only_their_heading_was_left_out() -> None:
    teaser = "Judge summons three ministers of the old cabinet"
    html = f"<body><p>{LEAD}</p><section><h3>More from the coast</h3><p>{teaser}</p></section></body>"
    assert kept(html, f"{LEAD}\n{teaser}") == [LEAD]


def test_short_pieces_that_the_main_text_has_within_a_line_are_of_it() -> None:
    row = "<table><tr><td>Port Amal</td><td>three killed</td><td>Monday</td></tr></table>"
    html = f"<body><p>{LEAD}</p>{row}<p>{ITEMS[0]}</p></body>"
    main = f"{LEAD}\nPort Amal | three killed | Monday\n{ITEMS[0]}"
    assert kept(html, main) == [LEAD, "Port Amal", "three killed", "Monday", ITEMS[0]]


def test_a_short_piece_between_two_of_the_report_is_not_for_that_of_it() -> None:
    html = f"<body><p>{LEAD}</p><div>Three traders</div><p>{ITEMS[0]}</p><div>Share</div></body>"
    assert kept(html, f"{LEAD}\n{ITEMS[0]}") == [LEAD, ITEMS[0]]


def test_a_letter_that_stands_alone_is_furniture_unless_it_is_main_text() -> None:
    html = f"<body><div>x</div><p>{LEAD}</p><div>A</div><div>guard was hurt by the last shell as well.</div></body>"
    assert kept(html, f"{LEAD}\nA guard was hurt by the last shell as well.") == [
        LEAD,
        "A",
        "guard was hurt by the last shell as well.",
    ]
    draft = draft_of_text(f"{LEAD}\nx\n{ITEMS[0]}")
    mark_furniture(draft)
    assert [piece.text for piece in draft.kept()] == [LEAD, ITEMS[0]]
