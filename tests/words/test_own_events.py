"""A user's own event types: what is read, what is refused, and that a page tells them without any change of code."""

from io import BytesIO

import pytest

from crossreport.model import EventReport
from crossreport.pipeline import parts
from crossreport.pipeline.options import OwnWords
from crossreport.pipeline.plan import page_version
from crossreport.words.events import ontology, triggers
from crossreport.words.loader import WordsError
from crossreport.words.own_events import read_own

OWN = """
types:
  well_poisoning:
    source: our own field manual
    like: looting_destruction
    verbs: ["poison object=cistern", "foul object=cistern"]
    nouns: ["fouling prep=of:cistern"]
  rearming:
    source: our own field manual
    verbs: ["rearm object=armed"]
    roles: {object: recipient}
  looting_destruction:
    source: our own field manual
    verbs: [ransack-and-strip]
classes:
  cistern: [cistern, borehole]
"""
SAID = "Fighters of the Rapid Support Forces fouled the borehole in El Geneina on Tuesday, the governor said."
ARMED = "The Rapid Support Forces rearmed the Justice and Equality Movement in El Geneina on Tuesday."


@pytest.fixture(autouse=True)
def _nothing_stays():
    yield
    parts.use_own(())


def own(text: str) -> tuple[OwnWords, ...]:
    return (OwnWords("events", "own.yaml", text),)


def reports(text: str) -> list[EventReport]:
    """What a text tells under the words in use."""
    capture = next(iter(parts.take_in(["-"], BytesIO(text.encode()))))
    page = parts.read(capture, None)
    analysis = parts.analyse(page)
    return list(parts.code(page, analysis, parts.ground(page, analysis)).reports)


def test_a_new_type_is_told_with_its_codes_and_roles():
    assert "well_poisoning" not in [report.type.label for report in reports(SAID)]
    assert "rearming" not in [report.type.label for report in reports(ARMED)]
    parts.use_own(own(OWN), check=True)
    (report,) = reports(SAID)
    assert report.type.label == "well_poisoning"
    assert report.type.acled == ontology().types["looting_destruction"].acled
    assert [(one.role, one.actor.name) for one in report.participants] == [("agent", "Rapid Support Forces")]
    (report,) = reports(ARMED)
    assert (report.type.label, report.type.acled) == ("rearming", None)
    roles = {one.role: one.actor.name for one in report.participants}
    assert roles == {"agent": "Rapid Support Forces", "recipient": "Justice and Equality Movement"}


def test_nothing_shipped_is_lost_and_nothing_stays_behind():
    before = (set(ontology().types), sum(map(len, triggers().values())))
    parts.use_own(own(OWN), check=True)
    assert set(ontology().types) == before[0] | {"well_poisoning", "rearming"}
    assert sum(map(len, triggers().values())) == before[1] + 5
    assert triggers()["verb", "poison"][0].type == "well_poisoning"
    parts.use_own(())
    assert (set(ontology().types), sum(map(len, triggers().values()))) == before


def test_pages_are_read_again_when_the_types_change():
    assert len({page_version(), page_version(own(OWN)), page_version(own(OWN + " "))}) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("types: {}", "it holds no types"),
        ("types: {a_b: {verbs: [foul]}}", "source"),
        ("types: {a_b: {source: x}}", "a_b: it has no verbs and no nouns"),
        ("types: {A B: {source: x, verbs: [foul]}}", "A B: a type is called by small letters"),
        ("types: {arrest: {source: x, verbs: [foul], scheme: parties}}", "arrest: it is a type of the codebook"),
        ("types: {a_b: {source: x, verbs: [foul], like: peace}}", "like 'peace', which is no type"),
        ("types: {a_b: {source: x, verbs: [foul], roles: {object: villain}}}", "object: villain is no role"),
        ("types: {a_b: {source: x, verbs: [foul], acled: [Battles, Tea]}}", "Battles / Tea is no event and sub-event"),
        ("types: {a_b: {source: x, verbs: [foul], mood: bad}}", "mood"),
        ("types: {a_b: {source: x, verbs: ['foul objekt=well']}}", "'objekt=well' of 'foul objekt=well'"),
        ("types: {a_b: {source: x, verbs: ['']}}", "has no lemma"),
        ("types: [", "own.yaml"),
    ],
)
def test_what_is_wrong_is_named(text, says):
    with pytest.raises(WordsError, match=r"own\.yaml") as refused:
        read_own("own.yaml", text)
    assert says in str(refused.value)
