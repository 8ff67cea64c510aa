"""One coded page in, its names out: whose must be withheld, whose may be printed.

Two witnesses speak: what the rooms took for a person, and the words round every name of the text. Where the words tell
of kin, a trade or an age, a name is private whatever the rooms took it for; where they tell of a place, a group or an
outlet, what the rooms took for a person is none. An office on the page makes a person public.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from crossreport.gazetteer import gazetteer
from crossreport.model import Actor, CodedPage, Mention, Place
from crossreport.privacy.chats import who_posts
from crossreport.privacy.contexts import (
    bears_body,
    bears_place,
    goes_on_from_place,
    is_abbreviation,
    is_addressed,
    is_heading,
    is_label,
    is_led_to,
    is_thing,
    tells_deed,
    tells_group,
    tells_kin,
    tells_more,
    tells_outlet,
    tells_person,
    tells_place,
    tells_who,
    without_noun,
)
from crossreport.privacy.headings import in_capitals, is_plain_word, named_in_capitals
from crossreport.privacy.headline_words import only_heads, title_apart
from crossreport.privacy.lexicon import lexicon
from crossreport.privacy.offices import holds_office
from crossreport.privacy.runs import Run, runs
from crossreport.words.public_names import public_names

MINTED = "minted:"  # ids of groups that only one page knows: the tagger's word, not the register's
PERSON = "person:"  # ids of persons whom the register does not know
SHORTEST = 3  # letters of a part of a name that is withheld by itself
LONGEST = 60  # characters of a name
ALIAS = r"(?:alias|a\.?k\.?a\.?|(?:also|better)?\s*known\s+as|nicknamed)\s+[\"'“‘]?"
COMMENTS = re.compile(r"(?im)^\W*(?:\d+\s+comments?|comments?\s*\(\d+\)|reader comments|comments?)\s*$")
SIGNED = re.compile(r"\s*+(?:\d+\s+(?:minutes?|hours?|days?|weeks?)\s+ago)?\s*+:\s")
_AND = re.compile(r"(?:,\s+and|,|\s+and)\s+(?=\S)")


class Names(Struct, frozen=True):
    """`private` are names to withhold; `public` what is surely none; `nobody` what was taken for a person's."""

    private: frozenset[str]
    public: frozenset[str]
    nobody: frozenset[str]
    ranked: frozenset[str]


def is_public(actor: Actor) -> bool:
    """Whether an actor's name may be printed; a description ("a rebel commander") names nobody."""
    if actor.kind != "person" or actor.generic or actor.affiliation is not None or not actor.id.startswith(PERSON):
        return True
    return actor.name.split(" ")[0].lower().rstrip(".") in public_names().titles


def is_guess(words: str, value: object) -> bool:
    """Whether words in capitals were taken for a place or a group that nobody else knows: they free no name."""
    if isinstance(value, Place):
        return words.isupper() and value.kind == "unresolved"
    return words.isupper() and isinstance(value, Actor) and (value.generic or value.id.startswith(MINTED))


def names_of(coded: CodedPage, outlets: frozenset[str]) -> Names:
    """The names of a page; `outlets` are those of all pages of the record."""
    text = coded.page.text
    found: dict[str, list[Run]] = defaultdict(list)
    told: list[Run] = []
    for run in map(without_noun, runs(title_apart(coded.page))):
        found[run.text].append(run)
        told.append(run)
    covered = _covered(coded)
    placed = _placed(coded, covered)
    strong = _strong(text, told, covered, outlets) - _addressed_towns(text, told, placed)
    taken = {_shortened(name) for name in _taken(coded) if not name.islower()}
    small = {name.upper() for name in taken if not name.isupper()}
    nobody = {name for name in taken if name not in strong and _is_nobody(name, text, told, outlets, small)}
    lands = frozenset(one.value.country for one in coded.mentions if isinstance(one.value, Place) and one.value.country)
    nobody |= {name for name in taken - strong if _is_elsewhere(name, text, told, placed, lands)}
    nobody |= {name for name in taken - strong if _lost_its_mark(name, text, covered)}
    nobody |= {name for name in taken | strong if only_heads(name, coded.page, sure=name in strong)}
    ranked = {name for name in strong | taken if _begins_with_office(name) or holds_office(name, text)}
    ranked |= _aliases(ranked | _public_persons(coded), text)
    ranked |= {name for name in taken - strong if _is_last_of(name, ranked) and not _is_last_of(name, taken - ranked)}
    ranked |= {name for name in strong | taken if _addresses_one(name, ranked | _public_persons(coded))}
    doubted = {name for name in _unresolved(coded) if _acts(name, text, told, covered)} - nobody
    private = (strong | taken | doubted | _commenters(coded, told)) - nobody - ranked
    sure = strong | doubted
    public = {name for name in _public(coded, sure) if name not in private or name not in sure}
    private |= _alone(private, found, covered, public, ranked)
    private |= who_posts(coded.page, outlets)
    return Names(
        frozenset(private | named_in_capitals(private, text, covered)),
        frozenset(public),
        frozenset(nobody),
        frozenset(ranked),
    )


def _strong(text: str, told: Sequence[Run], covered: Sequence[tuple[int, int]], outlets: frozenset[str]) -> set[str]:
    """Names that the words beside them give to private persons, with those that a list joins to them."""
    strong: set[str] = set()
    before: Run | None = None
    for run in told:
        known = any(start <= run.start and run.end <= end for start, end in covered) or run.text in outlets
        sure = tells_kin(text, run) if len(run.words) == 1 else tells_who(text, run) and run.text not in outlets
        if known and not sure:
            before = None
            continue
        listed = before is not None and _AND.fullmatch(text[before.end : run.start]) and _goes_on(text, run)
        if listed or tells_person(text, run):
            strong.add(run.text)
            before = run
        else:
            before = None
    return strong


def _addressed_towns(text: str, told: Sequence[Run], placed: Sequence[tuple[int, int]]) -> set[str]:
    """Names such as "Umm Ruwaba" that the page knows as a place, and gives to no person but by their "Umm"."""
    at = [run for run in told if is_addressed(run)]
    towns = {run.text for run in at if (run.start, run.end) in placed or is_led_to(text, run)}
    return towns - {run.text for run in at if tells_kin(text, run) or tells_more(text, run)}


def _goes_on(text: str, run: Run) -> bool:
    """Whether a name behind a private one in a list is a name like it, and no "JNIM fighters" or "Reuters reported"."""
    after = text[run.end : run.end + 40]
    if tells_group(text, run) or tells_outlet(text, run) or tells_place(text, run):
        return False
    word = re.match(r"\s+([^\W\d_][\w-]*)", after)
    return word is None or word.group(1) in lexicon().joiners - {"said", "told"}


def _is_nobody(name: str, text: str, told: Iterable[Run], outlets: frozenset[str], small: set[str]) -> bool:
    """Whether the name is an outlet's, or stands somewhere as a place's, a group's or an outlet's alone can.

    A heading tells a place only of a name that is all of it, and that the rooms took for no person outside of capitals
    (`small` are those that they did, in capitals).
    """
    if any(name in outlet or outlet in name for outlet in outlets):
        return True
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    at = [run for run in told if whole.search(text, run.start, run.end)]
    if any(test(text, run) for run in at for test in (is_led_to, is_thing, tells_group, tells_outlet)):
        return True
    return name.upper() not in small and any(run.text == name and is_heading(text, run) for run in at)


def _is_elsewhere(
    name: str, text: str, told: Sequence[Run], placed: Sequence[tuple[int, int]], lands: frozenset[str]
) -> bool:
    """Whether what was taken for a person is a place's name or part of one, an abbreviation, or a label."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    at = [run for run in told if whole.search(text, run.start, run.end)]
    if not at:
        return False
    if any(bears_place(run) or goes_on_from_place(text, run, placed) for run in at if run.text == name):
        return True
    if all(is_abbreviation(text, run) for run in at):
        return True
    if " " not in name and all(is_label(text, run) and is_plain_word(name) for run in at):
        return True
    if _is_city(name, lands) or all(run.start in _place_labels(text, placed) for run in at):
        return True
    return all(any(run.start < start < end <= run.end for start, end in placed) for run in at)


def _lost_its_mark(name: str, text: str, covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is one that the page knows, in the genitive, on a page that lost its apostrophes: "Bodos"."""
    return name.endswith("s") and any(text[start:end] == name[:-1] for start, end in covered)


def _is_city(name: str, lands: frozenset[str]) -> bool:
    """Whether a name is that of a large town of the page's countries: "according to Dushanbe" names nobody."""
    hits = gazetteer().find(name.title() if name.isupper() else name)
    return any(hit.likeness >= 1 and hit.entry.population >= CITY and hit.entry.country in lands for hit in hits)


CITY = 500_000  # people: far above the towns that given names are shared with, but for a few (Medina, Santiago)


def _place_labels(text: str, placed: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the labels of a list stand ("* Kailali: …") that names places: one of them is known as one."""
    labels = [found.span("name") for found in LABEL.finditer(text)]
    known = any(start == first and end == last for start, end in labels for first, last in placed)
    return frozenset(start for start, _ in labels) if known and len(labels) >= LABELS else frozenset()


LABEL = re.compile(r"(?m)^[ \t]*[*•▪◦·–—-][ \t]+(?P<name>[^\W\d_][^\n:]{1,30}):[ \t]")
LABELS = 3  # lines that begin so


def _placed(coded: CodedPage, covered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the page names a place that is known."""
    places = {(one.span.start, one.span.end) for one in coded.mentions if isinstance(one.value, Place)}
    return [span for span in covered if span in places]


def _unresolved(coded: CodedPage) -> set[str]:
    """Words that the rooms took for a place that no gazetteer knows."""
    values = ((one.span.quote, one.value) for one in coded.mentions)
    return {words for words, value in values if isinstance(value, Place) and value.kind == "unresolved"}


def _acts(name: str, text: str, told: Sequence[Run], covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a name does what only people do, and nothing on the page leads to it as to a place."""
    at = [run for run in told if run.text == name]
    if any(start < run.end and run.start < end for run in at for start, end in covered):
        return False
    return any(tells_deed(text, run) for run in at) and not any(
        is_led_to(text, run) or bears_place(run) or tells_group(text, run) for run in at
    )


def _public_persons(coded: CodedPage) -> set[str]:
    """The words by which the page names persons whose names may be printed."""
    values = [(one.span.quote, one.value) for one in coded.mentions if isinstance(one.value, Actor)]
    return {words for words, actor in values if actor.kind == "person" and not actor.generic and is_public(actor)}


def _aliases(public: Iterable[str], text: str) -> set[str]:
    """Other names that the page gives to those whose names are public: "Jimmy Chérizier alias Barbecue"."""
    found = set()
    for name in public:
        for match in re.finditer(rf"(?<!\w){re.escape(name)},?\s+{ALIAS}", text):
            run = next(iter(runs(text[match.end() : match.end() + LONGEST])), None)
            if run is not None and run.start == 0:
                found.add(run.text)
    return found


def _commenters(coded: CodedPage, told: Sequence[Run]) -> set[str]:
    """Who signs a comment below the page: a name at the start of a line that was left out, behind their heading."""
    text, left = coded.page.text, [(one.start, one.end) for one in coded.page.dropped]
    head = next((match.end() for match in COMMENTS.finditer(text)), None)
    if head is None:
        return set()
    return {
        run.text
        for run in told
        if run.start >= head
        and any(start <= run.start < end for start, end in left)
        and not text[text.rfind("\n", 0, run.start) + 1 : run.start].strip()
        and SIGNED.match(text, run.end)
        and not in_capitals(run)
    }


def _covered(coded: CodedPage) -> list[tuple[int, int]]:
    """Where the page names what the register or the gazetteer knows, and no unknown person."""
    return [(one.span.start, one.span.end) for one in coded.mentions if _is_known(one)]


def _is_known(mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, Actor):
        return not value.id.startswith((PERSON, MINTED)) and not value.generic
    return value is not None and not (isinstance(value, Place) and value.kind == "unresolved")


def _shortened(name: str) -> str:
    """A name without what the rooms took for more of it: "Doctor Réa of the General"."""
    return _MORE.split(name)[0] if name[:1].isupper() else name


_MORE = re.compile(r"(?<=\w) of (?:the\b|[a-z])")


def _addresses_one(name: str, public: Iterable[str]) -> bool:
    """Whether a form of address with the last name of somebody public stands for them: "Mr Henry"."""
    first, _, rest = name.partition(" ")
    if first.rstrip(".") not in lexicon().addresses or not rest:
        return False
    return any(other.endswith(f" {rest}") for other in public if other != name)


def _is_last_of(name: str, others: Iterable[str]) -> bool:
    return " " not in name and any(other.endswith(f" {name}") for other in others)


def _begins_with_office(name: str) -> bool:
    first = name.split(" ")[0].lower().rstrip(".")
    return " " in name and first in public_names().titles | public_names().offices


def _taken(coded: CodedPage) -> Iterator[str]:
    """Words that the rooms took for a person's name."""
    for actor in _actors(coded):
        if not is_public(actor):
            yield actor.name
    for mention in coded.mentions:
        if mention.kind == "person" and _names_privately(mention):
            yield mention.span.quote
    for participant in (p for report in coded.reports for p in report.participants):
        if not is_public(participant.actor) and _shares_a_name(participant.as_written, participant.actor.name):
            yield participant.as_written


def _actors(coded: CodedPage) -> Iterator[Actor]:
    yield from (m.value for m in coded.mentions if m.kind == "person" and isinstance(m.value, Actor))
    yield from (p.actor for report in coded.reports for p in report.participants)


def _names_privately(mention: Mention) -> bool:
    """Whether a mention's words are a private person's name, and no pronoun or description of one."""
    if isinstance(mention.value, Actor):
        return not is_public(mention.value) and _shares_a_name(mention.span.quote, mention.value.name)
    return all(word[:1].isupper() or "-" in word for word in mention.span.quote.split())


def _shares_a_name(words: str, name: str) -> bool:
    named = {word.lower() for word in words.split() if word[:1].isupper() or "-" in word}
    return bool(named & set(name.lower().split()))


def _public(coded: CodedPage, strong: set[str]) -> Iterator[str]:
    """Names of what is no private person; a word that stands beside kin or a trade is none of them there."""
    for actor in _actors(coded):
        if is_public(actor) and actor.name not in strong and not is_guess(actor.name, actor):
            yield actor.name
    for mention in coded.mentions:
        free = mention.value is not None and (not isinstance(mention.value, Actor) or is_public(mention.value))
        if free and mention.span.quote not in strong and not is_guess(mention.span.quote, mention.value):
            yield mention.span.quote


def _alone(
    private: set[str],
    found: dict[str, list[Run]],
    covered: Sequence[tuple[int, int]],
    public: set[str],
    ranked: set[str],
) -> set[str]:
    """Parts of private names that stand alone elsewhere on the page; not what a body or a public person there bears."""
    parts = {part for name in private for part in name.split() if " " in name and len(part) >= SHORTEST}
    borne = {word for at in found.values() for run in at if bears_body(run) for word in run.words}
    borne |= {word for name in ranked for word in name.split()}
    alone = {part for part in (parts - borne) & found.keys() if part not in public}
    return {
        part
        for part in alone
        if not any(start <= run.start < end for run in found[part] for start, end in covered)
        and part.lower() not in lexicon().persons
    }
