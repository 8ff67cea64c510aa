"""What a trigger word names without a deed: a step towards it, a work of art about it, a body or place called so.

In: a trigger where it stands. Out: whether it tells no happening here. Deaths of illness and want are no violence.
"""

import datetime as dt
from itertools import pairwise

from crossreport.coding.counts.tallies import SERIES, is_tally
from crossreport.coding.events.triggers import Found, own_state
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import by_phrase, doers, is_passive, is_verb, obliques, patients
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.coding.settings.whose_day import dated_by_name
from crossreport.model import Place, Quantity, When
from crossreport.model.kinds import ARMED
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.folk import folk
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.classes.terrain import terrain
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.families import ASSAULTS, ON_PERSONS, ON_THINGS, SEIZURES
from crossreport.words.figures import toll_forms

_STEPS = 5  # heads up to the film or book that tells it


def no_deed(doc: Document, hit: Found) -> bool:
    """Whether the word tells nothing that was done."""
    if _in_a_work(doc, hit.word) or _shunned(doc, hit.word):
        return True
    if hit.trigger.pos == "noun":
        return (
            _times_since(doc, hit)
            or _for_goods(doc, hit)
            or _what_a_way_is_for(doc, hit)
            or _named_so(doc, hit)
            or _aimed_at(doc, hit.word)
            or _handled(doc, hit)
            or _pact_of_a_year(doc, hit)
            or _as_a_cause(doc, hit.word)
            or _struck(doc, hit)
        )
    if (
        _equipped(doc, hit)
        or _found_so(doc, hit)
        or _routine(doc, hit)
        or _total_since(doc, hit)
        or _often_since(doc, hit)
        or _seized_in_all(doc, hit)
        or _in_general(doc, hit)
        or _what_they_want(doc, hit)
    ):
        return True
    if _laid_in_vain(doc, hit):
        return True
    if _meant_to_help(doc, hit) or _foretells(doc, hit) or _for_goods(doc, hit) or _shots_told_of(doc, hit):
        return True
    if _assents(doc, hit):
        return True
    return _only_reacts(doc, hit) or _by_nobody(doc, hit) or _by_reporter(doc, hit) or _who_it_was(doc, hit)


def _in_a_work(doc: Document, word: Word) -> bool:
    """ "The film shows how soldiers burned a village", "a novel about the siege"."""
    works = closed_classes().works
    for step, head in pairwise(doc.path(word)[: _STEPS + 1]):
        if doc.lemma(head) in works and {"about", "on", "of"} & set(doc.cases(step)) and doc.rel(step) == "nmod":
            return True
        told = is_verb(doc, head) and doc.lemma(head) in speech().narrating
        if told and any(doc.lemma(noun) in works for noun in doc.kids(head, "nsubj")):
            return True
    return False


def _shunned(doc: Document, word: Word) -> bool:
    """ "Told residents to avoid gathering", "refrained from attacks": what nobody does."""
    head = doc.parent(word)
    shunned = head is not None and doc.lemma(head) in course().shunning
    return shunned and doc.rel(word) in ("xcomp", "obj", "obl", "advcl")


def _named_so(doc: Document, hit: Found) -> bool:
    """ "A press release", "the Ramadi Barrage", "the Director General of Military Operations"."""
    word, text = hit.word, doc.token(hit.word).text
    if doc.lemma(word) == "release" and doc.before(word, 1) in ("press", "news", "media", "data"):
        return True
    if not text[:1].isupper() or text.isupper() or word.token == 0:
        return False
    if any(" " in mention.span.quote for mention in doc.covering(word, "place")):
        return True
    head = doc.parent(word)
    holder = head is not None and doc.lemma(head) in ontology().classes["person_noun"] | ontology().classes["body_noun"]
    return holder and doc.rel(word) == "nmod" and "of" in doc.cases(word)


def _aimed_at(doc: Document, word: Word) -> bool:
    """ "A step toward the formation of a cabinet", "opposed to dialogue": nothing of it has been done."""
    head = doc.parent(word)
    if head is None or doc.rel(word) not in ("nmod", "obl"):
        return False
    cases = set(doc.cases(word))
    if {"toward", "towards", "to"} & cases and doc.lemma(head) in course().ways_to:
        return True
    bare = not doc.kids(word, "det", "nmod:poss", "nummod")
    return bare and bool({"to", "for"} & cases) and doc.lemma(head) in course().stances


def _as_a_cause(doc: Document, word: Word) -> bool:
    """ "Its role in the fight against the group", "our partners in the war on X": a cause that people share."""
    head, against = doc.parent(word), [kid for kid in doc.kids(word, "nmod") if {"against", "on"} & set(doc.cases(kid))]
    if head is None or not against or doc.rel(word) != "nmod" or not {"in", "for", "to"} & set(doc.cases(word)):
        return False
    the = any(doc.text(kid) == "the" for kid in doc.kids(word, "det"))
    event = ("noun", doc.lemma(head)) in triggers() or doc.lemma(head) in toll_forms()
    return the and doc.token(word).xpos == "NN" and doc.lemma(word) in course().causes and not event


def _pact_of_a_year(doc: Document, hit: Found) -> bool:
    """ "Signatories of the 2016 peace agreement", "despite the 2019 truce": one in force, not made here."""
    if hit.type not in _PACTS or doc.rel(hit.word) not in ("nmod", "obl"):
        return False
    head = doc.parent(hit.word)
    made = head is not None and any(t.type in _PACTS for t in triggers().get((_pos(doc, head), doc.lemma(head)), ()))
    return not made and any(dated_by_name(doc, hit.word, kid) for kid in doc.kids(hit.word))


def _pos(doc: Document, word: Word) -> str:
    return "verb" if is_verb(doc, word) else "noun"


_PACTS = frozenset({"agreement", "ceasefire_halt"})


def _handled(doc: Document, hit: Found) -> bool:
    """ "Destroyed an improvised explosive device": sappers handle it, nothing explodes."""
    head = doc.parent(hit.word)
    if hit.type != "explosion" or doc.rel(hit.word) not in ("obj", "nsubj") or head is None or not is_verb(doc, head):
        return False
    if doc.rel(hit.word) == "nsubj" and not is_passive(doc, head):
        return False
    if any(doc.text(kid) in ("safe", "harmless") for kid in doc.kids(head, "xcomp", "amod", "advcl")):
        return True
    return any(t.type == "weapons_seized_or_destroyed" for t in triggers().get(("verb", doc.lemma(head)), ()))


def _struck(doc: Document, hit: Found) -> bool:
    """ "Gunmen attacked a meeting of elders", "a drone strike on a meeting": where the attack fell, no news of its own.

    One of sides or officials ("a meeting between the two armies") is told of as such.
    """
    head = doc.parent(hit.word)
    if hit.type != "visit_meeting" or head is None or {"between", "with"} & _cases_below(doc, hit.word):
        return False
    hurt = doc.rel(hit.word) == "obj" or doc.token(hit.word).rel == "nsubj:pass"
    there = doc.rel(hit.word) in ("nmod", "obl") and bool(_FALLING & set(doc.cases(hit.word)))
    forceful = any(each.type in FORCE for each in triggers().get((_pos(doc, head), doc.lemma(head)), ()))
    return forceful and (hurt or there)


def _cases_below(doc: Document, noun: Word) -> set[str]:
    return {case for kid in doc.kids(noun, "nmod") for case in doc.cases(kid)}


_FALLING = frozenset({"on", "at", "against", "into"})


def _equipped(doc: Document, hit: Found) -> bool:
    """ "Gunmen armed with rifles", "a lorry loaded with dynamite": what they are like; nobody supplied anything."""
    told = doc.token(hit.word)
    if hit.type != "arms_or_funds_supplied" or doc.lemma(hit.word) not in arms().equipping:
        return False
    bare = told.xpos == "VBN" and doc.rel(hit.word) in ("acl", "amod", "advcl") and not doc.kids(hit.word, "aux")
    return bare and not obliques(doc, hit.word, "by")


def _laid_in_vain(doc: Document, hit: Found) -> bool:
    """ "Caught while planting a bomb", "defused a mine laid near the school": nothing went off."""
    head = doc.parent(hit.word)
    if hit.type != "explosion" or doc.lemma(hit.word) not in arms().laying or head is None:
        return False
    if doc.token(hit.word).xpos == "VBG" and doc.rel(hit.word) in ("advcl", "acl"):
        caught = closed_classes().catching | {"spot", "observe", "see"}
        return any(doc.lemma(step) in caught for step in doc.path(hit.word)[1:3])
    told = doc.parent(head) if doc.rel(hit.word) == "acl" else None
    return told is not None and doc.rel(head) in ("obj", "nsubj:pass", "nsubj") and doc.lemma(told) in arms().made_safe


def _found_so(doc: Document, hit: Found) -> bool:
    """ "Were found shot dead", "found the streets deserted": how they were; "the bodies appeared pale"."""
    if hit.type == "bodies_found" and doc.lemma(hit.word) == "appear":
        return any(doc.token(kid).upos == "ADJ" for kid in doc.kids(hit.word, "xcomp", "acl", "obj"))
    head = doc.parent(hit.word)
    told = doc.token(hit.word).xpos
    participle = told == "VBN" or (told == "VBD" and doc.rel(hit.word) == "xcomp")  # tagged as finite, which none is
    if head is None or doc.lemma(head) not in ("find", "discover") or not participle:
        return False
    left = hit.type == "defection_surrender" and not doc.kids(hit.word, "aux")  # not "were found to have deserted"
    dead = left or hit.type in FORCE or hit.type == "sexual_violence"
    return dead and doc.rel(hit.word) in ("xcomp", "advcl", "acl") and hit.word > head


def _routine(doc: Document, hit: Found) -> bool:
    """ "Urged residents to stay calm", "asked the public to come forward": no demand of the conflict."""
    if hit.type != "statement_demand":
        return False
    asked = [kid for kid in doc.kids(hit.word, "xcomp", "ccomp", "advcl") if kid > hit.word]
    words = {
        doc.lemma(each) for clause in asked for each in (clause, *doc.kids(clause, "xcomp", "conj", "obj", "advmod"))
    }
    return not words & course().demanding and (bool(words & course().calming) or _to_the_public(doc, hit.word))


def _to_the_public(doc: Document, verb: Word) -> bool:
    """ "Appealed to the media not to spread rumours", "asked residents to report strangers": advice to one's own."""
    told = [*doc.kids(verb, "obj", "iobj"), *obliques(doc, verb, "to", "on", "upon")]
    heads = [noun for noun in told if doc.token(noun).upos in ("NOUN", "PROPN")]
    armed = any(actor(m).kind in ARMED for noun in doers(doc, verb) for m in actors_of(doc, noun))
    return bool(heads) and not armed and all(doc.lemma(noun) in folk().public for noun in heads)


def _foretells(doc: Document, hit: Found) -> bool:
    """ "The UN warned that militias would attack the camp": what others may do is no threat of who warns."""
    if hit.type != "statement_threat" or doc.lemma(hit.word) not in ("warn", "caution"):
        return False
    for clause in doc.kids(hit.word, "ccomp"):
        force = any(each.type in FORCE for each in triggers().get(("verb", doc.lemma(clause)), ()))
        others = [noun for noun in doc.kids(clause, "nsubj") if doc.token(noun).upos in ("NOUN", "PROPN")]
        if force and others and not any(doc.kids(x, "nmod:poss") or own_state(doc, clause, x) for x in others):
            return True
    return False


def _total_since(doc: Document, hit: Found) -> bool:
    """ "More than 800,000 have been displaced since 2017": a sum over many flights, where no town is named."""
    if hit.type != "displacement_evacuation" or doc.lemma(hit.word) not in ("displace", "uproot"):
        return False
    now = {doc.text(kid) for kid in doc.kids(hit.word, "aux", "cop")} & {"are", "remain"}
    head = doc.parent(hit.word)
    remain = head is not None and doc.lemma(head) == "remain" and doc.rel(hit.word) == "xcomp"
    perfect = _perfect(doc, hit.word) or bool(now) or remain
    since = (
        bool(now)
        or remain
        or any("since" in {doc.text(kid), *doc.cases(kid)} for kid in (*doc.kids(hit.word), *doc.clause(hit.word)))
    )
    many = any(
        isinstance(mention.value, Quantity) and (mention.value.best or mention.value.low or 0) >= MANY_FLED
        for noun in patients(doc, hit.word) + doers(doc, hit.word)
        for word in doc.subtree(noun)
        for mention in doc.covering(word, "quantity")
    )
    fine = any(
        isinstance(mention.value, Place) and mention.value.kind not in ("country", "region", "admin1")
        for word in doc.clause(hit.word)
        for mention in doc.headed(word, "place")
    )
    return perfect and since and many and not fine


MANY_FLED = 20_000  # of a province or country since a day: no one flight; corpus and own dev pages


def _perfect(doc: Document, verb: Word) -> bool:
    """ "Have killed 4,000 and displaced 80,000": the second verb shares the auxiliary of the first."""
    if in_perfect(doc, verb):
        return True
    head = doc.parent(verb)
    shared = head is not None and doc.rel(verb) == "conj" and doc.token(verb).xpos in ("VBN", "VBD")
    return shared and head is not None and not doc.kids(verb, "aux") and _perfect(doc, head)


def _often_since(doc: Document, hit: Found) -> bool:
    """ "Has been attacked four times since 2018", "have burnt 2,000 houses this year": a sum of many deeds."""
    verb = hit.word
    if hit.type not in _SUMMED or not _perfect(doc, verb) or not is_tally(doc, verb) or not _long(doc, verb):
        return False
    often = any(doc.lemma(w) == "time" and doc.kids(w, "nummod", "amod") for w in doc.clause(verb))
    often = often or any(doc.text(kid) in course().often for kid in doc.kids(verb, "advmod"))
    things = [noun for noun in patients(doc, verb) if ("noun", doc.lemma(noun)) not in triggers()]
    places = ontology().classes["place_noun"] | {"locality", "locale", "hamlet", "settlement"}
    return often or any(_count(doc, noun) >= (MANY_PLACES if doc.lemma(noun) in places else MANY) for noun in things)


def _in_general(doc: Document, hit: Found) -> bool:
    """ "Deliberately targeting aid workers is a crime": said of whoever does it, at no time."""
    verb, judged = hit.word, doc.parent(hit.word)
    bare = doc.token(verb).xpos == "VBG" and doc.rel(verb) == "csubj" and not doc.kids(verb, "nsubj", "mark")
    present = judged is not None and any(doc.text(kid) in ("is", "are", "'s") for kid in doc.kids(judged, "cop"))
    return bare and present and not any(doc.headed(word, "time", "place") for word in doc.subtree(verb))


def _what_they_want(doc: Document, hit: Found) -> bool:
    """ "A movement demanding change": what it is for, as a protest's demand is; nobody speaks here."""
    head = doc.parent(hit.word)
    if hit.type != "statement_demand" or head is None or doc.rel(hit.word) != "acl":
        return False
    return doc.token(hit.word).xpos == "VBG" and doc.lemma(head) in speech().movements


def _seized_in_all(doc: Document, hit: Found) -> bool:
    """ "A total of 119 were kidnapped in 2014", "66 were killed in 2014 and 178 imprisoned": counts, of many deeds."""
    verb = hit.word
    if hit.type not in SEIZURES or not is_passive(doc, verb) or by_phrase(doc, verb):
        return False
    told = [
        verb,
        *(step for step in doc.path(verb)[1:] if not doc.headed(verb, "time") and doc.text(step) in toll_forms()),
    ]
    whom = patients(doc, verb)
    behind = [part for noun in whom for part in obliques(doc, noun, "of")]  # "a total of 119 people"
    counted = any(_count(doc, noun) >= SERIES for noun in (*whom, *behind))
    return counted and any(is_tally(doc, each) and _long(doc, each) for each in told)


def _long(doc: Document, verb: Word) -> bool:
    """Whether a time of the clause is longer than a month: since Monday a town may be bombed again and again."""
    times = [m.value for w in doc.clause(verb) for m in doc.covering(w, "time") if isinstance(m.value, When)]
    spans = [
        (dt.date.fromisoformat(t.latest) - dt.date.fromisoformat(t.earliest)).days
        for t in times
        if t.earliest and t.latest
    ]
    return any(days > MONTH for days in spans)


def _count(doc: Document, noun: Word) -> float:
    counts = [mention.value for word in (noun, *doc.kids(noun, "nummod")) for mention in doc.covering(word, "quantity")]
    return max((each.best or each.low or 0 for each in counts if isinstance(each, Quantity)), default=0)


MONTH = 31
MANY_PLACES = 10
MANY = 100  # things or people, told of months or years: no one deed; real and corpus dev pages
_SUMMED = FORCE | ON_PERSONS | ON_THINGS


def _times_since(doc: Document, hit: Found) -> bool:
    """ "There have been five shootings since January": a count of happenings."""
    head = doc.parent(hit.word)
    if doc.token(hit.word).xpos != "NNS" or head is None or not doc.kids(hit.word, "nummod"):
        return False
    perfect = in_perfect(doc, head)
    return perfect and doc.rel(hit.word) in ("nsubj", "obj") and is_tally(doc, head)


def _meant_to_help(doc: Document, hit: Found) -> bool:
    """ "Assisted 112,000 of 190,000 targeted": whom a programme is for."""
    word = hit.word
    alone = doc.rel(word) == "acl" and doc.token(word).xpos == "VBN" and not doc.kids(word, "obl", "nsubj")
    return doc.lemma(word) == "target" and alone and not doc.kids(word, "aux")


def _shots_told_of(doc: Document, hit: Found) -> bool:
    """ "They were fired upon", "arrived and fired at them", "saw jets fire at the men": a moment of that fight."""
    if doc.lemma(hit.word) not in ("fire", "shoot") or hit.type not in ASSAULTS:
        return False
    hurt = [*patients(doc, hit.word), *obliques(doc, hit.word, "at", "on", "upon")]
    raw = [*doc.kids(hit.word, "nsubj:pass"), *doc.kids(hit.word, "obl")]
    meant = any(doc.token(noun).upos == "PRON" for noun in (*hurt, *raw))
    head = doc.parent(hit.word)
    seen = head is not None and doc.lemma(head) in ("see", "watch", "hear", "witness", "film")
    apart = any(doc.headed(kid, "time") for kid in doc.clause(hit.word))
    if (meant or seen) and not apart and not any(doc.headed(kid, "place") for kid in doc.clause(hit.word)):
        return True
    return not apart and _fought_beside(doc, hit.word)


def _fought_beside(doc: Document, verb: Word) -> bool:
    """Whether the sentence, or the one before it, tells of fighting by another word."""
    near = [w for s in (verb.sentence - 1, verb.sentence) if s >= 0 for w in doc.words_of(s) if w != verb]
    return any(
        each.type in FORCE and not each.within and not each.preposition
        for w in near
        if doc.token(w).upos in ("NOUN", "VERB") and doc.lemma(w) not in ("fire", "shoot", "shot")
        for each in triggers().get(("verb" if doc.token(w).upos == "VERB" else "noun", doc.lemma(w)), ())
    )


def _what_a_way_is_for(doc: Document, hit: Found) -> bool:
    """ "The only road used for aid deliveries", "the bridge is vital for arms supplies": what may pass, and no deed."""
    if hit.type not in _PASSING or "for" not in doc.cases(hit.word) or doc.kids(hit.word, "nmod:poss"):
        return False
    ways = terrain().passages
    over = doc.path(hit.word)[1 : _STEPS + 1]
    of_ways = [step for step in over if is_verb(doc, step) and doc.token(step).rel in ("acl", "acl:relcl")]
    of_ways += [step for step in over if doc.token(step).upos == "ADJ" and doc.kids(step, "cop")]
    whose = [noun for step in of_ways for noun in (doc.parent(step), *doc.kids(step, "nsubj")) if noun is not None]
    near = [step for step in over[:1] if doc.rel(hit.word) == "nmod"]
    return any(doc.lemma(noun) in ways for noun in (*whose, *near)) and not doc.headed(hit.word, "time")


_PASSING = frozenset({"aid_delivery", "displacement_evacuation", "arms_or_funds_supplied", "deployment"})


def _for_goods(doc: Document, hit: Found) -> bool:
    """ "Launched an appeal for tents": for relief, a demand on nobody."""
    noun = next((kid for kid in doc.kids(hit.word, "obj") if doc.lemma(kid) == "appeal"), hit.word)
    wanted = [*obliques(doc, hit.word, "for"), *obliques(doc, noun, "for")]
    goods = ontology().classes["aid"] | ontology().classes["money"] | {"donation", "blood", "volunteer"}
    return hit.type == "statement_demand" and doc.lemma(noun) == "appeal" and any(doc.lemma(w) in goods for w in wanted)


def _only_reacts(doc: Document, hit: Found) -> bool:
    """ "Condemned in the strongest terms the attack", "deplored it": a stance on a deed, as a claim is."""
    if hit.type != "statement_accusation" or doc.lemma(hit.word) not in speech().deploring:
        return False
    if any(doc.text(noun) in ("it", "this", "that", "them") for noun in doc.kids(hit.word, "obj")):
        return True
    return any(
        ("noun", doc.lemma(word)) in triggers() or doc.lemma(word) in ontology().classes["crime"]
        for word in doc.subtree(hit.word)
        if doc.token(word).upos == "NOUN" and word > hit.word
    )


def _assents(doc: Document, hit: Found) -> bool:
    """ "Another commander agreed.": with what has just been said; an agreement is with somebody, on something."""
    if hit.type != "agreement" or is_passive(doc, hit.word):
        return False
    if doc.lemma(hit.word) == "come":  # "coming to terms with the loss"
        terms = [hit.word, *obliques(doc, hit.word, "to")]
        return any(not actors_of(doc, noun) for each in terms for noun in obliques(doc, each, "with"))
    if doc.lemma(hit.word) != "agree":
        return False
    if doc.kids(hit.word, "obj", "xcomp", "ccomp", "advcl") or obliques(doc, hit.word, "to", "on", "with", "over"):
        return False
    who = doc.kids(hit.word, "nsubj")
    return all(doc.token(noun).xpos in ("NN", "NNP", "PRP") and len(doc.expand(noun)) == 1 for noun in who)


def _by_nobody(doc: Document, hit: Found) -> bool:
    """ "One wounded is to be deplored", "they were warned of the assault": by whom, nobody says."""
    if hit.type == "statement_threat" and doc.lemma(hit.word) == "warn":
        return is_passive(doc, hit.word) and not doers(doc, hit.word) and bool(obliques(doc, hit.word, "of", "about"))
    if hit.type != "statement_accusation":
        return False
    if doc.lemma(hit.word) == "attribute" and doc.rel(hit.word) == "acl":
        return True  # "an ambush attributed to the militia": the militia accuses nobody
    return is_passive(doc, hit.word) and not doers(doc, hit.word)


def _by_reporter(doc: Document, hit: Found) -> bool:
    """ "Our reporter met a refugee in X": the outlet's own way to the news."""
    doers_ = doers(doc, hit.word) if hit.type == "visit_meeting" else []
    return any(doc.lemma(noun) in folk().reporters and doc.token(noun).xpos == "NN" for noun in doers_)


def _who_it_was(doc: Document, hit: Found) -> bool:
    """ "A commander who had joined the army was killed": who he was, without a time of its own."""
    noun = doc.parent(hit.word)
    if hit.type not in _BIOGRAPHY or noun is None or doc.token(hit.word).rel != "acl:relcl":
        return False
    had = any(doc.text(kid) == "had" for kid in doc.kids(hit.word, "aux"))
    one = doc.token(noun).xpos in ("NN", "NNP")
    return had and one and not any(doc.headed(kid, "time") for kid in doc.clause(hit.word))


_BIOGRAPHY = frozenset(
    {"defection_surrender", "training", "deployment", "visit_meeting", "recruitment", "displacement_evacuation"}
)


def natural(doc: Document, verb: Word) -> bool:
    """ "Died of malaria", "cholera has killed 200", "died for want of medicine": no violence."""
    ill = closed_classes().illness
    causes = [*doers(doc, verb), *obliques(doc, verb, "of", "from", "by", "for", "to")]
    killing = doc.kids(verb, "nsubj")
    return any(doc.lemma(noun) in ill for noun in causes) or any(
        doc.lemma(noun) in harm().elements or _burns(doc, noun) for noun in killing
    )


def _burns(doc: Document, noun: Word) -> bool:
    """ "A fire in the camp", "a house fire": no "sniper fire", "rocket fire", "the fire of the enemy"."""
    one = doc.lemma(noun) == "fire" and any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det"))
    weapons = ontology().classes["weapon"] | {"gun", "artillery", "sniper", "tank", "machine-gun", "enemy", "army"}
    return one and not any(doc.lemma(kid) in weapons for kid in doc.kids(noun, "compound", "amod", "nmod"))
