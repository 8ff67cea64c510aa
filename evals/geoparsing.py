"""How well place names are found and placed: LGL and GeoVirus, ours beside nine geoparsers, scored by one code.

    python -m evals.geoparsing [--part dev|test|all] [--corpus LGL|GeoVirus]

*Found* is F1 of exact passages. *Placed* is the share of the right passages that lie within 161 km of the gold point,
and AUC the area under the curve of log distances (less is better); a passage found but not placed counts as wrong.
*Given* names are placed without being looked for; one that no list has takes the point of what the text names nearest,
as a found one does. Both corpora mark countries that only qualify a noun ("U.S. troops", "the UK government"), LGL
peoples ("Syrian") too, which a page's places are not: they are added here, from the register of countries.
"""

import argparse
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from crossreport.gazetteer import Gazetteer, gazetteer
from crossreport.gazetteer.focus import demonyms
from crossreport.gazetteer.sources import countries
from crossreport.grounding.places.choose import kilometres
from crossreport.grounding.places.find import country_of, is_short
from crossreport.grounding.places.mentions import ground_places, place_given
from crossreport.model import Block, Page, Place, Published, content_id
from crossreport.words.spelled import Names
from evals.rooms import Rooms
from evals.toponyms import CORPORA, SYSTEMS, Marked, Part, Toponym, marked

SAMPLE = 4  # of the test documents, every so many-th is held by the gate
NEAR_KM = 161.0
FARTHEST_KM = 20_039.0


class Score(Struct, frozen=True):
    """`exact` None: the corpus has no GeoNames ids, or the answers have none."""

    gold: int
    said: int
    matched: int
    near: int
    auc: float
    numbered: int = 0
    exact: int = 0

    @property
    def f1(self) -> float:
        """Of exact passages."""
        return 2 * self.matched / (self.gold + self.said) if self.matched else 0.0

    @property
    def accuracy(self) -> float:
        """Of the passages found, those placed within 161 km."""
        return self.near / self.matched if self.matched else 0.0


def score(documents: Iterable[tuple[Sequence[Toponym], Sequence[Toponym]]]) -> Score:
    """Gold and answers of each document, passage by passage."""
    gold = said = near = numbered = exact = 0
    errors = []
    for want, have in documents:
        gold += len(want)
        said += len({one.span for one in have})
        by_span = {one.span: one for one in have}
        for one in want:
            answer = by_span.get(one.span)
            if answer is None:
                continue
            apart = _apart(one, answer)
            errors.append(apart)
            near += apart <= NEAR_KM
            numbered += one.geonameid is not None
            exact += one.geonameid is not None and one.geonameid == answer.geonameid
    area = sum(math.log(min(apart, FARTHEST_KM) + 1) for apart in errors) / math.log(FARTHEST_KM + 1)
    return Score(gold, said, len(errors), near, area / len(errors) if errors else 1.0, numbered, exact)


def _apart(gold: Toponym, answer: Toponym) -> float:
    if answer.lat is None or answer.lon is None or gold.lat is None or gold.lon is None:
        return FARTHEST_KM
    return kilometres(gold.lat, gold.lon, answer.lat, answer.lon)


def page_of(document: Marked) -> Page:
    """A page that is all body."""
    text = document.text
    blocks = tuple(Block(match.start(), match.end(), "paragraph") for match in re.finditer(r"[^\n]*\S[^\n]*", text))
    page = content_id("page", document.id, text)
    return Page(page, "eval", document.id, None, None, "en", text, blocks, (), Published("../..", None, None))


def ours(document: Marked, rooms: Rooms, places: Gazetteer) -> list[Toponym]:
    """What our own rooms find, each name by its own passage, with the page's demonyms as their countries."""
    page = page_of(document)
    found = []
    for mention in ground_places(page, rooms.analyse(page), gazetteer=places):
        value, span = mention.value, mention.reasons[0].span or mention.span
        if isinstance(value, Place):
            end = span.end + (page.text[span.end : span.end + 1] == "." and "." in _shortened(page.text, span.start))
            found.append(Toponym(value.name, span.start, end, value.lat, value.lon, value.geonameid))
    taken = [one.span for one in found]
    added = [*_belongings(page.text, places), *(_peoples(page.text, places) if document.peoples else ())]
    free = [one for one in added if not any(one.start < end and start < one.end for start, end in taken)]
    return _all_placed(sorted(found + free, key=lambda one: one.span))


def _all_placed(found: list[Toponym]) -> list[Toponym]:
    """A name without a point takes that of the nearest one in the text, as a given name does."""
    known = [one for one in found if one.lat is not None]
    if not known:
        return found
    return [
        one if one.lat is not None else _at(one, min(known, key=lambda other: abs(other.start - one.start)))
        for one in found
    ]


def _at(one: Toponym, other: Toponym) -> Toponym:
    return Toponym(one.name, one.start, one.end, other.lat, other.lon, None)


@cache
def _countries() -> tuple[Names, dict[str, str]]:
    named = {name: row.country or "" for row in countries() for name in (row.name, *row.names)}
    return Names(named), named


def _belongings(text: str, places: Gazetteer) -> Iterator[Toponym]:
    """Countries by their names wherever they stand, but before sums of money ("US$3m")."""
    names, register = _countries()
    for start, end in names.find(text):
        country = places.country(register[text[start:end]])
        if country and not re.match(r"\s?[$€£]|\s?\d", text[end:]):
            yield Toponym(text[start:end], start, end, country.lat, country.lon, country.geonameid)


def _shortened(text: str, start: int) -> str:
    """The abbreviation that opens at `start` with its point, or nothing."""
    match = re.match(r"[A-Z][a-z]{0,5}\.", text[start:])
    return match.group() if match and is_short(text, start, start + match.end() - 1) else ""


def _peoples(text: str, places: Gazetteer) -> Iterator[Toponym]:
    for match in re.finditer(r"[^\W\d_]+(?: [A-Z][^\W\d_]+)?", text):
        for word in dict.fromkeys((match.group(), match.group().split()[0])):
            country = places.country(country_of(word) or "") if word in demonyms() else None
            if country:
                yield Toponym(
                    word, match.start(), match.start() + len(word), country.lat, country.lon, country.geonameid
                )
                break


def given(document: Marked, rooms: Rooms, places: Gazetteer) -> list[Toponym]:
    """Our places for the gold names."""
    page = page_of(document)
    choices = place_given(page, rooms.analyse(page), [one.span for one in document.toponyms], gazetteer=places)
    answers = []
    for gold, choice in zip(document.toponyms, choices, strict=True):
        best = choice.best.entry if choice.best else choice.container
        lat, lon, number = (best.lat, best.lon, best.geonameid) if best else (None, None, None)
        answers.append(Toponym(gold.name, gold.start, gold.end, lat, lon, number))
    return answers


def measure() -> dict[str, float]:
    """The gate's sample of the test documents: given names, and names that we find ourselves."""
    rooms, places = Rooms(), gazetteer()
    found: dict[str, float] = {}
    for corpus in CORPORA:
        documents = marked(corpus, "test")[::SAMPLE]
        whole = documents[0].whole
        known = score((one.toponyms, given(one, rooms, places)) for one in documents)
        found[f"{corpus.lower()}_given{'' if whole else '_names_alone'}"] = known.accuracy
        if whole:
            own = score((one.toponyms, ours(one, rooms, places)) for one in documents)
            found[f"{corpus.lower()}_f1"] = own.f1
            found[f"{corpus.lower()}_placed"] = own.accuracy
    return found


def report(corpus: str, part: Part) -> None:
    """Ours and the nine systems', line by line."""
    rooms, places, documents = Rooms(), gazetteer(), marked(corpus, part)
    text = "" if documents[0].whole else " (no texts at hand: names and commas alone)"
    print(f"{corpus}, {part}: {len(documents)} documents{text}")
    known = score((one.toponyms, given(one, rooms, places)) for one in documents)
    print(f"  given names: within 161 km {known.accuracy:.3f}, AUC {known.auc:.3f}, exact id {_exact(known)}")
    print(f"  {'':12} F1    within 161 km, AUC, exact id of those found")
    for name in ("ours", *SYSTEMS):
        said = score(
            (one.toponyms, ours(one, rooms, places) if name == "ours" else one.systems[name]) for one in documents
        )
        print(f"  {name:12} {said.f1:.3f} {said.accuracy:.3f} {said.auc:.3f} {_exact(said)}")


def _exact(found: Score) -> str:
    return f"{found.exact / found.numbered:.3f}" if found.numbered and found.exact else "-"


def main() -> None:
    """Report what is asked for, or all."""
    parser = argparse.ArgumentParser(prog="evals.geoparsing", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=("dev", "test", "all"), default="dev")
    parser.add_argument("--corpus", choices=CORPORA)
    asked = parser.parse_args()
    for corpus in CORPORA if asked.corpus is None else (asked.corpus,):
        report(corpus, asked.part)


if __name__ == "__main__":
    main()
