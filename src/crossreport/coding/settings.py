"""Where and when a happening was: the place and time mentions that the syntax ties to its trigger, else the nearest.

What is not tied by syntax is taken over with a reason; nothing is filled in without one.
"""

import datetime as dt
import itertools
import re
from collections.abc import Set

from crossreport.coding.arguments import obliques, patients
from crossreport.coding.document import Document, Word
from crossreport.coding.gaps import same_side
from crossreport.coding.located import came_from, without_bearings, without_origins, without_owners
from crossreport.coding.spoken_of import of_content
from crossreport.coding.whose_day import anothers_time, names_somebody, of_thing, timeless
from crossreport.model import Mention, Place, Reason, When
from crossreport.words.edtf import bounds, precision
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting

_LOCAL = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "around",
        "outside",
        "inside",
        "over",
        "across",
        "into",
        "toward",
        "towards",
        "from",
        "of",
        "to",
        "between",
        "along",
        "through",
        "within",
        "against",
        "throughout",
        "north",
        "south",
        "east",
        "west",
    }
)
OWN = 9  # the tie of a place in the trigger's own clause; the places of other clauses then say nothing of it
SLACK = 2  # ties this much weaker than the best still name a place of the happening; calibrated on the FA-KES dev part
_NOT_WHERE = frozenset({"from", "to", "toward", "towards"})  # say less about where than "in" does


def places_of(
    doc: Document, word: Word, others: Set[Word] = frozenset(), statement: str | None = None
) -> list[tuple[Place, Word]]:
    """Places tied to the trigger, best first: the best one, those coordinated with it and those tied as well.

    What stands under one of the `others`, the page's further triggers, is that one's place first. `statement` is the
    trigger's type where it is one: what it speaks of has its own place.
    """
    tied = sorted(_tied_places(doc, word, others), key=lambda found: (-found[0], found[1]))
    if statement is not None:
        tied = [one for one in tied if not of_content(doc, word, one[1], statement, others, time=False)]
    if not tied:
        items = _block_dateline(doc, word) if doc.item(word) is not None else []
        return items or _named_again(doc, word)
    best, first, _ = tied[0]
    row = set(doc.expand(first)) | set(doc.path(first)[1:2] if doc.rel(first) == "conj" else [])
    clause = doc.clause_root(word)
    chosen: list[tuple[Place, Word]] = []
    for tie, at, place in tied:
        near = tie >= best - SLACK and (tie >= OWN - 1 or best < OWN - 1 or doc.clause_root(at) == clause)
        if (near or at in row) and all(place.name != other.name for other, _ in chosen):
            chosen.append((place, at))
    finer = [(place, at) for tie, at, place in tied if ANOTHERS < tie < best and _inside(place, chosen)]
    return _most_exact(doc, without_owners(doc, without_bearings(doc, without_origins(doc, chosen + finer))))


def block_of(doc: Document, word: Word) -> int:
    """The paragraph that the word stands in."""
    return doc.sentences[word.sentence].block


def _block_dateline(doc: Document, word: Word) -> list[tuple[Place, Word]]:
    """ "KUFA - A bomber …": the place that opens a paragraph of a roundup, set off by a dash or a colon."""
    block = doc.page.blocks[block_of(doc, word)]
    first = word.sentence
    while first > 0 and doc.sentences[first - 1].block == doc.sentences[word.sentence].block:
        first -= 1
    for mention, at in doc.told_in(first, "place"):
        if not isinstance(mention.value, Place):
            continue
        lead = doc.page.text[block.start : mention.span.start].strip(" *-•–—\t")
        behind = doc.page.text[mention.span.end : mention.span.end + DATELINE_REACH].lstrip(" ,")
        if not lead and behind[:1] in ("-", "–", "—", ":"):
            return [(mention.value, at)]
    return []


DATELINE_REACH = 3  # characters between a roundup's place and its dash


def _named_again(doc: Document, word: Word) -> list[tuple[Place, Word]]:
    """ "The city", "the base": the last place of that kind that the page named."""
    for noun in [*patients(doc, word), *obliques(doc, word, "in", "on", "at", "into", "inside", "near", "around")]:
        kinds = next((kinds for lemmas, kinds in _KINDS if doc.lemma(noun) in lemmas), None)
        definite = any(doc.text(kid) in ("the", "this", "that", "which") for kid in doc.kids(noun, "det"))
        if kinds is None or not definite:
            continue
        start = doc.token(noun).start
        for mention in reversed(doc.mentions):
            at = doc.word_of(mention)
            if at is None or mention.span.start >= start or _is_actor_part(doc, at) or _speaks(doc, at, word):
                continue
            head = doc.parent(at)
            if head is not None and doc.lemma(head) in reporting().verbs:
                continue  # where somebody spoke
            if isinstance(mention.value, Place) and mention.value.kind in kinds:
                return [(mention.value, noun)]
    return []


_KINDS = (
    (frozenset({"city", "town", "village", "settlement", "hamlet", "capital"}), ("settlement",)),
    (frozenset({"province", "region", "governorate", "state", "county"}), ("admin1", "region")),
    (frozenset({"base", "airport", "crossing", "checkpoint", "camp", "dam", "hospital", "airbase"}), ("facility",)),
    (frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb", "area"}), ("district", "settlement")),
)


def _inside(place: Place, chosen: list[tuple[Place, Word]]) -> bool:
    """Whether a place that is tied less only says more exactly where ("in Idlib province … the town of Binnish")."""
    coarse = ("admin1", "region", "country")
    return place.kind not in coarse and all(
        other.kind in coarse and other.country == place.country for other, _ in chosen
    )


def _tied_places(doc: Document, word: Word, others: Set[Word]) -> list[tuple[int, Word, Place]]:
    found = []
    path = doc.path(word)
    own = set(doc.clause(word))
    openers = {place.span.start for place, _ in _block_dateline(doc, word) if place.span is not None}
    for mention, at in doc.told_in(word.sentence, "place"):
        if not isinstance(mention.value, Place) or mention.span.start in openers:
            continue
        if (
            _is_actor_part(doc, at)
            or _speaks(doc, at, word)
            or (doc.kids(at, "cop") and not {*doc.cases(at)} - {"but"})
        ):
            continue  # "for being Amhara" says who they are
        if not same_side(doc, at, word) or _answered(doc, at, word) or _speakers_way(doc, at, word):
            continue  # "a day after rebels raided X": another happening's
        tie = _tie(doc, word, at, path, own, country=mention.value.kind == "country")
        found.append((min(tie, ANOTHERS) if _under(doc, at, word, others) else tie, at, mention.value))
    return [entry for entry in found if entry[0] > 0]


def _speakers_way(doc: Document, at: Word, word: Word) -> bool:
    """ "…, said a teacher who reached X": where the speaker went, in a clause about him, is not where it was."""
    steps, told = doc.path(at), doc.path(word)
    clause = next((i for i, step in enumerate(steps) if doc.token(step).rel in ("acl:relcl", "acl")), None)
    if clause is None:
        return False
    for speaker in steps[clause + 1 :]:
        saying = doc.parent(speaker)
        if doc.token(speaker).rel == "nsubj" and saying in told[1:] and speaker not in told:
            return doc.lemma(saying) in reporting().verbs if saying is not None else False
    return False


def _answered(doc: Document, at: Word, word: Word) -> bool:
    """ "Struck X in response to fire on Y"."""
    steps = doc.path(at)
    between = steps[: steps.index(word)] if word in steps else []
    words = [text for step in between for text in (doc.lemma(step), *doc.cases(step))]
    return any("response" in text or "retaliation" in text for text in words)


def _under(doc: Document, at: Word, word: Word, others: Set[Word]) -> bool:
    """Whether another trigger stands between the place and this one: "fired at X in response to a raid on Y"."""
    steps = doc.path(at)
    if word not in steps:
        return False
    between = steps[1 : steps.index(word)]
    # "launched a raid on X", "were targeted in an operation near X": one deed
    own = {*doc.kids(word, "obj", "nsubj"), *obliques(doc, word, "in", "during", "by")}
    return any(step in others and step not in own for step in between)


ANOTHERS = 2  # how strongly a place is tied that stands under another happening of the sentence


def _speaks(doc: Document, at: Word, word: Word) -> bool:
    """Whether the place stands for its government ("Moscow sees a chance"): the subject of a verb it does."""
    head = doc.parent(at)
    active = doc.token(at).rel == "nsubj" and head is not None and doc.token(head).upos == "VERB"
    return active and (head != word or doc.lemma(word) not in _BEFALLS)


_BEFALLS = frozenset({"fall", "come", "see", "witness", "suffer", "remain"})  # what happens to a place as subject


def _is_actor_part(doc: Document, at: Word) -> bool:
    return bool(doc.covering(at, "actor", "person"))


def _tie(doc: Document, word: Word, at: Word, path: list[Word], own: set[Word], *, country: bool) -> int:
    """How strongly the syntax ties the place at `at` to the trigger: 0 = not at all."""
    steps = doc.path(at)
    case = _case_on(doc, steps)
    weaker = 1 if case in _NOT_WHERE else 0
    if came_from(doc, at) and _flies(doc, word, at):
        return 0  # "fired from the hill, landed in the quarter": it hit where it landed
    if _under_voice(doc, at, word):
        return 0
    if country and (case is None or (case in _TOWARDS and steps[1:2] not in ([], [word]) and _on_a_noun(doc, at))):
        return 0  # a bare country is mostly somebody's side; "fight over routes to" it is fought elsewhere
    if case in _TOWARDS and word in steps and _by_another_verb(doc, steps[1 : steps.index(word)]):
        return 0  # "killed two before fleeing towards X"
    if any(doc.rel(step) == "acl" and doc.lemma(step) in _SEATED for step in steps):
        return 2  # "the militia, based in X, attacked Y"
    if word in steps and at in own:
        return OWN - weaker - (1 if steps.index(word) > 2 else 0)
    if word in steps:
        return 5 - weaker
    head = path[1] if len(path) > 1 else None
    inner = doc.rel(word) in _INNER
    if head is not None and head in steps and inner:
        return 7 - weaker if doc.clause_root(at) == doc.clause_root(word) or doc.clause_root(at) == head else 4 - weaker
    if inner and any(step in steps for step in path[2:4]):
        return 3
    return 2


def _on_a_noun(doc: Document, at: Word) -> bool:
    """Whether what the place is the goal of is itself only what is done over: no "tens of thousands of troops to"."""
    steps = doc.path(at)
    top = next((step for step in steps if doc.rel(step) != "nmod"), at)
    return top != at and doc.rel(top) == "obl" and doc.token(top).upos == "NOUN"


def _by_another_verb(doc: Document, between: list[Word]) -> bool:
    return any(doc.token(step).upos == "VERB" and doc.rel(step) == "advcl" for step in between)


_TOWARDS = frozenset({"to", "toward", "towards", "into"})
_INNER = frozenset({"obj", "nsubj", "obl", "nmod", "conj", "xcomp", "advcl", "acl"})
_SEATED = frozenset({"base", "headquarter", "headquartered", "bear"})  # "born in X"


def _flies(doc: Document, word: Word, at: Word) -> bool:
    """Whether what is told is fired, and the place behind its "from" is where it was fired."""
    between = range(min(word.token, at.token), max(word.token, at.token) + 1)
    return any(_fired(doc, Word(word.sentence, index)) for index in between)


def _fired(doc: Document, word: Word) -> bool:
    lemma = doc.lemma(word)
    return lemma in FIRED or lemma in ontology().classes["gunshots"] or lemma in _FIRE


_FIRE = frozenset({"shelling", "bombardment", "barrage", "volley"})
FIRED = frozenset({"fire", "launch", "lob", "shoot", "hurl", "catapult", "direct"})  # verbs of what flies to its target


def _case_on(doc: Document, steps: list[Word]) -> str | None:
    for step in steps[:3]:
        for case in doc.cases(step):
            if case.split()[0] in _LOCAL:
                return case.split()[0]
    return None


def _under_voice(doc: Document, at: Word, word: Word) -> bool:
    """Whether the place or time belongs to the act of saying: "said in Geneva", "told Reuters on Monday"."""
    for step in doc.path(at):
        if step == word:
            return False
        if doc.token(step).upos == "VERB" and doc.lemma(step) in reporting().verbs:
            if _long_ago(doc, at) and doc.parent(at) == step and step.token < word.token < at.token:
                return False  # "accused X of killing 300 people in Y at the end of November"
            return (
                step != word
                and any(word in doc.subtree(kid) for kid in doc.kids(step, "ccomp", "parataxis", "xcomp", "advcl"))
            ) or doc.rel(step) == "parataxis"
        if doc.token(step).rel in ("acl:relcl", "advcl", "ccomp"):
            return False
    return False


def _long_ago(doc: Document, at: Word) -> bool:
    """Whether the word tells a time longer than a day: nobody says anything for a month."""
    times = [mention.value for mention in doc.covering(at, "time")]
    return any(isinstance(value, When) and value.precision != "day" for value in times)


def _most_exact(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """A settlement says more than the province or country that holds it: "Binnish … in Idlib" is Binnish."""
    rank = {
        "facility": 0,
        "district": 0,
        "settlement": 1,
        "unresolved": 1,
        "natural": 2,
        "region": 3,
        "admin1": 3,
        "country": 4,
    }
    if len(places) < 2:
        return places
    levels = [rank["region"] if _is_division(place) else rank.get(place.kind, 1) for place, _ in places]
    fine = [entry for entry, level in zip(places, levels, strict=True) if level <= max(min(levels), 1)]
    beside = [
        (place, at)
        for place, at in places
        if any(_listed(doc, at, other) for _, other in fine) and not any(_around(place, one) for one, _ in fine)
    ]
    return [entry for entry in places if entry in fine or entry in beside] or places


def _is_division(place: Place) -> bool:
    """A district or province that the gazetteer does not know is larger than a village that it does not know."""
    return place.kind == "unresolved" and place.span is not None and _DIVISION.search(place.span.quote) is not None


_DIVISION = re.compile(r"(?i)\b(?:district|province|county|region|territory|state|governorate|department|zone)$")


def _listed(doc: Document, one: Word, other: Word) -> bool:
    """Whether two places are coordinated: "in Kharkiv region and near the city of Sumy"."""
    for first, second in ((one, other), (other, one)):
        head = (doc.parent(first) or first) if doc.rel(first) == "compound" else first
        steps = doc.path(second)
        if head in steps and any(doc.rel(step) == "conj" for step in steps[: steps.index(head)]):
            return True
    return False


def _around(outer: Place, inner: Place) -> bool:
    """Whether the larger place may hold the smaller one: two provinces told side by side are both meant."""
    if outer.kind != "admin1" or inner.admin1 is None or inner.kind == "unresolved":
        return outer.country is None or inner.country is None or outer.country == inner.country
    return (outer.country, outer.admin1) == (inner.country, inner.admin1)


_LENGTHS = frozenset({"ucdp_n_day_event"})


def time_of(doc: Document, word: Word, others: Set[Word] = frozenset(), statement: str | None = None) -> When | None:
    """The time tied to the trigger, the nearest in the tree first; the time of saying is not the time of doing.

    Nor is the time of one of the `others` under it or over it ("investigates a raid of Monday", "on Monday sentenced
    five over a raid").
    """
    best: tuple[int, int, Mention] | None = None
    path = doc.path(word)
    own = set(doc.clause(word))
    for mention, at in doc.told_in(word.sentence, "time"):
        if not isinstance(mention.value, When):
            continue
        if statement is not None and of_content(doc, word, at, statement, others, time=True):
            continue
        if of_thing(doc, mention, at) or names_somebody(doc, mention) or anothers_time(doc, word, at, others):
            continue
        score = _time_tie(doc, word, at, path, own)
        if mention.value.rule in _LENGTHS and doc.parent(at) != word:
            score = min(score, 1)  # "handed out two-week rations on 10 May": how long they last, not when
        if score and (best is None or (score, -abs(at.token - word.token)) > best[:2]):
            best = (score, -abs(at.token - word.token), mention)
    if best is None:
        return None
    return _paired(doc, best[2]) or _beginning(doc, best[2], word) or _sharper(doc, best[2])


def _beginning(doc: Document, time: Mention, word: Word) -> When | None:
    """ "The worst since June 2021, when gunmen killed 132": what the clause behind a "since" tells was then."""
    value, at = time.value, doc.word_of(time)
    if not isinstance(value, When) or "/" not in value.edtf or not value.rule.startswith("ucdp_since") or at is None:
        return None
    behind = doc.page.text[time.span.end : time.span.end + len(", when ")].lstrip(",")
    near = [kid for step in doc.path(word)[:3] for kid in doc.kids(step, "advmod", "mark")]
    if not behind.startswith(" when ") or not any(doc.text(kid) == "when" for kid in near):
        return None
    first = value.edtf.split("/")[0]
    earliest, latest = bounds(first)
    days = [dt.date.fromisoformat(day) for day in (earliest, latest) if day]
    return When(first, earliest, latest, precision(*days), "since_when", time.span) if len(days) == 2 else None


def _paired(doc: Document, one: Mention) -> When | None:
    """Both days of "on Thursday and Friday", "on 3 and on 5 May"; weekdays follow one another."""
    for other in doc.mentions:
        if other is one or other.kind != "time":
            continue
        first, second = sorted((one, other), key=lambda mention: mention.span)
        if first.span.end > second.span.start:
            continue
        a, b = first.value, second.value
        if not isinstance(a, When) or not isinstance(b, When) or {a.precision, b.precision} != {"day"}:
            continue
        if a.earliest and b.latest and _PAIR.fullmatch(doc.page.text[first.span.end : second.span.start]):
            return _both(dt.date.fromisoformat(a.earliest), dt.date.fromisoformat(b.latest), b)
    return None


def _both(first: dt.date, last: dt.date, told: When) -> When | None:
    if first > last and told.rule == "weekday":  # "Wednesday and Thursday", written on a Wednesday
        first -= dt.timedelta(days=7)
    if not 0 < (last - first).days < 7:
        return None
    days = (first.isoformat(), last.isoformat())
    return When("/".join(days), *days, precision(first, last), told.rule, told.span)


_PAIR = re.compile(r",? (?:and|and again|and then)(?: on| early on| late on)? ")


def _sharper(doc: Document, vague: Mention) -> When | None:
    """The day beside the time, if one is set beside it in apposition: "on 6 May, barely a week ago"."""
    value = vague.value
    if not isinstance(value, When) or value.precision == "day":
        return value if isinstance(value, When) else None
    for other in doc.mentions:
        if other.kind == "time" and isinstance(other.value, When) and other.value.precision == "day":
            first, second = sorted((other.span, vague.span), key=lambda span: span.start)
            if first.end <= second.start and _APPOSED.fullmatch(doc.page.text[first.end : second.start]):
                return other.value
    return value


_APPOSED = re.compile(r"\s?[,(–—-]\s?(?:(?:just|only|barely|some|about|almost|nearly|or|on|in)\s)?")


def _time_tie(doc: Document, word: Word, at: Word, path: list[Word], own: set[Word]) -> int:
    if _under_voice(doc, at, word) or not same_side(doc, at, word):
        return 0
    steps = doc.path(at)
    if word in steps:
        below = steps[: steps.index(word)]
        if any(doc.token(step).rel == "acl:relcl" and not timeless(doc, step, at) for step in below):
            return 0  # "fighters of X, which cut its ties in July, fired": July is not the firing's
        return 9 if at in own else 4
    if _of_person(doc, steps, path):
        return 0
    if len(path) > 1 and path[1] in steps and doc.clause_root(at) in (doc.clause_root(word), path[1]):
        return 7
    if doc.clause_root(at) == doc.clause_root(word):
        return 6
    shared = next((step for step in path if step in steps), None)
    if shared is not None and doc.rel(word) in ("advcl", "xcomp", "conj", "acl", "obl", "nmod", "obj"):
        return 5
    return 2 if shared is not None and steps.index(shared) <= 3 else 0


def _of_person(doc: Document, steps: list[Word], path: list[Word]) -> bool:
    """ "The president, who was in X on Monday, …": that day is what is told of him."""
    for clause, noun in itertools.pairwise(steps):
        if noun in path and doc.token(clause).rel != "acl:relcl":
            return False
        if doc.token(clause).rel == "acl:relcl" and doc.covering(noun, "person"):
            return True
    return False


def saying_time(doc: Document, word: Word) -> When | None:
    """The time of the act of saying in the same sentence, for what is told without a time of its own."""
    for mention, at in doc.told_in(word.sentence, "time"):
        if not isinstance(mention.value, When) or mention.value.precision != "day":
            continue
        if _under_voice(doc, at, word):
            return mention.value
    return None


def inherited(name: str, from_: str, mention: Mention | None = None) -> Reason:
    """The reason for a place or time that is taken over from elsewhere on the page."""
    return Reason(
        f"{name}:inherited",
        f"no {name} beside the words that tell it; taken from {from_}",
        mention.span if mention else None,
    )
