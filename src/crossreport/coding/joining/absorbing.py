"""Two triggers of one clause that tell one happening: the one that says more takes the other in.

"The strikes hit a market" is the strikes, "repelled an attack" the repelling, "burnt homes" in the sentence of a raid
the raid's result. What a demand, threat or refusal is about is that statement's content, not a happening of its own.
"""

from crossreport.coding.denials.denying import REACH as BACK
from crossreport.coding.denials.denying import names_no_deed
from crossreport.coding.events.crowds import met_so
from crossreport.coding.events.means import supports
from crossreport.coding.events.passing import MOVING
from crossreport.coding.joining.battles import battle_host, fit_sides
from crossreport.coding.joining.results import result_host
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.extents import names_of
from crossreport.coding.page.families import FORCE, GROUPS
from crossreport.coding.phrases.arguments import doers
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Reason
from crossreport.model.kinds import PRESS
from crossreport.model.statuses import INTENDED
from crossreport.words.actor_nouns import noun_classes
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.folk import folk
from crossreport.words.classes.motion import motion
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.families import ATTACKS, DEADLY, FIRE, MEETINGS, ON_THINGS, REMOTE, SEIZURES
from crossreport.words.function_words import DEFINITE, POSSESSIVES

# Types that tell what an attack did to things, if nobody is named as doing just that.
# What a raid or an operation is for: "arrested in a raid", "freed in an operation".
YIELDS = SEIZURES | ON_THINGS | {"prisoner_exchange_release"}
REACH = 5  # heads between a statement and its content
BLAMED = 4  # heads up to the verb of blame: "accused them of carrying out the attack"


def absorb(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts that stand on their own, in reading order."""
    by_word = {draft.word: draft for draft in drafts}
    gone: set[Word] = set()
    for draft in drafts:
        host = _supported(doc, draft, by_word)
        if host is not None:
            host.words.append(draft.word)  # ruling 8; who only supports is neither doer nor target
            gone.add(draft.word)
            continue
        host = _host(doc, draft, by_word, gone)
        if host is not None and _held(draft, host):
            host.words.append(draft.word)  # who held them has not freed them
            gone.add(draft.word)
            continue
        if host is not None:
            _brokered(host, draft)
            _by_means(doc, host, draft)
            _take_in(host, draft)
            gone.add(draft.word)
    kept = [draft for draft in drafts if draft.word not in gone and not _having_lost(doc, draft, drafts)]
    _carry_means(doc, kept)
    return [draft for draft in kept if not _is_content(doc, draft, kept) and not _is_spent(doc, draft, kept)]


def _having_lost(doc: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Took the base. … Having lost the base, the army shelled": what the page has told of its taking."""
    having = any(doc.text(kid) == "having" for kid in doc.kids(draft.word, "aux"))
    if draft.type != "territory_lost" or not having:
        return False
    if any(doc.headed(word, "place", "time") for word in doc.subtree(draft.word)):
        return False
    return any(each.word.sentence < draft.word.sentence and each.type == "territory_taken" for each in drafts)


def _carry_means(doc: Document, drafts: list[Draft]) -> None:
    """ "Jets bombed the town … they also targeted a bridge": the same doer's means go on until others are named."""
    for index, draft in enumerate(drafts):
        if not draft.open_means or _by_others(doc, draft):
            continue
        for other in reversed(drafts[:index]):
            if draft.word.sentence - other.word.sentence > CARRY:
                break
            if other.open_means or other.status == "denied" or other.type not in FIRE:
                continue
            if not draft.ids("agent") or draft.ids("agent") & other.ids("agent"):
                draft.type = other.type
                says = f"no means named; taken from {other.span.quote!r} of the same doer before"
                draft.reasons.append(Reason("means:carried", says, other.span))
                break


def _by_others(doc: Document, draft: Draft) -> bool:
    """ "The groups launched an attack on X": people of whom the page does not say that they had the means before."""
    verb = draft.word if doc.token(draft.word).upos == "VERB" else doc.parent(draft.word)
    if verb is None or draft.ids("agent", "party"):
        return False
    groups = ontology().classes["group"] | ontology().classes["people_noun"] | ontology().classes["troops"]
    hit = {taking.noun for taking in draft.takings}  # "civilians face bombardment"
    return any(doc.lemma(noun) in groups and noun not in hit for noun in doers(doc, verb))


CARRY = 2  # sentences over which the means go on; calibrated on the FA-KES dev part


def _host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    word = draft.word
    arms_given = draft.type == "arms_or_funds_supplied" and doc.rel(word) == "conj"
    by_way = any(doc.text(kid) == "by" for kid in doc.kids(word, "mark")) and doc.rel(word) == "advcl"
    other = by_word.get(doc.parent(word) or word) if arms_given or by_way else None
    if (
        other is not None
        and other.word not in gone
        and other.type == ("defection_surrender" if arms_given else draft.type)
    ):
        return other  # "surrendered and handed over two rifles", "besieged it by cutting the road"
    if draft.faced:
        return met_so(draft, by_word, gone)
    flung = by_word.get(doc.parent(word) or word) if doc.token(word).rel == "acl" else None
    if flung is not None and flung.word not in gone and flung.type == draft.type and draft.type in REMOTE:
        return flung  # "killed by a bomb dropped on the quarter": the bomb is the raid
    freed = _freed_host(doc, draft, by_word, gone)
    if freed is not None:
        return freed
    also = _also_host(doc, draft, by_word, gone)
    if also is not None:
        return also
    if doc.token(word).upos == "VERB":
        way = _way_host(doc, draft, by_word, gone)
        if way is not None:
            return way
        told_when = _when_host(doc, draft, by_word, gone)
        if told_when is not None:
            return told_when
        gerund = _circumstance_host(doc, draft, by_word, gone) or _gerund_host(doc, draft, by_word, gone)
        if gerund is not None:
            return gerund
        return _subject_host(doc, draft, by_word, gone) or result_host(doc, draft, by_word, gone)
    return _verb_host(doc, draft, by_word, gone) or _battle(doc, draft, by_word, gone)


def _battle(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    host = battle_host(doc, draft, by_word, gone)
    if host is not None:
        fit_sides(host, draft)
    return host


def _supported(doc: Document, draft: Draft, by_word: dict[Word, Draft]) -> Draft | None:
    """ "Troops backed by air strikes took the town": supporting fire is part of what it supports."""
    backing = doc.parent(draft.word)
    noun = doc.parent(backing) if backing is not None else None
    if backing is None or noun is None or draft.type not in FIRE or not supports(doc, backing):
        return None
    other = next((by_word[step] for step in doc.path(noun)[1:SUPPORTED] if step in by_word), None)
    return other if other is not None and other.type in GROUPS[0] else None


def _by_means(doc: Document, host: Draft, draft: Draft) -> None:
    """ "Shelling hit a bakery": a verb for any force has the type of the fire that is its subject."""
    if host.open_means and not draft.open_means and draft.type in REMOTE and doc.rel(draft.word) == "nsubj":
        host.type, host.scheme, host.open_means = draft.type, draft.scheme, False
    hit = [taking for taking in host.takings if taking.role == "target"]
    killed = host.type == "killing" and doc.lemma(host.word) == "kill"
    if killed and draft.type in REMOTE and hit and all(_bystander(doc, taking) for taking in hit):
        host.type, host.scheme = draft.type, draft.scheme  # "a reporter was killed in an air strike": nobody sought her


def _bystander(doc: Document, taking: Taking) -> bool:
    """Whether somebody is of those whom nobody seeks out, by the noun for him: "the journalist X", "X, a nurse"."""
    if actor(taking.mention).kind in _BYSTANDERS:
        return True
    beside = [taking.noun, *doc.kids(taking.noun, "compound", "appos", "nmod:desc"), doc.parent(taking.noun)]
    return any(noun_classes().get(doc.lemma(word).lower()) in folk().bystanders for word in beside if word is not None)


_BYSTANDERS = PRESS | {"civilians"}


def _held(draft: Draft, host: Draft) -> bool:
    return draft.type in SEIZURES and host.type == RELEASE


def _freed_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "Rescued 22 kidnapped women", "freed hostages held by bandits": only says who they are that are freed.

    What has a place, a day or a named doer of its own is told for itself: "freed those abducted in X in May".
    """
    word, noun = draft.word, doc.parent(draft.word)
    if draft.type not in SEIZURES:
        return None
    if doc.covering(Word(word.sentence, word.token - 1), "quantity") and doc.kids(word, "obj"):
        before = [each for each in by_word if each.sentence == word.sentence and each < word]  # "rescued 22 kidnapped"
        last = by_word[max(before)] if before else None
        return last if last is not None and last.type == RELEASE and last.word not in gone else None
    if noun is None or doc.rel(word) not in ("amod", "acl"):
        return None
    named = [taking for taking in draft.takings if taking.role == "agent" and not actor(taking.mention).generic]
    own = {"time"} if doc.lemma(word) in course().holding else {"place", "time"}
    if named or any(doc.headed(each, *own) for each in doc.subtree(word)):
        return None
    over = [by_word[step] for step in doc.path(noun)[1:FREED] if step in by_word]
    return next((each for each in over if each.type == RELEASE and each.word not in gone), None)


RELEASE = "prisoner_exchange_release"
FREED = 4  # heads from those who are freed up to the verb: "secured the release of 12 of the 20 pupils"


def _also_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "A lieutenant was also killed": in what was told right before, without a doer, place or day of its own."""
    word, killed = draft.word, ontology().tolls["killed"]
    dead = doc.lemma(word) in {*killed.patient, *(verb.split()[0] for verb in killed.verbs), "wound", "injure"}
    also = any(doc.text(kid) == "also" for kid in doc.kids(word, "advmod"))
    if (
        not (dead and also)
        or draft.ids("agent", "party")
        or any(doc.headed(w, "place", "time") for w in doc.subtree(word))
    ):
        return None
    before = [each for each in by_word if each < word and word.sentence - each.sentence <= 1 and each not in gone]
    return next((by_word[each] for each in sorted(before, reverse=True) if by_word[each].type in FORCE), None)


SUPPORTED = 4  # heads between those who are supported and what they do


def _way_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "Came in two boats and burned …", "the attackers, who came …": how doers came is part of what they then did."""
    coming = draft.type in ("deployment", "territory_taken") and doc.lemma(draft.word) in motion().coming_in
    searching = draft.type in ATTACKS and doc.lemma(draft.word) in arms().searching
    searching = searching or (draft.type == "looting_destruction" and doc.lemma(draft.word) == "break")
    for after in doc.kids(draft.word, "conj") if coming or searching else []:
        then = by_word.get(after)
        others = {by_word[kid].type for kid in doc.kids(draft.word, "conj") if kid in by_word and kid != after}
        fits = then is not None and then.word not in gone and _raids(draft, then, others)
        if fits and not doc.kids(after, "nsubj"):
            return then
    if draft.type != "deployment" or doc.token(draft.word).rel != "acl:relcl":
        return None
    head = doc.parent(draft.word)
    verb = doc.parent(head) if head is not None else None
    other = by_word.get(verb) if verb is not None else None
    fits = other is not None and other.word not in gone and other.type in FORCE | ON_THINGS
    return other if fits and other is not None and head in doers(doc, other.word) else None


_RAIDS = DEADLY | ON_THINGS | {"execution", "abduction", "sexual_violence"}


def _raids(coming: Draft, then: Draft, others: set[str]) -> bool:
    """Whether those who come do so to strike: a town that is entered and then fought for is still taken.

    A house or town that is searched for somebody who is then arrested is the place of the arrest.
    """
    if coming.type in ATTACKS:
        return then.type == "arrest" or (then.type == "abduction" and not others & FORCE)  # "raided X, abducting"
    if coming.type == "looting_destruction":
        return then.type in _RAIDS  # "broke into a school and took away 300 pupils"
    return then.type in (_RAIDS if coming.type == "territory_taken" else _RAIDS | FORCE)


def _circumstance_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "The convoy was hit as it left the town", "killed while fleeing": part of the violence that it surrounds."""
    marks = {doc.text(kid) for kid in doc.kids(draft.word, "mark", "advmod")}
    if draft.type not in MOVING or doc.rel(draft.word) != "advcl" or not marks & {"as", "while", "when", "whilst"}:
        return None
    if any(doc.token(noun).upos != "PRON" for noun in doc.kids(draft.word, "nsubj")):
        return None  # "entered the town as the soldiers left it": others do it
    head = doc.parent(draft.word)
    other = next((each for each in by_word.values() if head in each.words), None)  # or the toll lent to an attack
    return other if other is not None and other.word not in gone and other.type in FORCE else None


def _when_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "Two guards were shot dead when raiders struck the village": who did it, and where."""
    when = any(doc.text(kid) == "when" for kid in doc.kids(draft.word, "mark", "advmod"))
    head = doc.parent(draft.word)
    other = by_word.get(head) if head is not None and when and doc.rel(draft.word) == "advcl" else None
    fits = other is not None and other.word not in gone and {draft.type, other.type} <= FORCE
    bare = other is not None and not other.ids("agent", "party") and other.status == draft.status
    return other if fits and bare and draft.ids("agent") and not draft.ids("agent") & _targets(other) else None


def _targets(draft: Draft | None) -> set[str]:
    return draft.ids("target", "victim") if draft is not None else set()


def _gerund_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "Attacked the outpost, killing seven": the killing is what the attack did."""
    head = doc.parent(draft.word)
    if draft.type == "riot" and doc.token(draft.word).xpos == "VBG" and doc.rel(draft.word) in ("advcl", "xcomp"):
        march = by_word.get(head) if head is not None else None
        if march is not None and march.type == "protest" and march.word not in gone:
            march.type = draft.type  # "marched on the office, throwing stones"
            return march
    if draft.type not in FORCE | ON_THINGS or doc.token(draft.word).xpos != "VBG":
        return None
    if doc.rel(draft.word) == "conj" and head is not None and doc.token(head).xpos == "VBG":
        hosts = [each for each in by_word.values() if head in each.words and each.word not in gone]
        went_on = [each for each in hosts if each.type in FORCE and names_of(draft) <= names_of(each)]
        return (
            went_on[0] if went_on and draft.type == "looting_destruction" else None
        )  # "killing 11 and burning lorries"
    if doc.rel(draft.word) not in ("advcl", "xcomp"):
        return None
    other = by_word.get(head) if head is not None else None
    if other is None and head is not None:  # "conducted nine strikes, destroying": the noun is the happening
        told = [by_word[kid] for kid in doc.kids(head, "obj", "nsubj") if kid in by_word]
        other = next((each for each in told if each.type in FORCE), None)
    fits = other is not None and other.word not in gone and other.type in FORCE
    apart = {place.name for place, _ in draft.places} - {place.name for place, _ in other.places} if other else set()
    return other if fits and not (apart if draft.type in ON_THINGS else draft.places) else None


def _subject_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "The bombardment targeted …": the noun is the happening."""
    if draft.type not in FORCE | ON_THINGS:
        return None
    for noun in doers(doc, draft.word):
        for near in (noun, *doc.kids(noun, "nmod", "conj")):
            other = by_word.get(near)
            if other is not None and other.word not in gone and other.type in FORCE and other is not draft:
                return other
    return None


def _verb_host(doc: Document, draft: Draft, by_word: dict[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "thwarted an attack", "stormed the town in an assault": the verb is the happening."""
    step: Word | None = draft.word
    for _ in range(2):
        rel, head = (doc.rel(step), doc.parent(step)) if step is not None else ("", None)
        if head is None or rel not in ("obj", "obl", "nmod", "conj", "nsubj"):
            return None
        other = by_word.get(head)
        if other is not None and other.word not in gone and _one(doc, draft, other, rel, head):
            return other
        if doc.lemma(head) in speech().naming and doc.token(head).rel == "acl" and len(doc.path(head)) > 2:
            rel, head = "obl", doc.path(head)[2]  # "killed a commander known as X in a raid"
            other = by_word.get(head)
            return (
                other if other is not None and other.word not in gone and _one(doc, draft, other, rel, head) else None
            )
        if rel not in ("nmod", "conj"):
            return None
        step = head
    return None


def _one(doc: Document, draft: Draft, other: Draft, rel: str, head: Word) -> bool:
    if other.scheme == "speaker" or draft.scheme == "speaker":
        return False
    if other.type == "other":
        return rel == "obj"  # "suspended its operations", "cancelled a visit"
    if other.type == "mediation" and draft.type == "prisoner_exchange_release":
        return rel == "obj"
    if other.type in ("attack_repelled", "ceasefire_halt"):
        return rel in ("obj", "nsubj", "nmod")
    if draft.type == "siege_blockade" and other.type == "offensive" and rel in ("obj", "nsubj"):
        return True  # "broke the siege"
    kin = other.type == draft.type or any({draft.type, other.type} <= group for group in GROUPS)
    cause = bool({"in", "by", "during", "with"} & set(doc.cases(draft.word))) or _in_course(doc, draft.word)
    if cause and rel == "obl":  # "gunned down in an encounter", "detained in raids"
        kin = kin or {draft.type, other.type} <= FORCE or (draft.type == "offensive" and other.type in YIELDS)
    return kin and (rel in ("obj", "nsubj") or cause) and doc.token(head).upos == "VERB"


def _in_course(doc: Document, noun: Word) -> bool:
    """ "In the course of a raid", "as a result of an operation": "of" is all that stands at the deed itself."""
    head = doc.parent(noun)
    through = head is not None and doc.lemma(head) in closed_classes().through and "of" in doc.cases(noun)
    return through and head is not None and bool({"in", "as", "during", "within"} & set(doc.cases(head)))


def _brokered(host: Draft, draft: Draft) -> None:
    """ "The Red Cross facilitated the handover of 17 soldiers": they went free, by its mediation."""
    if host.type == "mediation" and draft.type == "prisoner_exchange_release":
        host.type, host.scheme = draft.type, draft.scheme
        host.takings = [
            Taking("mediator", t.mention, t.noun) if t.role in ("agent", "party") else t for t in host.takings
        ]


def _take_in(host: Draft, draft: Draft) -> None:
    known = host.ids()
    together = bool(draft.ids("agent") & host.ids("agent"))  # "X's and Y's strikes hit Z": Y has done it too
    for taking in draft.takings:
        role = taking.role
        if getattr(taking.mention.value, "id", None) in known:
            continue
        if host.type == "attack_repelled" and role in ("agent", "party"):
            role = "agent"
        elif role == "agent" and host.ids("agent", "party") and not together:
            role = "target" if not host.ids("target") and host.scheme == "agent_target" else role
        if host.scheme == "parties":
            fell = actor(taking.mention).kind == "person" and taking.role == "target"  # "a lieutenant was also killed"
            role = "victim" if fell or actor(taking.mention).kind == "civilians" else "party"
        host.takings.append(Taking(role, taking.mention, taking.noun))
    host.places = host.places or draft.places
    host.when = host.when or draft.when
    host.words.append(draft.word)
    host.toll_only = host.toll_only and (draft.toll_only or draft.type in ON_THINGS)  # burnt lorries are no deed either


def _is_content(doc: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the draft is only what a statement demands, threatens or refuses."""
    if _is_refused(doc, draft, drafts):
        return True
    if draft.scheme == "speaker":
        return False
    path = doc.path(draft.word)[1 : REACH + 1]
    if draft.status not in INTENDED:  # "vowed to march": trees take the infinitive for a noun
        path = path[:1] if doc.token(draft.word).xpos == "VB" and doc.rel(draft.word) == "obl" else []
    return any(other.scheme == "speaker" and other.word in path for other in drafts)


def _is_refused(doc: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Ruled out talks", "rejected a truce": none is told of; "the truce" may be one that there was."""
    if draft.type not in _OFFERED or draft.when is not None or doc.rel(draft.word) != "obj":
        return False
    definite = any(doc.text(kid) in DEFINITE | POSSESSIVES for kid in doc.kids(draft.word, "det", "nmod:poss"))
    verb = doc.parent(draft.word)
    refusals = {other.word for other in drafts if other.type == "statement_refusal"}
    if (
        verb is not None
        and doc.lemma(verb) in course().reopening
        and doc.rel(verb) in ("xcomp", "obj", "ccomp", "advcl")
    ):
        return doc.parent(verb) in refusals  # "ruled out reopening the talks"
    return not definite and verb in refusals


_OFFERED = MEETINGS | {"ceasefire_halt"}


def _is_spent(doc: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """Ruling 1: an accusation of a deed is that deed, alleged; no accusation stands beside it."""
    if draft.status == "alleged" and draft.anaphoric and _only_blamed(doc, draft):
        return any(_before(other, draft) and other.status != "alleged" and other.places for other in drafts)
    if draft.anaphoric and not draft.places and draft.type in FORCE and _claimed(doc, draft, drafts):
        return any(other is not draft and _before(other, draft) for other in drafts)
    if draft.type != "statement_accusation":
        return False
    if names_no_deed(doc, draft.word) and any(_before(other, draft) for other in drafts):
        return True  # "… The mayor blamed the rebels": a claim about what was told before
    return any(
        other.status == "alleged" and other is not draft and draft.word in doc.path(other.word) for other in drafts
    )


def _claimed(doc: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Islamic State claimed the attack two days later": what is claimed was told before."""
    verb = doc.parent(draft.word)
    return doc.rel(draft.word) == "obj" and any(
        other.type == "statement_confession_claim" and other.word == verb for other in drafts
    )


def _only_blamed(doc: Document, draft: Draft) -> bool:
    """ "Blamed Turkey for the attack": the deed was told before, without a place or day here."""
    verb = next((step for step in doc.path(draft.word)[1:BLAMED] if names_no_deed(doc, step)), None)
    placed = verb is not None and any(word > verb for _, word in draft.places)  # not where the speaker sits
    return verb is not None and not placed and draft.when is None


def _before(other: Draft, draft: Draft) -> bool:
    """Whether violence is told in the draft's sentence or one of those right before it."""
    return other.type in FORCE and 0 <= draft.word.sentence - other.word.sentence <= BACK
