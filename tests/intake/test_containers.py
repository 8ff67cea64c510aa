"""A container gives every page once, with its place, address and facts; what is broken in it is named."""

import gzip
import io
import json

import pytest

from crossreport.intake import Gathering, read_paths
from crossreport.intake.limits import MAX_FAULTS
from crossreport.model import Capture, Rejection, digest
from evals import containers as made


def read(data, **kwargs):
    """The outcomes of one file's bytes."""
    found = read_paths(["-"], stdin=io.BytesIO(data), **kwargs)
    return list(found)


def captures(data):
    found = read(data)
    assert all(isinstance(one, Capture) for one in found), found
    return found


def said(capture):
    return {one.kind: one.value for one in capture.said}


@pytest.fixture(params=["plain", "members", "whole"])
def warc(request):
    """The same records in the three forms of an archive."""
    forms = {
        "plain": b"".join,
        "members": made.zipped,
        "whole": lambda records: gzip.compress(b"".join(records), mtime=0),
    }
    return forms[request.param]


def test_a_warc_gives_its_pages_with_place_address_and_day(tmp_path, warc):
    info = made.warc_block("warcinfo", b"software: x\r\n", "application/warc-fields")
    asked = made.warc_block("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    data = warc([info, asked, made.warc_record(1), made.warc_record(2)])
    (tmp_path / "a.warc.gz").write_bytes(data)
    first, second = read_paths([tmp_path], gathering=Gathering("crossreport 9", "A. Archivist"))
    assert first.name == f"a.warc.gz#3 {made.address(1)}"
    assert (first.url, first.media_type, first.data) == (made.address(1), "text/html", made.page(1).encode())
    assert said(first) == {"captured": made.MOMENT}
    facts = first.collection
    assert (facts.method, facts.tool, facts.collector) == ("file", "crossreport 9", "A. Archivist")
    assert (facts.container, facts.position, facts.collected_at) == (digest(data), "#3", made.MOMENT)
    assert second.name.startswith("a.warc.gz#4 ")


def test_a_wet_file_gives_its_texts(warc):
    block = made.text(5).encode()
    extra = "WARC-Identified-Content-Language: eng\r\n"
    record = made.warc_block("conversion", block, "text/plain", made.address(5), extra)
    (capture,) = captures(warc([record]))
    assert (capture.data, capture.media_type, said(capture)["language"]) == (block, "text/plain", "eng")


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ("Content-Encoding: gzip\r\n", lambda body: gzip.compress(body, mtime=0)),
        ("Transfer-Encoding: chunked\r\n", lambda body: b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"),
    ],
)
def test_what_the_server_packed_is_unpacked(headers, pack):
    (capture,) = captures(made.warc_record(1, pack(made.page(1).encode()), headers=headers))
    assert capture.data == made.page(1).encode()


def test_the_servers_charset_is_heard_where_the_page_is_silent():
    body = "<html><body><p>Bombalar Şırnak’a düştü, dedi.</p></body></html>".encode("cp1254")
    (capture,) = captures(made.warc_record(1, body, media="text/html; charset=windows-1254"))
    assert (capture.encoding, capture.encoding_reason) == ("cp1254", "header")


@pytest.mark.parametrize(
    ("record", "rule"),
    [
        (made.warc_record(1, b"\x89PNG....", media="image/png"), "other_media"),
        (made.warc_record(1, status="404 Not Found"), "http_status"),
        (made.warc_block("revisit", b"HTTP/1.1 200 OK\r\n\r\n", "application/http; msgtype=response"), "revisit"),
        (made.warc_block("response", b"no answer", "application/http; msgtype=response"), "damaged"),
        (
            made.warc_block("resource", b"changed", "text/plain", extra="WARC-Block-Digest: sha1:AAAA\r\n"),
            "digest_mismatch",
        ),
    ],
)
def test_what_is_no_page_of_an_archive_is_named(record, rule):
    found = read(record + made.warc_record(2))
    assert [getattr(one, "rule", "read") for one in found] == [rule, "read"]


def broken_member():
    member = bytearray(gzip.compress(made.warc_record(2), mtime=0))
    member[100] ^= 0xFF
    member[101] ^= 0xFF
    return bytes(member)


@pytest.mark.parametrize(
    ("data", "good"),
    [
        (made.zipped([made.warc_record(1)]) + broken_member() + made.zipped([made.warc_record(3)]), {1, 3}),
        (made.zipped([made.warc_record(1), made.warc_record(2)])[:-60], {1}),
        (b"".join(made.warc_record(n) for n in (1, 2))[:-60], {1}),
        (made.warc_record(1) + b"rubbish\r\n" * 5 + made.warc_record(3) + made.warc_record(4), {3, 4}),
        (gzip.compress(made.warc_record(1) + b"rubbish\r\n" * 5 + made.warc_record(3), mtime=0), {3}),
        (made.zipped([made.warc_record(1)]) + b"no gzip at all", {1}),
    ],
)
def test_a_damaged_archive_is_read_as_far_as_it_holds_and_reported(data, good):
    found = read(data)
    pages = {one.data for one in found if isinstance(one, Capture)}
    assert pages == {made.page(n).encode() for n in good}
    assert [one.rule for one in found if isinstance(one, Rejection)] == ["damaged"]


def test_reading_ends_where_there_is_more_damage_than_archive():
    found = read(made.warc_record(1) + b"rubbish\r\nWARC/1.0\r\nrubbish\r\n" * (3 * MAX_FAULTS))
    assert len(found) <= MAX_FAULTS + 1
    assert all(one.rule == "damaged" for one in found)


def test_a_wacz_gives_the_pages_of_its_archives():
    data = made.wacz(made.zipped([made.warc_record(1)]))
    (capture,) = captures(data)
    assert capture.name == f"-/archive/data.warc.gz#1 {made.address(1)}"
    assert capture.collection.container == digest(data)


def test_a_text_made_of_a_page_is_read_only_where_the_page_itself_is_not_there():
    page = made.warc_block("resource", b"<p>Shells fell on Tina.</p>", "text/html")
    of = "WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000027>\r\n"
    text = made.warc_block("conversion", b"Shells fell on Tina.", "text/plain", extra=of)
    assert [getattr(one, "rule", "read") for one in read(page + text)] == ["read", "conversion"]
    assert [getattr(one, "rule", "read") for one in read(text)] == ["read"]


def test_a_zip_that_is_no_wacz_and_one_with_tricky_names(tmp_path):
    (rejection,) = read(made.wacz(b"", name="../../etc/passwd.warc"))
    assert rejection.rule == "no_web_archive"
    found = read(made.wacz(made.warc_record(1), name="archive/../../../escape.warc"))
    assert len(found) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("record", [made.news_please, made.trafilatura_record])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_json_lines_of_known_tools(record, pack):
    lines = "".join(json.dumps(record(n)) + "\n" for n in (1, 2, 3))
    first, _, third = captures(pack(lines.encode()))
    assert third.name == f"-#3 {made.address(3)}"
    title, paragraphs = made.story(1)
    assert first.data.decode() == f"{title}\n\n" + "\n".join(paragraphs)
    assert said(first)["published"].startswith(made.DAY)
    assert said(first)["title"] == title


@pytest.mark.parametrize("record", [made.c4_record, made.oscar_record])
def test_crawl_exports_state_the_day_of_the_crawl_only(record):
    first, _ = captures("".join(json.dumps(record(n)) + "\n" for n in (1, 2)).encode())
    assert first.data.decode() == made.text(1)
    assert first.url == made.address(1)
    assert "published" not in said(first)
    assert said(first)["captured"] == made.MOMENT


def test_an_unknown_field_that_reads_as_prose_is_the_text():
    (capture,) = captures(json.dumps({"id": 7, "inhalt": made.text(1), "note": "short"}).encode())
    assert capture.data.decode() == made.text(1)


@pytest.mark.parametrize("indent", [None, 1])
def test_one_document_or_a_list_is_json_too(indent):
    records = [made.news_please(n) for n in (1, 2)]
    assert len(captures(json.dumps(records, indent=indent).encode())) == 2
    assert len(captures(json.dumps({"articles": records}, indent=indent).encode())) == 2
    assert len(captures(json.dumps(records[0], indent=indent).encode())) == 1


def test_a_broken_line_costs_itself():
    lines = [json.dumps(made.c4_record(1)), '{"text": "cut', "[1, 2]", '{"id": 5}', json.dumps(made.c4_record(2))]
    rules = [getattr(one, "rule", "read") for one in read("\n".join(lines).encode())]
    assert rules == ["read", "broken_record", "broken_record", "no_text", "read"]


def test_a_feed_gives_its_entries_with_its_clues():
    first, second = captures(made.feed([1, 2]).encode())
    assert second.name == f"-#2 {made.address(2)}"
    assert first.media_type == "text/html"
    assert said(first)["published"] == "Thu, 08 Sep 2016 10:15:00 GMT"
    assert said(first)["outlet"] == "Valley Herald"
    assert made.story(1)[0] in first.data.decode()


def test_atom_and_html_entities():
    entry = "<entry><title>A &amp; B</title><link href='https://x.example/1'/><updated>2016-09-08T00:00:00Z</updated>"
    text = "<content type='html'>&lt;p&gt;Caf&amp;eacute; shelled, residents said.&lt;/p&gt;</content></entry>"
    (capture,) = captures(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}{text}</feed>".encode())
    assert "Café" in capture.data.decode() or "Caf&eacute;" in capture.data.decode()
    assert said(capture)["updated"] == "2016-09-08T00:00:00Z"


def test_a_feed_with_entities_of_its_own_is_refused():
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>'
    assert [one.rule for one in read(bomb.encode())] in (["entities"], ["structured"])


def test_a_mail_gives_its_text_and_its_attached_pages():
    data = made.mail(
        1,
        attached=[
            ("page.html", "text/html", made.page(2).encode()),
            ("map.png", "image/png", b"\x89PNG"),
            ("note.pdf", "application/pdf", made.pdf(["A line"])),
        ],
    )
    body, page, picture, note = read(data)
    assert (body.name, body.media_type) == ("-", "text/plain")
    assert body.data.decode().startswith(made.story(1)[0])
    assert said(body)["sent"] == "Thu, 08 Sep 2016 18:00:00 +0300"
    assert (page.name, page.data) == ("-#1.2 page.html", made.page(2).encode())
    assert picture.rule == "other_media"
    assert note.media_type == "application/pdf"


def test_an_mbox_gives_its_messages(tmp_path):
    (tmp_path / "list.mbox").write_bytes(made.mbox([1, 2, 3]))
    assert [one.name for one in read_paths([tmp_path])] == ["list.mbox#1", "list.mbox#2", "list.mbox#3"]


def test_a_pasted_statement_with_headers_is_no_mail():
    pasted = "From: the press office\nDate: 8 September 2016\nSubject: Shelling\n\nShells fell on Tal Amara.\n"
    (capture,) = captures(pasted.encode())
    assert capture.data == pasted.encode()


def test_a_pdf_is_a_capture_of_its_own():
    data = made.pdf(["Shells fell on the market."])
    (capture,) = captures(data)
    assert (capture.media_type, capture.encoding, capture.data) == ("application/pdf", "pdf", data)
    assert capture.collection.container is None


def test_a_zipped_page_is_unpacked_and_an_archive_within_an_archive_is_not():
    (capture,) = captures(gzip.compress(made.text(1).encode()))
    assert capture.data.decode() == made.text(1)
    (rejection,) = read(gzip.compress(gzip.compress(b"again")))
    assert rejection.rule == "nested"


def test_an_address_is_not_fetched_unasked():
    (rejection,) = read_paths(["https://example.org/story"])
    assert rejection.rule == "not_fetched"
    assert "--fetch" in rejection.says


def test_the_names_of_pages_do_not_depend_on_the_order_of_files(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.jsonl").write_text(json.dumps(made.c4_record(1)) + "\n" + json.dumps({"id": 1}))
    forth = list(read_paths([tmp_path / "one", tmp_path / "two"]))
    assert forth == list(read_paths([tmp_path / "two", tmp_path / "one"]))
