"""What a number counts and what became of them: the counted noun, the measure, and whom it is about, by syntax."""

from msgspec import Struct

from crossreport.coding.arguments import is_passive, patients, subjects
from crossreport.coding.document import Document, Word
from crossreport.coding.nearby import introduces_part, near_fate
from crossreport.coding.nouns import actor, actors_of
from crossreport.model import Counted, Measure, Mention, Quantity
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers

_THINGS = frozenset({"dollar", "euro", "percent", "pound", "$", "%"})


class Count(Struct, frozen=True):
    """A quantity with what it counts; `event` the word that tells what became of them, if any does."""

    mention: Mention
    noun: Word
    of: Counted
    measure: Measure
    event: Word | None
    part_of: Word | None = None


def counted_noun(doc: Document, mention: Mention) -> Word | None:
    """The noun that the number counts: "12 civilians", "dozens of villagers", "a toll of 40"."""
    at = doc.word_of(mention)
    if at is None:
        return None
    rel = doc.rel(at)
    head = doc.parent(at)
    if (
        rel in ("nummod", "amod", "det", "compound", "advmod")
        and head is not None
        and doc.token(head).upos in ("NOUN", "PROPN", "SYM", "ADJ", "VERB", "NUM")
    ):
        return counted_noun_of(doc, head)
    behind = [kid for kid in doc.kids(at, "nmod") if "of" in doc.cases(kid)]
    return counted_noun_of(doc, at) if not behind else at


def counted_noun_of(doc: Document, noun: Word) -> Word:
    """Climbs from a number inside a number ("tens" in "tens of thousands")."""
    head = doc.parent(noun)
    if doc.token(noun).upos == "NUM" and head is not None and doc.rel(noun) in ("nummod", "compound"):
        return counted_noun_of(doc, head)
    return noun


def who(doc: Document, noun: Word, mention: Mention) -> Counted:
    """The words for those who are counted, and their kind."""
    inner = noun
    for kid in doc.kids(noun, "nmod"):
        if "of" in doc.cases(kid) and (doc.lemma(noun) in closed_classes().partitives or doc.token(noun).upos == "NUM"):
            inner = kid
    words = [
        w
        for w in _phrase(doc, inner)
        if doc.token(w).start >= mention.span.end or doc.token(w).end <= mention.span.start
    ]
    if not words:
        return Counted("people", "people")
    text = doc.span(words).quote
    return Counted(text, _kind(doc, inner))


def _phrase(doc: Document, noun: Word) -> list[Word]:
    words = {noun}
    for kid in doc.kids(noun, "amod", "compound", "flat", "nmod", "nmod:poss"):
        near = doc.rel(kid) != "nmod" or {"of"} & set(doc.cases(kid))
        if near:
            words.update(doc.subtree(kid))
    if doc.token(noun).upos in ("NUM", "DET") or doc.lemma(noun) in ("other", "more"):
        words.discard(noun)
    ordered = sorted(words)
    return [w for w in ordered if doc.token(w).upos not in ("PUNCT", "DET")] if ordered else []


def _kind(doc: Document, noun: Word) -> str:
    lemma = doc.lemma(noun)
    known = closed_classes().kind_of(lemma)
    if known is not None:
        return known
    found = actors_of(doc, noun)
    if found:
        kind = actor(found[0]).kind
        if kind in ("civilians", "protesters"):
            return "civilians"
        if kind in ("state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"):
            return "combatants"
    return (
        "people"
        if lemma in ontology().classes["people_noun"] or doc.token(noun).upos in ("NUM", "DET", "PRON")
        else "other"
    )


def counts(doc: Document) -> list[Count]:
    """Every number of the page that counts people, troops, money, territory or attacks, in reading order."""
    found: list[Count] = []
    for mention in doc.mentions:
        if mention.kind != "quantity" or not isinstance(mention.value, Quantity):
            continue
        count = _count(doc, mention, found[-1] if found else None)
        if count is not None:
            found.append(count)
    return found


def _count(doc: Document, mention: Mention, last: Count | None) -> Count | None:
    noun = counted_noun(doc, mention)
    value = mention.value
    first = doc.first_word(mention)
    if noun is None or first is None or not isinstance(value, Quantity):
        return None
    of = who(doc, noun, mention)
    whole = _whole(doc, noun)
    measure, event = fate(doc, noun)
    if measure is None and whole is not None:
        measure, event = fate(doc, whole)
    if (
        measure is None
        and value.unit is None
        and (of.kind not in ("other", "") or doc.token(noun).upos in ("NUM", "DET"))
    ):
        measure, event, whole = _beside(doc, first, noun, whole, last)
    measure = measure or _other_measure(doc, noun, value, of)
    if measure is None or (measure == "other" and not _worth_telling(value)):
        return None
    if value.rule == "singular" and measure not in ("killed", "wounded", "abducted", "missing", "detained"):
        return None
    return Count(mention, noun, of, measure, event, whole)


def _beside(
    doc: Document, first: Word, noun: Word, whole: Word | None, last: Count | None
) -> tuple[Measure | None, Word | None, Word | None]:
    """The fate by word order: beside the number, or that of the number of which this one is a part."""
    if introduces_part(doc, first) and last is not None and last.noun.sentence == noun.sentence:
        return last.measure, last.event, last.noun
    near = near_fate(doc, first, noun)
    return (near[0], near[1], whole) if near is not None else (None, None, whole)


def _worth_telling(value: Quantity) -> bool:
    """Whether a number of people or things without a fate is more than a way of speaking ("many", "one of them")."""
    return value.bound != "vague" and any(
        bound is not None and bound > 1 for bound in (value.low, value.best, value.high)
    )


def _other_measure(doc: Document, noun: Word, value: Quantity, of: Counted) -> Measure | None:
    lemma = doc.lemma(noun)
    classes = ontology().classes
    if value.unit in ("USD", "EUR", "GBP") or (value.unit or "").isupper():
        return "money"
    if value.unit == "percent" or value.unit in ("km2", "hectare"):
        return "territory" if value.unit != "percent" or _about_territory(doc, noun) else None
    if value.unit:
        return None
    if lemma in classes["troops"]:
        return "troops"
    if lemma in ("village", "town", "hill", "position"):
        return "territory" if not doc.kids(noun, "compound") else "other"
    if of.kind == "combatants":
        return "troops"
    if ("noun", lemma) in triggers():
        return "other"
    if (
        lemma
        in classes["vehicle"] | classes["weapon"] | classes["building"] | classes["people_noun"] | classes["aircraft"]
        or of.kind != "other"
    ):
        return "other"
    return None


def _about_territory(doc: Document, noun: Word) -> bool:
    near = [doc.lemma(w) for step in doc.path(noun)[:3] for w in (step, *doc.kids(step))]
    return any(
        lemma in ("control", "hold", "territory", "capture", "city", "town", "area", "land", "seize") for lemma in near
    ) or bool([kid for kid in doc.kids(noun, "nmod") if doc.headed(kid, "place")])


def _whole(doc: Document, noun: Word) -> Word | None:
    """The noun of which this one is a part: "20 people, including 5 children", "among them two women"."""
    cases = set(doc.cases(noun))
    head = doc.parent(noun)
    if head is not None and cases & {"including", "among", "among them", "of"}:
        if "including" in cases or "among" in cases:
            return (
                head if doc.token(head).upos != "VERB" else next(iter(patients(doc, head) or subjects(doc, head)), None)
            )
    before = [doc.before(noun, count) for count in range(1, 5)]
    if "include" in before or "including" in before:
        if head is not None and doc.token(head).upos in ("NOUN", "PROPN", "NUM"):
            return head
        if head is not None and doc.lemma(head) == "include":
            outer = doc.parent(head)
            return (
                outer
                if outer is not None and doc.token(outer).upos in ("NOUN", "NUM")
                else next(iter(subjects(doc, head)), None)
            )
        if doc.rel(noun) == "conj" and head is not None:
            return _whole(doc, head)
    if doc.rel(noun) == "conj" and head is not None and doc.token(head).upos in ("NOUN", "NUM"):
        return _whole(doc, head)
    return None


def fate(doc: Document, noun: Word) -> tuple[Measure | None, Word | None]:
    """What the page says became of them: killed, wounded, …, with the word that says so."""
    own = _own_fate(doc, noun)
    if own is not None:
        return own
    for step in [noun, *doc.path(noun)[1:3]]:
        verb = doc.parent(step)
        if verb is None:
            break
        if doc.token(verb).upos in ("VERB", "ADJ", "NOUN", "AUX"):
            measure = _verb_fate(doc, verb, step)
            if measure is not None:
                return measure, verb
        if doc.rel(step) not in ("nmod", "conj", "appos", "nummod", "compound", "dep", "obj", "nsubj"):
            break
        if doc.token(verb).upos == "VERB":
            break
    return None, None


def _own_fate(doc: Document, noun: Word) -> tuple[Measure, Word] | None:
    """The counted noun itself tells it ("40 deaths", "12 dead"), or a participle behind it ("5 soldiers killed")."""
    measure = _noun_measure(doc.lemma(noun), doc.text(noun))
    if measure is not None:
        return measure, noun
    for kid in doc.kids(noun, "acl", "acl:relcl", "amod", "xcomp"):
        told = _word_measure(doc, kid)
        passive = doc.rel(kid) == "amod" or is_passive(doc, kid) or doc.lemma(kid) in _patient_verbs()
        if told is not None and (passive or doc.token(kid).upos == "ADJ"):
            return told, kid
    for kid in doc.kids(noun, "nmod"):
        if "of" in doc.cases(kid) and doc.token(noun).upos in ("NUM", "NOUN"):
            told = _noun_measure(doc.lemma(kid), doc.text(kid))
            if told is not None:
                return told, kid
            inner = _own_fate(doc, kid)
            if inner is not None:
                return inner
    return None


def _patient_verbs() -> frozenset[str]:
    return frozenset(ontology().tolls["killed"].patient)


def _noun_measure(lemma: str, text: str) -> Measure | None:
    for measure in ("killed", "wounded", "killed_and_wounded"):
        words = ontology().tolls[measure]
        if lemma in words.nouns or text in words.adjectives:
            return measure  # type: ignore[return-value]
    return {"displaced": "displaced", "detainee": "detained", "hostage": "abducted"}.get(text) or None  # type: ignore[return-value]


def _word_measure(doc: Document, word: Word) -> Measure | None:
    lemma, text = doc.lemma(word), doc.text(word)
    both: set[str] = set()
    for measure in ("killed", "wounded"):
        words = ontology().tolls[measure]
        if lemma in words.verbs or lemma in words.patient or text in words.adjectives:
            both.add(measure)
            for kid in doc.kids(word, "conj"):
                other = _word_measure(doc, kid)
                if other and other != measure and not doc.kids(kid, "obj", "nsubj", "nsubj:pass", "nummod"):
                    both.add(other)
    if both == {"killed", "wounded"}:
        return "killed_and_wounded"
    if both:
        return both.pop()  # type: ignore[return-value]
    return closed_classes().fate_of(lemma)  # type: ignore[return-value]


def _verb_fate(doc: Document, verb: Word, noun: Word) -> Measure | None:
    """The fate that a verb gives its patient (or the subject of "died")."""
    lemma = doc.lemma(verb)
    rel = doc.rel(noun)
    lives = ontology().tolls["killed"].lives
    if doc.token(verb).upos == "NOUN":
        if lemma in ("toll", "death", "killing", "massacre", "execution", "murder", "slaughter") and rel == "nmod":
            return "killed" if lemma != "toll" or any(doc.lemma(k) == "death" for k in doc.kids(verb)) or True else None
        if lemma == "injury" and rel == "nmod":
            return "wounded"
        if lemma in ("casualty",) and rel in ("nmod", "nummod"):
            return "killed_and_wounded"
        if lemma in ("life",) and rel == "nmod" and any(doc.lemma(p) in lives for p in doc.path(verb)[1:2]):
            return "killed"
        return (
            {"arrest": "detained", "abduction": "abducted", "kidnapping": "abducted", "displacement": "displaced"}.get(
                lemma
            )
            if rel == "nmod"
            else None
        )  # type: ignore[return-value]
    if lemma == "lose" and rel == "nsubj" and any(doc.lemma(kid) == "life" for kid in doc.kids(verb, "obj")):
        return "killed"
    if lemma in lives and rel == "obj" and doc.lemma(noun) == "life":
        return "killed"
    if lemma in ("leave", "see", "report", "find", "pronounce") and rel in ("obj", "nsubj", "nsubj:pass"):
        for kid in doc.kids(verb, "xcomp", "advcl", "ccomp", "obj", "advmod", "amod"):
            told = _word_measure(doc, kid) or _noun_measure(doc.lemma(kid), doc.text(kid))
            if told is not None and kid != noun:
                return told
    told = _word_measure(doc, verb)
    if told is None:
        return None
    patient = noun in patients(doc, verb) or rel in ("obj", "nsubj:pass")
    intransitive = rel == "nsubj" and (
        lemma in _patient_verbs()
        or lemma in ("flee", "defect", "surrender", "disappear", "drown")
        or doc.token(verb).upos == "ADJ"
        or is_passive(doc, verb)
    )
    if told == "killed_and_wounded" and not (patient or intransitive):
        return None
    return told if patient or intransitive else None
