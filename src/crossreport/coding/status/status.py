"""Whether it happened: the status that syntax gives to a happening, with the word that decides."""

from collections.abc import Callable

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_passive, is_verb
from crossreport.coding.phrases.governing import governors
from crossreport.coding.phrases.tenses import (
    auxiliaries,
    being_done,
    called_for_a_day,
    due,
    foreseen,
    future,
    goes_on,
    lasting,
    progressive,
    reported,
)
from crossreport.coding.status.conditions import awaits_proof, conditional, feared, held_off, own_condition, supposed
from crossreport.coding.status.demanding import asked_in_list
from crossreport.coding.status.disbelieving import disbelieved
from crossreport.coding.status.enduring import enduring
from crossreport.coding.status.fact_checks import faked, only_asked
from crossreport.coding.status.menacing import menaces, otherwise
from crossreport.coding.status.negation import NEGATION, called_untrue, negated, rejected, rejected_account, unseen
from crossreport.model import Reason, Span, Status
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import WAS
from crossreport.words.reporting import StatusCues, reporting

# Looked up in this order: the stronger denial of reality wins.
_ORDER: tuple[Status, ...] = ("denied", "alleged", "called_for", "threatened", "planned", "hypothetical")

# What stands round it, before any cue beside it: the word that shows it, by the status that it gives.
_BY_FRAME: tuple[tuple[Status, Callable[[Document, Word], Word | None]], ...] = (
    ("alleged", awaits_proof),
    ("hypothetical", own_condition),
    ("hypothetical", feared),
    ("hypothetical", only_asked),
    ("called_for", asked_in_list),
    ("planned", called_for_a_day),
)


def status_of(doc: Document, word: Word) -> tuple[Status, Reason | None, bool]:
    """The status of the happening that `word` tells, why, and whether it is negated."""
    denied = negated(doc, word) or unseen(doc, word)
    if presupposed(doc, word) or _had_part(doc, word) or accused_of_part(doc, word):
        return "happened", None, False
    for status, find in _BY_FRAME:
        frame = find(doc, word)
        if frame is not None:
            return status, _reason(doc, status, frame), denied
    if otherwise(doc, word) and menaces(doc, word):
        return "threatened", _reason(doc, "threatened", word), denied
    for status in _ORDER:
        cue = _cue(doc, word, status, reporting().status[status])
        if cue is not None:
            told: Status = "threatened" if status == "planned" and menaces(doc, word) else status
            not_meant = status == "planned" and doc.token(cue).upos == "VERB" and negated(doc, cue)
            return told, _reason(doc, told, cue), denied or not_meant  # "does not plan to negotiate"
    if foreseen(doc, word) or supposed(doc, word) is not None:
        return "hypothetical", _reason(doc, "hypothetical", supposed(doc, word) or word), denied
    if future(doc, word) or due(doc, word):
        coming: Status = "threatened" if menaces(doc, word) else "planned"
        return coming, _reason(doc, coming, word), denied
    if any(doc.text(kid) == "longer" and doc.before(kid, 1) == "no" for kid in doc.kids(word, "advmod")):
        return "ended", _reason(doc, "ended", word), False
    for status in ("ended", "ongoing"):
        cue = _cue(doc, word, status, reporting().status[status])
        if cue is not None:
            return status, _reason(doc, status, cue), denied
    if progressive(doc, word) or lasting(doc, word) or goes_on(doc, word) or being_done(doc, word):
        return "ongoing", _reason(doc, "ongoing", word), denied
    lasts = enduring(doc, word)
    return ("ongoing", _reason(doc, "ongoing", lasts), denied) if lasts is not None else ("happened", None, denied)


def charged_with(doc: Document, word: Word) -> bool:
    """ "Arrested two men for burning houses", "charged him with killing her": the arrested are said to have done it."""
    head = doc.parent(word)
    if head is None or not is_verb(doc, word) or doc.token(word).xpos != "VBG":
        return False
    marks = {doc.text(mark) for mark in doc.kids(word, "mark")}
    return ("with" in marks and doc.lemma(head) in ("charge", "indict")) or (
        "for" in marks and doc.lemma(head) in harm().held_for
    )


def not_theirs(doc: Document, word: Word) -> bool:
    """ "It was not them who attacked the camp", "had nothing to do with the attack": it was attacked, by others."""
    head = doc.parent(word)
    if _nothing_to_do(doc, word):
        return True
    if head is None or doc.token(word).rel != "acl:relcl" or not doc.kids(head, "cop"):
        return False
    opened = any(doc.text(kid) == "it" for kid in doc.kids(head, "nsubj", "expl"))
    return opened and any(doc.text(kid) in NEGATION for kid in doc.kids(head, "advmod"))


def _nothing_to_do(doc: Document, word: Word) -> bool:
    """ "Had nothing to do with these bombs", "denied having anything to do with the raid"."""
    doing = doc.parent(word)
    if doing is None or "with" not in doc.cases(word) or doc.lemma(doing) != "do":
        return False
    noun = doc.parent(doing)
    return noun is not None and doc.lemma(noun) in ("nothing", "anything")


def presupposed(doc: Document, word: Word) -> bool:
    """Whether only having done it is denied: "had no part in it", "denied a role", "was not behind it", "not us"."""
    head = doc.parent(word)
    if not_theirs(doc, word):
        return True
    if _carried_out(doc, word):
        return True
    if "behind" in doc.cases(word):  # "was not behind it", "rejected the claim that it was behind the blast"
        known = doc.definite(word)
        return (known and _claim_refused(doc, word)) or any(
            doc.text(kid) in NEGATION for kid in doc.kids(word, "advmod")
        )
    if head is None or doc.lemma(head) not in reporting().doing or not {"in", "for", "with"} & set(doc.cases(word)):
        return False
    verb = doc.parent(head)
    denies = verb is not None and doc.lemma(verb) in reporting().status["denied"].verbs
    refused = {doc.text(kid) for kid in (*doc.kids(head, "det", "advmod"), *(doc.kids(verb, "advmod") if verb else ()))}
    return denies or bool(refused & NEGATION)


def _claim_refused(doc: Document, word: Word) -> bool:
    """ "Rejected India's claim that it was behind the blast"."""
    for step in doc.path(word)[1:5]:
        if doc.lemma(step) in reporting().rejecting and is_verb(doc, step):
            return not negated(doc, step)
    return False


def _carried_out(doc: Document, deed: Word) -> bool:
    """ "Denied that its men carried out the killings": the killings are known, only their doers are denied."""
    verb = doc.parent(deed)
    known = doc.definite(deed)
    if verb is None or not known or doc.token(deed).rel not in ("obj", "nsubj:pass"):
        return False
    head = doc.parent(verb)
    denies = head is not None and doc.lemma(head) in reporting().status["denied"].verbs
    return doc.lemma(verb) in course().perpetrating and denies and doc.rel(verb) in ("ccomp", "xcomp", "advcl")


def _reason(doc: Document, status: Status, cue: Word) -> Reason:
    token = doc.token(cue)
    return Reason("status", f"{token.text!r} makes it {status}", Span.of(doc.page.text, token.start, token.end))


def _cue(doc: Document, word: Word, status: Status, cues: StatusCues) -> Word | None:
    for kid in doc.kids(word, "amod", "compound", "advmod"):
        lemma = doc.lemma(kid)
        if status == "planned" and _begun(doc, word):
            break
        if (
            lemma in cues.adjectives
            or (status in ("planned", "alleged") and doc.text(kid) in cues.adjectives)
            or (status == "alleged" and lemma in speech().allegedly)
        ):
            return kid
    if status == "hypothetical":
        condition = conditional(doc, word)
        if condition is not None or held_off(doc, word):
            return condition or word
    for kid in auxiliaries(doc, word):
        if doc.text(kid) in cues.auxiliaries and not (
            status == "hypothetical" and doc.text(kid) in ("would", "can") and reported(doc, word)
        ):
            return kid
    if status == "alleged":
        doubt = _said_to_be(doc, word)
        if doubt is not None:
            return doubt
    if status == "denied":
        account = rejected_account(doc, word) or called_untrue(doc, word) or disbelieved(doc, word) or faked(doc, word)
        if account is not None:
            return account
    for head, below in governors(doc, word):
        if _governs(doc, head, below, status, cues) or (status == "denied" and rejected(doc, head, below)):
            return head
    return None


def _begun(doc: Document, noun: Word) -> bool:
    """ "The long-expected offensive has begun": what was planned is under way."""
    verb = doc.parent(noun)
    if verb is None or doc.token(noun).rel != "nsubj" or doc.lemma(verb) not in closed_classes().beginning:
        return False
    return doc.token(verb).xpos in ("VBD", "VBN") and not future(doc, verb) and not negated(doc, verb)


def _said_to_be(doc: Document, word: Word) -> Word | None:
    """ "Is believed to have been used", "strikes allegedly carried out by X", "were killed, allegedly by X"."""
    head = doc.parent(word)
    held = head is not None and doc.lemma(head) in speech().holding_true and doc.token(word).rel == "xcomp"
    if held and head is not None and is_passive(doc, head):
        return head
    bare = head is not None and doc.lemma(head) in ("report", "say") and not doc.kids(head, "aux", "obj")
    if bare and head is not None and doc.token(word).rel == "xcomp" and is_passive(doc, head):
        return head  # "M23 reported to have executed three"
    light = [kid for kid in doc.kids(word, "acl") if doc.lemma(kid) in ontology().light_verbs]
    doers = [kid for kid in doc.kids(word, "obl", "nmod") if "by" in doc.cases(kid)]
    return next(
        (adv for kid in (*light, *doers) for adv in doc.kids(kid, "advmod") if doc.text(adv) in speech().allegedly),
        None,
    )


def _governs(doc: Document, head: Word, below: Word, status: Status, cues: StatusCues) -> bool:
    lemma, rel, upos = doc.lemma(head), doc.token(below).rel, doc.token(head).upos
    if lemma == "call" and _off(doc, head):
        return status == "hypothetical" and rel in ("obj", "nsubj:pass")
    if status == "alleged" and lemma in ("charge", "indict"):
        marks = {*doc.cases(below), *(doc.text(mark) for mark in doc.kids(below, "mark"))}
        return "with" in marks  # "charged with killing a doctor", "with a massacre"
    if status == "alleged" and charged_with(doc, below):
        return True
    if status == "denied" and _withholds(doc, head):
        return False
    if status == "called_for" and doc.rel(below) == "obl" and lemma in course().pressing:
        return "for" in doc.cases(below)
    if status == "hypothetical" and lemma == "help" and doc.token(head).xpos == "VBD":
        return False  # "helped repel the attack"
    if upos == "VERB" and lemma in cues.verbs:
        return _verb_governs(doc, head, below, status)
    if status == "alleged" and doc.lemma(below) in reporting().doing:
        return False  # "no claim of responsibility for the blast"
    if status == "alleged" and confirmed(doc, head):
        return False
    if upos in ("NOUN", "PROPN") and lemma in cues.nouns:
        return rel in ("acl", "nmod", "ccomp", "acl:relcl") and not (status == "ended" and rel != "nmod")
    if status == "ongoing" and lemma == "way" and "under" in doc.cases(head):
        return rel == "nsubj"
    if upos == "ADJ" and lemma in cues.adjectives:
        if lemma == "able" and _was_able(doc, head):
            return False
        return rel in ("xcomp", "ccomp", "advcl", "csubj", "nsubj")
    return False


def _was_able(doc: Document, able: Word) -> bool:
    """ "Was able to take the base", "have been able to": they did; not "were not able", "if they were able"."""
    past = {doc.text(kid) for kid in doc.kids(able, "cop", "aux")} & {*WAS, "been"}
    loose = doc.kids(able, "mark") and doc.rel(able) == "advcl"
    could = any(doc.token(kid).xpos == "MD" for kid in doc.kids(able, "aux"))
    return bool(past) and not loose and not could and not negated(doc, able)


def _verb_governs(doc: Document, verb: Word, below: Word, status: Status) -> bool:
    """Whether a verb that tells of a status tells it of the word below it: by how that hangs on it."""
    lemma, rel = doc.lemma(verb), doc.token(below).rel
    if status == "planned" and lemma in course().treating and _in_progress(doc, verb):
        return rel in ("nsubj", "nsubj:pass", "obj") or (doc.rel(below) == "obl" and "for" in doc.cases(below))
    if status in ("planned", "hypothetical"):
        infinitive = rel == "xcomp" or (rel in ("advcl", "ccomp") and doc.token(below).xpos == "VB")
        return infinitive or (
            lemma in course().not_yet and doc.rel(below) in ("obj", "nsubj", "obl") and rel != "obl:agent"
        )
    if status in ("ongoing", "ended"):
        phases = (
            lemma not in ("break", "end", "go", "keep", "conclude") or _goes_on(doc, verb) or breaks_down(doc, verb)
        )
        return (phases and rel in ("xcomp", "nsubj", "csubj", "nsubj:pass", "obj")) or (
            lemma == "end" and rel in ("obj", "nsubj")
        )
    if status == "alleged":
        if any(doc.text(kid) in ("each", "one") for kid in doc.kids(verb, "obj")):
            return False  # "blamed each other for the shelling": that it was done is not in doubt
        return rel in ("ccomp", "advcl", "obl", "xcomp", "nsubj:pass", "obj") or doc.rel(below) == "obl"
    if status == "called_for":
        return _calls_for(doc, verb, below)
    if status == "threatened":
        return rel in ("xcomp", "ccomp", "obj") or doc.rel(below) == "obl"
    return rel in ("ccomp", "xcomp", "obj", "obl", "advcl")


def _in_progress(doc: Document, verb: Word) -> bool:
    """ "A truce is being negotiated", "they are negotiating a truce": there is none yet."""
    being = any(doc.text(kid) == "being" for kid in doc.kids(verb, "aux:pass", "aux"))
    return being or (doc.token(verb).xpos == "VBG" and any(doc.lemma(kid) == "be" for kid in doc.kids(verb, "aux")))


def _calls_for(doc: Document, verb: Word, below: Word) -> bool:
    """ "Urged them to leave", "called for an inquiry", "demanded the release"; not "ordered the raid": it was made."""
    lemma, rel = doc.lemma(verb), doc.token(below).rel
    if lemma == "order" and rel == "obj" and _strikes(doc, below):
        return False
    if rel == "nsubj:pass":
        return True
    if rel in ("xcomp", "ccomp", "advcl") and (doc.token(below).xpos == "VB" or _subjunctive(doc, below)):
        return True
    if doc.rel(below) == "obl":
        return any(case in ("for", "to") for case in doc.cases(below))
    demands = lemma in ("demand", "advocate", "order", "request", "call")
    return demands and doc.rel(below) == "obj" and not _named_so(doc, verb)


def _off(doc: Document, verb: Word) -> bool:
    """ "The march has been called off"."""
    return any(doc.text(kid) == "off" for kid in doc.kids(verb, "compound:prt", "compound", "advmod"))


def _withholds(doc: Document, verb: Word) -> bool:
    """ "Denied the monitors passage, citing fighting"."""
    return any(doc.lemma(kid) in reporting().withheld for kid in doc.kids(verb, "obj", "iobj"))


def confirmed(doc: Document, account: Word) -> bool:
    """ "The mission has confirmed reports that seventy were killed": no longer only a report."""
    verb = doc.parent(account)
    if (
        verb is None
        or doc.lemma(verb) not in speech().confirming
        or doc.token(account).rel not in ("obj", "nsubj:pass")
    ):
        return False
    return not negated(doc, verb) and not any(doc.text(kid) in ("could", "can") for kid in doc.kids(verb, "aux"))


def _goes_on(doc: Document, verb: Word) -> bool:
    """ "Are going on", of "go"."""
    on = any(doc.text(kid) == "on" for kid in doc.kids(verb, "compound", "advmod"))
    return doc.lemma(verb) == "go" and doc.token(verb).xpos == "VBG" and on


def breaks_down(doc: Document, verb: Word) -> bool:
    """ "Talks broke down", "broke off talks"; fighting only breaks out."""
    away = any(doc.text(kid) in ("down", "off") for kid in doc.kids(verb, "compound:prt", "compound", "advmod"))
    return doc.lemma(verb) == "break" and away


def _strikes(doc: Document, noun: Word) -> bool:
    """ "The assault", of "ordered the assault"."""
    violent = any(trigger.type in FORCE for trigger in triggers().get(("noun", doc.lemma(noun)), ()))
    return violent and doc.definite(noun)


def _had_part(doc: Document, word: Word) -> bool:
    """ "Accused of masterminding last year's attack": that it was done is not in doubt, only who was in it."""
    head = doc.parent(word)
    if (
        head is None
        or doc.lemma(head) not in course().masterminding
        or doc.rel(word) != "obj"
        or doc.token(head).xpos != "VBG"
    ):
        return False
    return any(doc.rel(kid) == "nmod" and doc.covering(kid, "time") for kid in doc.kids(word)) or doc.definite(word)


def accused_of_part(doc: Document, word: Word) -> bool:
    """ "Accused Belarus of taking part in the strike": the strike is known, who was in it is the accusation."""
    noun = doc.parent(word)
    known = doc.definite(word)
    if noun is None or not known or "in" not in doc.cases(word):
        return False
    part = doc.lemma(noun) in reporting().doing or doc.lemma(noun) in course().sharing
    taking = doc.lemma(noun) in course().sharing and any(
        doc.lemma(kid) in reporting().doing for kid in doc.kids(noun, "obj")
    )
    if not part or (doc.lemma(noun) in ("take", "play", "have") and not taking):
        return False
    blamed = [step for step in doc.path(noun)[:3] if doc.lemma(step) in reporting().blaming]
    return bool(blamed)


def _subjunctive(doc: Document, verb: Word) -> bool:
    """ "Demanded that the hostages be freed", "that the junta free them"."""
    bare = doc.text(verb) == doc.lemma(verb) and any(doc.text(kid) == "that" for kid in doc.kids(verb, "mark"))
    return bare or any(doc.text(kid) == "be" for kid in doc.kids(verb, "aux"))


def _named_so(doc: Document, call: Word) -> bool:
    """ "Signed what they call a peace deal": it is called so, not called for."""
    return any(doc.text(word) == "what" for word in doc.words_of(call.sentence)[: call.token])
