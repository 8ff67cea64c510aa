"""Denials and blame that point back: "The army denied this", "dismissed the report as false", "blamed the rebels".

In: a saying that denies or blames, and the words of coded happenings. Out: the ids of the reports that it means: those
told in the nearest sentence before it, itself included; a denial is of what another voice told. Who denies involvement
means the deed that is laid at his own door, if one is near; who denies it "too", what another denied before him.
"""

from collections.abc import Mapping

from crossreport.coding.page.document import Document, Word
from crossreport.coding.voices.attribution import Voices
from crossreport.coding.voices.speaking import Saying
from crossreport.model import Actor
from crossreport.model.kinds import STATELY
from crossreport.words.classes.speech import speech
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting

REACH = 3  # sentences back to what is denied; calibrated on the own pages' dev part
_TOO = frozenset({"also", "too", "likewise", "similarly"})
_POINTING = frozenset({"this", "that", "it", "them", "these", "those", "which", "any"})


def is_denial(doc: Document, saying: Saying) -> bool:
    """Whether the verb or noun that gives the voice denies."""
    lemma = doc.lemma(saying.cue)
    if lemma in speech().calling:
        return any(doc.lemma(kid) in reporting().untrue for kid in doc.kids(saying.cue, "xcomp", "obj", "obl"))
    return "deny" in (reporting().verbs.get(lemma), reporting().saying_nouns.get(lemma))


def denied_before(
    doc: Document, voices: Voices, saying: Saying, told: Mapping[Word, str], doers: Mapping[str, tuple[Actor, ...]]
) -> tuple[str, ...]:
    """Ids of the reports that a denial without a deed of its own means; none where its object is something else.

    `doers` are those of each report.
    """
    if not points_back(doc, saying):
        return ()
    behind = _denied_first(doc, saying) or saying.cue
    nearest: tuple[str, ...] = ()
    for s in range(behind.sentence, max(-1, behind.sentence - REACH - 1), -1):
        here = sorted(w for w in told if w.sentence == s and w < behind and _by_another(voices, w, saying))
        ids = tuple(dict.fromkeys(told[w] for w in here))
        own = tuple(id_ for id_ in ids if _own(doc, saying, doers.get(id_, ())))
        if own or (ids and not _of_part(doc, saying)):
            return own or ids
        nearest = nearest or ids
    return nearest


def _denied_first(doc: Document, saying: Saying) -> Word | None:
    """Where another denied something before one who denies it too; None for who is the first."""
    if not {doc.text(kid) for kid in doc.kids(saying.cue, "advmod")} & _TOO:
        return None
    first = max(0, saying.cue.sentence - REACH)
    near = [word for s in range(first, saying.cue.sentence + 1) for word in doc.words_of(s) if word < saying.cue]
    return max((word for word in near if reporting().verbs.get(doc.lemma(word)) == "deny"), default=None)


def _of_part(doc: Document, saying: Saying) -> bool:
    """Whether only a part in the deed is denied: "denied involvement"."""
    return any(doc.lemma(kid) in speech().shares for kid in doc.kids(saying.cue, "obj", "nsubj:pass"))


def _own(doc: Document, saying: Saying, doers: tuple[Actor, ...]) -> bool:
    """Whether one of the doers is who denies, or both act for one state."""
    id_ = saying.chain[-1].actor_id
    who = next((m.value for m in doc.mentions if isinstance(m.value, Actor) and m.value.id == id_), None)
    if who is None:
        return False
    state = who.country is not None and who.kind in STATELY
    return any(
        doer.id in (who.id, who.affiliation) or (state and doer.kind in STATELY and doer.country == who.country)
        for doer in doers
    )


def blamed_before(doc: Document, cue: Word, told: Mapping[Word, str]) -> tuple[str, ...]:
    """Ids of the reports, of those in `told`, for which somebody is blamed without a word on the deed itself."""
    if not names_no_deed(doc, cue):
        return ()
    for s in range(cue.sentence, max(-1, cue.sentence - REACH - 1), -1):
        here = [w for w in told if w.sentence == s and (w < cue or s == cue.sentence)]
        if here:
            return tuple(dict.fromkeys(told[w] for w in sorted(here)))
    return ()


def names_no_deed(doc: Document, cue: Word) -> bool:
    """Whether the verb at `cue` blames somebody and says of the deed no more than "it", "the deaths", "the attack"."""
    if doc.lemma(cue) not in reporting().blaming or not doc.kids(cue, "obj", "nsubj:pass", "obl"):
        return False
    deeds = [kid for kid in doc.kids(cue, "obl", "nmod") if {"for", "of", "over"} & set(doc.cases(kid))]
    for verb in doc.kids(cue, "advcl", "ccomp", "xcomp", "acl"):
        done = [*doc.kids(verb, "obj")] if doc.lemma(verb) in ontology().light_verbs else []
        parts = [kid for kid in done if doc.lemma(kid) in reporting().doing]  # "of taking part in the strike"
        done = [deed for part in parts for deed in doc.kids(part, "nmod")] or done
        done = done or [verb] * ("behind" in doc.cases(verb))
        if not done:
            return False
        deeds += done
    return all(_points(doc, deed) for deed in deeds)


def _points(doc: Document, deed: Word) -> bool:
    """Whether a deed is told by no more than its day: "Monday's deaths", not "the killing of ten villagers"."""
    if doc.text(deed) in _POINTING:
        return True
    told = [kid for kid in doc.kids(deed, "nmod", "acl", "ccomp") if not doc.token(kid).rel.endswith(":poss")]
    told = [kid for kid in told if "with" not in doc.cases(kid)]  # the means of an attack that is known
    known = doc.definite(deed)
    return not told and (known or bool(doc.kids(deed, "nmod")) or not doc.kids(deed, "det"))


def _by_another(voices: Voices, word: Word, saying: Saying) -> bool:
    chain = voices.chain(word)
    return not chain or chain[-1].speaker != saying.chain[-1].speaker


def points_back(doc: Document, saying: Saying) -> bool:
    """Whether the denied thing is a pronoun or a claim that says no more of itself."""
    for kid in doc.kids(saying.cue, "obj", "nsubj:pass", "iobj"):
        bare = not any(doc.rel(deeper) in ("acl", "nmod", "ccomp") for deeper in doc.kids(kid))
        if doc.text(kid) in _POINTING or (doc.lemma(kid) in reporting().claimed_nouns | speech().shares and bare):
            return True
    return False
