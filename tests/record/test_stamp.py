import subprocess

import pytest
from sqlalchemy import text

from crossreport.record import Erasure, RecordError
from crossreport.record.database import connect, writing
from crossreport.record.journal import START, entry_hash
from crossreport.record.stamp import Head, read_head, request, stamped_at
from tests.builders import coded_of
from tests.record.authority import Authority

OTHER = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"), "Stamps of the test")


@pytest.fixture
def stamped(tmp_path, authority):
    """A head file of the given head, and the authority's answer to its request."""

    def made(head):
        file, answer = tmp_path / "head", tmp_path / "head.tsr"
        file.write_text(head.text())
        (tmp_path / "head.tsq").write_bytes(request(head))
        authority.answer(tmp_path / "head.tsq", answer)
        return file, answer

    return made


def test_the_request_is_the_one_that_openssl_makes(tmp_path):
    head = Head(3, "ab" * 32)
    (tmp_path / "head").write_text(head.text())
    given = ("-data", "head", "-sha256", "-cert", "-no_nonce", "-out", "head.tsq")
    subprocess.run(["openssl", "ts", "-query", *given], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "head.tsq").read_bytes() == request(head)


def test_a_stamp_holds_for_its_head_and_no_other(stamped, authority):
    file, answer = stamped(Head(3, "ab" * 32))
    assert read_head(file) == Head(3, "ab" * 32)
    assert stamped_at(file, answer, authority.certificate).endswith("GMT")
    file.write_text(Head(3, "cd" * 32).text())
    with pytest.raises(RecordError, match="message imprint mismatch"):
        stamped_at(file, answer, authority.certificate)


def test_a_stamp_of_another_authority_does_not_hold(stamped, tmp_path_factory):
    file, answer = stamped(Head(3, "ab" * 32))
    other = Authority(tmp_path_factory.mktemp("other"), "Somebody else")
    with pytest.raises(RecordError, match="certificate verify error"):
        stamped_at(file, answer, other.certificate)


def test_what_is_no_answer_and_no_head_is_named(stamped, authority, tmp_path):
    file, answer = stamped(Head(3, "ab" * 32))
    answer.write_text("<html>busy</html>")
    with pytest.raises(RecordError, match=r"head\.tsr"):
        stamped_at(file, answer, authority.certificate)
    (tmp_path / "notes").write_text("entries: 3")
    with pytest.raises(RecordError, match="is no journal head"):
        read_head(tmp_path / "notes")


def test_a_record_holds_its_former_heads_whatever_comes_after_and_whatever_is_erased(record):
    assert record.stamp() == Head(0, START)
    capture, coded = coded_of()
    record.add_page(capture, coded)
    head = record.stamp()
    record.add_page(*coded_of(OTHER, "b.txt"))
    record.erase(Erasure(capture.id, "R. Coder", "2024-05-01", "a witness asked for it"))
    assert record.holds(head)
    assert record.holds(Head(0, START))
    assert record.verify() == []


def test_a_journal_that_was_written_anew_does_not_hold_the_stamped_head(record, address):
    """Somebody who changes an entry can make the chain whole again, but not the stamped hash."""
    record.add_page(*coded_of())
    record.add_page(*coded_of(OTHER, "b.txt"))
    head = record.stamp()
    engine = connect(address)
    with writing(engine) as connection:
        previous = START
        rows = connection.execute(text("SELECT seq, kind, subject, digest FROM journal ORDER BY seq")).all()
        for seq, kind, subject, digest in rows[::-1]:
            new = entry_hash(3 - seq, kind, subject, digest, previous)
            connection.execute(
                text("UPDATE journal SET seq = :to, previous = :previous, hash = :hash WHERE seq = :seq"),
                {"to": 13 - seq, "previous": previous, "hash": new, "seq": seq},
            )
            previous = new
        connection.execute(text("UPDATE journal SET seq = seq - 10"))
    engine.dispose()
    assert [fault for fault in record.verify() if fault.rule == "chain"] == []
    assert not record.holds(head)
