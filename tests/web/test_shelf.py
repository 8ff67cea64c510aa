"""What lists are made of is the same whether a page's mentions were read or passed over."""

import msgspec

from crossreport.record.codec import canonical
from crossreport.web.shelf import _Entry, _readable
from tests.builders import coded_of

TEXT = 'The governor said that "mentions":[ and "],"model":" stand in the text; "label":"x" too.'


def entry_of(coded):
    return canonical({"coded": coded})


def read(payload):
    return msgspec.json.decode(payload, type=_Entry).coded


def test_mentions_without_a_label_are_passed_over_and_nothing_else():
    _, coded = coded_of(TEXT, "page.txt")
    payload = entry_of(coded)
    short = _readable(payload)
    assert read(payload).mentions
    assert len(short) < len(payload)
    assert read(short).mentions == ()
    assert (read(short).reports, read(short).figures) == (read(payload).reports, read(payload).figures)


def test_a_page_with_a_loaded_word_keeps_its_mentions():
    _, coded = coded_of(TEXT, "page.txt")
    loaded = msgspec.structs.replace(coded.mentions[0], label="terrorists")
    payload = entry_of(msgspec.structs.replace(coded, mentions=(loaded, *coded.mentions[1:])))
    assert _readable(payload) == payload
