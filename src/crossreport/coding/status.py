"""Whether it happened: the status that syntax gives to a happening, with the word that decides."""

from crossreport.coding.arguments import is_passive, is_verb
from crossreport.coding.document import Document, Word
from crossreport.model import Reason, Span, Status
from crossreport.words.events import ontology
from crossreport.words.reporting import StatusCues, reporting

# Looked up in this order: the stronger denial of reality wins.
_ORDER: tuple[Status, ...] = ("denied", "alleged", "called_for", "threatened", "planned", "hypothetical")
_REACH = 4  # heads climbed; beyond, the governing verb no longer speaks about this happening
_NEGATION = frozenset(
    {"not", "n't", "never", "no", "nt", "without", "neither", "nor", "nobody", "none", "nothing", "no-one"}
)


def status_of(doc: Document, word: Word) -> tuple[Status, Reason | None, bool]:
    """The status of the happening that `word` tells, why, and whether it is negated."""
    denied = negated(doc, word)
    if presupposed(doc, word):
        return "happened", None, False
    condition = _own_condition(doc, word)
    if condition is not None:
        return "hypothetical", _reason(doc, "hypothetical", condition), denied
    for status in _ORDER:
        cue = _cue(doc, word, status, reporting().status[status])
        if cue is not None:
            return status, _reason(doc, status, cue), denied
    if _future(doc, word) or _due(doc, word):
        return "planned", _reason(doc, "planned", word), denied
    if any(doc.text(kid) == "longer" and doc.before(kid, 1) == "no" for kid in doc.kids(word, "advmod")):
        return "ended", _reason(doc, "ended", word), False
    for status in ("ended", "ongoing"):
        cue = _cue(doc, word, status, reporting().status[status])
        if cue is not None:
            return status, _reason(doc, status, cue), denied
    if _progressive(doc, word) or _lasting(doc, word) or _goes_on(doc, word):
        return "ongoing", _reason(doc, "ongoing", word), denied
    return "happened", None, denied


def presupposed(doc: Document, word: Word) -> bool:
    """Whether only having done it is denied: "had no part in it", "denied a role", "was not behind it"."""
    head = doc.parent(word)
    if {"behind"} & set(doc.cases(word)):
        return any(doc.text(kid) in _NEGATION for kid in doc.kids(word, "advmod"))
    if head is None or doc.lemma(head) not in reporting().doing or not {"in", "for", "with"} & set(doc.cases(word)):
        return False
    verb = doc.parent(head)
    denies = verb is not None and doc.lemma(verb) in reporting().status["denied"].verbs
    refused = {doc.text(kid) for kid in (*doc.kids(head, "det", "advmod"), *(doc.kids(verb, "advmod") if verb else ()))}
    return denies or bool(refused & _NEGATION)


def _reason(doc: Document, status: Status, cue: Word) -> Reason:
    token = doc.token(cue)
    return Reason("status", f"{token.text!r} makes it {status}", Span.of(doc.page.text, token.start, token.end))


def _governors(doc: Document, word: Word) -> list[tuple[Word, Word]]:
    """(head, the dependent under it on the path), nearest first, as far as reality reaches down."""
    found = []
    below = word
    for head in doc.path(word)[1 : _REACH + 1]:
        rel = doc.token(below).rel
        if rel == "acl:relcl" and doc.lemma(head) in _contents():
            found.append((head, below))  # "reports he defected"
            below = head
            continue
        claimed = _claim_behind(doc, head, below)
        if claimed is not None:
            found.append((claimed, below))
            below = claimed
            continue
        blamed = any(doc.text(mark) in ("of", "for") for mark in doc.kids(below, "mark"))  # "accused of having …"
        finite = rel == "advcl" and doc.token(below).xpos not in ("VB", "VBG") and not blamed
        aim = any(doc.text(mark) == "to" for mark in doc.kids(below, "mark"))  # "called for a corridor to be opened"
        done = rel == "acl" and doc.token(below).xpos == "VBN" and not blamed and not aim  # "men held in May"
        if (
            rel in ("parataxis", "acl:relcl", "root")
            or presumed(doc, below)
            or finite
            or (done and doc.lemma(head) not in _contents())
        ):
            break
        if doc.rel(below) == "conj" and is_verb(doc, below):
            below = head
            continue
        found.append((head, below))
        below = head
    return found


def presumed(doc: Document, noun: Word) -> bool:
    """ "Demanded weapons after the fall of the town": what something else comes after has happened."""
    return doc.rel(noun) in ("obl", "nmod") and bool(
        {"after", "since", "following", "amid", "despite"} & set(doc.cases(noun))
    )


def _contents() -> frozenset[str]:
    """Nouns whose clause says what they are of: "reports he defected", "a risk that fighting will resume"."""
    words = reporting()
    return words.status["alleged"].nouns | words.status["hypothetical"].nouns | words.claimed_nouns


def _claim_behind(doc: Document, head: Word, below: Word) -> Word | None:
    """The claim whose "that" clause the syntax gave to a noun beside it ("the news spread by media that …")."""
    marked = any(doc.text(kid) == "that" and doc.token(kid).upos == "SCONJ" for kid in doc.kids(below, "mark"))
    if doc.token(below).rel != "acl:relcl" or not marked or not doc.kids(below, "nsubj", "nsubj:pass"):
        return None
    return next((step for step in doc.path(head)[1:_REACH] if doc.lemma(step) in reporting().claimed_nouns), None)


def _cue(doc: Document, word: Word, status: Status, cues: StatusCues) -> Word | None:
    for kid in doc.kids(word, "amod", "compound", "advmod"):
        lemma = doc.lemma(kid)
        if (
            lemma in cues.adjectives
            or (status in ("planned", "alleged") and doc.text(kid) in cues.adjectives)
            or (status == "alleged" and lemma in _ALLEGING)
        ):
            return kid
    if status == "hypothetical":
        condition = _conditional(doc, word)
        if condition is not None or _held_off(doc, word):
            return condition or word
    for kid in _auxiliaries(doc, word):
        if doc.text(kid) in cues.auxiliaries and not (
            status == "hypothetical" and doc.text(kid) in ("would", "can") and _reported(doc, word)
        ):
            return kid
    if status == "alleged":
        doubt = _said_to_be(doc, word)
        if doubt is not None:
            return doubt
    for head, below in _governors(doc, word):
        if _governs(doc, head, below, status, cues) or (status == "denied" and _rejected(doc, head, below)):
            return head
    return None


_HELD = frozenset({"believe", "think", "presume", "allege", "rumour", "rumor"})
_ALLEGING = frozenset({"allegedly", "purportedly", "supposedly"})


def _said_to_be(doc: Document, word: Word) -> Word | None:
    """ "Is believed to have been used", "strikes allegedly carried out by troops"."""
    head = doc.parent(word)
    held = head is not None and doc.lemma(head) in _HELD and doc.token(word).rel == "xcomp"
    if held and head is not None and is_passive(doc, head):
        return head
    light = [kid for kid in doc.kids(word, "acl") if doc.lemma(kid) in ontology().light_verbs]
    return next((adv for kid in light for adv in doc.kids(kid, "advmod") if doc.text(adv) in _ALLEGING), None)


def _auxiliaries(doc: Document, word: Word) -> list[Word]:
    """ "Will shell and burn": a verb without subject and auxiliary shares the auxiliaries of the verb before it."""
    own = doc.kids(word, "aux")
    head = doc.parent(word)
    if not own and head is not None and doc.rel(word) == "obj" and is_verb(doc, head) and _indefinite(doc, word):
        return _auxiliaries(doc, head)  # "should resume talks", "could launch an attack"
    bare = doc.token(word).xpos == "VB" and doc.rel(word) == "conj" and not doc.kids(word, "aux", "nsubj", "mark")
    return _auxiliaries(doc, head) if bare and head is not None and is_verb(doc, head) else own


def _indefinite(doc: Document, noun: Word) -> bool:
    return all(doc.text(kid) in ("a", "an", "any", "another") for kid in doc.kids(noun, "det", "nmod:poss"))


def _rejected(doc: Document, head: Word, below: Word) -> bool:
    """ "Rejected claims that …", "reports that … are dismissed", "false news that …": what is claimed is denied."""
    words = reporting()
    if doc.lemma(head) in words.claimed_nouns and doc.token(below).rel.split(":")[0] in ("acl", "nmod", "ccomp"):
        return any(doc.lemma(kid) in words.untrue for kid in doc.kids(head, "amod", "compound"))
    called = doc.token(below).rel in ("obj", "nsubj:pass") and doc.token(head).upos == "VERB"
    if called and any(doc.lemma(kid) in words.untrue for kid in doc.kids(head, "xcomp", "advcl", "obl")):
        return True  # "called reports of a massacre unfounded", "dismissed the strike as a lie"
    if doc.lemma(below) not in words.claimed_nouns:
        return False
    untrue = doc.token(below).rel in ("nsubj", "nsubj:outer") and _is_untrue(doc, head)
    return untrue or (doc.token(below).rel in ("obj", "nsubj:pass") and doc.lemma(head) in words.rejecting)


def _is_untrue(doc: Document, word: Word) -> bool:
    """ "Is false", "is a lie", "is not true"."""
    denied = any(doc.text(kid) in _NEGATION for kid in doc.kids(word, "advmod"))
    return doc.lemma(word) in reporting().untrue or (doc.lemma(word) in ("true", "correct") and denied)


def _conditional(doc: Document, word: Word) -> Word | None:
    """The "if" of a condition that the happening stands in."""
    for step in doc.path(word)[:_REACH]:
        for kid in doc.kids(step, "mark"):
            if doc.text(kid) in ("if", "unless", "lest") or (doc.text(kid) == "whether" and _open(doc, word, step)):
                return kid
            if doc.text(kid) in ("until", "till") and _now(doc, step):
                return kid
        if doc.rel(step) not in ("advcl", "conj", "obj", "xcomp", "nmod", "obl", "nsubj"):
            break
    if is_verb(doc, word) and _now(doc, word):  # "until the raids stop and the siege is lifted": trees part the two
        before = doc.words_of(word.sentence)[: word.token]
        return next((other for other in before if doc.text(other) in ("until", "till")), None)
    return None


def _own_condition(doc: Document, word: Word) -> Word | None:
    """The "if" of the verb's own clause: what it says stays open, whatever the clause above demands or plans."""
    marks = doc.kids(word, "mark", "advmod") if is_verb(doc, word) else []
    head = doc.parent(word)
    awaited = head is not None and doc.token(word).xpos in ("VBZ", "VBP") and doc.rel(word) == "advcl"
    awaited = awaited and head is not None and any(doc.text(kid) in _MODALS for kid in doc.kids(head, "aux"))
    open_ = (
        "if",
        "unless",
        "lest",
        *(("when", "once", "until", "before") if awaited else ()),
    )  # "will, when they disarm"
    return next((kid for kid in marks if doc.text(kid) in open_), None)


_MODALS = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "should"})


def _open(doc: Document, word: Word, asked: Word) -> bool:
    """ "Whether it was shot down" leaves the deed open, "whether the raid killed anybody" not the raid."""
    return word == asked or (doc.rel(word) == "obj" and _indefinite(doc, word))


def _now(doc: Document, verb: Word) -> bool:
    """Whether a clause is in the present: "until the siege is lifted" tells of no lifting."""
    forms = [verb, *doc.kids(verb, "aux", "cop")]
    return any(doc.token(form).xpos in ("VBZ", "VBP") for form in forms)


def _held_off(doc: Document, word: Word) -> bool:
    """ "Stop them from fleeing", "warned against letting them flee": it is not to happen."""
    for step in doc.path(word)[:2]:
        marks = {doc.text(kid) for kid in doc.kids(step, "mark", "case")}
        head = doc.parent(step)
        if doc.token(step).xpos == "VBG" and "against" in marks:
            return True
        if "from" in marks and head is not None and doc.lemma(head) in reporting().status["hypothetical"].verbs:
            return True
    return False


def _governs(doc: Document, head: Word, below: Word, status: Status, cues: StatusCues) -> bool:
    lemma, rel, upos = doc.lemma(head), doc.token(below).rel, doc.token(head).upos
    if upos == "VERB" and lemma in cues.verbs:
        if status in ("planned", "hypothetical"):
            infinitive = rel == "xcomp" or (rel in ("advcl", "ccomp") and doc.token(below).xpos == "VB")
            return infinitive or (
                lemma
                in (
                    "plan",
                    "schedule",
                    "prepare",
                    "expect",
                    "arrange",
                    "propose",
                    "discuss",
                    "fear",
                    "organise",
                    "organize",
                    "prevent",
                    "avoid",
                    "deter",
                    "consider",
                    "postpone",
                    "adjourn",
                    "delay",
                )
                and doc.rel(below) in ("obj", "nsubj", "obl")
                and rel != "obl:agent"
            )
        if status in ("ongoing", "ended"):
            return (
                rel in ("xcomp", "nsubj", "csubj", "nsubj:pass", "obj")
                and lemma not in ("break", "end", "go", "keep", "conclude")
            ) or (lemma == "end" and rel in ("obj", "nsubj"))
        if status == "alleged":
            return rel in ("ccomp", "advcl", "obl", "xcomp", "nsubj:pass", "obj") or doc.rel(below) == "obl"
        if status == "called_for":
            return (
                (rel in ("xcomp", "ccomp", "advcl") and (doc.token(below).xpos == "VB" or _subjunctive(doc, below)))
                or (doc.rel(below) == "obl" and any(c in ("for", "to") for c in doc.cases(below)))
                or (
                    lemma in ("demand", "advocate", "order", "request", "call")
                    and doc.rel(below) == "obj"
                    and not _named_so(doc, head)
                )
            )
        if status == "threatened":
            return rel in ("xcomp", "ccomp", "obj") or doc.rel(below) == "obl"
        return rel in ("ccomp", "xcomp", "obj", "obl", "advcl")
    if upos in ("NOUN", "PROPN") and lemma in cues.nouns:
        return rel in ("acl", "nmod", "ccomp", "acl:relcl") and not (status == "ended" and rel != "nmod")
    if upos == "ADJ" and lemma in cues.adjectives:
        return rel in ("xcomp", "ccomp", "advcl", "csubj", "nsubj")
    return False


def _subjunctive(doc: Document, verb: Word) -> bool:
    """ "Demanded that the hostages be freed", "that the junta free them"."""
    bare = doc.text(verb) == doc.lemma(verb) and any(doc.text(kid) == "that" for kid in doc.kids(verb, "mark"))
    singular = any(doc.token(kid).xpos in ("NN", "NNP") for kid in doc.kids(verb, "nsubj"))
    return (bare and singular) or any(doc.text(kid) == "be" for kid in doc.kids(verb, "aux"))


def _named_so(doc: Document, call: Word) -> bool:
    """ "Signed what they call a peace deal": it is called so, not called for."""
    return any(doc.text(word) == "what" for word in doc.words_of(call.sentence)[: call.token])


def _reported(doc: Document, word: Word) -> bool:
    return any(doc.token(step).rel == "ccomp" for step in doc.path(word)[:3])


def _future(doc: Document, word: Word) -> bool:
    for step in (
        word,
        *(head for head, below in _governors(doc, word) if doc.rel(below) in ("obj", "nsubj", "obl", "xcomp", "nmod")),
    ):
        for kid in _auxiliaries(doc, step):
            if doc.text(kid) in ("will", "shall", "'ll", "wo") or (doc.text(kid) == "would" and _reported(doc, step)):
                return True
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
            if copula:
                return True
    return False


_DUE = frozenset({"due", "set", "scheduled", "expected", "about", "slated", "planned", "supposed", "poised"})


def _due(doc: Document, word: Word) -> bool:
    """ "Due to meet", "are to resume": read by word order, for trees often break here."""
    governing = [head for head, below in _governors(doc, word)[:1] if doc.rel(below) in ("obj", "nsubj", "obl", "nmod")]
    for step in (word, *governing):
        texts = [doc.text(Word(step.sentence, i)) for i in range(max(0, step.token - 4), step.token)]
        if "to" not in texts[-2:]:
            continue
        before = texts[: len(texts) - 1 - texts[::-1].index("to")]
        copula = bool(before) and before[-1] in ("is", "are", "was", "were")
        copula = copula and (doc.token(step).xpos in ("VB", "NN") or texts[-1] == "have")  # "were to have signed"
        due = bool(before) and before[-1] in _DUE and is_verb(doc, step)  # not "due to heavy shelling"
        if copula or due:
            return True
    return False


_EVER = frozenset({"daily", "nightly", "hourly", "weekly", "continuously", "constantly", "relentlessly"})


def _lasting(doc: Document, word: Word) -> bool:
    """ "Has been shelled daily", "have besieged it for weeks": present perfect over a stretch of time."""
    if not is_verb(doc, word) or not any(doc.text(kid) in ("has", "have") for kid in doc.kids(word, "aux")):
        return False
    if any(doc.text(kid) in _EVER for kid in doc.kids(word, "advmod")):
        return True
    return any("for" in doc.cases(kid) and doc.lemma(kid) in _STRETCHES for kid in doc.kids(word, "obl"))


_STRETCHES = frozenset({"day", "week", "month", "year", "hour", "decade"})


def _progressive(doc: Document, word: Word) -> bool:
    if not is_verb(doc, word) or doc.token(word).xpos != "VBG":
        return False
    auxiliaries = [doc.text(kid) for kid in doc.kids(word, "aux")]
    return any(text in ("is", "are", "'s", "'re") for text in auxiliaries) or "been" in auxiliaries


def _goes_on(doc: Document, word: Word) -> bool:
    """ "A battle raging in the city": the participle says that the fighting goes on."""
    lasting = reporting().status["ongoing"].verbs
    return any(doc.token(kid).xpos == "VBG" and doc.lemma(kid) in lasting for kid in doc.kids(word, "acl", "amod"))


def purpose_only(doc: Document, word: Word) -> bool:
    """Whether the happening is told only as an aim: "to drive the group out of the town"."""
    if not is_verb(doc, word) or doc.token(word).xpos != "VB":
        return False
    rel = doc.token(word).rel
    head = doc.parent(word)
    if rel == "xcomp" and head is not None and doc.text(head) == "help" and not doc.kids(word, "mark"):
        return purpose_only(doc, head)  # "deployed to help train them"
    if not any(doc.text(kid) in ("to", "for") for kid in doc.kids(word, "mark")):
        return False
    if head is not None and (rel == "conj" or (rel == "xcomp" and doc.lemma(head) == "help")):
        return purpose_only(doc, head)
    if head is not None and doc.lemma(head) == "use":
        return False  # what something was used for was done
    if rel in ("advcl", "acl"):
        return True
    achieved = ("manage", "begin", "start", "continue", "force", "appear", "happen", "use", "go", "go", "help")
    if rel != "xcomp" or head is None or doc.token(head).upos not in ("VERB", "ADJ"):
        return False
    told = any(
        doc.lemma(head) in (*reporting().status[status].verbs, *reporting().status[status].adjectives)
        for status in ("planned", "threatened", "called_for")
    )
    return doc.lemma(head) not in achieved and not told


def negated(doc: Document, word: Word) -> bool:
    """Whether a "not", "no" or "nobody" stands with the word or, of a noun, with the verb that it belongs to."""
    kids = [*doc.kids(word, "advmod", "det", "neg"), *(m for m in doc.kids(word, "mark") if doc.text(m) == "without")]
    if is_verb(doc, word):
        nouns = doc.kids(word, "nsubj", "obj")
        kids = kids + nouns + [det for noun in nouns for det in doc.kids(noun, "det")]
    if any(doc.text(kid) in _NEGATION or doc.lemma(kid) in _NEGATION for kid in kids):
        return True
    head = doc.parent(word)
    if head is None or not is_verb(doc, head):
        return False
    if doc.rel(word) in ("obj", "nsubj"):
        return any(doc.text(kid) in _NEGATION for kid in doc.kids(head, "advmod"))
    either = any(doc.text(kid) in ("or", "nor") for kid in doc.kids(word, "cc"))  # "did not burn or loot"
    return either and doc.rel(word) == "conj" and not doc.kids(word, "nsubj", "aux") and negated(doc, head)
