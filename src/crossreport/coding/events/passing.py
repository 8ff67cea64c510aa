"""What is told in passing and is no happening of the page: habits, descriptions, how wars began, what is asked.

In: a trigger where it stands. Out: whether it tells no happening here. What only surrounds a happening ("killed while
fleeing the town") is known by the types in `MOVING`.
"""

from crossreport.coding.events.habits import habitual
from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import doers, is_verb, obliques, subjects
from crossreport.coding.phrases.nouns import actors_of
from crossreport.model import Quantity
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.classes.terrain import terrain
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import Trigger, ontology, triggers
from crossreport.words.figures import toll_forms
from crossreport.words.function_words import INTERROGATIVES
from crossreport.words.reporting import reporting

MANY = 20  # meetings or handouts that no single happening holds
# Ways and stays: beside violence in one clause they tell only where those hit were, or were going.
MOVING = frozenset({"territory_taken", "territory_lost", "displacement_evacuation", "deployment", "visit_meeting"})
_COUNTED = frozenset({"visit_meeting", "negotiation_talks", "aid_delivery", "training", "protest"})
_POSTED = frozenset({"deployment", "investigation_trial", "visit_meeting", "training"})


def tells_no_happening(doc: Document, hit: Found) -> bool:
    """Whether the trigger tells no happening here."""
    if _began_war(doc, hit.word) or habitual(doc, hit):
        return True
    if hit.trigger.pos == "verb":
        told = (
            _describes(doc, hit)
            or _speaker_fled(doc, hit)
            or _bare_accusation(doc, hit)
            or _orders(doc, hit)
            or _aims(doc, hit)
            or _comes_to(doc, hit)
            or _until_they_came(doc, hit)
            or _glossed(doc, hit.word)
            or _rejects_account(doc, hit)
            or _goes_again(doc, hit)
            or _who_refused(doc, hit)
            or _at_sea(doc, hit)
        )
        return (
            told
            or _secures_scene(doc, hit)
            or _searches(doc, hit)
            or _own_attack(doc, hit)
            or _into_care(doc, hit)
            or _under_rubble(doc, hit)
            or _no_deed_of_theirs(doc, hit)
            or _took_cover(doc, hit)
        )
    return (
        _compared(doc, hit.word)
        or _announced(doc, hit)
        or _refused(doc, hit)
        or _many_of(doc, hit)
        or _made(doc, hit)
        or _protested(doc, hit)
        or _asked(doc, hit)
        or _truce_broken(doc, hit)
        or _taken_for(doc, hit)
        or _sought(doc, hit.word)
    )


def _bare_accusation(doc: Document, hit: Found) -> bool:
    return hit.type == "statement_accusation" and doc.token(hit.word).rel == "acl" and not doers(doc, hit.word)


def _refused(doc: Document, hit: Found) -> bool:
    """ "The refusal of any negotiation", "the lack of an agreement", "without a fight": there was none."""
    head = doc.parent(hit.word)
    whole = head if head is not None and doc.token(hit.word).rel == "compound" else hit.word
    if "without" in doc.cases(whole) or any(doc.text(kid) == "without" for kid in doc.kids(whole, "mark")):
        return True
    of = head is not None and "of" in doc.cases(hit.word)
    return of and head is not None and doc.lemma(head) in course().lacking


def _into_care(doc: Document, hit: Found) -> bool:
    """ "Were taken to hospital" is no abduction, "flown to hospital" no evacuation, unless out of some place."""
    care = ontology().classes["care"]
    dead = doc.kids(hit.word, "obj", "nsubj:pass")
    if hit.type == "displacement_evacuation" and any(doc.lemma(noun) in harm().fallen for noun in dead):
        return True  # "the martyrs were evacuated"
    to = {doc.lemma(noun) for noun in obliques(doc, hit.word, "to", "for")}
    if hit.type == "abduction":
        return bool(to & (care | harm().treatment))
    if hit.type == "prisoner_exchange_release":  # "released from hospital"
        return any(doc.lemma(noun) in harm().medical for noun in obliques(doc, hit.word, "from"))
    left = any(doc.covering(noun, "place") for noun in obliques(doc, hit.word, "from"))
    before = doc.parent(hit.word)
    hurt = before is not None and doc.rel(hit.word) == "conj" and toll_forms().get(doc.text(before)) == "wounded"
    if hit.type == "displacement_evacuation" and hurt and not doc.kids(hit.word, "nsubj", "nsubj:pass"):
        return True  # "were wounded and airlifted to the capital"
    to |= {doc.lemma(kid) for noun in obliques(doc, hit.word, "to") for kid in doc.kids(noun, "amod", "compound")}
    return hit.type == "displacement_evacuation" and bool(to & (harm().medical | harm().treatment)) and not left


def _took_cover(doc: Document, hit: Found) -> bool:
    """ "Villagers who had taken shelter in a school were killed": where those were who are hit."""
    noun = doc.parent(hit.word)
    if hit.type != "displacement_evacuation" or noun is None or doc.token(hit.word).rel != "acl:relcl":
        return False
    had = any(doc.text(kid) in ("had", "were", "was") for kid in doc.kids(hit.word, "aux"))
    verb = doc.parent(noun)
    killed = ontology().tolls["killed"].verbs
    hurt = verb is not None and (
        doc.lemma(verb) in {each.split()[0] for each in killed} | {"wound", "injure"}
        or any(trigger.type in FORCE | _SEIZING for trigger in triggers_of(doc, verb))
    )
    return had and hurt and doc.lemma(hit.word) in ("take", "seek", "shelter", "flee", "find")


def _secures_scene(doc: Document, hit: Found) -> bool:
    """ "Secured the area", "after clearing the compound": a step of a raid, where no place is named."""
    things = doc.kids(hit.word, "obj", "nsubj:pass")
    bare = bool(things) and all(doc.lemma(thing) in terrain().scenes and not _placed(doc, thing) for thing in things)
    return (
        hit.type in ("territory_taken", "offensive") and doc.lemma(hit.word) in ("secure", "clear", "search") and bare
    )


def _placed(doc: Document, noun: Word) -> bool:
    return any(doc.headed(word, "place") and doc.token(word).upos == "PROPN" for word in doc.subtree(noun))


def _searches(doc: Document, hit: Found) -> bool:
    """ "Targeted a compound to search for him": nobody fired; "after questioning the residents": no inquiry."""
    if hit.type == "investigation_trial" and doc.lemma(hit.word) == "question":
        return doc.rel(hit.word) == "advcl"
    if hit.type == "investigation_trial" and doc.lemma(hit.word) in speech().spotting:
        caught = closed_classes().catching  # "identified and detained"
        return any(doc.lemma(kid) in caught for kid in doc.kids(hit.word, "conj"))
    aims = [*doc.kids(hit.word, "advcl", "xcomp", "conj"), *doc.kids(hit.word, "acl")]
    aims += [kid for noun in doc.kids(hit.word, "obj") for kid in doc.kids(noun, "acl")]
    return (
        doc.lemma(hit.word) == "target"
        and hit.means is None
        and any(doc.lemma(aim) in course().looking_for for aim in aims)
    )


def _announced(doc: Document, hit: Found) -> bool:
    """ "Announced in a previous release": a paper, that frees nobody."""
    head = doc.parent(hit.word)
    paper = doc.lemma(hit.word) == "release" and {"in", "by"} & set(doc.cases(hit.word))
    return bool(paper) and head is not None and doc.lemma(head) in reporting().verbs


def _own_attack(doc: Document, hit: Found) -> bool:
    """ "The army halted its offensive" repels nobody."""
    own = [kid for noun in doc.kids(hit.word, "obj") for kid in doc.kids(noun, "nmod:poss")]
    return hit.type == "attack_repelled" and any(doc.text(kid) in ("its", "their", "his", "our") for kid in own)


def _no_deed_of_theirs(doc: Document, hit: Found) -> bool:
    """ "Confessed that the crisis could persist": nobody owns up to what others do."""
    if hit.type != "statement_confession_claim" or doc.lemma(hit.word) != "confess":
        return False
    others = [noun for clause in doc.kids(hit.word, "ccomp") for noun in doc.kids(clause, "nsubj")]
    return bool(others) and all(doc.token(noun).upos != "PRON" for noun in others)


def _under_rubble(doc: Document, hit: Found) -> bool:
    """ "Victims buried under the rubble" have not been found."""
    if hit.type != "bodies_found" or doc.lemma(hit.word) != "bury":
        return False
    return any({"under", "beneath", "underneath"} & set(doc.cases(kid)) for kid in doc.kids(hit.word, "obl"))


def _describes(doc: Document, hit: Found) -> bool:
    """ "Fighters battling the army", "the coalition fighting the group": who they are, without a day of its own."""
    word = hit.word
    head = doc.parent(word)
    carrier = head is not None and doc.lemma(head) in ontology().classes["vehicle"]
    if carrier and doc.token(word).rel == "acl" and doc.token(word).xpos == "VBG" and hit.type in MOVING:
        return True  # "a lorry transporting twelve men was hit"
    if head is not None and doc.token(word).rel == "acl" and doc.token(word).xpos in ("VBG", "VBN"):
        known = doc.token(word).xpos == "VBN" or actors_of(doc, head)
        if (
            hit.type in _POSTED
            and known
            and not any(doc.covering(kid, "time") for kid in doc.kids(word, "obl", "advmod"))
        ):
            return True  # "journalists inspecting the damage", "the guard, positioned at the airport"
    if hit.type == "displacement_evacuation" and _who_they_are(doc, word):
        return True
    if doc.token(word).rel == "acl:relcl" and doc.token(word).xpos in ("VBZ", "VBP") and not doc.kids(word, "aux"):
        return hit.type in _POSTED | {"arms_or_funds_supplied"}  # "the depot, which supplies the army"
    if head is None or doc.token(word).rel != "acl" or doc.token(word).xpos != "VBG":
        return False
    if hit.type == "siege_blockade":
        return doc.lemma(word) == "surround" and not actors_of(doc, head)  # "the area surrounding the square"
    counted = (doc.parent(head) or head) if doc.rel(head) == "nmod" else head
    if doc.rel(counted) == "obj" and doc.lemma(doc.parent(counted) or counted) in harm().driving:
        return False  # "sending thousands of people fleeing"
    dated = any(doc.covering(kid, "time") for kid in doc.kids(word, "obl", "advmod"))
    return hit.type in MOVING | {"armed_clash"} and bool(actors_of(doc, head)) and not dated


def _who_they_are(doc: Document, word: Word) -> bool:
    """ "Families displaced by the war queued for bread": who they are, with no place, day or number of their flight."""
    head = doc.parent(word)
    if head is None or doc.token(word).rel != "acl" or doc.token(word).xpos != "VBN":
        return False
    told = any(doc.covering(kid, "place", "time") for kid in doc.subtree(word))
    return not told and not doc.kids(head, "nummod") and doc.rel(head) not in ("root", "appos", "conj")


def _speaker_fled(doc: Document, hit: Found) -> bool:
    """ "Said a trader who fled to Sevare": how one who tells comes to be where they are."""
    noun = doc.parent(hit.word)
    if hit.type != "displacement_evacuation" or noun is None or doc.token(hit.word).rel != "acl:relcl":
        return False
    verb = doc.parent(noun)
    one = doc.token(noun).xpos in ("NN", "NNP") and doc.rel(noun) == "nsubj"
    return one and verb is not None and doc.lemma(verb) in reporting().verbs


def _orders(doc: Document, hit: Found) -> bool:
    """ "Ordered the air force to bomb camps": what is ordered is the happening, not the order."""
    if doc.lemma(hit.word) not in closed_classes().object_control or ontology().types[hit.type].scheme == "speaker":
        return False
    return any(triggers_of(doc, kid) for kid in doc.kids(hit.word, "xcomp", "ccomp"))


def _aims(doc: Document, hit: Found) -> bool:
    """ "Operations targeting convoys": what the operations are aimed at, no second deed beside them."""
    noun = doc.parent(hit.word)
    if noun is None or doc.token(hit.word).rel != "acl" or doc.lemma(hit.word) not in ("target", "hit", "strike"):
        return False
    return doc.token(hit.word).xpos == "VBG" and doc.lemma(noun) in ("operation", "activity", "campaign", "attack")


def _glossed(doc: Document, word: Word) -> bool:
    """ "The term may imply that they surrendered or were captured": what a word means, or may mean."""
    while doc.rel(word) == "conj" and (head := doc.parent(word)) is not None and is_verb(doc, head):
        word = head
    head = doc.parent(word)
    if head is None or doc.token(word).rel != "ccomp":
        return False
    open_ = any(doc.text(kid) in ("may", "might", "could", "can") for kid in doc.kids(head, "aux"))
    return doc.lemma(head) == "imply" or (doc.lemma(head) in ("mean", "suggest") and open_)


def _rejects_account(doc: Document, hit: Found) -> bool:
    """ "The mission rejects this", "rejected the accusation": a denial, nobody refuses an offer."""
    if hit.type != "statement_refusal" or doc.lemma(hit.word) not in reporting().rejecting:
        return False
    things = doc.kids(hit.word, "obj", "nsubj:pass")
    return any(doc.text(noun) in ("this", "that") or doc.lemma(noun) in reporting().claimed_nouns for noun in things)


def _who_refused(doc: Document, hit: Found) -> bool:
    """ "A driver who refused to pay was shot": says which driver it was."""
    noun = doc.parent(hit.word)
    if hit.type != "statement_refusal" or noun is None or doc.token(hit.word).rel != "acl:relcl":
        return False
    verb = doc.parent(noun)
    hurt = verb is not None and any(trigger.type in FORCE | _SEIZING for trigger in triggers_of(doc, verb))
    return hurt and doc.rel(noun) in ("nsubj", "obj")


_SEIZING = frozenset({"arrest", "abduction", "sexual_violence", "displacement_evacuation"})


def _at_sea(doc: Document, hit: Found) -> bool:
    """ "Another 27 people were rescued", told of a boat that sank: nobody had held them."""
    if hit.type != "prisoner_exchange_release" or doc.lemma(hit.word) != "rescue":
        return False
    near = range(max(0, hit.word.sentence - 1), hit.word.sentence + 1)
    return any(doc.lemma(word) in harm().perils for s in near for word in doc.words_of(s))


def _goes_again(doc: Document, hit: Found) -> bool:
    """ "Attacked the barracks and then withdrew": raiders who go again lose nothing that they held."""
    before = doc.parent(hit.word)
    if hit.type != "territory_lost" or doc.rel(hit.word) not in ("conj", "advcl") or before is None:
        return False
    bare = not doc.kids(hit.word, "obj", "nsubj") and not obliques(doc, hit.word, "from")
    return bare and any(trigger.type in FORCE - {"territory_lost"} for trigger in triggers_of(doc, before))


def _comes_to(doc: Document, hit: Found) -> bool:
    """ "Arrived in the town and arrested four": how they came there."""
    if doc.lemma(hit.word) not in ("arrive", "come", "drive", "ride") or hit.type not in MOVING:
        return False
    then = [kid for kid in doc.kids(hit.word, "conj") if is_verb(doc, kid) and not doc.kids(kid, "nsubj")]
    return any(trigger.type in FORCE | {"arrest"} for kid in then for trigger in triggers_of(doc, kid))


def _until_they_came(doc: Document, hit: Found) -> bool:
    """ "Withdrew before soldiers arrived": whose coming only says when another thing was done."""
    if hit.type != "deployment" or doc.lemma(hit.word) not in ("arrive", "come") or doc.rel(hit.word) != "advcl":
        return False
    marks = {doc.text(kid) for kid in doc.kids(hit.word, "mark", "advmod")}
    return bool(marks & {"before", "until", "till", "by"}) and not obliques(doc, hit.word, "in", "at", "on")


def _began_war(doc: Document, word: Word) -> bool:
    """ "The conflict began with protests in March", "… when forces cracked down": how a war of years came about."""
    for step, head in zip(doc.path(word)[:4], doc.path(word)[1:5], strict=False):
        if not is_verb(doc, head):
            if doc.rel(step) not in ("nmod", "conj", "obj", "obl"):
                return False
            continue
        since = any(doc.text(kid) == "since" for kid in doc.kids(head, "mark"))
        if since and doc.lemma(head) in course().starting and doc.rel(step) == "obj" and doc.token(step).xpos == "NNS":
            return True  # "since they started operations there"
        if doc.lemma(head) not in course().starting and doc.rel(head) == "advcl":
            continue  # "began when forces launched a crackdown"
        began = doc.lemma(head) in course().starting and doc.rel(step) in ("obl", "advcl", "xcomp")
        began_it = [one for noun in subjects(doc, head) for one in (noun, *doc.kids(noun, "nmod"))]
        return began and any(doc.lemma(noun) in closed_classes().wars for noun in began_it)
    return False


def _compared(doc: Document, word: Word) -> bool:
    """ "It was the deadliest attack of the year", "the strike was the third": says of a happening how it ranks."""
    subjects = doc.kids(word, "nsubj")
    behind = "behind" in doc.cases(word)  # "they were behind the bombing" does not rank it
    ranked = bool(doc.kids(word, "cop")) and not behind and any(doc.token(kid).upos == "PRON" for kid in subjects)
    head = doc.parent(word)
    ranks = closed_classes().ranks
    third = head is not None and doc.rel(word) == "nsubj" and doc.text(head) in ranks and bool(doc.kids(head, "cop"))
    return ranked or third


def _many_of(doc: Document, hit: Found) -> bool:
    """ "96,000 consultations", "documented 97 kidnappings" are figures."""
    head = doc.parent(hit.word)
    listed = head is not None and doc.rel(hit.word) == "obj" and doc.lemma(head) in speech().recording
    return (hit.type in _COUNTED or listed) and any(_many(doc, kid) for kid in doc.kids(hit.word, "nummod"))


def _many(doc: Document, number: Word) -> bool:
    counts = [mention.value for mention in doc.covering(number, "quantity")]
    return any(isinstance(count, Quantity) and (count.best or count.low or 0) >= MANY for count in counts)


def _made(doc: Document, hit: Found) -> bool:
    """ "Was making bombs"."""
    head = doc.parent(hit.word)
    made = hit.type == "explosion" and doc.rel(hit.word) == "obj" and head is not None
    return made and head is not None and doc.lemma(head) in arms().making


def _protested(doc: Document, hit: Found) -> bool:
    """What a march is against: "protests against killings"."""
    head = doc.parent(hit.word)
    bare = doc.token(hit.word).xpos == "NNS" or not doc.kids(hit.word, "det", "nmod", "nmod:poss")
    about = bare and "against" in doc.cases(hit.word)
    return about and head is not None and any(trigger.type == "protest" for trigger in triggers_of(doc, head))


def triggers_of(doc: Document, word: Word) -> tuple[Trigger, ...]:
    """The triggers that the word may be, whatever they ask for."""
    pos = "verb" if is_verb(doc, word) else "noun"
    return triggers().get((pos, doc.lemma(word)), ())


def _sought(doc: Document, word: Word) -> bool:
    """ "A reward for information leading to the arrest of …": there has been none."""
    lead = doc.parent(word)
    while lead is not None and doc.rel(word) == "conj":
        word, lead = lead, doc.parent(lead)
    if lead is None or doc.lemma(lead) != "lead" or "to" not in doc.cases(word):
        return False
    known = doc.parent(lead)
    return known is not None and doc.lemma(known) in ("information", "tip", "clue", "reward", "bounty")


def _taken_for(doc: Document, hit: Found) -> bool:
    """ "Took away 35 youths for forced recruitment": what for, not yet done."""
    verb = doc.parent(hit.word)
    seized = verb is not None and any(trigger.type in _SEIZING for trigger in triggers_of(doc, verb))
    return hit.type in ("recruitment", "training") and "for" in doc.cases(hit.word) and seized


def _truce_broken(doc: Document, hit: Found) -> bool:
    """ "Violated the ceasefire", "in violation of the accord": nobody lays down arms or agrees there."""
    if hit.type not in ("ceasefire_halt", "agreement"):
        return False
    around = [doc.parent(hit.word)] if doc.rel(hit.word) in ("obj", "nsubj", "compound", "nmod") else []
    return any(head is not None and doc.lemma(head) in course().breaching for head in around)


def _asked(doc: Document, hit: Found) -> bool:
    """ "It determines whose planes carry out raids": asked of any raid, told of none."""
    head = doc.parent(hit.word)
    if head is None or doc.rel(hit.word) != "obj" or doc.kids(hit.word, "det", "nmod:poss", "nummod"):
        return False
    subjects = doc.kids(head, "nsubj")
    asking = [kid for noun in subjects for kid in (noun, *doc.kids(noun, "det", "nmod:poss"))]
    return doc.rel(head) == "ccomp" and any(doc.text(kid) in INTERROGATIVES for kid in asking)
