"""Who a noun phrase lets take part: the actors it names, else those whom it only describes ("two lorry drivers").

People without a name in the register still suffer and act; they take part under the page's own words. Plain people who
are hit are civilians unless the page says otherwise, as the codebook counts them.
"""

import msgspec

from crossreport.coding.counts.fates import found_so, single_measure
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.assailing import assails, says_behind
from crossreport.coding.phrases.nouns import actor, actors_of, agentive
from crossreport.coding.phrases.others import things_before
from crossreport.model import Actor, Mention, Reason, Role, content_id
from crossreport.model.kinds import ARMED, PRESS
from crossreport.words.actor_nouns import word_set
from crossreport.words.classes.amounts import amounts
from crossreport.words.classes.folk import folk
from crossreport.words.classes.motion import motion
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import Scheme, ontology, triggers

SUFFERING: frozenset[Role] = frozenset({"target", "victim", "recipient"})
_WORDS = ("amod", "compound", "flat", "nmod:poss")


def takers(doc: Document, noun: Word, role: Role, scheme: Scheme) -> list[Mention]:
    """Mentions of those who take part in `role` by this noun phrase."""
    more = _more_of_them(doc, noun)
    if things_before(doc, noun) is not None:
        return []
    if more:
        return more[:1]  # "… and 57 others surrendered"
    if doc.text(noun) == "force" and "by" in doc.cases(noun) and not doc.kids(noun, "det", "amod", "compound"):
        return []  # "were recruited by force"
    if role in SUFFERING and says_behind(doc, noun):
        return []
    if role in SUFFERING and assails(doc, noun):
        return [_described_as(doc, [noun], Actor("described:assailant", "assailant", "other", None, generic=True))]
    whose = _on_side_of(doc, noun) if role in SUFFERING else []
    if whose:
        return whose
    agrees = (verb := doc.parent(noun)) is not None and doc.lemma(verb) == "agree"
    both = _said_by_both(doc, noun) if scheme == "parties" or agrees else []
    if both:
        return both
    named = actors_of(doc, noun)
    if named:
        fitting = [_as_civilians(mention) if _anybody(mention) else mention for mention in named]
        return [mention for mention in fitting if _may(mention, role, scheme)]
    aboard = _aboard(doc, noun, scheme) if role in SUFFERING else []
    if aboard:
        return aboard
    described = _described(doc, noun, role)
    return [described] if described is not None else []


def _said_by_both(doc: Document, noun: Word) -> list[Mention]:
    """ "X and Y said they had agreed": both, of a deed that sides do together."""
    unclear = [m for m in doc.headed(noun, "actor") if m.value is None and len(m.candidates) > 1]
    if doc.text(noun) != "they" or not unclear:
        return []
    here = [
        m for m in doc.mentions if isinstance(m.value, Actor) and (w := doc.word_of(m)) and w.sentence == noun.sentence
    ]
    sayers = {m.value.id: m for m in here if isinstance(m.value, Actor) and m.value.id in unclear[0].candidates}
    return list(sayers.values())


def _on_side_of(doc: Document, noun: Word) -> list[Mention]:
    """ "From the side of the rebels one person was killed": of those who fight on that side."""
    verb = doc.parent(noun)
    bare = doc.lemma(noun) in folk().anybody or doc.token(noun).upos == "NUM"
    if verb is None or not bare:
        return []
    sides = [kid for kid in doc.kids(verb, "obl") if doc.lemma(kid) == "side" and {"from", "on"} & set(doc.cases(kid))]
    behind = [part for side in sides for part in doc.kids(side, "nmod", "nmod:poss", "compound")]
    return [mention for part in behind for mention in actors_of(doc, part) if actor(mention).kind in ARMED][:1]


def _more_of_them(doc: Document, noun: Word) -> list[Mention]:
    """ "Seven policemen were killed and five others injured": no civilians, more of those named before."""
    bare = doc.lemma(noun) == "other" or (doc.token(noun).upos == "NUM" and not doc.kids(noun, "nmod"))
    verb = doc.parent(noun)
    first = doc.parent(verb) if verb is not None and doc.rel(verb) == "conj" else None
    if not bare or first is None:
        return []
    roles = ("obj",) if doc.rel(noun) == "obj" else ("nsubj", "obj")  # "entered the village and killed 30": not its men
    hit = [kid for kid in doc.kids(first, *roles) if doc.token(kid).upos not in ("PRON", "NUM") and kid < noun]
    return [mention for kid in hit for mention in actors_of(doc, kid) if actor(mention).kind in ARMED]


def _aboard(doc: Document, noun: Word, scheme: Scheme) -> list[Mention]:
    """ "Fired on a bus carrying pilgrims", "shelled a school sheltering families": those inside are hit."""
    inside = [
        other
        for clause in doc.kids(noun, "acl")
        if doc.lemma(clause) in motion().carrying and doc.token(clause).xpos == "VBG"
        for kid in doc.kids(clause, "obj")
        for other in doc.expand(kid)
    ]
    return [mention for other in inside for mention in takers(doc, other, "target", scheme)]


def _anybody(mention: Mention) -> bool:
    return actor(mention).id.split(":")[0] == "people"


def _as_civilians(mention: Mention) -> Mention:
    who = actor(mention)
    country = who.id.split(":")[-1]
    plain = Actor(f"civilians:{country}", "civilians", "civilians", who.country, generic=True)
    return msgspec.structs.replace(mention, value=plain)


def _may(mention: Mention, role: Role, scheme: Scheme) -> bool:
    """Outlets and monitors tell what happens and do not do it; "people" as doers name nobody."""
    who = actor(mention)
    if who.name == "civilians" and role not in SUFFERING and mention.span.quote.lower() in folk().anybody:
        return False
    return scheme in ("speaker", "parties") or who.kind not in PRESS | {"monitor"}


def _hurt(doc: Document, noun: Word) -> bool:
    """Whether a noun that ends like people's is said to be killed, hurt or held: no list names every trade."""
    verb = doc.parent(noun)
    if verb is None or not agentive(doc, noun):
        return False
    return (single_measure(doc, verb) or found_so(doc, verb)) is not None


def _described(doc: Document, noun: Word, role: Role) -> Mention | None:
    """A mention for a noun for people that no actor stands behind."""
    lemma = doc.lemma(noun)
    classes = ontology().classes
    body = lemma in classes["body_noun"] and role not in SUFFERING
    people = lemma in classes["people_noun"] | classes["person_noun"] or (role in SUFFERING and _hurt(doc, noun))
    if role in SUFFERING and _fleeing(doc, noun):
        return _described_as(doc, [noun], Actor("civilians:XX", "civilians", "civilians", None, generic=True))
    if doc.token(noun).upos != "NOUN" or not (body or people):
        return None
    if any(doc.text(kid) in ("our", "my") for kid in doc.kids(noun, "nmod:poss")):
        return None  # "our forces": whose they are depends on who speaks
    if any(doc.lemma(kid) in classes["aircraft"] for kid in doc.kids(noun, "compound")):
        return None  # "a jet fighter"
    front = [kid for kid in doc.kids(noun, *_WORDS) if kid < noun and doc.token(kid).upos != "NUM"]
    numbers = [kid for kid in doc.kids(noun, "nummod") if kid < noun]
    words = sorted([noun, *(kid for kid in front if not any(kid < number for number in numbers))])  # "its occupants"
    armed = closed_classes().kind_of(lemma) == "combatants" or lemma in classes["wrongdoer"]
    fighting = lemma in word_set("fighting_parts") or any(doc.lemma(kid) in folk().hostile for kid in front)
    armed = armed or (role in SUFFERING and fighting)  # as victims; who acts is told by what is done
    if role in SUFFERING and lemma in folk().anybody:
        value = Actor("civilians:XX", "civilians", "civilians", None, generic=True)
    elif lemma in folk().anybody:
        return None
    else:
        value = Actor(
            f"described:{lemma}",
            _title(doc, words),
            "other" if armed or body else "civilians",
            None,
            generic=True,
        )
    return _described_as(doc, words, value, noun)


def _title(doc: Document, words: list[Word]) -> str:
    """The page's words as a name: without the capital of a sentence's head, the page's doubt, an age."""
    told = [word for word in words if not (doc.text(word) in folk().doubted or is_age(doc, word))] or words
    quote = doc.span(told).quote
    opens = told[0].token == 0 and doc.token(told[0]).upos == "NOUN" and not quote.isupper()
    return quote[:1].lower() + quote[1:] if opens else quote


def is_age(doc: Document, word: Word) -> bool:
    """Whether a word tells an age: "year", "old" of "a 7-year-old girl", "a 22 year old student"."""
    told = doc.text(word).lower()
    before = doc.sentences[word.sentence].tokens[word.token - 1].text.lower() if word.token else ""
    return told in amounts().ages or told.endswith("-old") or (told == "old" and before in amounts().ages | {"-"})


def _fleeing(doc: Document, noun: Word) -> bool:
    """A bare number of people who flee: "more than 200,000 have fled"."""
    verb = doc.parent(noun)
    bare = doc.token(noun).upos == "NUM" or doc.lemma(noun) in ontology().classes["many"]
    flees = verb is not None and any(
        trigger.type == "displacement_evacuation" for trigger in triggers().get(("verb", doc.lemma(verb)), ())
    )
    return bare and flees and not doc.kids(noun, "nmod")


def _described_as(doc: Document, words: list[Word], value: Actor, noun: Word | None = None) -> Mention:
    span = doc.span(words)
    why = Reason("described", "only described, no actor of the register or the text", span)
    head = doc.token(noun or words[0]).start
    return Mention(
        content_id("mention", doc.page.id, "described", span), doc.page.id, "actor", span, value, (), (why,), head
    )
