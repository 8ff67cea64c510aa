"""From triggers to drafts: each happening with its participants, setting, status and voices, before joining."""

from collections.abc import Mapping
from dataclasses import replace

from msgspec import structs

from crossreport.coding.denials.deniers import by_denier, caller, rejecter, without_denied
from crossreport.coding.denials.disowning import disowned, said_not
from crossreport.coding.drafting.begun import begun
from crossreport.coding.drafting.deaths import tolls_of
from crossreport.coding.drafting.telling import only_says, passed_over, stands
from crossreport.coding.events.crowds import live_fire, shot_at
from crossreport.coding.events.retelling import (
    began_so,
    by_attackers,
    is_known,
    is_known_in,
    named_again,
    on_attackers,
    set_apart,
    set_down,
    told_of,
)
from crossreport.coding.events.suffering import attackers_flee, killing_verbs, suffered
from crossreport.coding.events.triggers import Found, find_triggers
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive, is_verb, patients
from crossreport.coding.phrases.nouns import UNARMED, actor, actors_of
from crossreport.coding.phrases.tenses import ATTEMPTS, UNDONE, attempted
from crossreport.coding.roles.participants import participants
from crossreport.coding.roles.partners import with_partners
from crossreport.coding.roles.senders import by_senders
from crossreport.coding.settings.places import places_again, places_of
from crossreport.coding.settings.times import time_of
from crossreport.coding.settings.whose_day import done_before
from crossreport.coding.status.ahead import ahead
from crossreport.coding.status.menacing import backed_by_menace
from crossreport.coding.status.negation import negated as is_negated
from crossreport.coding.status.standing import stands_still
from crossreport.coding.status.status import accused_of_part, breaks_down, charged_with, not_theirs, status_of
from crossreport.coding.voices.attribution import Voices
from crossreport.coding.voices.bodies_told import name_the_body
from crossreport.coding.voices.own_name import by_menacer, in_own_name
from crossreport.model import Reason, Span, Status
from crossreport.model.kinds import STATELY
from crossreport.model.statuses import DONE, SAID_DONE
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.motion import motion
from crossreport.words.events import ontology
from crossreport.words.function_words import TOWARDS


def drafts_of(doc: Document, voices: Voices) -> list[Draft]:
    """A draft for every trigger and every toll that the page tells as a happening of its own."""
    found = find_triggers(doc)
    told = {hit.word: hit.type for hit in found}
    drafts = [draft for hit in found if (draft := _draft(doc, voices, hit, told)) is not None]
    drafts += tolls_of(doc, voices, drafts)
    for draft in drafts:
        by_menacer(doc, draft)
    return sorted(drafts, key=lambda draft: draft.word)


def _draft(doc: Document, voices: Voices, hit: Found, told: Mapping[Word, str]) -> Draft | None:
    word = hit.word
    standing = None if passed_over(doc, hit) else _standing(doc, voices, hit)
    if standing is None:
        return None
    hit, status, reason = standing
    takings, why = _takings(doc, hit, status)
    draft = begun(doc, voices, word, hit.type, takings)
    if attackers_flee(doc, draft):
        return None
    if draft.type == "armed_clash" and draft.takings and {actor(t.mention).kind for t in draft.takings} <= UNARMED:
        suffered(doc, draft)
    _settle(doc, draft, hit, told)
    if hit.type == "protest" and {actor(t.mention).kind for t in draft.takings if t.role == "agent"} == {"state"}:
        return None  # "Baghdad protested against it": in words
    _retype(doc, draft, hit)
    if draft.scheme == "speaker" and status == "ongoing" and doc.token(word).xpos == "VBN":
        status, reason = "happened", None  # "have pleaded for weeks": each plea was made
    if status == "denied":
        why = [*why, *without_denied(doc, voices, draft, reason)]
    if status == "denied" and not draft.chain:
        draft.chain = rejecter(doc, voices, word)
    if status == "called_for" and not draft.chain:
        draft.chain = caller(doc, voices, word)
    lasts = status == "happened" and stands_still(doc, word, hit.type, draft.when)
    draft.status = "ongoing" if lasts else status
    if draft.status == "happened" and _to_come(doc, word, draft):
        draft.status, reason = "planned", None
    draft.reasons = [_why(doc, hit), *([reason] if reason else []), *why]
    _mark(doc, draft, hit)
    in_own_name(doc, draft)
    name_the_body(doc, draft)
    return draft if stands(doc, draft, hit) else None


def _standing(doc: Document, voices: Voices, hit: Found) -> tuple[Found, Status, Reason | None] | None:
    """The happening with its status and the reason for that; its type may hang on it. None if nothing is told."""
    word = hit.word
    status, reason, negated = status_of(doc, word)
    tried = attempted(doc, word)
    if status == "hypothetical" and tried is not None and hit.type in ATTEMPTS:
        status, reason, negated = status_of(doc, tried)
        hit = structs.replace(hit, type="offensive" if hit.type in UNDONE else hit.type)
    if negated and status == "happened" and disowned(doc, voices, word, hit.type):
        status, reason, negated = "denied", said_not(doc, word), False
    if negated and status in SAID_DONE | {"planned"}:
        return None  # "will not halt its operations", "the claim could not be verified"
    if hit.type == "ceasefire_halt" and status == "planned" and _agreed(doc, word):
        status, reason = "happened", None
    if hit.type == "statement_demand" and backed_by_menace(doc, word):
        hit = structs.replace(hit, type="statement_threat")
    if hit.type in _KEPT and status in DONE and _breaks_off(doc, word):
        status = "ended"
    if status == "hypothetical" or only_says(doc, word, hit):
        return None
    return hit, status, reason


def _takings(doc: Document, hit: Found, status: Status) -> tuple[list[Taking], list[Reason]]:
    """Who takes part and in which role, with the reasons for who is not told beside the word."""
    word = hit.word
    takings, sent = by_senders(doc, word, hit.type, participants(doc, hit))
    takings, beside = with_partners(doc, word, hit.type, takings)
    takings, denies = by_denier(doc, word, hit.type, status, takings)
    if accused_of_part(doc, word) or not_theirs(doc, word) or charged_with(doc, word):
        takings = [taking for taking in takings if taking.role != "agent"]
    if doc.lemma(word) in motion().outliving:
        takings = [replace(taking, role="target") for taking in takings if taking.role == "agent"]
    return takings, [*sent, *beside, *denies]


def _settle(doc: Document, draft: Draft, hit: Found, told: Mapping[Word, str]) -> None:
    """Where and when, as told beside the word."""
    others = {other for other, type_ in told.items() if type_ != hit.type}
    statement = draft.type if draft.scheme == "speaker" else None
    draft.places = places_of(doc, hit.word, others, statement)
    draft.places_again = [] if draft.places else places_again(doc, hit.word, others, statement)
    if hit.type == "territory_lost":  # where they withdraw to is not what they lose
        draft.places = [each for each in draft.places if not TOWARDS & set(doc.cases(each[1]))]
    draft.when = done_before(doc, hit.word, time_of(doc, hit.word, others, statement))


def _retype(doc: Document, draft: Draft, hit: Found) -> None:
    """A deed that only some can do is another deed of others."""
    blockers = {actor(t.mention).kind for t in draft.takings if t.role == "agent"}
    if hit.type == "siege_blockade" and blockers and blockers <= UNARMED:
        draft.type = "protest"  # villagers who block a road besiege nobody
    if hit.type == "abduction" and doc.lemma(hit.word) in arms().captures and _by_state(draft):
        draft.type = "arrest"


def _mark(doc: Document, draft: Draft, hit: Found) -> None:
    """What joining and choosing ask of the words that tell it."""
    word = hit.word
    draft.weak, draft.faced = hit.trigger.weak or hit.trigger.pos == "noun", hit.trigger.faced
    if live_fire(doc, draft):
        shot_at(draft)
    draft.open_means = hit.trigger.means and hit.means is None
    draft.toll_only = _only_means(doc, word)
    draft.anaphoric = is_known_in(doc, word) if hit.trigger.pos == "noun" else _known_thing(doc, draft)
    draft.set_down = set_down(doc, draft, word)
    draft.named_again = named_again(doc, word) or _outlived(doc, word)
    draft.on_attackers = on_attackers(doc, word)
    draft.retold = draft.set_down or told_of(doc, word)
    draft.goes_on = by_attackers(doc, word) or began_so(doc, word)
    draft.apart = set_apart(doc, word)
    draft.voiced = any(doc.token(noun).upos != "PRON" or doc.text(noun) == "we" for noun in doc.kids(word, "nsubj"))


def _outlived(doc: Document, word: Word) -> bool:
    """ "Mary Deng, who survived the raid": the raid that was told of, whose survivor tells it again."""
    return doc.lemma(word) in motion().outliving and any(named_again(doc, noun) for noun in doc.kids(word, "obj"))


def _to_come(doc: Document, word: Word, draft: Draft) -> bool:
    """ "They fly to X tomorrow", "promised arms": it is to come, or only promised; who pledges allegiance does so."""
    promised = doc.lemma(word) in course().promising and draft.scheme != "speaker" and draft.type != "group_change"
    return promised or ahead(doc, word, draft.type, draft.when)


def _agreed(doc: Document, word: Word) -> bool:
    """ "They have agreed to cease hostilities": that is the truce."""
    head = doc.parent(word)
    while head is not None and doc.lemma(head) != "agree" and doc.rel(head) in ("xcomp", "obj", "obl"):
        head = doc.parent(head)
    return head is not None and doc.lemma(head) == "agree" and doc.token(head).xpos in ("VBD", "VBN")


_KEPT = frozenset({"ceasefire_halt", "negotiation_talks", "agreement"})


def _breaks_off(doc: Document, word: Word) -> bool:
    """ "Suspended the ceasefire", "broke off the talks", "a truce that expired on Friday": they end."""
    head = doc.parent(word)
    if _called_over(doc, word) or (head is not None and not is_verb(doc, word) and _called_over(doc, head)):
        return True
    by_itself = (
        doc.kids(word, "nsubj") if is_verb(doc, word) else [word] * (head is not None and doc.rel(word) == "nsubj")
    )
    ends = word if is_verb(doc, word) else head
    if ends is not None and by_itself and (doc.lemma(ends) in ontology().lapsing or breaks_down(doc, ends)):
        return True
    if not is_verb(doc, word) and head is not None and doc.rel(word) in ("obj", "nsubj"):
        return doc.lemma(head) in ontology().breaking and (doc.rel(word) == "obj" or is_passive(doc, head))
    kept = ontology().classes["truce"] | ontology().classes["talks_noun"]
    quiet = any(doc.lemma(kid) in kept for kid in doc.kids(word, "obj", "nsubj:pass", "obl"))
    return quiet and doc.lemma(word) in ontology().breaking


def _called_over(doc: Document, verb: Word) -> bool:
    """ "Declared the ceasefire over", "the truce is dead": not "the truce is not over"."""
    over = course().over
    said = any(doc.text(kid) in over for kid in doc.kids(verb, "advmod", "xcomp", "amod", "obj", "ccomp"))
    return (said or doc.text(verb) in over) and not is_negated(doc, verb)


def _only_means(doc: Document, word: Word) -> bool:
    """ "Five people were wounded by gunfire": of which happening, the page has told before."""
    head = doc.parent(word)
    harmed = head is not None and doc.rel(word) == "obl" and doc.lemma(head) in killing_verbs()
    return harmed and doc.lemma(word) in ontology().classes["gunshots"] and not doc.kids(word, "det", "nmod")


def _by_state(draft: Draft) -> bool:
    """Whether those who capture are a state's: then it is an arrest, not an abduction."""
    kinds = {actor(t.mention).kind for t in draft.takings if t.role == "agent"}
    return bool(kinds) and kinds <= STATELY | {"igo"}


def _why(doc: Document, hit: Found) -> Reason:
    token = doc.token(hit.word)
    says = f"{token.text!r} tells {hit.type}"
    if hit.means is not None:
        says += f", by the means {doc.token(hit.means).text!r}"
    return Reason("trigger", says, Span.of(doc.page.text, token.start, token.end))


def _known_thing(doc: Document, draft: Draft) -> bool:
    """ "The plane crashed", "shot them": a thing or people that the page told of before does it."""
    things = [noun for noun in doc.kids(draft.word, "nsubj") if doc.token(noun).upos == "NOUN"]
    known = any(is_known(doc, noun) and not actors_of(doc, noun) for noun in things)
    whom = [doc.token(noun).upos for noun in patients(doc, draft.word)]
    named = bool(whom) and set(whom) == {"PRON"}  # "lined up the men and shot them"
    named = named or (draft.type == "arrest" and any(is_known(doc, noun) for noun in patients(doc, draft.word)))
    return (known or named) and not draft.places and draft.when is None
