"""What tense and infinitive say of a happening: that it is to come, goes on, or is only an aim."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive, is_verb
from crossreport.coding.phrases.governing import governors
from crossreport.words.classes.course import course
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.function_words import HAS, IS, WAS
from crossreport.words.reporting import reporting

EITHER = frozenset(
    {"set", "hit", "cut", "put", "shut", "hurt", "beat", "burst", "quit", "bid", "read", "let", "shed", "cast"}
)  # now or then


def auxiliaries(doc: Document, word: Word) -> list[Word]:
    """ "Will shell and burn": a verb without subject and auxiliary shares the auxiliaries of the verb before it."""
    own = doc.kids(word, "aux")
    head = doc.parent(word)
    if not own and head is not None and doc.rel(word) == "obj" and is_verb(doc, head) and indefinite(doc, word):
        return auxiliaries(doc, head)  # "should resume talks", "could launch an attack"
    if not own and head is not None and doc.rel(word) == "nsubj" and doc.lemma(head) in closed_classes().occurrence:
        return [*doc.kids(word, "aux"), *doc.kids(head, "aux")]  # "fighting could resume", "talks will begin"
    way = doc.token(word).xpos == "VBG" and not doc.kids(word, "nsubj") and head is not None and is_verb(doc, head)
    if not own and way and head is not None and (doc.rel(word) == "xcomp" or _by_way(doc, word)):
        return [*own, *auxiliaries(doc, head)]  # "could retaliate by bombing it", "would require lifting the siege"
    if not own and head is not None and _shares_passive(doc, word, head):
        return auxiliaries(doc, head)  # "will be treated as an enemy vehicle and burned"
    if not own and head is not None and doc.lemma(head) == "see" and doc.rel(word) in ("ccomp", "xcomp", "obj"):
        return auxiliaries(doc, head)  # "a deal that will see the fighters leave"
    bare = doc.token(word).xpos == "VB" and doc.rel(word) == "conj" and not doc.kids(word, "nsubj", "mark")
    bare = bare and not any(doc.text(kid) != "be" for kid in doc.kids(word, "aux"))
    return auxiliaries(doc, head) if bare and head is not None and is_verb(doc, head) else own


def _shares_passive(doc: Document, word: Word, head: Word) -> bool:
    """Whether a participle goes on with the passive of the verb before it."""
    bare = doc.rel(word) == "conj" and not doc.kids(word, "aux", "nsubj", "mark", "obj")
    return bare and doc.token(word).xpos in ("VBN", "VBD") and is_verb(doc, head) and is_passive(doc, head)


def _by_way(doc: Document, word: Word) -> bool:
    return doc.rel(word) == "advcl" and any(doc.text(mark) in ("by", "through") for mark in doc.kids(word, "mark"))


def indefinite(doc: Document, noun: Word) -> bool:
    """ "A truce", "talks": none in particular."""
    return all(doc.text(kid) in ("a", "an", "any", "another") for kid in doc.kids(noun, "det", "nmod:poss"))


def reported(doc: Document, word: Word) -> bool:
    """Whether somebody is told to say it."""
    return any(doc.rel(step) in ("ccomp", "csubj") for step in doc.path(word)[:3])


def future(doc: Document, word: Word) -> bool:
    """ "Will meet", "said that they would meet", "is going to meet"."""
    for step in (
        word,
        *(head for head, below in governors(doc, word) if doc.rel(below) in ("obj", "nsubj", "obl", "xcomp", "nmod")),
    ):
        for kid in auxiliaries(doc, step):
            if doc.text(kid) in ("will", "shall", "'ll", "wo") or (doc.text(kid) == "would" and reported(doc, step)):
                return True
        parts = {doc.text(kid) for kid in doc.kids(step, "aux", "aux:pass", "mark")}
        if doc.token(step).xpos == "VBN" and {"to", "be"} <= parts and parts & IS:
            return True  # "is to be posted"
        going = doc.parent(step)
        if (
            going is not None
            and doc.lemma(going) == "go"
            and doc.token(step).rel == "xcomp"
            and doc.text(going) == "going"
        ):
            return True
        if (
            is_verb(doc, step)
            and doc.token(step).xpos == "VB"
            and any(doc.text(k) == "to" for k in doc.kids(step, "mark"))
        ):
            head = doc.parent(step)
            copula = head is not None and doc.lemma(head) == "be" and doc.token(step).rel == "xcomp"
            listed = head is not None and doc.rel(step) == "conj" and doc.token(head).upos in ("NOUN", "PROPN")
            if copula or listed:  # "agreed to a truce and to withdraw": what is told as a thing is yet to be done
                return True
    return False


def foreseen(doc: Document, word: Word) -> bool:
    """ "Warned that militias would attack the camp": what somebody expects of others, whom nobody has asked."""
    head = doc.parent(word)
    if head is None or doc.token(word).rel != "ccomp" or doc.lemma(head) not in speech().foreseeing:
        return False
    will = {doc.text(kid) for kid in doc.kids(word, "aux")} & {"will", "would", "'ll"}
    others = [noun for noun in doc.kids(word, "nsubj") if doc.token(noun).upos in ("NOUN", "PROPN")]
    return bool(will and others) and not any(doc.kids(noun, "nmod:poss") for noun in others)


def due(doc: Document, word: Word) -> bool:
    """ "Due to meet", "are to resume": read by word order, for trees often break here."""
    governing = [head for head, below in governors(doc, word)[:1] if doc.rel(below) in ("obj", "nsubj", "obl", "nmod")]
    for step in (word, *governing):
        texts = [doc.text(Word(step.sentence, i)) for i in range(max(0, step.token - 4), step.token)]
        if "to" not in texts[-2:]:
            continue
        before = texts[: len(texts) - 1 - texts[::-1].index("to")]
        copula = bool(before) and (before[-1] in ("is", "are", "was", "were") or before[-2:] == ["would", "be"])
        copula = copula and (doc.token(step).xpos in ("VB", "NN") or texts[-1] == "have")  # "were to have signed"
        verb = is_verb(doc, step) or (texts[-1] == "to" and doc.lemma(step) in closed_classes().occurrence)
        due = bool(before) and before[-1] in course().due and verb  # not "due to heavy shelling"
        if copula or due:
            return True
    return False


def called_for_a_day(doc: Document, word: Word) -> Word | None:
    """ "A strike was called for Monday", "a march called for Friday": the verb that sets its day."""
    head = doc.parent(word)
    verbs = [kid for kid in doc.kids(word, "acl") if doc.token(kid).xpos == "VBN"]
    if head is not None and doc.rel(word) in ("obj", "nsubj"):
        verbs.append(head)
    for verb in verbs:
        days = [kid for kid in doc.kids(verb, "obl") if "for" in doc.cases(kid) and doc.covering(kid, "time")]
        if doc.lemma(verb) in course().setting and days:
            return verb
    return None


def in_perfect(doc: Document, word: Word) -> bool:
    """ "Has seized", "have been shelling"."""
    return any(doc.text(kid) in HAS for kid in doc.kids(word, "aux"))


def lasting(doc: Document, word: Word) -> bool:
    """ "Has been shelled daily", "have besieged it for weeks", "has been closed since May": perfect over a time."""
    if not is_verb(doc, word) or not in_perfect(doc, word):
        return False
    if any(doc.text(kid) in closed_classes().recurring for kid in doc.kids(word, "advmod")):
        return True
    if is_passive(doc, word) and doc.lemma(word) in course().lasting_states and _since(doc, word):
        return True
    stretches = closed_classes().stretches
    return any("for" in doc.cases(kid) and doc.lemma(kid) in stretches for kid in doc.kids(word, "obl"))


def _since(doc: Document, word: Word) -> bool:
    near = [word, *doc.kids(word, "advcl", "xcomp")]
    return any("since" in doc.cases(kid) for verb in near for kid in doc.kids(verb, "obl"))


def progressive(doc: Document, word: Word) -> bool:
    """ "Are shelling", "has been shelling", "are being trained", "said that it was looking into it"."""
    if not is_verb(doc, word):
        return False
    helping = {doc.text(kid) for kid in doc.kids(word, "aux")}
    present = bool({"is", "are", "'s", "'re"} & helping)
    still = any(doc.text(kid) == "still" for kid in doc.kids(word, "advmod"))  # "were still being recovered"
    if doc.token(word).xpos == "VBN":
        return (present or still) and "being" in helping
    said = (
        reported(doc, word)
        and bool(WAS & helping)
        and doc.lemma(word) not in course().lasting_states | {"lie", "leave"}
    )
    return doc.token(word).xpos == "VBG" and (present or "been" in helping or said or (still and bool(helping)))


def being_done(doc: Document, word: Word) -> bool:
    """ "Are conducting strikes", "have been carrying out raids for weeks", "is being dealt blows": its verb goes on."""
    head = doc.parent(word)
    if head is None or doc.rel(word) not in ("obj", "nsubj") or doc.lemma(head) not in course().doing:
        return False
    return progressive(doc, head) or lasting(doc, head)


def goes_on(doc: Document, word: Word) -> bool:
    """ "A battle raging in the city": the participle says that the fighting goes on."""
    lasting = reporting().status["ongoing"].verbs
    return any(doc.token(kid).xpos == "VBG" and doc.lemma(kid) in lasting for kid in doc.kids(word, "acl", "amod"))


# What is an attack even where it fails; a town that somebody tried to take was attacked.
UNDONE = frozenset({"territory_taken"})
ATTEMPTS = frozenset({"offensive", "armed_clash", "siege_blockade"}) | UNDONE


def attempted(doc: Document, word: Word) -> Word | None:
    """ "Tried to storm the base", "are attempting to encircle it": the verb of trying, where the try was made."""
    head = doc.parent(word)
    if (
        head is None
        or doc.lemma(head) not in course().trying
        or doc.token(word).rel != "xcomp"
        or not is_verb(doc, head)
    ):
        return None
    return head if doc.token(head).xpos in ("VBD", "VBN", "VBG") and not purpose_only(doc, head) else None


def second_aim(doc: Document, word: Word) -> bool:
    """Whether a verb goes on from an aim: "sent men to rout them and **take** the hill"."""
    head = doc.parent(word)
    if head is None or doc.rel(word) != "conj" or not is_verb(doc, word) or doc.token(word).xpos != "VB":
        return False
    if doc.kids(word, "mark", "aux", "nsubj"):
        return False
    if doc.token(head).xpos == "VB":
        return purpose_only(doc, head)
    inner = [kid for kid in doc.subtree(head) if head < kid < word and doc.token(kid).xpos == "VB"]
    return bool(inner) and is_verb(doc, inner[-1]) and purpose_only(doc, inner[-1])


def _aimed_at(doc: Document, word: Word) -> bool:
    """ "A campaign aimed at bolstering the army"."""
    head = doc.parent(word)
    if head is None or doc.lemma(head) != "aim" or doc.token(word).xpos != "VBG":
        return False
    return "at" in {*doc.cases(word), *(doc.text(mark) for mark in doc.kids(word, "mark"))}


def purpose_only(doc: Document, word: Word) -> bool:
    """Whether the happening is told only as an aim: "to drive the group out of the town", "aimed at retaking it"."""
    if _aimed_at(doc, word):
        return True
    if not is_verb(doc, word) or doc.token(word).xpos != "VB":
        return False
    rel = doc.token(word).rel
    head = doc.parent(word)
    if rel == "xcomp" and head is not None and doc.text(head) == "help" and not doc.kids(word, "mark"):
        return purpose_only(doc, head)  # "deployed to help train them"
    if not any(doc.text(kid) in ("to", "for") for kid in doc.kids(word, "mark")):
        bare = rel == "conj" and head is not None and not doc.kids(word, "nsubj", "aux", "mark")
        meant = bare and head is not None and doc.token(head).rel == "xcomp"
        return meant and head is not None and purpose_only(doc, head)  # "meant to protect them and bring aid"
    if head is not None and (rel == "conj" or (rel == "xcomp" and doc.lemma(head) == "help")):
        return purpose_only(doc, head)
    if head is not None and doc.lemma(head) == "use":
        return False  # what something was used for was done
    if rel == "acl" and head is not None and _set_out(doc, head):
        return False
    if rel in ("advcl", "acl"):
        went = head if rel == "advcl" and head is not None and doc.lemma(head) == "go" else None
        return went is None or all(doc.text(kid) != "on" for kid in doc.kids(went))  # "went on to capture the town"
    if rel == "xcomp" and head is not None and doc.lemma(head) in course().meant and doc.token(head).xpos == "VBN":
        return not doc.kids(head, "aux") or is_passive(doc, head)  # "an assault intended to break the siege"
    if rel != "xcomp" or head is None or doc.token(head).upos not in ("VERB", "ADJ"):
        return False
    told = any(
        doc.lemma(head) in (*reporting().status[status].verbs, *reporting().status[status].adjectives)
        for status in ("planned", "threatened", "called_for")
    )
    return not _comes_to_it(doc, head) and doc.lemma(head) not in course().trying and not told


def _set_out(doc: Document, noun: Word) -> bool:
    """ "Announced plans to distribute grain": what somebody makes known that he will do, and more than an aim."""
    verb = doc.parent(noun)
    plan = doc.lemma(noun) in reporting().status["planned"].nouns and doc.rel(noun) == "obj"
    return plan and verb is not None and doc.lemma(verb) in course().making_known


def _comes_to_it(doc: Document, head: Word) -> bool:
    """ "Was able to take it", "proceeded to burn it", "had to withdraw", "were made to leave": it was done."""
    if doc.lemma(head) in closed_classes().achieving:
        return True
    had = doc.lemma(head) == "have" and doc.token(head).xpos == "VBD" and not doc.kids(head, "obj")
    return had or (doc.lemma(head) == "make" and is_passive(doc, head))
