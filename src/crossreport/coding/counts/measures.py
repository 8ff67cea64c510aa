"""What a number measures where nothing befalls those counted: money, territory, troops, things and attacks."""

from crossreport.coding.counts.counted import lemmas_of, measured
from crossreport.coding.counts.nearby import Place, Told
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.phrases.others import things_before
from crossreport.model import Counted, Measure, Mention, Quantity
from crossreport.words.classes.amounts import amounts
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import Trigger, ontology, triggers
from crossreport.words.families import GROUND, SEIZURES, TALKS
from crossreport.words.figures import figure_words, toll_forms
from crossreport.words.reporting import reporting

# Fewer people without a fate than these are named, not counted ("two officials", "three leaders").
# Calibrated on the FA-KES dev part.
PEOPLE, TROOPS = 9, 10
_TOLL_REACH = 14  # tokens between "death toll" and its number


def thing_measure(doc: Document, noun: Word, value: Quantity, of: Counted, mention: Mention) -> Measure | None:
    """The measure of a number that no fate explains; None if it is not worth a record."""
    if value.unit is not None:
        return _unit_measure(doc, noun, value)
    inner = things_before(doc, noun) or measured(doc, noun)
    if not _precise(value) or _definite(doc, noun, mention):
        return None
    names = lemmas_of(doc, inner)
    if names & figure_words().taken_places:
        return "territory" if _taken(doc, noun) else None
    if of.kind != "other" and _meets(doc, noun):
        return "other"
    if of.kind != "other" and released(doc, noun):
        return "other"  # who is set free is no strength of troops
    if of.kind == "combatants" or names & ontology().classes["troops"]:
        return "troops" if _least(value) >= TROOPS else None
    if of.kind != "other":
        return "other" if _least(value) >= PEOPLE and not _speaks(doc, noun, names) else None
    return "other" if _notable(names) else None


def few_people(doc: Document, noun: Word, value: Quantity, mention: Mention) -> bool:
    """Whether a number that `thing_measure` passes over counts a few people nevertheless: "three engineers"."""
    return _precise(value) and not _definite(doc, noun, mention) and value.rule not in ("singular", "list")


def _unit_measure(doc: Document, noun: Word, value: Quantity) -> Measure | None:
    unit = value.unit or ""
    if unit in amounts().area:
        return "territory"
    if unit == "percent":
        return "territory" if _about_territory(doc, noun) else None
    return "money" if (len(unit) == 3 and unit.isupper()) or unit in amounts().coins else None


def _precise(value: Quantity) -> bool:
    """More than a way of speaking ("many", "several", "one of them")."""
    if value.bound == "vague" and (value.low or 0) < 20:
        return False
    return any(bound is not None and bound > 1 for bound in (value.low, value.best, value.high))


def _least(value: Quantity) -> float:
    return next((n for n in (value.low, value.best, value.high) if n is not None), 0.0)


def _definite(doc: Document, noun: Word, mention: Mention) -> bool:
    """ "the two towns", "both vehicles": a number that only points at what is known."""
    if mention.span.quote.lower() == "both":
        return True
    return any(
        doc.text(kid) in ("the", "these", "those", "both") and doc.token(kid).start < mention.span.start
        for kid in doc.kids(noun, "det")
    )


def _taken(doc: Document, noun: Word) -> bool:
    """Whether a verb or noun of taking or losing ground governs the places."""
    if doc.rel(noun) not in ("obj", "nmod", "conj") and doc.token(noun).rel != "nsubj:pass":
        return False
    for head in doc.path(noun)[1:3]:
        pos = "verb" if is_verb(doc, head) else "noun"
        if any(trigger.type in GROUND for trigger in triggers().get((pos, doc.lemma(head)), ())):
            return True
    return False


def released(doc: Document, noun: Word) -> bool:
    """Whether those counted are set free: "freed 106 hostages"."""
    top = next((step for step in doc.path(noun) if doc.rel(step) != "conj"), noun)
    head = doc.parent(top)
    if head is None or not (doc.rel(top) == "obj" or doc.token(top).rel == "nsubj:pass"):
        return False
    return any(trigger.type == "prisoner_exchange_release" for trigger in triggers().get(("verb", doc.lemma(head)), ()))


def seized_too(doc: Document, noun: Word) -> bool:
    """ "Killed a chief and carried off 17 others": people like those told before, whom the verb may seize."""
    head = doc.parent(noun)
    if (
        head is None
        or doc.lemma(noun) != "other"
        or not (doc.rel(noun) == "obj" or doc.token(noun).rel == "nsubj:pass")
    ):
        return False
    return any(trigger.type in SEIZURES for trigger in triggers().get(("verb", doc.lemma(head)), ()))


def _meets(doc: Document, noun: Word) -> bool:
    """Whether those counted are the delegates of talks: "six members met with 32 members of the opposition"."""
    head = doc.parent(noun)
    if head is None or doc.rel(noun) not in ("nsubj", "obj", "obl", "nmod"):
        return False
    pos = "verb" if is_verb(doc, head) else "noun"
    return any(
        trigger.type in TALKS and _fits(doc, head, noun, trigger)
        for trigger in triggers().get((pos, doc.lemma(head)), ())
    )


def _fits(doc: Document, head: Word, noun: Word, trigger: Trigger) -> bool:
    """Whether those counted are whom the trigger asks for: not the troops of "sent troops" in "sent an envoy"."""
    if not trigger.object:
        return True
    if doc.rel(noun) == "obj":
        return bool(trigger.object & {"person", "people", "actor", doc.lemma(noun)})
    objects = {doc.lemma(kid) for kid in doc.kids(head, "obj")}
    return bool(objects & trigger.object) or bool(objects and trigger.object & {"person", "people", "actor"})


def _speaks(doc: Document, noun: Word, names: set[str]) -> bool:
    head = doc.parent(noun)
    said = head is not None and doc.rel(noun) == "nsubj" and doc.lemma(head) in reporting().verbs
    return said or bool(names & figure_words().speakers)


def _notable(names: set[str]) -> bool:
    """Things of war and what they hit, and attacks themselves."""
    classes = ontology().classes
    if any(names & classes[name] for name in ("vehicle", "weapon", "building", "aircraft", "position")):
        return True
    return any(
        trigger.type in ("air_strike", "shelling", "explosion", "attack_on_civilians", "armed_clash", "offensive")
        for name in names
        for trigger in triggers().get(("noun", name), ())
    )


def _about_territory(doc: Document, noun: Word) -> bool:
    near = {doc.lemma(w) for step in doc.path(noun)[:3] for w in (step, *doc.kids(step))}
    return bool(near & amounts().ground) or any(doc.headed(kid, "place") for kid in doc.kids(noun, "nmod"))


def _risen_to(doc: Document, place: Place) -> Told | None:
    """ "The number of people killed in X has risen to 40", "the toll of the raid on Y stands at 31"."""
    number = Word(place.sentence, place.end)
    verb = doc.parent(number)
    if verb is None or doc.rel(number) not in ("obl", "obj") or doc.lemma(verb) not in figure_words().rising:
        return None
    if "from" in doc.cases(number):
        return None  # what it was before
    for noun in doc.kids(verb, "nsubj"):
        if doc.lemma(noun) == "toll":
            return Told("killed", noun)
        if doc.lemma(noun) in figure_words().number_heads:
            fates = [(figure_words().hit_measure(doc.text(word)), word) for word in doc.subtree(noun)]
            return next((Told(measure, word) for measure, word in fates if measure is not None), None)
    return None


def _put_at(doc: Document, place: Place) -> Told | None:
    """ "Puts the number of people killed in X since May at 40": what stands between, trees hang anywhere."""
    ahead = doc.words_of(place.sentence)[: place.first]
    if not ahead or doc.text(ahead[-1]) != "at":
        return None
    for verb in ahead:
        if doc.lemma(verb) not in figure_words().putting or doc.token(verb).upos != "VERB":
            continue
        heads = [noun for noun in doc.kids(verb, "obj") if doc.lemma(noun) in figure_words().number_heads]
        inside = [word for noun in heads for word in doc.subtree(noun) if noun < word < ahead[-1]]
        fates = [(single_fate(doc, word), word) for word in inside]
        return next((Told(measure, word) for measure, word in fates if measure is not None), None)
    return None


def single_fate(doc: Document, word: Word) -> str | None:
    """The fate of a participle or adjective: "killed", "abducted"."""
    return figure_words().hit_measure(doc.text(word)) or (
        closed_classes().fate_of(doc.lemma(word)) if doc.token(word).xpos == "VBN" else None
    )


def toll_moved(doc: Document, place: Place) -> Told | None:
    """The fate of a number to which a toll has risen or is put: the words in front tell it, whatever stands behind."""
    return _risen_to(doc, place) or _put_at(doc, place)


def whom_it_counts(doc: Document, told: Told) -> Word | None:
    """Whom "the number of soldiers killed" names, for a number that stands without them."""
    whom = doc.parent(told.word)
    if whom is None or doc.rel(told.word) != "acl" or "of" not in doc.cases(whom):
        return None
    head = doc.parent(whom)
    return whom if head is not None and doc.lemma(head) in figure_words().number_heads else None


def bare_toll(doc: Document, place: Place) -> Told | None:
    """A number without a noun behind "death toll", or before "the number killed"."""
    words = figure_words()
    risen = toll_moved(doc, place)
    if risen is not None:
        return risen
    for index in range(place.first - 1, max(-1, place.first - 1 - _TOLL_REACH), -1):
        word = Word(place.sentence, index)
        if doc.text(word) in words.toll_heads and doc.before(word, 1) in ("death", "the", "a", "early", "casualty"):
            return Told("killed" if doc.before(word, 1) != "casualty" else "killed_and_wounded", word)
        if doc.text(word) == "toll":
            return Told("killed", word)
        if doc.text(word) in words.number_heads:
            return _number_of(doc, word)
        if doc.text(word) in toll_forms() or doc.covering(word, "quantity"):
            return None
    return _number_behind(doc, place)


def _number_behind(doc: Document, place: Place) -> Told | None:
    """ "brought to 49 the number killed"."""
    length = len(doc.sentences[place.sentence].tokens)
    for index in range(place.end + 1, min(length, place.end + 4)):
        if doc.text(Word(place.sentence, index)) in figure_words().number_heads:
            return _number_of(doc, Word(place.sentence, index))
    return None


def _number_of(doc: Document, word: Word) -> Told | None:
    """The fate behind "number of": "the number of people killed", "the number killed"."""
    length = len(doc.sentences[word.sentence].tokens)
    for index in range(word.token + 1, min(length, word.token + 5)):
        at = Word(word.sentence, index)
        measure = figure_words().hit_measure(doc.text(at))
        if measure is not None:
            return Told(measure, at)
    return None


def unreported_measure(wording: str) -> Measure:
    """Of what nothing was reported: deaths, wounds, or both.

    >>> unreported_measure("no reports of casualties"), unreported_measure("No one was hurt")
    ('killed_and_wounded', 'wounded')
    """
    text = wording.lower()
    if any(word in text for word in ("death", "killed", "fatal", "dead", "toll", "loss of life")):
        return "killed"
    return "wounded" if any(word in text for word in ("injur", "wound", "hurt")) else "killed_and_wounded"
