"""From triggers to drafts: each happening with its participants, setting, status and voices, before joining."""

from collections.abc import Mapping

from msgspec import structs

from crossreport.coding.arguments import doers, is_passive, is_verb, obliques, patients
from crossreport.coding.attribution import Voices
from crossreport.coding.capacity import could
from crossreport.coding.described import takers
from crossreport.coding.document import Document, Word
from crossreport.coding.draft import Draft, Taking
from crossreport.coding.fates import dies_by_idiom, single_measure
from crossreport.coding.gaps import gap_of
from crossreport.coding.governing import presumed
from crossreport.coding.joining import VIOLENT
from crossreport.coding.nouns import ARMED, UNARMED, actor, actors_of
from crossreport.coding.own_name import in_own_name
from crossreport.coding.participants import participants
from crossreport.coding.passing import MOVING, tells_no_happening, triggers_of
from crossreport.coding.retelling import definite, set_apart, set_down, told_of
from crossreport.coding.settings import FIRED, places_of, time_of
from crossreport.coding.status import accused_of_part, charged_with, not_theirs, presupposed, status_of
from crossreport.coding.suffering import attackers_flee, killing_verbs, suffered
from crossreport.coding.tallies import is_tally
from crossreport.coding.tenses import ATTEMPTS, UNDONE, attempted, purpose_only
from crossreport.coding.triggers import Found, find_triggers, fits, means_of
from crossreport.coding.whose_day import done_before
from crossreport.model import Reason, Role, Span
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting


def drafts_of(doc: Document, voices: Voices) -> list[Draft]:
    """A draft for every trigger and every toll that the page tells as a happening of its own."""
    found = find_triggers(doc)
    told = {hit.word: hit.type for hit in found}
    drafts = [draft for hit in found if (draft := _draft(doc, voices, hit, told)) is not None]
    drafts += _tolls(doc, voices, drafts)
    return sorted(drafts, key=lambda draft: draft.word)


def _draft(doc: Document, voices: Voices, hit: Found, told: Mapping[Word, str]) -> Draft | None:
    word = hit.word
    if purpose_only(doc, word) or _in_purpose(doc, hit) or _only_hit(doc, hit) or tells_no_happening(doc, hit):
        return None
    status, reason, negated = status_of(doc, word)
    tried = attempted(doc, word)
    if status == "hypothetical" and tried is not None and hit.type in ATTEMPTS:
        status, reason, negated = status_of(doc, tried)
        hit = structs.replace(hit, type="offensive" if hit.type in UNDONE else hit.type)
    if negated and status == "happened" and _disowned(doc, voices, word, hit.type):
        status, reason, negated = "denied", _said_not(doc, word), False
    if negated and status in ("happened", "planned", "ongoing", "alleged"):
        return None  # "will not halt its operations", "the claim could not be verified"
    if hit.type == "ceasefire_halt" and status == "planned" and _agreed(doc, word):
        status, reason = "happened", None
    if hit.type in _KEPT and status == "happened" and _breaks_off(doc, word):
        status = "ended"
    if status == "hypothetical":
        return None
    if _only_says(doc, word, hit):
        return None
    takings = participants(doc, hit)
    if accused_of_part(doc, word) or not_theirs(doc, word) or charged_with(doc, word):
        takings = [taking for taking in takings if taking.role != "agent"]
    draft = _fill(doc, voices, word, hit.type, takings)
    if attackers_flee(doc, draft):
        return None
    if draft.type == "armed_clash" and draft.takings and {actor(t.mention).kind for t in draft.takings} <= UNARMED:
        suffered(doc, draft)
    others = {other for other, type_ in told.items() if type_ != hit.type}
    statement = draft.type if draft.scheme == "speaker" else None
    draft.places = places_of(doc, word, others, statement)
    if hit.type == "territory_lost":
        draft.places = [each for each in draft.places if not _GOALS & set(doc.cases(each[1]))]
    draft.when = done_before(doc, word, time_of(doc, word, others, statement))
    blockers = {actor(t.mention).kind for t in draft.takings if t.role == "agent"}
    if hit.type == "siege_blockade" and blockers and blockers <= UNARMED:
        draft.type = "protest"  # villagers who block a road besiege nobody
    if hit.type == "abduction" and doc.lemma(word) in CAPTURES and _by_state(draft):
        draft.type = "arrest"
    if draft.scheme == "speaker" and status == "ongoing" and doc.token(word).xpos == "VBN":
        status, reason = "happened", None  # "have pleaded for weeks": each plea was made
    draft.status = "ongoing" if status == "happened" and hit.type == "siege_blockade" and _still(doc, word) else status
    if draft.status == "happened" and _to_come(doc, word, draft):
        draft.status, reason = "planned", None
    draft.reasons = [_why(doc, hit), *([reason] if reason else [])]
    draft.weak = hit.trigger.weak or hit.trigger.pos == "noun"
    draft.open_means = hit.trigger.means and hit.means is None
    draft.toll_only = _only_means(doc, word)
    draft.anaphoric = definite(doc, word) if hit.trigger.pos == "noun" else _known_thing(doc, draft)
    draft.set_down = set_down(doc, draft, word)
    draft.retold = draft.set_down or told_of(doc, word)
    draft.apart = set_apart(doc, word)
    draft.voiced = any(doc.token(noun).upos != "PRON" or doc.text(noun) == "we" for noun in doc.kids(word, "nsubj"))
    in_own_name(doc, draft)
    return draft if _stands(doc, draft, hit) else None


_GOALS = frozenset({"to", "towards", "toward", "into"})  # where they withdraw to is not what they lose


def _to_come(doc: Document, word: Word, draft: Draft) -> bool:
    """ "They fly to X tomorrow", "promised arms": its own day is after the page's, or it is only promised."""
    if doc.lemma(word) in _PROMISING and draft.scheme != "speaker":
        return True
    verb = word if is_verb(doc, word) else doc.parent(word)
    if verb is None or doc.token(verb).xpos not in ("VB", "VBP", "VBZ") or doc.text(verb) in _EITHER:
        return False
    known, when = doc.page.published, draft.when
    after = when is not None and known.latest is not None and (when.earliest or "") > known.latest
    return after and draft.type not in VIOLENT


_EITHER = frozenset(
    {"set", "hit", "cut", "put", "shut", "hurt", "beat", "burst", "quit", "bid", "read", "let"}
)  # now or then
_PROMISING = frozenset({"promise", "pledge", "vow", "offer", "expect"})


def _disowned(doc: Document, voices: Voices, word: Word, type_: str) -> bool:
    """Whether who says that no such deed was done speaks for a state or a side: "our jets bombed no market"."""
    chain = voices.chain(word)
    if any(doc.text(kid) in ("do", "does") for kid in doc.kids(word, "aux")):
        return False  # "our forces do not target civilians": of no deed in particular
    return type_ in VIOLENT and bool(chain) and chain[-1].kind in ("official", "party")


def _said_not(doc: Document, word: Word) -> Reason:
    token = doc.token(word)
    span = Span.of(doc.page.text, token.start, token.end)
    return Reason("status", f"{token.text!r} is said not to have happened, by an official or a side", span)


def _agreed(doc: Document, word: Word) -> bool:
    """ "They have agreed to cease hostilities": that is the truce."""
    head = doc.parent(word)
    while head is not None and doc.lemma(head) != "agree" and doc.rel(head) in ("xcomp", "obj", "obl"):
        head = doc.parent(head)
    return head is not None and doc.lemma(head) == "agree" and doc.token(head).xpos in ("VBD", "VBN")


_KEPT = frozenset({"ceasefire_halt", "negotiation_talks", "agreement"})


def _breaks_off(doc: Document, word: Word) -> bool:
    """ "Suspended the ceasefire", "broke off the talks": they end."""
    head = doc.parent(word)
    if not is_verb(doc, word) and head is not None and doc.rel(word) in ("obj", "nsubj"):
        return doc.lemma(head) in ontology().breaking and (doc.rel(word) == "obj" or is_passive(doc, head))
    kept = ontology().classes["truce"] | ontology().classes["talks_noun"]
    quiet = any(doc.lemma(kid) in kept for kid in doc.kids(word, "obj", "nsubj:pass", "obl"))
    return quiet and doc.lemma(word) in ontology().breaking


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
    if hit.trigger.pos != "noun" or doc.lemma(word) not in _MOVING:
        return False
    struck = doc.token(word).rel in ("obj", "nsubj:pass") or bool({"on", "against", "at"} & set(doc.cases(word)))
    struck = struck or (head is not None and any(noun == word for noun in _onto_mine(doc, head)))
    return struck and head is not None and doc.lemma(head) not in _SENDING


def _onto_mine(doc: Document, verb: Word) -> list[Word]:
    """ "The supply convoy hit a mine", "came under fire": who does what a verb says suffers it."""
    suffering = any(trigger.patient and fits(doc, verb, trigger) for trigger in triggers_of(doc, verb))
    return doc.kids(verb, "nsubj") if suffering else []


def _only_means(doc: Document, word: Word) -> bool:
    """ "Five people were wounded by gunfire": of which happening, the page has told before."""
    head = doc.parent(word)
    harmed = head is not None and doc.rel(word) == "obl" and doc.lemma(head) in killing_verbs()
    return harmed and doc.lemma(word) in ontology().classes["gunshots"] and not doc.kids(word, "det", "nmod")


_MOVING = frozenset({"convoy", "patrol", "contingent", "flight"})
_SENDING = frozenset(
    {"send", "dispatch", "bring", "escort", "deploy", "organise", "organize", "lead", "begin", "start", "resume"}
    | {"launch", "deliver", "receive", "announce", "plan", "prepare", "carry", "continue", "step", "increase"}
)
CAPTURES = frozenset({"capture", "seize", "take", "catch", "hold", "round", "pick"})


def _by_state(draft: Draft) -> bool:
    """Whether those who capture are a state's: then it is an arrest, not an abduction."""
    kinds = {actor(t.mention).kind for t in draft.takings if t.role == "agent"}
    return bool(kinds) and kinds <= {"state", "state_forces", "external_forces", "igo"}


def _only_says(doc: Document, word: Word, hit: Found) -> bool:
    """Whether the verb here hands on what is said: "found that" against "found a cache"."""
    if (
        not is_verb(doc, word)
        or doc.lemma(word) not in reporting().verbs
        or ontology().types[hit.type].scheme == "speaker"
    ):
        return False
    handed_on = [kid for kid in doc.kids(word, "parataxis") if doc.lemma(kid) not in reporting().verbs]
    return bool(doc.kids(word, "ccomp") or handed_on)


def _fill(doc: Document, voices: Voices, word: Word, type_: str, takings: list[Taking]) -> Draft:
    sentence = doc.sentence_span(word.sentence)
    token = doc.token(word)
    return Draft(
        word=word,
        type=type_,
        scheme=ontology().types[type_].scheme,
        span=Span.of(doc.page.text, token.start, token.end),
        takings=takings,
        places=places_of(doc, word),
        when=time_of(doc, word),
        chain=voices.chain(word),
        evidence=[sentence],
        words=[word],
        lead=_is_title(doc, word),
        item=doc.item(word),
        aside=doc.token(word).rel == "acl:relcl",
        gaps={word: gap} if (gap := gap_of(doc, word)) is not None else {},
    )


def _is_title(doc: Document, word: Word) -> bool:
    block = doc.page.blocks[doc.sentences[word.sentence].block]
    return block.kind == "title"


def _still(doc: Document, word: Word) -> bool:
    """Whether the tense says that it goes on: "has been under siege", "are besieged", "a town besieged by rebels"."""
    if doc.token(word).rel == "acl" and doc.token(word).xpos == "VBN":
        return True
    verb = next(
        (step for step in doc.path(word) if doc.token(step).upos in ("VERB", "AUX") or doc.kids(step, "cop")), word
    )
    texts = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass", "cop")} | {doc.text(verb)}
    return bool(texts & {"is", "are", "has", "have", "remains", "remain"})


def _why(doc: Document, hit: Found) -> Reason:
    token = doc.token(hit.word)
    says = f"{token.text!r} tells {hit.type}"
    if hit.means is not None:
        says += f", by the means {doc.token(hit.means).text!r}"
    return Reason("trigger", says, Span.of(doc.page.text, token.start, token.end))


def _known_thing(doc: Document, draft: Draft) -> bool:
    """ "The plane crashed", "shot them": a thing or people that the page told of before does it."""
    things = [noun for noun in doc.kids(draft.word, "nsubj") if doc.token(noun).upos == "NOUN"]
    known = any(definite(doc, noun) and not actors_of(doc, noun) for noun in things)
    whom = [doc.token(noun).upos for noun in patients(doc, draft.word)]
    named = bool(whom) and set(whom) == {"PRON"}  # "lined up the men and shot them"
    named = named or (draft.type == "arrest" and any(definite(doc, noun) for noun in patients(doc, draft.word)))
    return (known or named) and not draft.places and draft.when is None


def _stands(doc: Document, draft: Draft, hit: Found) -> bool:
    """Whether a trigger tells a happening, and not only names one in passing."""
    if hit.trigger.pos == "verb":
        aside = hit.trigger.weak and doc.token(hit.word).rel == "acl:relcl"  # "a school where people were sheltering"
        return not aside and bool(draft.takings or draft.places or not hit.trigger.weak)
    if not draft.weak or presupposed(doc, hit.word) or set_down(doc, draft, hit.word):
        return True
    head = doc.parent(hit.word)
    governed = head is not None and doc.token(head).upos == "VERB" and doc.rel(hit.word) in ("obj", "nsubj", "obl")
    light = (
        governed
        and head is not None
        and (
            doc.lemma(head) in ontology().light_verbs
            or doc.lemma(head) in closed_classes().occurrence
            or doc.lemma(head) in killing_verbs()
        )
    )
    within = set(doc.subtree(hit.word))
    placed = any(word in within for _, word in draft.places)
    dead = any(_kills(doc, kid) for kid in doc.kids(hit.word, "acl") if doc.token(kid).rel == "acl:relcl")
    own = bool(draft.takings) or placed or hit.means is not None or dead
    fired = any(doc.lemma(kid) in FIRED for kid in doc.kids(hit.word, "acl"))  # "two bombs fired by the rebels"
    if hit.trigger.preposition is not None or ((placed or fired) and draft.takings):
        return True
    if hit.trigger.weak:
        return own and (light or doc.rel(hit.word) == "root" or draft.lead)
    return own or light or doc.rel(hit.word) == "root" or draft.lead or bool(governed and doc.rel(hit.word) == "obl")


def _tolls(doc: Document, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Deaths told by a verb: given to the event noun in their clause, else a draft that looks for company."""
    taken = {draft.word for draft in drafts}
    by_word = {draft.word: draft for draft in drafts if draft.scheme != "speaker"}  # nobody dies of words
    made = []
    for word in doc.words():
        if word in taken or not is_verb(doc, word) or not _kills(doc, word) or _war_kills(doc, word):
            continue
        host = _host(doc, word, by_word)
        if host is None and is_tally(doc, word):
            continue  # "since January 32 people have been killed" is a figure, no happening
        if host is not None:
            _lend(doc, host, word)
            continue
        if purpose_only(doc, word):
            continue
        status, reason, negated = status_of(doc, word)
        type_ = _toll_type(doc, word)
        if negated and status == "happened" and _kills_whom(doc, word) and _disowned(doc, voices, word, type_):
            status, reason, negated = "denied", _said_not(doc, word), False
        if negated or status == "hypothetical":
            continue
        takings = [taking for taking in _toll_takings(doc, word) if could(taking, type_)]
        draft = _fill(doc, voices, word, type_, takings)
        draft.status, draft.toll_only, draft.weak = status, True, True
        draft.retold, draft.apart = told_of(doc, word), set_apart(doc, word)
        draft.boasted = doc.lemma(word) in ontology().classes["boast"] or dies_by_idiom(doc, word) == "object"
        draft.reasons = [
            Reason("toll", f"{doc.token(word).text!r} tells deaths or wounds", draft.span),
            *([reason] if reason else []),
        ]
        made.append(draft)
    return made


def _war_kills(doc: Document, word: Word) -> bool:
    """A war that "has killed thousands" is a toll of years, no happening."""
    return any(doc.lemma(noun) in closed_classes().wars for noun in doers(doc, word))


def _kills(doc: Document, word: Word) -> bool:
    lemma = doc.lemma(word)
    killed, wounded = ontology().tolls["killed"], ontology().tolls["wounded"]
    plain = {verb.split()[0] for verb in (*killed.verbs, *wounded.verbs)} | set(killed.patient)
    if lemma in plain:
        return True
    lives = lemma in killed.lives and any(doc.lemma(kid) == "life" for kid in doc.kids(word, "obj"))
    state = (*killed.adjectives, *wounded.adjectives)
    result = [*doc.kids(word, "xcomp", "advcl", "obj")] if lemma == "leave" else []
    result += [
        kid for noun in result for kid in doc.kids(noun, "amod", "acl") if kid > noun
    ]  # "left twelve people dead"
    left = any(doc.text(kid) in state for kid in result)
    return lives or left or dies_by_idiom(doc, word) is not None


def _host(doc: Document, word: Word, by_word: dict[Word, Draft]) -> Draft | None:
    """The event in whose telling the toll stands: its subject, its "in"/"by"/"when", the verb it hangs on."""
    later = () if _kills_whom(doc, word) else ("after", "following", "from")  # who then kills, does it another time
    near = [*doers(doc, word), *obliques(doc, word, "in", "by", "during", "with", *later)]
    for noun in near:
        for other in (noun, *doc.kids(noun, "conj", "nmod", "compound", "acl")):
            if other in by_word and by_word[other].type not in BLOODLESS:
                return by_word[other]
    for kid in doc.kids(word, "advcl", "acl"):
        marks = {doc.text(mark) for mark in doc.kids(kid, "mark", "advmod")}
        around = marks & {"when", "as", "after", "while", "in", "by", "during", "amid", "from"}
        if kid in by_word and around and by_word[kid].type not in MOVING:
            return by_word[kid]
        raised = doc.lemma(kid) in _RAISING and not doc.kids(kid, "nsubj")
        for other in doc.subtree(kid) if raised else []:
            if other in by_word and by_word[other].type in VIOLENT:
                return by_word[other]  # "four more died, bringing the number killed in Monday's attack to 137"
    head = doc.parent(word)
    steps = 0
    below = word
    while head is not None and steps < 4:
        gerund = doc.rel(below) in ("advcl", "xcomp", "acl", "conj") or doc.token(below).rel in ("ccomp", "acl:relcl")
        gerund = gerund or bool(steps and _in_which(doc, word))
        if head in by_word and gerund and doc.rel(below) != "ccomp":
            separate = doc.rel(below) == "conj" or _another_time(doc, below, by_word[head])
            apart = separate and bool(doc.kids(word, "nsubj", "nsubj:pass"))
            apart = apart or (by_word[head].type in BLOODLESS and _does_kill(doc, word))
            return None if apart else by_word[head]
        if not gerund:
            return None
        below, head, steps = head, doc.parent(head), steps + 1
    return None


_RAISING = frozenset({"bring", "take", "raise", "push"})


def _in_which(doc: Document, verb: Word) -> bool:
    """ "Shelled a quarter of the town, in which two children died": in the shelling."""
    inside = any(doc.text(kid) == "which" and "in" in doc.cases(kid) for kid in doc.kids(verb, "obl"))
    return inside and doc.token(verb).rel == "acl:relcl"


def _another_time(doc: Document, clause: Word, host: Draft) -> bool:
    """ "Suspended talks after soldiers killed nine rebels": what comes before or after is no part of it."""
    marks = {doc.text(kid) for kid in doc.kids(clause, "mark", "advmod")}
    return bool(marks & {"after", "before", "since", "because", "once"}) and (
        host.type in BLOODLESS or host.type in MOVING or host.scheme == "speaker"
    )


def _kills_whom(doc: Document, word: Word) -> bool:
    """Whether somebody is named as killing somebody ("the army killed ten fighters after the raid")."""
    return (
        not is_passive(doc, word)
        and bool(doc.kids(word, "obj"))
        and any(actors_of(doc, noun) for noun in doers(doc, word))
    )


def _does_kill(doc: Document, word: Word) -> bool:
    """Whether the clause tells by itself what killed whom: "after a mine killed two"."""
    return not is_passive(doc, word) and bool(doc.kids(word, "obj")) and bool(doers(doc, word))


# A toll told beside these is another happening's: nobody dies of an arrest, a visit or a statement.
BLOODLESS = frozenset(
    {"arrest", "visit_meeting", "negotiation_talks", "agreement", "ceasefire_halt", "investigation_trial", "sanction"}
    | {"deployment", "training", "group_change", "mediation", "recruitment", "aid_delivery", "bodies_found"}
    | {"displacement_evacuation"}
)


def _one_sided(host: Draft, taking: Taking) -> bool:
    """Whether a fight that one side opened hits people who fight nobody: "their ambush left 11 civilians dead"."""
    return bool(host.ids("agent")) and not host.ids("party") and actor(taking.mention).kind in UNARMED


def _lend(doc: Document, host: Draft, word: Word) -> None:
    """The victims, place and day of a toll serve the event that it belongs to."""
    host.words.append(word)
    known = host.ids()
    for taking in _toll_takings(doc, word):
        if host.type == "attack_repelled":  # whoever repels an attack is its target, and kills the attackers
            taking = Taking("agent" if taking.role == "target" else "target", taking.mention, taking.noun)
            if taking.role == "agent" and host.ids("agent"):
                continue
        if (
            taking.role == "target"
            and taking.mention.value is not None
            and getattr(taking.mention.value, "id", None) not in known
        ) and (host.scheme == "agent_target" or _one_sided(host, taking)):
            host.takings.append(taking)
        does = taking.role == "agent" and could(taking, host.type)
        if does and not host.ids("agent", "party") and host.scheme == "agent_target":
            host.takings.append(taking)
    if not host.places:
        host.places = places_of(doc, word)
    if host.when is None:
        host.when = time_of(doc, word)


def _toll_takings(doc: Document, word: Word) -> list[Taking]:
    intransitive = doc.lemma(word) in ontology().tolls["killed"].patient or doc.lemma(word) == "lose"
    intransitive = intransitive or dies_by_idiom(doc, word) == "subject"
    hit = doers(doc, word) if intransitive else patients(doc, word)
    did = [] if intransitive else doers(doc, word)
    roles: list[tuple[Role, Word]] = [("agent", noun) for noun in did] + [("target", noun) for noun in hit]
    return [Taking(role, mention, noun) for role, noun in roles for mention in takers(doc, noun, role, "agent_target")]


def _toll_type(doc: Document, word: Word) -> str:
    """The type of deaths without an event noun: by the means, else by who did it to whom."""
    means = means_of(doc, word)
    if means is not None:
        return means[0]
    if doc.lemma(word) == "put" and any(doc.lemma(kid) == "death" for kid in doc.kids(word, "obl")):
        return "execution"
    takings = _toll_takings(doc, word)
    victims = [t for t in takings if t.role == "target"]
    if any(actor(t.mention).kind == "person" for t in victims) and single_measure(doc, word) != "wounded":
        return "killing"
    doers_ = {actor(t.mention).kind for t in takings if t.role == "agent"}
    if victims and doers_ and doers_ <= {"state_forces", "external_forces", "state"}:
        armed = [t for t in victims if doc.lemma(t.noun) in closed_classes().counted["combatants"]]
        if armed:
            return "armed_clash"
    if any(_fights(t) for t in victims) and not any(actor(t.mention).kind in UNARMED for t in victims):
        return "armed_clash"
    return "attack_on_civilians"


def _fights(taking: Taking) -> bool:
    """Whether a victim is of an armed side, known or not ("96 attackers were killed")."""
    who = actor(taking.mention)
    return who.kind in ARMED or who.id.startswith("unidentified-armed-group")
