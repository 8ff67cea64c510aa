"""Text that nobody should write and crawls bring: offsets point at the same characters, whatever stands there."""

import unicodedata
from random import Random
from time import process_time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossreport.language import Analyser
from crossreport.language.conllu import parse_text
from crossreport.language.lemma import lemmatise
from crossreport.language.mending import mend
from crossreport.language.sentences import split_sentences
from crossreport.language.tokenise import tokenise
from crossreport.model import Analysis, Block, Page, Published
from crossreport.model.analysis import Token

STORY = "Government troops shelled Bir Hamdan on Friday, killing 14 people, a doctor told Radio Nuba."
LONG = 20_000  # characters
SECONDS = 10  # of processor, for a fiftieth of a second's work: room for a slow machine, none for squares
OVERLONG = {
    "one word": "a" * LONG,
    "words": "men of the north and ",
    "commas": "women, children, ",
    "capitals": "GOMA KIVU ",
    "hyphens": "a-",
    "dots": "a.",
    "brackets": "(A",
    "quotes": "\"a'",
    "bidi": "\u202eab\u202c ",
    "zero width": "a\u200bb\u200d ",
    "emoji": "🚀🏴‍☠️👩🏽‍⚕️ ",
    "scripts": "حلب Алеппо アレッポ ဟလပ် ",
    "combining": "e\u0301\u0327",
    "digits": "1,",
    "mails": "a.b@c",
}
PIECES = [
    "Goma",
    "حلب",
    "Київ",
    "မြန်မာ",
    "シリア",
    "🏴‍☠️",
    "👩🏽‍⚕️",
    "\u202e",
    "\u2067",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "e\u0301",
]
PIECES += [
    "don't",
    "’s",
    "U.S.",
    "a@b.c",
    "http://x.y/z",
    "3,5km",
    "—",
    "...",
    "?!",
    "\x07",
    "\0",
    "\ufffd",
    "𝔊𝔬𝔪𝔞",
    "ﬁ",
]
GAPS = ["", " ", "\u00a0", "\u2009", "\n", "\r\n", "\t", "\n\n", ". ", ", "]


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def page(text: str) -> Page:
    blocks = (Block(0, len(text), "paragraph"),) if text else ()
    return Page("p", "c", "p", None, None, "en", text, blocks, (), Published("2015", None, None))


def check(text: str, analysis: Analysis) -> None:
    """Every visible character lies in exactly one word, words stand where they say, every sentence is a tree."""
    held: list[int] = []
    for sentence in analysis.sentences:
        heads = [token.head for token in sentence.tokens]
        assert heads.count(-1) == 1
        assert sentence.subtree(heads.index(-1)) == list(range(len(heads)))
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert sentence.start <= token.start < token.end <= sentence.end
            held += range(token.start, token.end)
    assert held == [at for at, char in enumerate(text) if not char.isspace()]


def overlong(kind: str, size: int) -> str:
    part = OVERLONG[kind]
    return (part * (size // len(part) + 1))[:size].strip()


@pytest.mark.parametrize("kind", OVERLONG)
def test_words_of_20_000_characters_without_an_end(kind: str):
    text = overlong(kind, LONG)
    begun = process_time()
    words = tokenise(text)
    split_sentences(text)
    assert process_time() - begun < SECONDS
    assert [at for first, last in words for at in range(first, last)] == [
        at for at, char in enumerate(text) if not char.isspace()
    ]


@pytest.mark.parametrize("kind", ["bidi", "zero width", "emoji", "scripts", "combining", "mails"])
def test_a_sentence_of_2_000_characters_and_its_tree(analyser: Analyser, kind: str):
    text = overlong(kind, LONG // 10)
    check(text, analyser.analyse(page(text)))


def test_a_sentence_of_20_000_characters(analyser: Analyser):
    text = overlong("commas", LONG)
    check(text, analyser.analyse(page(text)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=25))
def test_any_mixture(analyser: Analyser, parts: list[tuple[str, str]]):
    text = "".join(piece + gap for piece, gap in parts)
    check(text, analyser.analyse(page(text)))


def test_what_stands_before_and_behind_moves_no_offset_within(analyser: Analyser):
    """Each paragraph is read by itself: an emoji or a mark of direction elsewhere only shifts it."""
    plain = analyser.analyse(page(STORY)).sentences[0]
    for before in ("🚀🏴‍☠️", "\u202e\u2067", "مدينة حلب", "e\u0301e\u0301"):
        text = f"{before}\n\n{STORY}\n\n{before}"
        start = text.index(STORY)
        blocks = (Block(0, len(before), "paragraph"), Block(start, start + len(STORY), "paragraph"))
        found = analyser.analyse(msgspec.structs.replace(page(text), blocks=blocks)).sentences[-1]
        assert [(t.start - start, t.end - start, t.text, t.head, t.rel) for t in found.tokens] == [
            (t.start, t.end, t.text, t.head, t.rel) for t in plain.tokens
        ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the gov\u00adern\u00adment of Go\u200bma", ["the", "gov\u00adern\u00adment", "of", "Go\u200bma"]),
        (unicodedata.normalize("NFD", "Médenine and Çankırı"), ["Me\u0301denine", "and", "C\u0327ankırı"]),
        ("\u202aGoma\u202c fell", ["\u202a", "Goma", "\u202c", "fell"]),
        ("gone 🏴‍☠️👩🏽‍⚕️", ["gone", "🏴‍☠️", "👩🏽‍⚕️"]),
        ("မြန်မာ နိုင်ငံ", ["မြန်မာ", "နိုင်ငံ"]),
        ("حَلَب fell", ["حَلَب", "fell"]),
    ],
)
def test_marks_that_are_not_seen_tear_no_word(text: str, words: list[str]):
    assert [text[first:last] for first, last in tokenise(text)] == words


def test_a_word_with_hidden_marks_has_the_base_form_of_the_word():
    assert lemmatise("shel\u00adled", "VERB", "VBD") == "shell"
    assert lemmatise("Go\u200bma", "PROPN", "NNP") == "Goma"


def test_the_table_of_a_text_points_into_the_text(analyser: Analyser):
    text = "🚀 Shells hit Go\u200bma.\r\n\u202eNobody\u202c was hurt."
    ranges = [line.rsplit("TokenRange=", 1)[1] for line in parse_text(text, analyser).splitlines() if "\t" in line]
    forms = [line.split("\t")[1] for line in parse_text(text, analyser).splitlines() if "\t" in line]
    assert forms == [text[slice(*map(int, each.split(":")))] for each in ranges]


STORIES = (STORY, "Short.", "Colonel Tarek Mansour of the Free Syrian Army said so.", "", "أخبار Goma 🚀", STORY * 12)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(1, 6), st.sampled_from([1, 2]))
def test_same_output_for_any_order_batch_and_number_of_threads(analyser: Analyser, seed: int, batch: int, threads: int):
    pages = [page(text) for text in STORIES]
    alone = [msgspec.json.encode(analyser.analyse(each)) for each in pages]
    order = Random(seed).sample(range(len(pages)), len(pages))
    other = Analyser(threads)
    found: dict[int, bytes] = {}
    for at in range(0, len(order), batch):
        chosen = order[at : at + batch]
        results = other.analyse_many([pages[index] for index in chosen])
        found |= {index: msgspec.json.encode(result) for index, result in zip(chosen, results, strict=True)}
    assert [found[index] for index in range(len(pages))] == alone


def test_a_sentence_cut_at_any_word_is_mended(analyser: Analyser):
    """What a scan or a table leaves of a sentence may end on any word, with a tree as if it went on."""
    told = (
        "In Goma, shelling by rebels killed two people along with a medic, residents and a nurse said on Monday.",
        "The army, denying the claims that reports of it were baseless, shot down a drone, arresting and beating him.",
    )
    for text in told:
        (sentence,) = analyser.analyse(page(text)).sentences
        for end in range(1, len(sentence.tokens) + 1):
            for rel in ("acl", "advcl", "nsubj", "ccomp", "conj"):
                tokens = [_within(token, end) for token in sentence.tokens[:end]]
                tokens[-1] = msgspec.structs.replace(tokens[-1], rel=rel, xpos="VBG", upos="VERB")
                assert len(mend(tokens)) == end


def _within(token: Token, end: int) -> Token:
    return token if token.head < end else msgspec.structs.replace(token, head=-1)
