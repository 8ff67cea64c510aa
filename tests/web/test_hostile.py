"""Nothing of a page is ever read as markup: not its title, outlet, place, speaker, text, name or address."""

import re

import pytest
from lxml import html
from msgspec.structs import replace

from crossreport.record import open_record
from crossreport.web import deciding
from tests import builders
from tests.rooms import PAGE_ROOMS, install
from tests.web import hand
from tests.web.hostile import MARK, PAYLOADS, thousand

OURS = """
html head meta title link script body a header nav span form label input button p main h1 h2 h3 ol ul li article
blockquote bdi b time select option details summary div section aside mark dl dt dd q dialog kbd table thead tbody tr
th td br caption figure figcaption svg path text circle rect line g defs marker datalist fieldset legend
"""
ELEMENTS = frozenset(OURS.split())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A record in which every text that a page can bring is a payload."""
    path = tmp_path_factory.mktemp("hostile") / "record.db"
    pages = []
    with open_record(path) as record:
        for number, payload in enumerate(thousand()):
            text = f"{payload}\nShells fell on Dair Alwan on Monday, killing 4 people, the governor said. {payload}"
            capture = replace(builders.capture_of(text, f"{payload[:30]}{number}"), url=payload)
            page = replace(builders.page_of(capture), title=payload, outlet=payload, url=payload, language=payload[:9])
            coded = spoilt(builders.code_of(page), payload)
            record.add_page(capture, coded)
            pages.append(coded)
        linked = builders.weigh_of(pages, builders.link_of(pages))
        record.replace_linked(replace(linked, findings=tuple(replace(f, says=PAYLOADS[0]) for f in linked.findings)))
    patch = pytest.MonkeyPatch()
    install(patch, *PAGE_ROOMS)
    desk = hand.desk_at(path, PAYLOADS[1])
    _, figure = deciding.thing(desk, pages[0].figures[0].id)
    deciding.decide_one(desk, "correct", figure.id, PAYLOADS[2], [("of", PAYLOADS[3])])
    deciding.decide_many(desk, "defer", [pages[1].reports[0].id, pages[2].reports[0].id], PAYLOADS[5])
    yield desk
    desk.close()
    patch.undo()


def spoilt(coded, payload):
    """The page with the payload as type, place, day, speaker, reason and actor, too."""
    (report,), (figure,), (claim,) = coded.reports, coded.figures, coded.claims
    voice = replace(report.attribution[0], speaker=payload, cue=payload)
    party = report.participants[0]
    report = replace(
        report,
        place=replace(report.place, name=payload, country=payload),
        type=replace(report.type, label=payload),
        attribution=(voice,),
        reasons=(replace(report.reasons[0], says=payload),),
        participants=(replace(party, actor=replace(party.actor, name=payload), as_written=payload),),
    )
    figure = replace(figure, wording=payload, attribution=(voice,), of=replace(figure.of, text=payload))
    return replace(coded, reports=(report,), figures=(figure,), claims=(replace(claim, speaker=payload),))


@pytest.fixture(scope="module")
def client(hostile):
    return hand.client_of(hostile)


def addresses(desk):
    shelf = desk.shelf()
    yield from ("/queue?state=all", "/events", "/sources", "/judgements", "/search?q=shells")
    yield from ("/map", "/timeline", "/actors", "/links", "/without?source=x", "/source?name=x")
    yield from (f"/queue?state=all&page={number}" for number in range(1, 2 + len(thousand()) // 50))
    yield from (f"/page/{row[0]}" for row in shelf.select("SELECT id FROM page WHERE rowid % 9 = 0"))
    yield from (f"/event/{row[0]}" for row in shelf.select("SELECT id FROM event WHERE rowid % 90 = 0"))


def test_no_view_holds_an_element_an_attribute_or_an_address_that_is_not_ours(hostile, client):
    seen = 0
    for address in addresses(hostile):
        answer = client.get(address)
        assert answer.status_code == (404 if address == "/source?name=x" else 200), address
        check(answer.text)
        seen += answer.text.count("pwned")
    assert seen > len(thousand())  # they are shown, as text


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("address", ["/search", "/queue", "/events", "/page/x", "/nowhere", "/event/x"])
def test_no_query_is_read_as_markup(client, address, payload):
    names = ("q", "state", "type", "outlet", "country", "from", "to", "page", "done", "report", "next")
    answer = client.get(address, params=dict.fromkeys(names, payload))
    assert answer.status_code in (200, 404)
    check(answer.text)


def check(text):
    """Only our elements, no handlers, no styles, one script of our own, no address but inside the app."""
    page = html.fromstring(text)
    for element in page.iter():
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in ELEMENTS, element.tag
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc")]
        for name in ("href", "src", "action"):
            if (value := element.get(name)) is not None:
                assert re.match(r"[/#](?!/)", value), value
    (script,) = page.iter("script")
    assert (script.get("src"), script.text) == ("/static/app.js", None)
    assert str(7919 * 104729) not in text  # no template is read


def test_the_payloads_would_run_if_they_were_not_escaped():
    page = html.fromstring("".join(f"<p>{payload}</p>" for payload in PAYLOADS[:20]))
    assert len(list(page.iter("script"))) > 3
    assert any(MARK in value for element in page.iter() for value in element.attrib.values())
