"""Every input comes out once: as capture, rejection or duplicate."""

import io
import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossreport.intake import capture_bytes, read_paths
from crossreport.intake.fields import part_of
from crossreport.intake.limits import MAX_PAGE_BYTES
from crossreport.model import Capture, Duplicate, Rejection, digest

STORY = "Shelling hit the market of Tal Amara on Monday, residents said. Two people died.\n"
HTML = "<!doctype html><html><head><title>T</title></head><body><p>" + STORY + "</p></body></html>"


def only(paths, **kwargs):
    (outcome,) = read_paths(paths, **kwargs)
    return outcome


def rejected(paths, rule):
    outcome = only(paths)
    assert isinstance(outcome, Rejection)
    assert outcome.rule == rule
    assert outcome.says.endswith(".")
    return outcome


def test_text_file_is_captured_unchanged(tmp_path):
    (tmp_path / "a.txt").write_bytes(STORY.encode())
    capture = only([tmp_path / "a.txt"])
    assert isinstance(capture, Capture)
    assert (capture.name, capture.media_type, capture.encoding) == ("a.txt", "text/plain", "utf-8")
    assert capture.data == STORY.encode()
    assert capture.id == digest(capture.data)


def test_content_not_extension_decides_the_type(tmp_path):
    (tmp_path / "page.txt").write_text(HTML)
    (tmp_path / "page.html").write_text(STORY)
    kinds = {capture.name: capture.media_type for capture in read_paths([tmp_path])}
    assert kinds == {"page.txt": "text/html", "page.html": "text/plain"}


def test_fragment_of_html_is_html_but_a_quoted_tag_is_not():
    fragment = b"<div><p>One</p><p>Two</p><p>Three</p></div>"
    assert capture_bytes(fragment, "x").media_type == "text/html"
    assert capture_bytes(b"He typed <b> and left the room on Friday.", "x").media_type == "text/plain"


def test_folder_is_read_recursively_in_name_order(tmp_path):
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("z.txt", "b/y.htm", "b/c/x.text", "a.unknown"):
        (tmp_path / name).write_text(STORY + name)
    assert [outcome.name for outcome in read_paths([tmp_path])] == ["a.unknown", "b/c/x.text", "b/y.htm", "z.txt"]


def test_order_of_arguments_changes_nothing(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(STORY)
    forth = list(read_paths([tmp_path / "one", tmp_path / "two"]))
    back = list(read_paths([tmp_path / "two", tmp_path / "one"]))
    assert forth == back
    assert forth[1] == Duplicate("two.txt", digest(STORY.encode()), "one.txt")


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "binary"),
        (b"\xff\xd8\xff\xe0....", "binary"),
        (b"PK\x03\x04....", "damaged"),
        (b"words and a NUL \x00 in the middle of them", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b'<?xml version="1.0"?><urlset><url></url></urlset>', "structured"),
        (b'<?xml version="1.0"?><rss><channel></channel></rss>', "no_entries"),
        (b'{"title": "A page", "text": "in JSON"}', "no_text"),
        (b"day,place,killed\n2023-06-01,Dair Alwan,4\n2023-06-02,Dair Hamrin,7\n", "structured"),
        (b"day\tplace\n2023-06-01\tDair Alwan\n2023-06-02\tDair Hamrin\n", "structured"),
        (b'day;place;note\n1;Dair Alwan;"shelled; twice"\n2;Dair Hamrin;calm\n', "structured"),
        (b"x" * (2 * 1024 * 1024), "long_line"),
    ],
)
def test_what_is_no_page_is_rejected_with_what_to_do(tmp_path, data, rule):
    (tmp_path / "a.txt").write_bytes(data)
    rejection = rejected([tmp_path / "a.txt"], rule)
    assert rejection.name == "a.txt"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, in the north, shells fell\nOn Tuesday, in the south, four died\nOn Friday, in the west, calm\n",
        "Shells fell, residents said.\n\nFour people died, doctors said.\n\nIt was calm later, the governor said.\n",
        "Home | Syria | Opinion\n\nShells fell on Monday.\n\nFour people died.\n",
    ],
)
def test_commas_of_prose_make_no_table(text):
    assert isinstance(capture_bytes(text.encode(), "a.txt"), Capture)


def test_binary_rejection_says_what_is_supported(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    says = rejected([tmp_path / "a.png"], "binary").says
    assert "PNG" in says
    assert "plain text, HTML or PDF" in says


def test_a_huge_line_is_refused_fast_and_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with open(path, "wb") as file:
        for _ in range(50):
            file.write(b"a" * 1024 * 1024)
    began = time.process_time()
    rejection = rejected([path], "too_large")
    assert time.process_time() - began < 1
    assert str(MAX_PAGE_BYTES // 2**20) in rejection.says


def test_missing_path_and_empty_folder(tmp_path):
    assert "no-such" in rejected([tmp_path / "no-such"], "missing").says
    (tmp_path / "empty").mkdir()
    assert "empty" in rejected([tmp_path / "empty"], "no_pages").says


def test_hidden_files_and_linked_folders_are_named_not_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ".secret").write_text(STORY)
    (tmp_path / "in" / ".git").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    rules = {outcome.name: outcome.rule for outcome in read_paths([tmp_path / "in"])}
    assert rules == {".secret": "hidden", ".git": "hidden", "loop": "link"}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    rejected([tmp_path / "pipe"], "special_file")


def test_unreadable_file(tmp_path, monkeypatch):
    """Root may read everything, so the system's refusal is played."""
    (tmp_path / "a.txt").write_text(STORY)

    def refuse(path, *_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("crossreport.intake.open.open", refuse, raising=False)
    rejected([tmp_path / "a.txt"], "unreadable")


def test_one_bad_page_stops_no_other(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "b.txt").write_text(STORY)
    first, second = read_paths([tmp_path])
    assert isinstance(first, Rejection)
    assert isinstance(second, Capture)


def test_stdin_is_a_dash():
    capture = only(["-"], stdin=io.BytesIO(STORY.encode()))
    assert (capture.name, capture.data) == ("-", STORY.encode())


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        ("naïve".encode("utf-8-sig") + STORY.encode(), "utf-8-sig", "bom"),
        (("“Çay” " + STORY).encode("utf-16"), "utf-16", "bom"),
        (STORY.encode("utf-16-le"), "utf-16-le", "detected"),
        (("Süleymaniye " + STORY).encode(), "utf-8", "utf-8"),
    ],
)
def test_encoding_of_text(data, encoding, reason):
    capture = capture_bytes(data, "x")
    assert (capture.encoding, capture.encoding_reason) == (encoding, reason)


def test_encoding_by_meta():
    page = HTML.replace("<head>", '<head><meta charset="windows-1254">').replace("Tal Amara", "Şırnak").encode("cp1254")
    capture = capture_bytes(page, "x")
    assert (capture.encoding, capture.encoding_reason) == ("cp1254", "meta")
    assert "Şırnak" in capture.data.decode(capture.encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café’s owner, Señor Peña, said the “rebels” fled – twice. " * 6, "cp1252"),
        ("قال شهود عيان إن القصف استمر طوال الليل على أحياء المدينة القديمة " * 6, "cp1256"),
    ],
)
def test_old_code_pages_are_detected(text, encoding):
    capture = capture_bytes(text.encode(encoding), "x")
    assert capture.encoding_reason == "detected"
    assert capture.data.decode(capture.encoding, "replace") == text


def test_a_few_broken_bytes_are_replaced_and_said():
    data = ("Évacuation à Séléka. " * 30).encode() + b"\xc3 end \xff."
    capture = capture_bytes(data, "x")
    assert capture.encoding == "utf-8"
    assert "2 undecodable" in capture.encoding_reason


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_capture_that_decodes_or_a_rejection(data):
    outcome = capture_bytes(data, "any")
    if isinstance(outcome, Capture):
        assert outcome.data == data
        if outcome.media_type != "application/pdf":
            outcome.data.decode(outcome.encoding, "replace")
    else:
        assert outcome.rule
        assert outcome.says


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source": "HillWire"}, "HillWire"),
        ({"source": "الميادين"}, "الميادين"),
        ({"source": "https://hillwire.example/a", "hostname": "hillwire.example"}, "hillwire.example"),
        ({"source": "rss"}, None),
        ({"source": "rss", "domain": "hillwire.example"}, "hillwire.example"),
        ({"source": "HillWire", "publisher": "Hill Press"}, "Hill Press"),
    ],
)
def test_a_records_source_is_its_outlet_unless_it_is_an_address_or_a_code(fields, outlet):
    part = part_of({"text": "Two shells hit the upper market at dawn, residents said. " * 4, **fields}, "#1")
    assert next((one.value for one in part.said if one.kind == "outlet"), None) == outlet
