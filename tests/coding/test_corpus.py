"""The invented sentences: sound, spread over all types, and read as well as they once were."""

from collections import Counter
from typing import get_args

import pytest

from crossreport.model import Status
from crossreport.words.events import ontology
from evals.sentences import PARTS, Tally, sentences, tally

EACH = 6  # sentences of each type in each part
QUIET = 50  # sentences of each part in which nothing happens


@pytest.fixture(scope="module")
def dev() -> Tally:
    return tally("dev")


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_is_sound(part: str):
    known, statuses = set(ontology().types), {str(status) for status in get_args(Status)}
    for sentence in sentences(part):
        assert sentence.text == sentence.text.strip() != ""
        for event in sentence.events:
            assert event.type in known, sentence.text
            assert event.status in statuses, sentence.text
            assert not (event.party and (event.agent or event.target)), sentence.text


@pytest.mark.parametrize("part", PARTS)
def test_every_type_is_told_often_enough(part: str):
    told = Counter(event.type for sentence in sentences(part) for event in sentence.events)
    assert {type_ for type_ in ontology().types if told[type_] < EACH} == {"other"}
    assert sum(not sentence.events for sentence in sentences(part)) >= QUIET


def test_no_sentence_stands_twice():
    texts = [sentence.text for part in PARTS for sentence in sentences(part)]
    assert len(texts) == len(set(texts))


def test_the_types_are_found(dev: Tally):
    measures = dev.measures()
    assert measures["exact_recall"] >= 0.87
    assert measures["family_recall"] >= 0.88


def test_little_is_invented(dev: Tally):
    measures = dev.measures()
    assert measures["invented"] <= 0.09
    assert measures["false_alarms"] <= 0.04


def test_no_type_is_lost(dev: Tally):
    poor = [type_ for type_, wanted in dev.wanted.items() if dev.exact[type_] < wanted / 2]
    assert poor == []
