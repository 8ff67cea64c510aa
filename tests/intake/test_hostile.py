"""Inputs made to hurt: each is turned away or read in part, soon, with a reason; none stops what stands beside it."""

import gzip
import io
import json
import random
import time
import zipfile

import pytest

from crossreport.intake import capture_bytes, limits, read_paths
from crossreport.intake import open as opening
from crossreport.model import Capture, Duplicate, Rejection
from evals import containers as made

SECONDS = 10.0  # far above what each takes, far below a hang
MEGABYTE = 1024 * 1024


def read(data):
    began = time.process_time()
    found = list(read_paths(["-"], stdin=io.BytesIO(data)))
    assert time.process_time() - began < SECONDS
    return found


def rules(data):
    return [getattr(one, "rule", "read") for one in read(data)]


def bomb(size=80 * MEGABYTE):
    return gzip.compress(b"\0" * size, 9, mtime=0)


@pytest.mark.parametrize("remark", [b"<!-- -->", b"<!-- --> ", b"<?xml a?>"])
def test_a_file_that_opens_with_many_remarks_is_told_soon(remark):
    began = time.process_time()
    assert isinstance(capture_bytes(remark * 4000 + b"<html><p>Gunmen attacked Goma.", "remarks"), Capture)
    assert time.process_time() - began < 1


def test_a_zipped_bomb_is_not_unfolded():
    assert rules(bomb()) == ["too_large"]
    assert set(rules(gzip.compress(b'{"text": "' + b"a" * 80 * MEGABYTE, 9))) <= {"broken_record", "damaged"}


def test_a_bomb_in_an_archive_costs_itself():
    record = made.warc_record(2, bomb(), headers="Content-Encoding: gzip\r\n")
    assert rules(made.warc_record(1) + record + made.warc_record(3)) == ["read", "damaged", "read"]
    member = gzip.compress(made.warc_record(2)[:200] + b"\0" * 80 * MEGABYTE, 9, mtime=0)
    found = rules(made.zipped([made.warc_record(1)]) + member + made.zipped([made.warc_record(3)]))
    assert found[0] == found[-1] == "read"
    assert set(found[1:-1]) == {"damaged"}


def test_a_bomb_in_a_wacz_is_not_unfolded():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", b"WARC/1.0\r\n" + b"\0" * 80 * MEGABYTE)
    assert rules(stream.getvalue()) == ["bomb"]


@pytest.mark.parametrize("depth", [2, 6])
def test_archives_in_archives_are_refused(depth):
    data = made.text(1).encode()
    for _ in range(depth):
        data = gzip.compress(data, mtime=0)
    assert rules(data) == ["nested"]
    assert rules(gzip.compress(made.wacz(made.warc_record(1)))) == ["nested"]
    assert rules(made.warc_record(1, gzip.compress(made.text(1).encode()), media="text/html")) == ["binary"]


def test_an_encrypted_wacz_is_named():
    data = bytearray(made.wacz(made.warc_record(1)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    assert rules(bytes(data)) == ["encrypted"]


def test_an_endless_line_among_others_costs_itself():
    long = b'{"text": "' + b"a" * (limits.MAX_PAGE_BYTES + 5) + b'"}\n'
    short = json.dumps(made.c4_record(1)).encode() + b"\n"
    other = json.dumps(made.c4_record(2)).encode() + b"\n"
    assert rules(short + long + other) == ["read", "too_large", "read"]


def test_standard_input_without_end_is_cut_off(monkeypatch):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, target):
            target[:] = b"a" * len(target)
            return len(target)

    monkeypatch.setattr(opening, "MAX_STDIN_BYTES", 20 * MEGABYTE)
    (rejection,) = read_paths(["-"], stdin=Endless())
    assert rejection.rule == "too_large"


@pytest.mark.parametrize("document", ['{"a":' * 100_000, "[" * 100_000, '{"a":' * 500 + "1" + "}" * 500])
def test_json_nested_without_end_is_no_page(document):
    assert all(rule != "read" for rule in rules(document.encode()))
    assert rules(f"{json.dumps(made.c4_record(1))}\n{document}\n{json.dumps(made.c4_record(2))}".encode())[::2] == [
        "read",
        "read",
    ]


@pytest.mark.parametrize(
    "label", ["rot13", "zlib", "base64", "hex", "undefined", "idna", "unicode_escape", "x" * 39, "utf-7"]
)
def test_no_name_of_an_encoding_is_believed_that_is_none(label):
    page = made.page(1).replace('charset="utf-8"', f'charset="{label}"').encode() + b"\xff\xfe\xe9"
    capture = capture_bytes(page, "a.html")
    assert isinstance(capture, Capture)
    assert capture.data.decode(capture.encoding, "replace")
    assert capture_bytes(page, "a.html", media="text/html", charset=label + "\0")


def test_nul_bytes_cost_their_page_only():
    lines = [made.c4_record(1), made.c4_record(2) | {"text": "Shells fell.\0" * 40}, made.c4_record(3)]
    assert rules("\n".join(map(json.dumps, lines)).encode()) == ["read", "binary", "read"]


def test_lone_surrogates_become_replacement_characters():
    line = (
        '{"text": "' + "Shells fell on the market \\ud800 of the town. " * 4 + '", "url": "https://x.example/\\udfff"}'
    )
    (capture,) = read(line.encode())
    capture.data.decode("utf-8")


def test_a_mail_with_a_thousand_parts_is_read_up_to_the_limit():
    parts = [(f"{n}.html", "text/html", made.page(n).encode()) for n in range(limits.MAX_PARTS + 20)]
    found = read(made.mail(1, attached=parts))
    assert sum(isinstance(one, Capture) for one in found) == limits.MAX_PARTS + 1
    assert found[-1].rule == "too_many_parts"


def test_a_mail_of_layers_upon_layers_is_refused():
    head = b"From: a@x.example\r\nMIME-Version: 1.0\r\n"
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    assert rules(head + opened + b"\r\nText") == ["too_many_parts"]
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(600))
    assert len(rules(head + deep + b"\r\nText")) == 1


def test_messages_in_messages_end():
    message = made.mail(1)
    for layer in range(limits.MAX_MESSAGE_DEPTH + 3):
        mark = b"z%dz" % layer
        message = (
            b"From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n"
            b"Content-Type: message/rfc822\r\n\r\n%s\r\n--%s--\r\n" % (mark, mark, message, mark)
        )
    found = rules(message)
    assert "too_deep" in found


def test_an_mbox_with_thousands_of_messages_gives_each():
    found = rules(made.mbox(range(3000)))
    assert found == ["read"] * 3000


def test_feeds_with_markup_in_their_words():
    feed = made.feed([1]).replace(
        "Valley Herald</title>", "Valley &amp;nbsp; &lt;script&gt;x&lt;/script&gt;</title>", 1
    )
    assert rules(feed.encode()) == ["read"]
    assert rules(made.feed([1]).replace("<channel>", "<channel>&nbsp;&eacute;", 1).encode()) == ["read"]
    external = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = read(made.feed([1]).replace("<rss", external + "<rss", 1).replace("report 1", "&x;").encode())
    assert all(isinstance(one, Rejection) or b"root:" not in one.data for one in found)


CONTAINERS = made.one_of_each()


@pytest.mark.parametrize("kind", sorted(CONTAINERS))
def test_no_damage_stops_the_reading(kind):
    """Flipped, cut, doubled and zeroed bytes; every outcome is one of the three."""
    chance = random.Random(f"hostile {kind}")
    whole = CONTAINERS[kind]
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3, 20))):
            at = chance.randrange(len(data))
            what = chance.randrange(4)
            if what == 0:
                data[at] ^= 1 << chance.randrange(8)
            elif what == 1:
                del data[at : at + chance.randrange(1, 200)]
            elif what == 2:
                data[at:at] = data[max(0, at - 100) : at]
            else:
                data[at : at + 20] = bytes(20)
        for one in read(bytes(data)):
            assert isinstance(one, Capture | Rejection | Duplicate)
            assert isinstance(one, Capture | Duplicate) or one.says
