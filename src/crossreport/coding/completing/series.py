"""Whose fire it was that is told as one more of a series: "X shelled the market. Another shell hit a school."

In: the joined drafts of a page in reading order. Out: the same; fire without a doer has the one who fired, or broke the
truce, in the sentences right before, with a reason. Refuses fire that nothing marks as one more, fire on the doer
himself, and wherever another force is named in between.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import subjects
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.settings.shared import block_of
from crossreport.coding.status.negation import negated
from crossreport.model import Actor, Mention, Reason
from crossreport.model.kinds import ARMED, ARMED_OR_STATE
from crossreport.model.statuses import DONE
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE
from crossreport.words.reporting import reporting

BEHIND = 2  # sentences behind the first fire in which one more is told
_FIRE = REMOTE - {"chemical_attack"}


def hand_on_fire(doc: Document, ordered: list[Draft]) -> None:
    """Give fire that is one more of a series, or breaks a truce, the doer of what stands before."""
    broken = list(_breakers(doc))
    for index, draft in enumerate(ordered):
        if draft.type not in _FIRE or draft.status != "happened" or draft.ids("agent", "party"):
            continue
        at, doer = _before(doc, draft, ordered[:index], broken)
        if doer is None or at is None or actor(doer).id in draft.ids("target", "victim"):
            continue
        if not _others(doc, at, draft.words[0], actor(doer)):
            draft.takings = [Taking("agent", doer, draft.word), *draft.takings]
            says = f"told as one more behind {doc.token(at).text!r}, which was {actor(doer).name}'s"
            draft.reasons.append(Reason("agent:series", says, doer.span))


def _before(
    doc: Document, draft: Draft, before: list[Draft], broken: list[tuple[Word, Mention]]
) -> tuple[Word | None, Mention | None]:
    """The word and the doer of the fire, or of the broken truce, that was told last."""
    here = draft.words[0]
    told: list[tuple[Word, Mention | None]] = [each for each in broken if _near(doc, each[0], here)]
    if _one_more(doc, draft):
        told += [(draft_.words[-1], _doer(draft_)) for draft_ in before if draft_.type in _FIRE]
    near = [each for each in told if _near(doc, each[0], here)]
    return max(near, key=lambda each: each[0], default=(None, None))


def _near(doc: Document, word: Word, here: Word) -> bool:
    return word < here and here.sentence - word.sentence <= BEHIND and block_of(doc, word) == block_of(doc, here)


def _doer(draft: Draft) -> Mention | None:
    doers = [taking.mention for taking in draft.takings if taking.role in ("agent", "party")]
    sides = [one for one in doers if actor(one).kind in ARMED_OR_STATE]
    return sides[0] if len(doers) == len(sides) == 1 and draft.status in DONE else None


def _breakers(doc: Document) -> list[tuple[Word, Mention]]:
    """ "The army violated the truce": the verb and the one side that broke it."""
    found = []
    for verb in doc.words():
        if doc.lemma(verb) not in course().breaking or doc.token(verb).upos != "VERB" or negated(doc, verb):
            continue
        if not any(doc.lemma(noun) in course().truces for noun in doc.kids(verb, "obj")):
            continue
        sides = [mention for noun in subjects(doc, verb) for mention in actors_of(doc, noun)[:1]]
        if len(sides) == 1 and actor(sides[0]).kind in ARMED_OR_STATE:
            found.append((verb, sides[0]))
    return found


def _one_more(doc: Document, draft: Draft) -> bool:
    """ "Another shell hit", "shells also fell", "the village came under fire as well"."""
    more = closed_classes().one_more
    arms = frozenset().union(*ontology().means.values())
    for word in draft.words:
        clause = [word, *doc.kids(word, "obl", "nsubj", "nsubj:pass", "obj")]
        if (head := doc.parent(word)) is not None and head.sentence == word.sentence:
            clause += [head, *doc.kids(head, "nsubj", "nsubj:pass", "obl")]
        verbs = [w for w in clause if doc.token(w).upos == "VERB"]
        nouns = [w for w in clause if doc.lemma(w) in arms]
        beside = [kid for verb in verbs for kid in doc.kids(verb, "advmod")]
        if any(doc.text(kid) in more for each in beside for kid in (each, *doc.kids(each, "fixed"))):
            return True
        if any(doc.text(kid) in more for noun in nouns for kid in doc.kids(noun, "det", "amod", "nummod")):
            return True
    return False


def _others(doc: Document, first: Word, last: Word, who: Actor) -> bool:
    """Whether another force than the doer is named from the one to the other's sentence's end."""
    for mention in doc.mentions:
        head, value = doc.word_of(mention), mention.value
        if head is None or not isinstance(value, Actor) or not (first < head and head.sentence <= last.sentence):
            continue
        tells = (verb := doc.parent(head)) is not None and doc.lemma(verb) in reporting().final
        if value.kind in ARMED and value.id != who.id and head.sentence > first.sentence and not tells:
            return True
    return False
