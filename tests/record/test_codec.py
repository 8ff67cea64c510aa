import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.record.codec import canonical, decode_page
from crossreport.record.journal import entry_hash
from tests.builders import capture_of, code_of, coded_of, page_of

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)


@given(texts)
def test_any_page_survives_the_round_trip(text):
    coded = code_of(page_of(capture_of(text)))
    assert decode_page(canonical(coded)) == coded


def test_every_kind_of_mention_keeps_its_value():
    _, coded = coded_of()
    kinds = {type(mention.value).__name__ for mention in decode_page(canonical(coded)).mentions}
    assert kinds == {"Place", "When", "Quantity", "Actor"}


def test_an_ungrounded_mention_keeps_none():
    _, coded = coded_of("Shells fell on Dair Alwan on Monday, killing 4 people; the governor named nobody.")
    values = [mention.value for mention in decode_page(canonical(coded)).mentions if mention.kind == "person"]
    assert values == [None]


def test_keys_are_sorted():
    stored = canonical({"b": 1, "a": {"d": 2, "c": 3}})
    assert stored == '{"a":{"c":3,"d":2},"b":1}'


def test_broken_unicode_is_refused():
    with pytest.raises(ValueError, match="not storable"):
        canonical("\ud800")


def test_a_stored_page_that_is_no_page_is_refused():
    with pytest.raises(msgspec.ValidationError):
        decode_page("{}")


@given(st.integers(1), st.text(), st.text(), st.text())
def test_a_hash_covers_every_part(seq, kind, subject, payload):
    hashed = entry_hash(seq, kind, subject, payload, "0" * 64)
    assert hashed != entry_hash(seq + 1, kind, subject, payload, "0" * 64)
    assert hashed != entry_hash(seq, kind, subject, payload + "x", "0" * 64)
    assert hashed != entry_hash(seq, kind, subject, payload, "1" * 64)
