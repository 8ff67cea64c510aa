"""Choices in, the same with streets, bridges and hospitals put into the town that the text speaks of.

What is named after a person or a far-off place stands in the one town of its sentence, else in the page's main town.
"""

from collections import Counter

import msgspec

from crossreport.gazetteer import Entry
from crossreport.grounding.places.choose import Choice
from crossreport.grounding.places.words import place_words

MAIN_SHARE = 0.5  # of a page's mentions of towns that must be of one for it to be the main town
MAIN_TIMES = 2


def in_their_towns(choices: list[Choice]) -> list[Choice]:
    """The choices in their order; `assumed` marks those whose town is inferred."""
    main = _main_town(choices)
    return [_in_town(choice, choices, main) for choice in choices]


def _in_town(choice: Choice, choices: list[Choice], main: Entry | None) -> Choice:
    noun = choice.seen.sighting.tail.noun
    if choice.best is not None or (choice.container is not None and choice.container.kind == "settlement"):
        return choice
    if noun is None or not _stands_in_towns(noun):
        return choice
    here = {entry.id: entry for entry in _towns(choices, choice.seen.sighting.sentence)}
    town = next(iter(here.values())) if len(here) == 1 else main
    if town is None or (choice.container is not None and choice.container.country != town.country):
        return choice
    return msgspec.structs.replace(choice, container=town, assumed=True)


def _stands_in_towns(noun: str) -> bool:
    """ "Street", "hospital", "quarter"; a "district" may be one of a province."""
    return noun in place_words().streets | place_words().in_town or place_words().kind_of(noun) == "district"


def _towns(choices: list[Choice], sentence: int | None = None) -> list[Entry]:
    return [
        choice.best.entry
        for choice in choices
        if choice.best is not None
        and choice.best.entry.kind == "settlement"
        and choice.seen.sighting.kind != "facility"
        and sentence in {None, choice.seen.sighting.sentence}
    ]


def _main_town(choices: list[Choice]) -> Entry | None:
    towns = _towns(choices)
    counts = Counter(entry.id for entry in towns)
    number, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=(0, 0))
    if count < MAIN_TIMES or count < MAIN_SHARE * len(towns):
        return None
    return next(entry for entry in towns if entry.id == number)
