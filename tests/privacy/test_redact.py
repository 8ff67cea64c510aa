"""Private names leave the house in no export and no brief; what was erased leaves in none at all."""

import gzip
import io
import json
import zipfile

import pytest

from crossreport.cli.export import NAMES
from crossreport.record import open_record
from crossreport.record.verify import broken_passages

PAGE = """Azaz market: baker SAMIR OBEID among the dead

AZAZ, Syria, May 4, 2016 - Shells hit the bread market of Azaz on Tuesday and killed four people, among them the baker
Samir Obeid and his daughter Rima Obeid, a nurse, Hala Darwish, told this paper. Darwish said that Obeid had lived near
the market.

Governor Adnan Khalaf said that the army had fired the shells.
"""
OTHER = "Gunmen attacked a checkpoint near Idlib on 2 May 2016 and killed 3 soldiers, the army said."
PRIVATE = ("samir", "obeid", "rima ", "darwish", "person:smr")
SIGNED = ("--by", "R. Haddad", "--on", "2016-06-01", "--why", "I read it")


@pytest.fixture
def exported(tmp_path, monkeypatch, crossreport):
    """The bytes of an export; of an archive those of its files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(PAGE)
    (tmp_path / "pages" / "b.txt").write_text(OTHER)
    crossreport("read", "pages", "--quiet")

    def written(name, *more):
        (tmp_path / "out").unlink(missing_ok=True)
        done = crossreport("export", name, "-o", "out", *more)
        assert done.exit_code == 0, done.stderr
        found = (tmp_path / "out").read_bytes()
        if not zipfile.is_zipfile(io.BytesIO(found)):
            return found
        with zipfile.ZipFile(io.BytesIO(found)) as archive:
            return b"\n".join(map(plain, (archive.read(one) for one in archive.namelist())))

    return written


def plain(content):
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def without_wacz():
    return [name for name in NAMES if name != "wacz"]


@pytest.mark.parametrize("name", without_wacz())
def test_no_export_names_private_persons(exported, name):
    found = exported(name).lower()
    assert [word for word in PRIVATE if word.encode() in found] == []


def test_an_official_is_named_and_the_names_of_all_are_given_on_request(exported, crossreport):
    assert b"Adnan Khalaf" in exported("jsonl")
    with_names = exported("jsonl", "--names")
    assert b"Samir Obeid" in with_names
    assert b"\xe2\x96\x88" not in with_names
    assert "names of private persons blocked out:" in crossreport("export", "acled").stderr


def test_the_pages_themselves_are_given_with_names_only(exported, crossreport):
    done = crossreport("export", "wacz", "-o", "out")
    assert done.exit_code == 2
    assert "give --names" in done.stderr
    assert b"Samir Obeid" in exported("wacz", "--names")


def test_every_passage_of_a_blocked_out_record_rereads_and_stands_where_it_stood(exported):
    from crossreport.privacy import redacted

    with open_record("crossreport.db") as record:
        pages = record.coded_pages()
        found = redacted(pages, record.linked(), record.judgements())
    assert [list(broken_passages(coded)) for coded in found.pages] == [[], []]
    for old, new in zip(pages, found.pages, strict=True):
        assert len(old.page.text) == len(new.page.text)
        assert [(one.id, one.span.start) for one in old.reports] == [(one.id, one.span.start) for one in new.reports]
        assert [(one.id, one.best) for one in old.figures] == [(one.id, one.best) for one in new.figures]
    assert "█████ █████" in found.pages[0].page.text
    assert found.pages[1] == pages[1]
    lines = [json.loads(line) for line in exported("jsonl").splitlines()]
    assert {line["record"] for line in lines} >= {"page", "mention", "event_report", "figure", "event"}


def test_a_judgement_gives_no_name_away(exported, crossreport):
    (claim,) = [
        json.loads(line)["id"]
        for line in exported("jsonl", "--names").splitlines()
        if json.loads(line)["record"] == "claim" and "Darwish" in json.loads(line)["speaker"]
    ][:1]
    assert crossreport("judge", "correct", claim, "speaker=Hala Darwish of Azaz", *SIGNED).exit_code == 0
    assert b"Hala Darwish of" in exported("jsonl", "--names")
    assert b"Darwish" not in exported("jsonl")


@pytest.mark.parametrize("name", NAMES)
def test_what_was_erased_is_in_no_export_and_the_reason_stays(exported, crossreport, name):
    report = next(
        one["id"] for one in map(json.loads, exported("jsonl").splitlines())
        if one["record"] == "event_report" and one["place"] and one["place"]["name"] == "Azaz"
    )  # fmt: skip
    words = ("--by", "R. Haddad", "--on", "2016-06-01", "--why", "Samir Obeid was a baker")
    assert crossreport("judge", "correct", report, "status=alleged", *words).exit_code == 0
    assert crossreport("erase", "a.txt", *SIGNED[:5], "his family asked for it").exit_code == 0
    found = exported(name, "--names").lower()
    assert [word for word in (*PRIVATE, "azaz") if word.encode() in found] == []
    with open_record("crossreport.db") as record:
        assert record.verify() == []
        assert [one.why for one in record.erasures()] == ["his family asked for it"]
        assert record.judgements(superseded=True) == []
        record.rebuild()
        assert record.verify() == []
        assert record.judgements(superseded=True) == []


@pytest.mark.usefixtures("exported")
def test_what_was_erased_is_in_no_brief_and_no_byte_of_the_record(crossreport, tmp_path):
    crossreport("erase", "a.txt", *SIGNED[:5], "his family asked for it")
    crossreport("brief", "--html", "brief.html", "--markdown", "brief.md", "--names")
    for path in ("brief.html", "brief.md", *(one.name for one in tmp_path.glob("crossreport.db*"))):
        assert b"obeid" not in (tmp_path / path).read_bytes().lower()


def test_a_reason_names_no_part_of_a_withheld_name(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.txt").write_text(
        "GOMA, May 4, 2016 - Shells hit a bus near Goma on Tuesday and killed four people.\n\n"
        '"We heard the shell, and then there was no bus," said Imani Kahindo, 34, who lost a sister in the attack.\n'
    )
    crossreport("read", "c.txt", "--quiet")
    crossreport("export", "jsonl", "-o", "named", "--names")
    crossreport("export", "jsonl", "-o", "out")
    assert "'Imani'" in (tmp_path / "named").read_text()
    assert "Imani" not in (tmp_path / "out").read_text()
