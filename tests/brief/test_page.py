"""The HTML brief: it parses, its links resolve, its quotes re-read, and nothing of a page becomes markup."""

import random
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from crossreport.brief import render, write_brief
from crossreport.brief.catalogue import Catalogue
from crossreport.brief.evidence import anchor, sheet
from crossreport.brief.gravity import FORCE, gravity, is_lesser, parted
from crossreport.brief.lines import Evidence
from crossreport.brief.sentences import Composer
from crossreport.brief.situation import DayBlock, Situation, situation
from crossreport.brief.window import Window
from crossreport.model import Actor, CodedPage, Linked, Rejection
from crossreport.privacy import Privacy
from tests.brief.hand import REJECTIONS, Sheet, event, place, records, when

VOID = {"meta", "br", "link", "img", "input", "hr"}
GOLDEN = Path(__file__).parent / "golden_brief.md"


class Reader(HTMLParser):
    """Checks nesting; collects ids, links, attributes and record ids."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.records: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.marked: dict[str, list[str]] = {}
        self._marks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.stack.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "data-records":
                self.records += (value or "").split()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def brief(coded: tuple[CodedPage, ...], linked: Linked) -> Situation:
    return situation(coded, linked, REJECTIONS, window=Window(None, None))


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.stack == []
    return reader


@pytest.fixture(scope="module")
def made() -> Situation:
    return brief(*records())


def test_anchors_resolve_and_ids_are_unique(made: Situation) -> None:
    reader = read(render.html(made))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert all(link.startswith("#") for link in reader.links)


def test_every_sentence_names_records_that_exist(made: Situation) -> None:
    catalogue = Catalogue(*records())
    named = read(render.html(made)).records
    assert len(named) > 40
    assert all(catalogue.holds(record) for record in named)
    assert all(line.records for entry in made.entries for line in entry.lines)


def test_every_quote_re_reads(made: Situation) -> None:
    pages = {one.page.id: one.page for one in records()[0]}
    evidence = [e for entry in made.entries for line in entry.lines for e in line.evidence]
    assert evidence
    assert all(span.holds(pages[one.page].text) for one in evidence for span in one.spans)
    for one in made.sheets.values():
        assert "".join(segment.quote for segment in one.segments) == one.page.text


def test_marked_segments_join_to_the_passage() -> None:
    coded, _ = records()
    page = coded[0].page
    report = coded[0].reports[0]
    segments = sheet(page, [Evidence(report.id, page.id, (report.span,), "x")], Privacy(coded)).segments
    assert "".join(part.quote for part in segments if part.marks) == report.span.quote


def test_the_file_stands_alone(made: Situation) -> None:
    text = render.html(made)
    reader = read(text)
    assert not {name for name in reader.attributes if name.startswith("on")} | ({"style", "src"} & reader.attributes)
    assert not {"img", "iframe", "link", "object", "form", "base"} & set(reader.tags)
    assert "http:" not in text
    assert "https:" not in text
    for tag in ("style", "script"):
        content = text.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        assert f"{tag}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in unescape(text)


def test_same_records_same_bytes_in_any_order(made: Situation) -> None:
    coded, linked = records()
    shuffled, events, groups = list(coded), list(linked.events), list(linked.source_groups)
    mixer = random.Random(7)
    for one in (shuffled, events, groups):
        mixer.shuffle(one)
    other = brief(tuple(shuffled), Linked(tuple(groups), tuple(events), linked.findings[::-1]))
    assert render.html(other) == render.html(made)
    assert render.markdown(other) == render.markdown(made)


def test_markdown_is_as_it_was(made: Situation) -> None:
    """After a wanted change: `python tests/brief/test_page.py` writes the golden file anew."""
    assert render.markdown(made) == GOLDEN.read_text(encoding="utf-8")


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}}](javascript:alert(3))"


def hostile() -> tuple[tuple[CodedPage, ...], Linked]:
    """A page whose every free text is an attack."""
    made = Sheet("rapid-voice-depot.txt", HOSTILE, "2023-08-23", HOSTILE)
    evil = Actor(HOSTILE, HOSTILE, "rebel_group", HOSTILE)
    key = made.report(
        "air_strike", "the army's aircraft bombed", agent=(evil,), place=place("Kalakla"), when=when("2023-08-22")
    )
    made.figure(
        key, "34 civilians", "vague", (2, None, None), wording=HOSTILE, kind=HOSTILE, scope=HOSTILE, cumulative=True
    )
    made.claim(HOSTILE, "The remnants shell their own people")
    made.label("remnants of the old regime")
    report = msgspec.structs.replace(
        made.reports[0], place=msgspec.structs.replace(place("Kalakla"), name=HOSTILE, admin1=HOSTILE, country=HOSTILE)
    )
    page = msgspec.structs.replace(made.page, title=HOSTILE, name=HOSTILE)
    coded = msgspec.structs.replace(made.coded(), page=page, reports=(report,))
    return (coded,), Linked((), (event([report], "single_source", (1, 1, 1)),), ())


def test_hostile_text_stays_text() -> None:
    coded, linked = hostile()
    made = situation(coded, linked, (Rejection(HOSTILE, HOSTILE, HOSTILE),), window=Window(None, None), title=HOSTILE)
    text = render.html(made)
    reader = read(text)
    assert reader.tags.count("script") == 1
    assert "img" not in reader.tags
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert all(link.startswith("#") for link in reader.links)
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", text)[0]
    markdown = render.markdown(made)
    assert "<script>" not in markdown.replace("\\<script\\>", "")
    assert not re.search(r"[^\\]\]\(javascript", markdown)


def test_text_of_a_page_stays_text_in_the_evidence() -> None:
    coded, linked = records()
    page = coded[0].page
    evil = msgspec.structs.replace(page, text=page.text + HOSTILE)
    made = brief((msgspec.structs.replace(coded[0], page=evil), *coded[1:]), linked)
    reader = read(render.html(made))
    assert reader.tags.count("script") == 1
    assert "img" not in reader.tags


def test_window_takes_what_meets_it() -> None:
    coded, linked = records()
    made = situation(coded, linked, (), window=Window("2023-08-22", "2023-08-22"))
    days = {entry.day for entry in made.entries if entry.event.when}
    assert days == {"22 August 2023", "21–24 August 2023"}
    assert made.left_out.outside + made.left_out.unplaced == len(linked.events) - len(made.entries)
    assert made.left_out.unplaced == sum(event.when is None for event in linked.events) > 0
    assert all(entry.event.when is not None for entry in made.entries)
    assert made.window == "22 August 2023"


def test_a_brief_of_nothing_is_a_brief(tmp_path: Path) -> None:
    html, markdown = tmp_path / "b.html", tmp_path / "b.md"
    write_brief((), Linked((), (), ()), REJECTIONS, html=html, markdown=markdown)
    assert "No event is reported in this window" in html.read_text(encoding="utf-8")
    assert "scan.pdf" in markdown.read_text(encoding="utf-8")


def test_plans_and_copies_are_no_contradiction(made: Situation) -> None:
    convoy = next(entry for entry in made.entries if entry.heading == "Aid delivery")
    told = " ".join(line.text for line in convoy.lines)
    assert "Announced before: the United Nations plans" in told
    assert "The same text runs in Amman Evening Post: no further voice." in told
    assert not convoy.contested


def test_contested_tolls_stand_side_by_side(made: Situation) -> None:
    market = next(entry for entry in made.entries if entry.event.grade == "contested" and "Anadan" in entry.place)
    killed = [
        (row.voice, row.low, row.best, row.high) for row in market.toll_rows if row.measure == "killed" and not row.part
    ]
    assert ("Levant Dispatch, citing rescuers", "31", "31", "–") in killed
    assert ("Resistance Herald, citing a military source", "11", "11", "11") in killed
    assert market.short.text.endswith(": 11 or at least 31 reported killed")


if __name__ == "__main__":
    GOLDEN.write_text(render.markdown(brief(*records())), encoding="utf-8")


def test_the_dead_come_before_force_and_force_before_words(made: Situation) -> None:
    for block in made.days:
        for _, entries in block.countries:
            ranks = [gravity(entry) for entry in entries]
            assert ranks == sorted(ranks)


def test_lesser_events_are_folded_and_none_is_lost(made: Situation) -> None:
    def told(blocks: tuple[DayBlock, ...]) -> set[str]:
        return {entry.event.id for block in blocks for _, entries in block.countries for entry in entries}

    at_once, further = told(made.days), told(made.further)
    assert at_once
    assert further
    assert not at_once & further
    assert at_once | further == {entry.event.id for entry in made.entries}
    assert further == {e.event.id for e in made.entries if is_lesser(e)} - {head.opens for head in made.headlines}
    assert all(gravity(entry) > FORCE and not entry.contested for entry in made.entries if entry.event.id in further)
    html, text = render.html(made), render.markdown(made)
    fold = html[html.index('<details id="further">') :].split("</details>")[0]
    assert f">{len(further)} further event" in fold
    assert all((f'id="{anchor(key)}"' in fold) == (key in further) for key in at_once | further)
    assert text.index("## Events by day and place") < text.index("## Further events") < text.index("## Where accounts")


def test_words_in_quotation_marks_stand_on_the_page_and_no_sentence_ends_twice(made: Situation) -> None:
    texts = {key: " ".join(one.page.text.split()).casefold() for key, one in made.sheets.items()}
    quoted = 0
    for entry in made.entries:
        for line in entry.lines:
            held = [texts[one.page] for one in line.evidence]
            assert not line.text.endswith("..")
            for words in re.findall("“([^”]+)”", line.text):
                quoted += 1
                assert any(words.casefold() in text for text in held), line.text
    assert quoted


def test_a_figure_whose_words_stand_apart_is_not_quoted() -> None:
    composer = Composer(Catalogue(*records()), Privacy([]))
    page = next(iter(composer.catalogue.pages.values()))
    word, *_, last = page.text.split()
    assert composer.verbatim(f"“{word}” and “{word} {last}”", page.id) == f"“{word}” and {word} {last}"


def test_who_denies_is_named_first(made: Situation) -> None:
    told = [line.text for entry in made.entries for line in entry.lines if " denied that" in line.text]
    assert any(text.startswith("A military source denied that the Syrian Arab Army") for text in told)
    assert any(text.startswith("The Rapid Support Forces denied that, in Nyala") for text in told)


def test_where_nothing_grave_is_told_nothing_is_folded(made: Situation) -> None:
    talks = [entry for entry in made.entries if is_lesser(entry)]
    assert parted(talks, ()) == (talks, [])


def test_no_account_is_said_to_differ_without_saying_how(made: Situation) -> None:
    assert made.contested
    for entry in made.contested:
        assert len(entry.accounts) > 1 or entry.toll_rows or entry.disputes
