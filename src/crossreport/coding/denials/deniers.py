"""Whose deed it would be that a force denies ("the army denied an air strike"), and who rejects the report of one.

In: the takings of a trigger whose deed is denied. Out: the same with the denier as the doer, and the reason. Refuses
denials of mere reports and rumours, which may tell of anybody's deed, deeds that hit the denier, and bodies that are no
side of a fight.
"""

from crossreport.coding.denials.denying import is_denial
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import subjects
from crossreport.coding.phrases.naming import Chain
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Reason, Status
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.words.closed_classes import closed_classes
from crossreport.words.reporting import reporting

_DENIABLE = frozenset(
    {"attack_on_civilians", "killing", "execution", "sexual_violence", "looting_destruction", "abduction"}
    | {"air_strike", "shelling", "chemical_attack"}
)
_DOUBTED = frozenset({"denied", "alleged"})


def by_denier(
    doc: Document, word: Word, type_: str, status: Status, takings: list[Taking]
) -> tuple[list[Taking], list[Reason]]:
    """The takings of a denied deed that nobody is said to have done, with the one who denies it.

    A deed that happened, for which somebody only "denies responsibility", is not laid at his door by that.
    """
    if type_ not in _DENIABLE or status not in _DOUBTED or any(taking.role in ("agent", "party") for taking in takings):
        return takings, []
    verb = _denying(doc, word)
    sides = [mention for noun in subjects(doc, verb) for mention in actors_of(doc, noun)] if verb is not None else []
    if len(sides) != 1 or any(actor(taking.mention).id == actor(sides[0]).id for taking in takings):
        return takings, []
    who = actor(sides[0])
    if who.kind not in ARMED_OR_STATE or who.id.startswith(NAMELESS):
        return takings, []
    reason = Reason("agent:denier", f"nobody else is named: {who.name} denies it as a deed of its own", sides[0].span)
    return [Taking("agent", sides[0], word), *takings], [reason]


def rejecter(doc: Document, voices: Voices, word: Word) -> Chain:
    """Who rejects the report of a deed, and so is its voice: "the ministry called reports of a strike fake"."""
    over = [saying for saying in voices.sayings if saying.stance and word in saying.content]
    found = next((saying for saying in over if is_denial(doc, saying)), None)
    return found.chain if found is not None else ()


def without_denied(doc: Document, voices: Voices, draft: Draft, why: Reason | None) -> list[Reason]:
    """ "The claim of X that … is untrue": whose claim is denied denies nothing, and is no voice of the denial."""
    if why is None or why.span is None:
        return []
    claimed = [
        saying
        for saying in voices.sayings
        if draft.word in saying.content
        and doc.token(saying.cue).upos == "NOUN"
        and not is_denial(doc, saying)
        and not any(why.span.start <= doc.token(word).start < why.span.end for word in saying.content)
    ]
    gone = {voice.speaker: voice for saying in claimed for voice in saying.chain if voice in draft.chain}
    draft.chain = tuple(voice for voice in draft.chain if voice.speaker not in gone)
    return [
        Reason("voice:denied", f"the claim of {name} is what is denied", voice.span) for name, voice in gone.items()
    ]


def caller(doc: Document, voices: Voices, word: Word) -> Chain:
    """Who calls for what has not happened, and so is its voice: "the governor urged the army to attack the camp"."""
    calling = reporting().status["called_for"].verbs
    over = [saying for saying in voices.sayings if saying.stance and word in saying.content]
    return next((saying.chain for saying in over if doc.lemma(saying.cue) in calling), ())


def _denying(doc: Document, word: Word) -> Word | None:
    """The verb by which the deed itself, a part in it or an accusation of it is denied."""
    words = reporting()
    for step in doc.path(word)[1:]:
        if doc.token(step).upos == "VERB" and doc.lemma(step) in words.rejecting:
            return step
        shared = doc.lemma(step) in words.doing | closed_classes().accusations
        there = doc.lemma(step) == "be" and bool(doc.kids(step, "expl"))
        if not (shared or there):
            return None
    return None
