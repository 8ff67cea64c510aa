import json
from io import BytesIO

from crossreport.export.jsonl import write
from crossreport.model import Linked
from tests.builders import coded_of, link_of, weigh_of

OTHER = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."
CONTRACT = {
    "page": "record id capture name outlet title language text dropped published source_group",
    "mention": "record id page kind span value candidates reasons",
    "event_report": "record id page type participants place when status attribution figures confidence span reasons",
    "figure": "record id page event_report measure of low best high wording bound scope cumulative part_of attribution "
    "status span confidence",
    "claim": "record id page speaker actor_id via mode cue says about span",
    "event": "record id reports type sides place when status grade voices killed reasons",
    "source_group": "record id pages kind origin shared",
    "finding": "record kind members says reasons",
}


def written(pages, linked=Linked((), (), ())):  # noqa: B008
    stream = BytesIO()
    write(stream, pages, linked)
    return stream.getvalue()


def whole():
    pages = [coded_of()[1], coded_of(OTHER, "b.txt")[1]]
    return pages, weigh_of(pages, link_of(pages))


def test_every_kind_has_the_fields_of_the_contract():
    records = [json.loads(line) for line in written(*whole()).splitlines()]
    assert {record["record"] for record in records} == set(CONTRACT)
    for record in records:
        assert set(CONTRACT[record["record"]].split()) <= set(record)


def test_a_page_names_its_source_group():
    pages, linked = whole()
    records = [json.loads(line) for line in written(pages, linked).splitlines()]
    groups = {
        page: record["id"] for record in records if record["record"] == "source_group" for page in record["pages"]
    }
    for record in records:
        if record["record"] == "page":
            assert record["source_group"] == groups[record["id"]]


def test_every_span_rereads():
    records = [json.loads(line) for line in written(*whole()).splitlines()]
    texts = {record["id"]: record["text"] for record in records if record["record"] == "page"}
    spans = [(record, span) for record in records for span in spans_in(record)]
    assert len(spans) > 20
    for record, span in spans:
        text = texts.get(record["id"]) or texts[record["page"]]
        assert text[span["start"] : span["end"]] == span["quote"]


def spans_in(value):
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for member in value.values():
            yield from spans_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from spans_in(member)


def test_the_order_of_pages_is_that_of_their_names():
    pages, linked = whole()
    assert written(pages, linked) == written(pages[::-1], linked)
    kinds = [json.loads(line)["record"] for line in written(pages, linked).splitlines()]
    assert kinds[0] == "page"
    assert kinds[-1] == "finding"


def test_nothing_is_written_for_nothing():
    assert written([]) == b""
