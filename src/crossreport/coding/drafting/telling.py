"""Whether a trigger tells a happening, or only names one in passing."""

from crossreport.coding.drafting.deaths import kills
from crossreport.coding.events.no_deed import no_deed
from crossreport.coding.events.other_senses import other_sense
from crossreport.coding.events.passing import tells_no_happening, triggers_of
from crossreport.coding.events.retelling import amount_of, set_down
from crossreport.coding.events.suffering import killing_verbs
from crossreport.coding.events.triggers import Found, fits
from crossreport.coding.events.uprooted import sums_up_war
from crossreport.coding.events.warring import only_the_war
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.totals import adds_up
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.phrases.governing import presumed
from crossreport.coding.phrases.tenses import purpose_only, second_aim
from crossreport.coding.status.status import presupposed
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.motion import motion
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting


def passed_over(doc: Document, hit: Found) -> bool:
    """Whether a trigger stands for a purpose, for what a deed is done to, or for anything else that is no happening."""
    aim = purpose_only(doc, hit.word) or (hit.type in FORCE | {"other"} and second_aim(doc, hit.word))
    aim = aim or _in_purpose(doc, hit)
    if aim or _only_hit(doc, hit) or no_deed(doc, hit) or tells_no_happening(doc, hit):
        return True
    if (
        _only_brokered(doc, hit)
        or only_the_war(doc, hit)
        or (hit.type == "displacement_evacuation" and sums_up_war(doc, hit.word))
    ):
        return True
    return adds_up(doc, hit.word) or other_sense(doc, hit)


def _in_purpose(doc: Document, hit: Found) -> bool:
    """Whether an event noun stands in a clause of purpose only: "trained to take part in the fight"."""
    if hit.trigger.pos != "noun":
        return False
    for step, head in zip(doc.path(hit.word)[:4], doc.path(hit.word)[1:4], strict=False):
        part = doc.rel(step) in ("obj", "nmod", "conj", "compound")
        if presumed(doc, step) or (
            not part and not (doc.rel(step) == "obl" and {"in", "of", "by"} & set(doc.cases(step)))
        ):
            return False
        if doc.token(head).upos == "VERB":
            return purpose_only(doc, head)
    return False


def _only_hit(doc: Document, hit: Found) -> bool:
    """ "Gunmen stopped an aid convoy": what moves or patrols is what is hit, no deed of its own."""
    word = hit.word
    head = doc.parent(word)
    if hit.trigger.pos != "noun" or doc.lemma(word) not in motion().under_way:
        return False
    struck = doc.token(word).rel in ("obj", "nsubj:pass") or bool({"on", "against", "at"} & set(doc.cases(word)))
    struck = struck or (head is not None and any(noun == word for noun in _onto_mine(doc, head)))
    return struck and head is not None and doc.lemma(head) not in course().sent_on_foot


def _onto_mine(doc: Document, verb: Word) -> list[Word]:
    """ "The supply convoy hit a mine", "came under fire": who does what a verb says suffers it."""
    suffering = any(trigger.patient and fits(doc, verb, trigger) for trigger in triggers_of(doc, verb))
    return doc.kids(verb, "nsubj") if suffering else []


def only_says(doc: Document, word: Word, hit: Found) -> bool:
    """Whether the verb here hands on what is said: "found that" against "found a cache"."""
    if (
        not is_verb(doc, word)
        or doc.lemma(word) not in (*reporting().verbs, "turn", "demonstrate")
        or ontology().types[hit.type].scheme == "speaker"
    ):
        return False
    out = any(doc.text(kid) == "out" for kid in doc.kids(word, "compound", "advmod"))
    if doc.kids(word, "xcomp") and doc.lemma(word) == "turn" and out:
        return True  # "turned out to be members of"
    handed_on = [kid for kid in doc.kids(word, "parataxis") if doc.lemma(kid) not in reporting().verbs]
    return bool(doc.kids(word, "ccomp") or handed_on)


def _only_brokered(doc: Document, hit: Found) -> bool:
    """ "Left under a deal brokered by two bishops": the deal is an event of its own, and one is enough."""
    deal = doc.parent(hit.word) if hit.type == "mediation" and doc.token(hit.word).xpos == "VBN" else None
    if deal is None or doc.token(hit.word).rel != "acl" or "under" not in doc.cases(deal):
        return False
    return doc.lemma(deal) in ontology().classes["deal"]


def goes_on_there(doc: Document, noun: Word, head: Word) -> bool:
    """ "Clashes are ongoing in the south", "fighting was under way": a predicate that only says that it goes on."""
    lasts = doc.lemma(head) in reporting().status["ongoing"].adjectives or (
        doc.text(head) == "way" and "under" in doc.cases(head)
    )
    return lasts and doc.rel(noun) == "nsubj" and bool(doc.kids(head, "cop", "aux"))


def _brings_up(doc: Document, hit: Found) -> bool:
    """ "The scene of an attack in which he died", "under a deal brokered by elders": the article says that it is new.

    A thing ("a bomb") is no happening, nor is one of a kind that is named for what it would be ("in a fight").
    """
    word = hit.word
    thing = ontology().classes["payloads"] | ontology().classes["device"] | ontology().classes["weapon"]
    new = doc.token(word).xpos == "NN" and any(doc.text(kid) in ("a", "an", "another") for kid in doc.kids(word, "det"))
    cases = set(doc.cases(word))
    if not new or doc.lemma(word) in thing or doc.kids(word, "cop") or cases & _ABOUT:
        return False
    head = doc.parent(word)
    if head is not None and {"after", "during", "following"} & cases and triggers_of(doc, head):
        return False  # "captured the village after a two-day assault": one happening
    return doc.rel(word) in ("nmod", "obl", "nsubj", "obj", "appos", "parataxis", "root")


_ABOUT = frozenset({"as", "like", "to", "on", "at", "for"})  # "talks on a truce", "committed to a ceasefire"


def stands(doc: Document, draft: Draft, hit: Found) -> bool:
    """Whether a trigger tells a happening, and not only names one in passing."""
    if hit.trigger.pos == "verb":
        aside = hit.trigger.weak and doc.token(hit.word).rel == "acl:relcl"  # "a school where people were sheltering"
        return not aside and bool(draft.takings or draft.places or not hit.trigger.weak)
    if not draft.weak or presupposed(doc, hit.word) or set_down(doc, draft, hit.word) or _brings_up(doc, hit):
        return True
    word = amount_of(doc, hit.word)
    head = doc.parent(word)
    governed = head is not None and doc.token(head).upos == "VERB" and doc.rel(word) in ("obj", "nsubj", "csubj", "obl")
    light = (
        governed
        and head is not None
        and (
            doc.lemma(head) in ontology().light_verbs
            or doc.lemma(head) in closed_classes().occurrence
            or doc.lemma(head) in killing_verbs()
        )
    )
    light = light or (head is not None and goes_on_there(doc, word, head))
    within = set(doc.subtree(word))
    placed = any(at in within for _, at in draft.places)
    dead = any(kills(doc, kid) for kid in doc.kids(hit.word, "acl") if doc.token(kid).rel == "acl:relcl")
    own = bool(draft.takings) or placed or hit.means is not None or dead
    fired = any(doc.lemma(kid) in arms().fired for kid in doc.kids(hit.word, "acl"))  # "two bombs fired by the rebels"
    if hit.trigger.preposition is not None or ((placed or fired) and draft.takings):
        return True
    if hit.trigger.weak:
        return own and (light or doc.rel(word) == "root" or draft.lead)
    return own or light or doc.rel(word) == "root" or draft.lead or bool(governed and doc.rel(word) == "obl")
