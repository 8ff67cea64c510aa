"""What a page keeps, what it drops and why."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from crossreport.intake import capture_bytes, read_paths
from crossreport.model import Page, Rejection
from crossreport.reading import read_page


def page_of(text: str, name: str = "page.txt", **kwargs) -> Page:
    outcome = read_page(capture_bytes(text.encode(), name), **kwargs)
    assert isinstance(outcome, Page), outcome
    return outcome


def kept(page: Page) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks]


def dropped(page: Page) -> dict[str, str]:
    return {part.quote: part.reason for part in page.dropped}


FIRST = "Fighters of two rival brigades clashed near the bridge of Wadi Salm on Tuesday, residents and a medic said."
SECOND = "At least seven people were killed and the road to the harbour was closed until the evening, they added."
THIRD = "Neither brigade has commented, and the figures could not be checked independently by reporters in the town."

CRAWLED = f"""Skip to main content
Home
Latest news
JD
Senior Member

Rival brigades clash near Wadi Salm bridge
By Jane Doe
Published: 12 May 2019 14:05 GMT
12,304 views
Share on Facebook
Tweet
File photo shows a checkpoint on the coastal road in the north of the district.
{FIRST}
Read also: Aid ship turned back at harbour
Advertisement
{SECOND}
×
{THIRD}
Tags: Wadi Salm, harbour, brigades
Related Articles
Harbour chief quits after strike
Ten things to know about the coast
Leave a Reply
Your email address will not be published. Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
© 2019 Coast Monitor. All rights reserved.
Back to top button
"""


def test_a_crawled_page_keeps_headline_and_report_only():
    page = page_of(CRAWLED)
    assert kept(page) == ["Rival brigades clash near Wadi Salm bridge", FIRST, SECOND, THIRD]
    assert page.title == "Rival brigades clash near Wadi Salm bridge"
    assert page.published.edtf == "2019-05-12"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Skip to main content", "menu"),
        ("By Jane Doe", "byline"),
        ("12,304 views", "counter"),
        ("Share on Facebook", "share"),
        ("File photo shows a checkpoint on the coastal road in the north of the district.", "caption"),
        ("Read also: Aid ship turned back at harbour", "inline_link"),
        ("Advertisement", "ad_notice"),
        ("×", "symbols"),
        ("Tags: Wadi Salm, harbour, brigades", "tags"),
        ("Harbour chief quits after strike", "related"),
        ("Leave a Reply", "comment_form"),
        ("© 2019 Coast Monitor. All rights reserved.", "copyright"),
        ("Back to top button", "navigation"),
    ],
)
def test_every_dropped_line_has_its_reason(line, reason):
    assert dropped(page_of(CRAWLED))[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "Home guards opened fire at the crowd, two students who were there told reporters by telephone.",
        "Photos of the strike showed three burnt vehicles, and the army said it would investigate them.",
        "Read alone, the statement denies the raid; read with the minister's letter, it confirms the raid.",
        "Share prices fell as troops crossed the river on Friday, and the bank closed its branches there.",
        "Comments by the governor set off protests in which four people died, the monitoring group said.",
        "Follow-up strikes hit the same street an hour later and killed two rescuers, the mayor said.",
        "The video released by the group shows ten captives, among them a policeman from the district.",
        "He said: “Back to the mountains we go.”",
        "“Contact us when it is over,” the commander told the mediators before the line went dead.",
    ],
)
def test_reporting_that_begins_like_furniture_stays(line):
    page = page_of("\n\n".join(["Rival brigades clash near bridge", FIRST, line, SECOND, THIRD]))
    assert line in kept(page)


def test_repeated_passages_are_kept_once_with_the_place_of_the_first():
    page = page_of(
        "\n".join([FIRST, SECOND, THIRD, "A crosshead here", FIRST, SECOND + " ", THIRD.upper(), "No comments:"])
    )
    assert kept(page)[:3] == [FIRST, SECOND, THIRD]
    repeats = [part for part in page.dropped if part.reason.startswith("repeat:")]
    assert len(repeats) == 3
    for part in repeats:
        start, end = map(int, part.reason.removeprefix("repeat:").split("-"))
        assert page.text[start:end].casefold() == part.quote.casefold()


def test_a_small_edit_is_a_repeat_but_another_number_or_name_is_not():
    edited = FIRST.replace("rival brigades", "rival brigades briefly")
    seven, nine = SECOND, SECOND.replace("seven", "nine")
    other = FIRST.replace("Wadi Salm", "Wadi Harith")
    page = page_of("\n".join([FIRST, seven, edited, nine, other, THIRD]))
    assert edited not in kept(page)
    assert nine in kept(page)
    assert other in kept(page)


def test_headline_repeated_without_the_names_of_its_site_is_cut():
    title = "Clashes near Wadi Salm bridge"
    page = page_of(f"{title} - Region - World - Coast Post\n\n{title} Tue 14 May 2019 {FIRST} {SECOND}")
    assert sum(title in line for line in kept(page)) == 1
    assert FIRST in kept(page)[-1]


def test_headline_repeated_at_the_head_of_the_report_is_cut():
    page = page_of(f"Clashes near Wadi Salm bridge\n\nTue 14 May 2019 Clashes near Wadi Salm bridge. {FIRST} {SECOND}")
    assert kept(page) == ["Clashes near Wadi Salm bridge", f"{FIRST} {SECOND}"]
    assert page.published.edtf == "2019-05-14"


def test_a_first_long_sentence_is_no_headline():
    assert page_of("\n".join([FIRST, SECOND, THIRD])).title is None


def test_captions_and_credits_within_running_text_are_cut():
    caption = "A woman walks past a burnt truck in Wadi Salm May 13 2019. (Reuters Photo)"
    page = page_of(f"Clashes near Wadi Salm\n\n{caption} {FIRST} {SECOND} (Source: Agencies)")
    assert kept(page) == ["Clashes near Wadi Salm", f"{FIRST} {SECOND}"]
    assert dropped(page)[caption] == "caption"


def test_hard_wrapped_paragraphs_are_one_block():
    wrapped = (
        "The mayor of Wadi Salm told reporters on Tuesday that the\nbridge had been closed since dawn and that nobody "
        "knew when\nit would open again."
    )
    page = page_of(f"{wrapped}\n\n{SECOND}\n")
    assert kept(page) == [wrapped, SECOND]


@pytest.mark.parametrize(
    ("opening", "dateline", "place"),
    [
        ("NAIROBI, May 14 (Reuters) - ", "NAIROBI, May 14 (Reuters) -", "NAIROBI"),
        ("MAIDUGURI, Nigeria — ", "MAIDUGURI, Nigeria —", "MAIDUGURI"),
        ("GOMA, Democratic Republic of Congo (AFP) - ", "GOMA, Democratic Republic of Congo (AFP) -", "GOMA"),
        ("ADEN, Sept 3, (Agencies): ", "ADEN, Sept 3, (Agencies):", "ADEN"),
        ("Kyiv, Ukraine (AP) – ", "Kyiv, Ukraine (AP) –", "Kyiv"),
        ("(Reuters) - ", "(Reuters) -", None),
        (
            "DAMATURU, Yobe State, Nigeria, 9 July 2024 (AFP) - ",
            "DAMATURU, Yobe State, Nigeria, 9 July 2024 (AFP) -",
            "DAMATURU",
        ),
        ("NEAR KHERSON, Ukraine, July 9 (AP) — ", "NEAR KHERSON, Ukraine, July 9 (AP) —", "KHERSON"),
        ("KASSALA, July 9. /SUNA/. ", "KASSALA, July 9. /SUNA/.", "KASSALA"),
        ("KHARKIV. July 9 (Interfax) - ", "KHARKIV. July 9 (Interfax) -", "KHARKIV"),
        ("MEKELE (Ethiopia), July 9 (AFP) – ", "MEKELE (Ethiopia), July 9 (AFP) –", "MEKELE"),
        ("DAMATURU, July 9, 2024 -- (NAN) -- ", "DAMATURU, July 9, 2024 -- (NAN) --", "DAMATURU"),
        ("ABIDJAN, Cote d’Ivoire, Tuesday (Reuters) - ", "ABIDJAN, Cote d’Ivoire, Tuesday (Reuters) -", "ABIDJAN"),
        ("Myitkyina, Myanmar | AFP — ", "Myitkyina, Myanmar | AFP —", "Myitkyina"),
        ("AFP, Bukavu — ", "AFP, Bukavu —", "Bukavu"),
    ],
)
def test_datelines(opening, dateline, place):
    page = page_of(f"Clashes near the bridge\n\n{opening}{FIRST}\n\n{SECOND}")
    assert page.dateline is not None
    assert page.dateline.quote == dateline
    assert (page.dateline_place.quote if page.dateline_place else None) == place


@pytest.mark.parametrize("title", ["", "Traders shot dead on northern road\n\n"])
@pytest.mark.parametrize("agency", ["(AFP)", "(Savanna News Agency)", "/Xinhua/"])
@pytest.mark.parametrize("dash", ["-", "—"])
@pytest.mark.parametrize("where", ["DAMATURU, Nigeria, ", "DAMATURU, ", "Damaturu, Nigeria, ", ""])
def test_a_dateline_with_day_and_agency_is_no_caption(title, agency, dash, where):
    opening = f"{where}May 14, 2024 {agency} {dash}"
    page = page_of(f"{title}{opening} Gunmen stopped a lorry.\n\n{FIRST}\n\n{SECOND}")
    assert page.dateline is not None
    assert page.dateline.quote == opening
    assert page.published.edtf == "2024-05-14"
    assert [span.quote for span in page.credits] == [agency[1:-1]]
    assert any(block.endswith("Gunmen stopped a lorry.") for block in kept(page))
    assert page.dropped == ()


def test_a_caption_with_its_credit_is_still_dropped():
    caption = "A trader carries sacks past a burnt lorry in Damaturu, Nigeria, May 14, 2024 (Reuters)."
    page = page_of(f"{caption} {FIRST} {SECOND} {THIRD}")
    assert dropped(page).get(caption) == "caption"


@pytest.mark.parametrize(
    "opening", ["On Tuesday - ", "Video: ", "He said - ", "Two soldiers: ", "The army (or what is left) - "]
)
def test_openings_that_are_no_dateline(opening):
    page = page_of(f"Clashes near the bridge\n\n{opening}{FIRST}\n\n{SECOND}")
    assert page.dateline is None or page.dateline_place is None


def test_credits_are_spans_of_agencies():
    page = page_of(f"Clashes near the bridge\n\nADEN (AFP) - {FIRST}\n\n{SECOND} (With inputs from Xinhua)\n")
    assert {span.quote for span in page.credits} == {"AFP", "Xinhua"}
    assert all(span.holds(page.text) for span in page.credits)


@pytest.mark.parametrize(
    ("title", "name", "outlet"),
    [
        ("Clashes near the bridge | Jordan Times", "a.txt", "The Jordan Times"),
        ("Clashes near the bridge", "www.sudantribune.com_article_1.txt", "Sudan Tribune"),
        ("Clashes near the bridge", "a.txt", None),
    ],
)
def test_outlet_by_masthead_and_address(title, name, outlet):
    page = page_of(f"{title}\n\n{FIRST}\n\n{SECOND}", name)
    assert page.outlet == outlet
    assert page.title == "Clashes near the bridge"


def test_a_page_in_another_language_is_rejected_and_a_mixed_one_keeps_its_english():
    spanish = "Los combates entre el ejército y los rebeldes continuaron el martes cerca del puente, según los vecinos."
    outcome = read_page(capture_bytes(f"{spanish}\n\n{spanish} No hubo heridos, dijeron.".encode(), "es.txt"))
    assert isinstance(outcome, Rejection)
    assert outcome.rule == "not_english"
    page = page_of("\n\n".join([FIRST, spanish, SECOND, THIRD]))
    assert dropped(page)[spanish] == "not_english:es"


def test_nothing_but_furniture_is_rejected():
    outcome = read_page(capture_bytes(b"Home\nSearch\nShare this\nBack to top", "x.txt"))
    assert isinstance(outcome, Rejection)
    assert outcome.rule == "no_text"


LINES = st.sampled_from(
    [*CRAWLED.splitlines(), FIRST, SECOND, THIRD, "", "  ", "Ω", "No.", "12 May 2019", "بيان عسكري"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25))
@settings(max_examples=120, deadline=None)
def test_everything_is_kept_or_dropped_and_nothing_twice(lines):
    capture = capture_bytes("\n".join(lines).encode("utf-8", "ignore"), "x.txt")
    outcome = capture if isinstance(capture, Rejection) else read_page(capture)
    if isinstance(outcome, Page):
        check_cover(outcome)


def check_cover(page):
    parts = sorted(
        [(block.start, block.end) for block in page.blocks] + [(part.start, part.end) for part in page.dropped]
    )
    for (_, end), (start, _) in pairwise(parts):
        assert end <= start
    covered = [False] * len(page.text)
    for start, end in parts:
        assert 0 <= start < end <= len(page.text)
        covered[start:end] = [True] * (end - start)
    assert all(done or character.isspace() for done, character in zip(covered, page.text, strict=True))
    assert all(page.text[part.start : part.end] == part.quote for part in page.dropped)


def test_reading_twice_gives_the_same_page():
    assert page_of(CRAWLED) == page_of(CRAWLED)


@pytest.mark.corpora
def test_real_pages_are_covered(fa_kes):
    for row in fa_kes[::6]:
        check_cover(page_of(f"{row['article_title']}\n\n{row['article_content']}"))


@pytest.mark.corpora
def test_reference_pages_keep_and_drop_what_a_coder_does(seeds):
    gold = yaml.safe_load((seeds.parent / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    for capture in read_paths([seeds]):
        page = read_page(capture)
        check_cover(page)
        wanted = gold[capture.name]
        assert [line for line in wanted["keep"] if not any(text.startswith(line) for text in kept(page))] == []
        assert [line for line in wanted["drop"] if any(text.startswith(line) for text in kept(page))] == []
        assert page.title == wanted.get("title", page.title)
