"""Copies of sentences with other names in the place of theirs: of regions that the corpora hardly know.

Persons are made from the parts in `names.yaml`, places drawn from the gazetteer, organisations and armed groups drawn
from the register or made up, so that nothing can be learned by heart. The words around the names stay.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

import msgspec
import yaml
from msgspec import Struct

from crossreport.gazetteer.sources import settlements
from crossreport.language.tokenise import tokenise
from crossreport.words.register import shipped_register
from training.language.sample import Sample, Span, spans_of, tags_of
from training.language.trees import regrown

_PLACES_A_COUNTRY = 400  # the largest, as many villages as towns in most countries
_SHARE = 0.85  # of the names of a copied sentence that are replaced
_REGISTERED = 0.35  # of organisations that come from the register
_PLACE_NAME = 30  # letters of a place's name at most


class Region(Struct, frozen=True):
    """Countries whose places, and parts from which persons' names are made."""

    countries: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    article: str = ""


class Groups(Struct, frozen=True):
    """Patterns and parts of organisations' names."""

    openers: tuple[str, ...]
    inner: tuple[str, ...]
    of: tuple[str, ...]
    plain: tuple[str, ...]
    adjectives: tuple[str, ...]
    numbers: tuple[str, ...]
    endings: tuple[str, ...]


class Lists(Struct, frozen=True):
    """`names.yaml`."""

    regions: dict[str, Region]
    kunyas: tuple[str, ...]
    sons: tuple[str, ...]
    groups: Groups


@cache
def lists() -> Lists:
    """The parts of names."""
    text = Path(__file__).with_name("names.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Lists)


@cache
def places(region: str) -> tuple[str, ...]:
    """Names of the larger places of a region's countries."""
    wanted = lists().regions[region].countries
    return tuple(name for iso in wanted for name in _largest()[iso][:_PLACES_A_COUNTRY] if len(name) <= _PLACE_NAME)


@cache
def _largest() -> Mapping[str, list[str]]:
    """Names of each country's places, the largest first; reading them takes seconds, so once."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in sorted(settlements(), key=lambda row: (-row.population, row.name)):
        found[row.country].append(row.name)
    return found


@cache
def registered() -> tuple[str, ...]:
    """Names and abbreviations of groups and bodies of the register that are written with a capital."""
    names = {name for entry in shipped_register().actors.values() for name in (entry.name, *entry.aliases)}
    return tuple(sorted(name for name in names if name[:1].isupper() and "(" not in name and len(name) < 45))


def swapped(sample: Sample, drawn: Random) -> Sample | None:
    """A copy with most names replaced, all from one region; None if it has none."""
    spans = spans_of(sample.names or ())
    if not spans:
        return None
    region = drawn.choice(sorted(lists().regions))
    words: list[str] = []
    new: list[Span] = []
    changed: list[tuple[Span, Span]] = []  # old and new places of the names that were replaced
    at = 0
    for first, last, label in [*spans, (len(sample.words), len(sample.words), "")]:
        words += sample.words[at:first]
        if label:
            other = drawn.random() < _SHARE
            name = _name(label, region, drawn) if other else sample.words[first:last]
            new.append((len(words), len(words) + len(name), label))
            changed += [((first, last, label), new[-1])] if other else []
            words += name
        at = last
    tree = sample.syntax and regrown(sample.syntax, changed, words)
    return Sample(tuple(words), sample.source, tags_of(new, len(words)), tree)


def _name(label: str, region: str, drawn: Random) -> Sequence[str]:
    made = {"PER": _person, "LOC": _place, "ORG": _organisation}[label](region, drawn)
    return [made[first:last] for first, last in tokenise(made)]


def _place(region: str, drawn: Random) -> str:
    return drawn.choice(places(region))


def _person(region: str, drawn: Random) -> str:
    table, kind = lists().regions[region], drawn.random()
    given, family = drawn.choice(table.given), drawn.choice(table.family)
    if table.article and kind < 0.5:
        return _arabic(given, family, table, drawn)
    if kind < 0.62:
        return family
    return f"{given} {drawn.choice(table.given)} {family}" if kind < 0.75 else f"{given} {family}"


def _arabic(given: str, family: str, table: Region, drawn: Random) -> str:
    kind, origin = drawn.random(), f"{drawn.choice((table.article, table.article.title(), 'el'))}-{family}"
    if kind < 0.5:
        return f"{given} {origin}"
    if kind < 0.7:
        return f"{drawn.choice(lists().kunyas)} {given} {origin if kind < 0.6 else ''}".strip()
    return f"{given} {drawn.choice(lists().sons)} {drawn.choice(table.given)}" if kind < 0.8 else origin


def _organisation(region: str, drawn: Random) -> str:
    table, kind = lists().groups, drawn.random()
    if kind < _REGISTERED:
        return drawn.choice(registered())
    if kind < 0.5:
        letters = "".join(drawn.choice("ABCDEFGHIJKLMNPRSTUVWYZ") for _ in range(drawn.choice((3, 3, 4, 4, 5))))
        return letters + drawn.choice(table.endings)
    if kind < 0.65:
        return f"{drawn.choice(table.openers)} al-{drawn.choice(table.inner)}"
    pattern = drawn.choice(table.of if kind < 0.75 else table.plain)
    pattern = pattern.replace("<LOC>", _place(region, drawn)).replace("<NUM>", drawn.choice(table.numbers))
    return pattern.replace("<ADJ>", drawn.choice(table.adjectives))


def copies(samples: Sequence[Sample], times: float, seed: int) -> list[Sample]:
    """On average `times` copies of every sentence that has names."""
    drawn = Random(seed)
    made: list[Sample | None] = []
    for sample in samples:
        for _ in range(int(times) + (drawn.random() < times % 1)):
            made.append(swapped(sample, drawn))
    return [copy for copy in made if copy is not None]
