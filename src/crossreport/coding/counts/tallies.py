"""Which toll adds up many happenings, by the page's words, and of which land and time it speaks.

"Since 2011", "over the past two years", "the war has killed": never the width of an uncertain day.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Set

from crossreport.coding.counts.counting import FATES, Count
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.totals import adds_up
from crossreport.coding.phrases.arguments import is_passive, obliques, patients, subjects
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.model import Mention, Place, Quantity, When
from crossreport.model.measures import TOLLS
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.figures import figure_words, tally_pattern, toll_forms

FRONT = 2  # characters: "Since then, …" in front speaks of the whole sentence
RANKED = 8  # words before "since" in which a superlative is measured by it: "the worst attack there since"
MANY = 1000  # of no exact number, or behind a deed that is told by itself: more than one happening kills and hurts
SERIES = 3  # two blasts may be one happening; calibrated on the dev parts
_STEPS = 3  # heads between a time and the word whose time it is


def cumulative(doc: Document, count: Count, told: Word) -> bool:
    """Whether the words make the toll a tally."""
    if count.measure not in FATES or count.measure in ("troops", "missing"):
        return False  # "missing since Wednesday": since when they are
    return is_tally(doc, told) or _thousands(doc, count, told)


def _thousands(doc: Document, count: Count, told: Word) -> bool:
    """ "Thousands have been killed", "at least 6,000 have been killed on this front": of many happenings."""
    perfect = in_perfect(doc, told)
    dated = any(doc.headed(word, "time") for word in doc.clause(told))
    untold = count.value.bound == "vague" or (count.value.bound != "exact" and not dated)
    return untold and (count.value.low or count.value.best or 0) >= MANY and perfect and count.measure in TOLLS


def untold(doc: Document, told: Word) -> bool:
    """ "Has killed tens of thousands": no happening has so many dead that nobody counts them, and no day."""
    perfect = in_perfect(doc, told)
    if not perfect or any(doc.headed(kid, "time") for kid in doc.clause(told)):
        return False
    counts = [m.value for noun in patients(doc, told) for w in doc.subtree(noun) for m in doc.covering(w, "quantity")]
    return any(isinstance(each, Quantity) and each.bound == "vague" and (each.low or 0) >= MANY for each in counts)


def is_tally(doc: Document, told: Word) -> bool:
    """Whether the deaths that a word tells are those of many happenings."""
    return _by_time(doc, told) or _by_war(doc, told) or _by_many(doc, told) or adds_up(doc, told)


def _by_many(doc: Document, told: Word) -> bool:
    """ "Eight were killed in five separate incidents": ruling 3, a toll over happenings of which each has its own."""
    for noun in obliques(doc, told, "in", "by", "during"):
        numbers = [m.value for kid in doc.kids(noun, "nummod") for m in doc.covering(kid, "quantity")]
        apart = any(doc.text(kid) in ("separate", "different") for kid in doc.kids(noun, "amod"))
        least = 2 if apart else SERIES
        several = any(isinstance(number, Quantity) and (number.best or number.low or 0) >= least for number in numbers)
        deeds = {trigger.type for trigger in triggers().get(("noun", doc.lemma(noun)), ())} & FORCE
        if several and (deeds - {"explosion"} or doc.lemma(noun) in closed_classes().happenings | {"incident"}):
            return True
    return False


def _by_time(doc: Document, told: Word) -> bool:
    """A tally's time in the clause that tells it, or a bare calendar year tied to it."""
    root = doc.clause_root(told)
    head = doc.parent(root)
    around = doc.clause(root)
    if doc.rel(root) in ("advcl", "acl") and doc.token(root).xpos == "VBG" and head is not None:
        around += doc.clause(head)  # "the 14th massacre this year, leaving a total of 47 dead"
    if head is not None and _numbered(doc, head):
        around += doc.clause(doc.clause_root(head))  # "brings to 59 the number of civilians killed by troops since May"
    words = [w for w in around if not doc.covering(w, "actor")]
    below = [w for w in doc.subtree(root) if w not in set(words) and _since(doc, w)]  # "counted 220 dead since …"
    clause = set(words) | {w for w in below if not _under_toll(doc, w, told if told in doc.path(w) else root)}
    for found in tally_pattern().finditer(doc.sentence_span(told.sentence).quote):
        offset = doc.sentences[told.sentence].start + found.start()
        inside = {w for w in doc.words_of(told.sentence) if offset <= doc.token(w).start < offset + len(found[0])}
        fronted = found.start() <= FRONT
        if any(doc.text(w) == "since" and doc.token(w).rel == "mark" and doc.parent(w) == told for w in inside):
            continue  # "… since gunmen killed ten there": what came after is counted from this
        marks = [w for w in inside if doc.text(w) == "since"]
        if any(_compared(doc, w) or doc.before(w, 1) == "have" or _of_place(doc, w, told) for w in marks):
            continue  # also "the toll has since risen to 14"
        if _GOES_ON.search(found[0]) is None and (_one_deed(doc, told) or _of_month(doc, inside)):
            continue
        if _of_this_fight(doc, found[0].lower(), told, doc.sentences[told.sentence].start + found.end()):
            continue
        if (inside & clause or fronted) and not _named(found[0]) and not _days_of_one(doc, inside):
            return True
    return any(
        _year(doc, mention.value, doc.word_of(mention), told) for mention in doc.mentions if mention.kind == "time"
    )


def _numbered(doc: Document, noun: Word) -> bool:
    """ "Civilians", of "the number of civilians killed": what is told of them is told of the number."""
    above = doc.parent(noun)
    return above is not None and doc.rel(noun) == "nmod" and doc.lemma(above) in figure_words().number_heads


def _of_this_fight(doc: Document, words: str, told: Word, end: int) -> bool:
    """ "Since Monday 30 have died", "13 dead so far": a count of days that is still open is of what goes on now."""
    if words not in course().still_open:
        return False
    times = [m for m in doc.mentions if m.kind == "time" and _sentence_of(doc, m) == told.sentence]
    if words == "since":
        times = [m for m in times if m.span.start <= end + NEAR and m.span.end > end][:1]
    begun = [mention.value.earliest for mention in times if isinstance(mention.value, When)]
    latest = doc.page.published.latest
    recent = latest is not None and all(_days_back(day, latest) <= FIGHT_DAYS for day in begun)
    if words == "since":
        return recent and bool(begun)
    near = range(max(0, told.sentence - 1), told.sentence + 1)
    return recent and any(_deed(doc, word) for s in near for word in doc.words_of(s) if word != told)


def _deed(doc: Document, word: Word) -> bool:
    """Whether a word tells force, and not only deaths."""
    pos = doc.token(word).upos.lower()
    return doc.text(word) not in toll_forms() and any(
        trigger.type in FORCE for trigger in triggers().get((pos, doc.lemma(word)), ())
    )


def _sentence_of(doc: Document, mention: Mention) -> int | None:
    at = doc.word_of(mention)
    return at.sentence if at is not None else None


def _days_back(day: str | None, latest: str) -> float:
    return (dt.date.fromisoformat(latest) - dt.date.fromisoformat(day)).days if day else float("inf")


NEAR = len(" last ")
FIGHT_DAYS = 7  # calibrated on the dev parts: of tolls since a day of the last week none is a tally of the coders'
_GOES_ON = re.compile(r"(?i)\b(?:since|so far|to date|each|per|every|total|toll)")


def _of_place(doc: Document, since: Word, told: Word) -> bool:
    """ "Killed 23 in the town, which has been besieged since 2012": by word order, since trees hang it anywhere."""
    for at in range(told.token + 2, since.token):
        word, head = Word(told.sentence, at), Word(told.sentence, at - 1)
        head = Word(told.sentence, at - 2) if doc.text(head) == "," else head
        placed = doc.lemma(head) in ontology().classes["place_noun"] or bool(doc.covering(head, "place"))
        if placed and doc.token(word).xpos in ("WDT", "WRB"):
            return any(doc.text(Word(told.sentence, k)) in ("has", "have", "had") for k in range(at, since.token))
    return False


def _under_toll(doc: Document, word: Word, told: Word) -> bool:
    """ "Ten died on Monday, bringing the toll since May to 40": the second number's "since"."""
    steps = doc.path(word)
    between = steps[: steps.index(told)]
    return any(
        doc.rel(step) in ("advcl", "conj", "parataxis") and doc.token(step).upos == "VERB" and _counts(doc, step)
        for step in between
    )


def _counts(doc: Document, verb: Word) -> bool:
    heads = figure_words().toll_heads | figure_words().number_heads | {"total"}
    return any(doc.lemma(noun) in heads for noun in doc.kids(verb, "obj", "nsubj"))


def _of_month(doc: Document, words: Set[Word]) -> bool:
    """ "In October last year": the year of a month that is told."""
    values = [mention.value for word in words for mention in doc.covering(word, "time")]
    return any(isinstance(value, When) and value.precision in ("day", "month") for value in values)


def _one_deed(doc: Document, told: Word) -> bool:
    """ "The previous week a clash had left 30 dead", "ten were killed in a raid last year": one happening of then."""
    near = [*subjects(doc, told), *subjects(doc, doc.clause_root(told)), *obliques(doc, told, "in", "by", "during")]
    return any(
        doc.token(noun).xpos == "NN"
        and ("noun", doc.lemma(noun)) in triggers()
        and any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det"))
        and not _is_war(doc, noun)
        for noun in near
    )


def _compared(doc: Document, since: Word) -> bool:
    """ "The worst attack since a similar raid in 2018", "the first since June": measured by an earlier one."""
    bound = doc.parent(since)
    if bound is None or not since.token:
        return False
    like = any(doc.text(kid) in course().alike for kid in doc.kids(bound, "amod"))
    ranking = [Word(since.sentence, at) for at in range(max(0, since.token - RANKED), since.token)]
    last = max((at for at, word in enumerate(ranking) if doc.text(word) == ","), default=-1)
    ranking = ranking[last + 1 :]
    ranked = any(doc.token(word).xpos == "JJS" or doc.text(word) in closed_classes().ranks for word in ranking)
    return like or ranked


def _days_of_one(doc: Document, words: Set[Word]) -> bool:
    """ "Killed in two days of fighting": one happening, of whose days the words tell."""
    last = max(words, default=None)
    if last is None or doc.text(last) != "of" or doc.before(last, 1) != "day":
        return False
    told = Word(last.sentence, last.token + 1)
    if told.token >= len(doc.words_of(told.sentence)):
        return False
    return any((pos, doc.lemma(told)) in triggers() for pos in ("noun", "verb")) or doc.text(told) == "fighting"


def _since(doc: Document, word: Word) -> bool:
    return any(doc.text(step) == "since" for step in (word, *doc.kids(word, "mark", "case")))


def _named(text: str) -> bool:
    """ "Since yesterday" and "since Monday" tell of one happening that goes on."""
    return bool(re.search(r"yesterday|today|night|morning", text, re.IGNORECASE))


def _year(doc: Document, value: object, at: Word | None, told: Word) -> bool:
    """ "In 2014" said of the deaths themselves, and not of an attack ("the attack in 2014")."""
    if not isinstance(value, When) or at is None or at.sentence != told.sentence or value.rule != "year":
        return False
    steps = doc.path(at)[1 : _STEPS + 1]
    if told not in steps and doc.parent(told) not in steps:
        return False
    between = steps[: steps.index(told)] if told in steps else steps[:1]
    if any(doc.rel(step) in ("nsubj", "obj") for step in between):
        return False  # "four signatories of the 2016 agreement were killed"
    return not any(("noun", doc.lemma(step)) in triggers() for step in between)


def _by_war(doc: Document, told: Word) -> bool:
    """ "The war has killed 300,000", "the death toll from the conflict": the war itself is what kills."""
    near = [*subjects(doc, told), *subjects(doc, doc.clause_root(told)), *_behind_toll(doc, told)]
    if not is_passive(doc, told):
        near += [kid for kid in doc.kids(told, "nsubj") if kid not in near]
    else:
        near += [kid for kid in doc.kids(told, "obl") if {"in", "by", "during"} & set(doc.cases(kid))]
        if any(doc.headed(kid, "time") for kid in doc.kids(told, "obl")):
            return False
    perfect = in_perfect(doc, told)
    return any(_is_war(doc, noun) or (perfect and doc.lemma(noun) in course().unrest) for noun in near)


def _behind_toll(doc: Document, told: Word) -> list[Word]:
    """The nouns on which a toll noun's number rests: "the toll from", "deaths in"."""
    return [kid for kid in doc.kids(told, "nmod") if {"from", "in", "of", "during"} & set(doc.cases(kid))]


def _is_war(doc: Document, noun: Word) -> bool:
    lemma = doc.lemma(noun)
    return lemma in closed_classes().long_wars


def land_of(doc: Document, told: Word) -> str | None:
    """The country of which a tally speaks: named in its sentence, else the one of which the page tells most."""
    for mention in doc.mentions:
        at, place = doc.word_of(mention), mention.value
        if at is None or at.sentence != told.sentence or not isinstance(place, Place):
            continue
        if place.kind in ("country", "region", "admin1") and not doc.covering(at, "person"):
            return place.name
    return _main_country(doc)


def _main_country(doc: Document) -> str | None:
    places = [m.value for m in doc.mentions if isinstance(m.value, Place) and m.value.country]
    named = {place.country: place.name for place in reversed(places) if place.kind == "country"}
    counted = Counter(place.country for place in places)
    if not counted:
        return None
    country, times = counted.most_common(1)[0]
    return named.get(country) if 2 * times > sum(counted.values()) else None


def since(doc: Document, when: When | None) -> str | None:
    """The time of a tally: open towards now, where only its beginning is said ("since the war began in 2011")."""
    if when is None or when.span is None:
        return when.edtf if when else None
    before = doc.page.text[max(0, when.span.start - 60) : when.span.end].lower()
    if "/" not in when.edtf and re.search(r"\bsince\b[^.;]*$", before):
        return f"{when.edtf}/.."
    return when.edtf
