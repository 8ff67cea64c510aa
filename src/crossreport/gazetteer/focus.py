"""A page in, the countries that it is about out, with weights that sum to 1; an empty list if it names none.

Votes come from country names, demonyms, capitals, armed groups and well-known towns in the kept text; the head of a
page counts double, and a dateline with its country or with a town that is no capital more. A vote is not a place:
"Syrian" votes for Syria and grounds nothing. "Indian hemp", "the Gambian border" and "the border with Niger" hardly
vote.
"""

import re
from collections import defaultdict
from functools import cache

from msgspec import Struct

from crossreport.gazetteer.entry import Hit
from crossreport.gazetteer.sources import capitals, countries, country_words, famous
from crossreport.gazetteer.store import Gazetteer
from crossreport.gazetteer.stray import is_joined, is_of_forces, is_stray, of_forces
from crossreport.model import Analysis, Page, Span
from crossreport.model.kinds import ARMED
from crossreport.words.actors import countries as lands_at_war
from crossreport.words.actors import entries
from crossreport.words.loader import load
from crossreport.words.spelled import Names, any_of

COUNTRY, DEMONYM, CAPITAL, TOWN, GROUP = 1.0, 0.7, 0.4, 0.4, 0.5  # set by eye on dev pages of FA-KES, not fitted
REGION = 0.45  # a province that the register of countries names
STRAY = 0.1  # a demonym before a border, an embassy, a product
FORCES = 0.3  # a demonym that says whose forces are told of: less than any town, for armies fight abroad, too
DATED_FROM = 2.0  # times more for the country of a dateline; agencies write from capitals about wars elsewhere
MOST_NAMED = 3  # countries of a page in which a district alone keeps its name from a far-off town
NAMED_FROM = 1.0  # votes from which words name a country so that one town's name does not speak for another
HEAD_BLOCKS, HEAD_TIMES = 2, 2.0
SHORTEST = 4  # letters of a town's name
TOWN_FROM = 50_000  # inhabitants of a town that may vote for a country not named; a tenth for one that is
KNOWN_FROM = 500_000  # inhabitants from which one name may speak for a country beside those named
LONE_FROM = 10_000  # … on a page that names no country and no larger town
TOWN_SHARE = 0.8  # of all people in places of the name that must live in one country
LONE_SHARE = 0.9  # … of a name that speaks alone: in a dateline, or on a page that names no country
_MONEY = re.compile(r"\s?[$€£]|\s?\d")  # "US$413m"
_OVER_BORDER = re.compile(
    r"(?:(?:(?:borders?|frontiers?) (?:with|to)|based in) (?:neighbou?ring )?(?:the )?"
    r"|\bneighbou?ring (?:the )?(?:[A-Z]\w+ (?:[A-Z]\w+ )?(?:in|of) )?)$"
)
_OWNED = re.compile(r"[a-z]['’]s? $")  # "the junta's Turkish drones" are not Turkey's
_HAMLET = re.compile(r"\b(?:village|hamlet|barangay|sitio|vereda|kebele) of $")  # "the village of Paris"
_UNIT = re.compile(r" (?:State|County|Parish|Township)\b")  # "Niger State", "Lebanon County" are no countries
BORDER_REACH = 40  # characters
_BEHIND_PLACE = re.compile(r"[(\[/|]|\d")
_COMPASS = frozenset({"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"})
_ARTICLE = re.compile(r"(?:Al[- ]|(?:El|A(?:[rnztds]|sh|th|dh))-)(?=[^\W\d_a-z])")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'\-]*(?:\s+[^\W\d_a-z][\w’'\-]+)?")


@cache
def _register() -> tuple[Names, dict[str, tuple[str, float]]]:
    votes: dict[str, tuple[str, float]] = {name: (iso, GROUP) for name, iso in sorted(_groups().items())}
    for iso, capital in capitals().items():
        if len(capital) > 3:
            votes[capital] = (iso, CAPITAL)
    for land in lands_at_war().values():  # "Puntland", which no list of towns has
        for name in land.regions:
            votes.setdefault(name, (land.code, REGION))
    for iso, words in country_words().items():
        votes.update(dict.fromkeys(words.demonyms, (iso, DEMONYM)))
    for row in countries():
        votes.update(dict.fromkeys((row.name, *row.names), (row.country or "", COUNTRY)))
    votes.update({name.upper(): vote for name, vote in votes.items() if len(name) >= SHORTEST})  # datelines
    return Names(votes), votes


def _groups() -> dict[str, str]:
    """The countries of the armed groups, forces and missions that one name, with a capital in it, always means."""
    homes: dict[str, set[str | None]] = defaultdict(set)
    by_name = {row.name: row.country for row in countries()}
    lands = Names(by_name)
    for entry in entries().values():
        if entry.kind in ARMED and not entry.generic:
            names = {entry.name, *entry.aliases}
            sent = {by_name[one[start:end]] for one in names for start, end in lands.find(one)}
            home = sent.pop() if entry.country is None and len(sent) == 1 else entry.country
            for name in names - set(entry.near):
                homes[name].add(home)
    return {
        name: iso
        for name, found in homes.items()
        if len(found) == 1 and (iso := next(iter(found))) and len(name) >= SHORTEST - 1 and not name.islower()
    }


@cache
def _lands() -> frozenset[tuple[str, str]]:
    """The names of countries and capitals, folded, with their countries."""
    _, votes = _register()
    return frozenset((name.casefold(), iso) for name, (iso, weight) in votes.items() if weight in (COUNTRY, CAPITAL))


class _Lexicon(Struct, frozen=True):
    never: frozenset[str]
    seats: frozenset[str]


class _LocalTerms(Struct, frozen=True):
    terms: dict[str, tuple[str, ...]]


@cache
def _local_terms() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Words that only a few countries have for their divisions and offices, and these countries."""
    terms = load("local_terms.yaml", _LocalTerms).terms
    return re.compile(rf"\b({any_of(terms)})s?\b", re.IGNORECASE), terms


def _terms(kept: list[tuple[str, float]]) -> list[tuple[str, str, float]]:
    """The votes of such words, each once a page ("tehsil"): shared among its countries."""
    pattern, terms = _local_terms()
    said = sorted({hit.group(1).lower() for text, _ in kept for hit in pattern.finditer(text)})
    return [(word, iso, GROUP / len(terms[word])) for word in said for iso in terms[word]]


@cache
def _never() -> frozenset[str]:
    """Capitalised words of `place_words.yaml` that name no place, whatever bears the name."""
    return load("place_words.yaml", _Lexicon).never


@cache
def country_of_possessive(word: str) -> str | None:
    """The country of "Syrias", a possessive that lost its apostrophe; None for any other word."""
    _, votes = _register()
    vote = votes.get(word[:-1]) if word.endswith("s") and len(word) > SHORTEST else None
    return vote[0] if vote and vote[1] == COUNTRY and word not in votes else None


def demonyms() -> frozenset[str]:
    """Every demonym, as written."""
    return frozenset(word for words in country_words().values() for word in words.demonyms)


def issued_abroad(page: Page) -> Span | None:
    """The dateline of a page that is issued where international bodies sit, about wars elsewhere; None for others."""
    place = page.dateline_place
    seats = load("place_words.yaml", _Lexicon).seats
    return page.dateline if place is not None and place.quote.casefold() in seats else None


Votes = dict[str, dict[str, float]]  # ISO code to the words that vote for it, folded, with the weight of their votes


def page_countries(
    page: Page,
    analysis: Analysis | None = None,  # noqa: ARG001  (callers pass what they have; text and register are enough)
    *,
    places: Gazetteer | None = None,
) -> list[tuple[str, float]]:
    """ISO codes with weights, heaviest first. `places` lets well-known towns vote too."""
    return shares(page_votes(page, places=places))


def shares(votes: Votes, without: str | None = None) -> list[tuple[str, float]]:
    """Each country's share of the votes, heaviest first; those of the word `without` left out."""
    scores = {iso: sum(one for word, one in words.items() if word != without) for iso, words in votes.items()}
    total = sum(scores.values())
    ordered = sorted(((iso, score) for iso, score in scores.items() if score), key=lambda item: (-item[1], item[0]))
    return [(iso, round(score / total, 4)) for iso, score in ordered]


def page_votes(page: Page, *, places: Gazetteer | None = None) -> Votes:
    """Which words of the page vote for which country.

    A town votes for a country that the page names, if that has a place of the name; else for the country in which
    people would look for it.
    """
    seat = issued_abroad(page)
    behind = seat.end if seat is not None else 0
    kept = [
        (page.text[max(block.start, behind) : max(block.end, behind)], HEAD_TIMES if here < HEAD_BLOCKS else 1.0)
        for here, block in enumerate(page.blocks)
    ]
    votes: Votes = defaultdict(lambda: defaultdict(float))
    told: set[str] = set()  # countries of which more is said than whose forces or goods there are
    for text, times in kept:
        for word, iso, vote in _voters(text):
            if vote == REGION and places is None:
                continue  # a place's name, as towns' are
            votes[iso][word] += vote * times
            told |= {iso} if vote > FORCES else set()
    if _of_many_provinces(votes):
        votes.clear()
        told.clear()
    local = _terms(kept)
    for word, iso, vote in local:
        votes[iso][word] += vote
    named_here = sorted({iso for _, iso, _ in local})
    for word, iso, vote in _dateline(page, places, named_here) if seat is None else []:
        votes[iso][word] += vote * DATED_FROM
    for iso, name, times in _cast(votes, kept, places, told) if places is not None else []:
        if name.casefold() not in _regions() or name.casefold() not in votes[iso]:
            votes[iso][name.casefold()] += TOWN * times
    return {iso: dict(words) for iso, words in votes.items()}


def _of_many_provinces(votes: Votes) -> bool:
    """Whether nothing but provinces of several countries names one: a round-up, whose towns speak for each part."""
    return len(votes) > 1 and all(word in _regions() for words in votes.values() for word in words)


@cache
def _regions() -> frozenset[str]:
    _, register = _register()
    return frozenset(name.casefold() for name, (_, vote) in register.items() if vote == REGION)


def _cast(
    votes: Votes, kept: list[tuple[str, float]], places: Gazetteer, told: set[str]
) -> list[tuple[str, str, float]]:
    """What towns' names say beside the votes of countries' names: country, name, and how often it counts."""
    strong = [iso for iso, _ in shares(votes) if sum(votes[iso].values()) >= NAMED_FROM] or sorted(told)
    named = [iso for iso, _ in shares(votes)]
    for _ in range(2):  # the second time it knows the countries that the first found
        cast = [(*vote, times) for text, times in kept for vote in _towns(text, places, named)]
        cast = _supported(cast, strong, places)
        named += sorted({iso for iso, *_ in cast} - set(named))
    if not votes and not cast:
        lone = [(*vote, times) for text, times in kept for vote in _towns(text, places, [], LONE_FROM)]
        cast = lone if len({iso for iso, *_ in lone}) == 1 else []
    return cast


def placed(votes: Votes, places: Gazetteer) -> frozenset[str]:
    """The countries of which the page names a place: themselves, the capital, a town of some size; a people is none."""
    lands = _lands()
    return frozenset(
        iso
        for iso, words in votes.items()
        if any((word, iso) in lands or _has_town(word, iso, places) for word in words)
    )


def _has_town(word: str, iso: str, places: Gazetteer) -> bool:
    return any(
        hit.entry.country == iso and (hit.entry.population >= TOWN_FROM or hit.entry.kind == "admin1")
        for hit in places.exact(word)
    )


def _dateline(page: Page, places: Gazetteer | None, named: list[str]) -> list[tuple[str, str, float]]:
    """The votes of a dateline: its country, else its town, unless that is a capital; `named` are countries to try."""
    if page.dateline is None:
        return []
    text = _BEHIND_PLACE.split(page.dateline.quote, maxsplit=1)[0]
    heard = [
        (word, iso, COUNTRY if vote == REGION else vote) for word, iso, vote in _voters(text) or _voters(text.title())
    ]
    if not heard and places is not None and page.dateline_place is not None:
        name = page.dateline_place.quote
        iso = _town(name.title() if name.isupper() else name, places, named, share=LONE_SHARE, letters=SHORTEST - 1)
        heard = [(name.casefold(), iso, COUNTRY)] if iso else []
    return [one for one in heard if one[2] == COUNTRY]


def _voters(text: str) -> list[tuple[str, str, float]]:
    names, register = _register()
    found = []
    for start, end in names.find(text):
        iso, vote = register[text[start:end]]
        if vote == COUNTRY and _MONEY.match(text, end):
            continue
        if vote == COUNTRY and _UNIT.match(text, end):
            continue
        over = vote == COUNTRY and _OVER_BORDER.search(text, max(0, start - BORDER_REACH), start)
        owned = vote == DEMONYM and _OWNED.search(text, max(0, start - BORDER_REACH), start)
        if vote == CAPITAL and _HAMLET.search(text, max(0, start - BORDER_REACH), start):
            continue
        made = vote == COUNTRY and is_joined(text, end)  # "US-made rockets"
        if vote == COUNTRY and is_of_forces(text, start, end):  # an adjective, as "American" is
            vote = DEMONYM
        weight = STRAY if over or owned or made or (vote == DEMONYM and is_stray(text, end)) else vote
        if vote == DEMONYM and of_forces(text, start, end):
            weight = min(weight, FORCES)
        found.append((text[start:end].casefold(), iso, weight))
    return found


def only_by_forces(page: Page, iso: str) -> bool:
    """Whether the page's words for a country only say whose forces are told of: they may be anywhere.

    "Turkish warplanes bombed X": nothing says that X is in Turkey. An army's own country is named in other ways, too.
    """
    names, register = _register()
    kept = [page.text[block.start : block.end] for block in page.blocks]
    told = [(text, *at, register[text[slice(*at)]][0]) for text in kept for at in names.find(text)]
    if any(_OVER_BORDER.search(text, max(0, start - BORDER_REACH), start) for text, start, _, _ in told):
        return False  # "soldiers hit a mine 20 km from the border with X": on their own side
    whose = [of_forces(text, start, end) for text, start, end, land in told if land == iso]
    return bool(whose) and all(whose)


def countries_named(text: str) -> frozenset[str]:
    """The countries whose name, people or capital the text names; a province only lies in one."""
    return frozenset(iso for _, iso, vote in _voters(text) if vote != REGION)


def _supported(
    votes: list[tuple[str, str, float]], named: list[str], places: Gazetteer
) -> list[tuple[str, str, float]]:
    """Votes of towns that count: one name alone, unless it is very well known, speaks for no country beside others."""
    names: dict[str, set[str]] = defaultdict(set)
    for iso, name, _ in votes:
        names[iso].add(name)
    heard = {iso for iso in names if not named or iso in named or len(names[iso]) > 1}
    heard |= {iso for iso in names if any(_well_known(name, iso, places) for name in names[iso])}
    return [(iso, name, times) for iso, name, times in votes if iso in heard]


def _well_known(name: str, iso: str, places: Gazetteer) -> bool:
    hits = [hit.entry for hit in places.exact(name) if hit.likeness == 1.0]
    known = any(one.country == iso and one.population >= KNOWN_FROM for one in hits)
    division = any(one.kind == "admin1" for one in hits) and {one.country for one in hits} == {iso}
    return known or division or famous().get(name.casefold()) == iso


def _towns(text: str, places: Gazetteer, named: list[str], least: int = TOWN_FROM) -> list[tuple[str, str]]:
    """The countries that towns' names vote for, with the names; `least` people speak for a country not named."""
    found = []
    names, register = _register()
    for start, end in names.find(text):
        if register[text[start:end]][1] == GROUP:
            text = text[:start] + " " * (end - start) + text[end:]
    for match in _CAPITALISED.finditer(text):
        whole = match.group()
        parts = () if whole.isupper() and " " in whole else (whole.split()[0],)  # no word of "HUMAN RIGHTS" is a town
        for name in (whole, *parts, *(_without_article(whole) if least >= TOWN_FROM else ())):
            iso = _town(name, places, named, least, TOWN_SHARE if named else LONE_SHARE)
            if iso:
                found.append((iso, name))
                break
    return found


def _without_article(name: str) -> tuple[str, ...]:
    """ "Al-Raqqa", where lists have "Raqqa": the name behind a capital article, if the whole is none."""
    found = _ARTICLE.match(name)
    return (name[found.end() :].split()[0],) if found else ()


def _least_people(hit: Hit) -> int:
    """A province has a town's people, whatever a list says of it."""
    return TOWN_FROM if hit.entry.kind == "admin1" and hit.likeness == 1.0 else 0


def _town(
    name: str,
    places: Gazetteer,
    named: list[str],
    least: int = TOWN_FROM,
    share: float = TOWN_SHARE,
    letters: int = SHORTEST,
) -> str | None:
    """The country that a town's name speaks for, if it speaks for one."""
    _, register = _register()
    if (
        register.get(name, ("", REGION))[1] != REGION
        or name in _never()
        or len(name) < letters
        or name.casefold() in _COMPASS
    ):
        return None
    people: dict[str, int] = defaultdict(int)
    hits = places.exact(name)
    if " " in name and hits and {hit.entry.kind for hit in hits} <= {"admin1", "admin2"}:
        countries = {hit.entry.country for hit in hits}
        return next(iter(countries)) if len(countries) == 1 else None  # "Henry County"
    for hit in hits:
        if hit.entry.kind in {"settlement", "admin1"} and hit.entry.country:
            people[hit.entry.country] += max(hit.entry.population, _least_people(hit))
    own = {hit.entry.country for hit in hits if hit.likeness == 1.0}  # under its first name, a district too
    if own.intersection(named[:MOST_NAMED]) and not own.intersection(people):
        return next(iso for iso in named if iso in own)
    if not people:
        return None
    if least == LONE_FROM and own and not own.intersection(people):
        return next(iter(own)) if len(own) == 1 else None  # a district's own name before a town's other name
    at_home = next((iso for iso in named if people.get(iso, 0) >= TOWN_FROM // 10), None)
    if at_home:
        return at_home
    iso = max(sorted(people), key=lambda country: people[country])
    if own and iso not in own:
        return None  # "Parga" is a town of one country before it is the other name of another's
    return iso if people[iso] >= max(least, share * sum(people.values())) else None
