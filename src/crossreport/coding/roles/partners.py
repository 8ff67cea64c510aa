"""Who takes part beside a doer or a target: "soldiers accompanied by militiamen", "the army, with air cover from X".

In: the takings of a trigger. Out: the same with the forces that its sentence sets beside one of them, each with the
reason. Refuses a state that only backs others ("rebels backed by X"), and whoever stands on the other side.
"""

from collections.abc import Iterator
from dataclasses import replace

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Taking
from crossreport.coding.phrases.arguments import by_phrase, obliques, subjects
from crossreport.coding.phrases.capacity import DEEDS
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.model import Reason, Role
from crossreport.model.kinds import ARMED, ARMED_OR_STATE
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes

_SIDED = frozenset({"agent", "party", "target"})
_HELPED_FROM = ("from", "of", "by")


def with_partners(doc: Document, word: Word, type_: str, takings: list[Taking]) -> tuple[list[Taking], list[Reason]]:
    """The takings of a deed with the partners of each armed side in it, and why they are named."""
    found = list(takings)
    reasons: list[Reason] = []
    for taking in takings if type_ in DEEDS else ():
        if taking.role not in _SIDED or not _a_force(taking):
            continue
        for noun, helps in _beside(doc, word, taking):
            partner = _partner(doc, noun, taking, helps=helps)
            if partner is None or any(_same(partner, other) for other in found):
                continue
            found.append(partner)
            says = f"told of as {'supporting' if helps else 'beside'} {actor(taking.mention).name}"
            reasons.append(Reason("partner", f"{says}: {actor(partner.mention).name}", partner.mention.span))
    return found, reasons


def _a_force(taking: Taking) -> bool:
    return actor(taking.mention).kind in ARMED_OR_STATE


def _same(one: Taking, other: Taking) -> bool:
    return actor(one.mention).id == actor(other.mention).id


def _partner(doc: Document, noun: Word, taking: Taking, *, helps: bool) -> Taking | None:
    """The force that the noun names, in the role in which it takes part."""
    for mention in actors_of(doc, noun)[:1]:
        who = actor(mention)
        moves = who.kind in ARMED or (who.kind == "state" and (not helps or doc.token(noun).upos == "NOUN"))
        if moves and who.id != actor(taking.mention).id:
            role: Role = "supporter" if helps and taking.role == "agent" else taking.role
            return replace(taking, role=role, mention=mention, noun=noun)
    return None


def _beside(doc: Document, word: Word, taking: Taking) -> Iterator[tuple[Word, bool]]:
    """Nouns set beside a taking's noun, or beside the verb whose subject it is, and whether they only support it."""
    words = closed_classes()
    above = doc.parent(taking.noun)
    clauses = doc.kids(taking.noun, "acl", "advcl")
    if above is not None and above != word and doc.rel(taking.noun) == "nsubj" and above in doc.path(word):
        clauses.append(above)  # "soldiers accompanied by gendarmes arrested six", where the parser took a main clause
    for clause in clauses:
        if doc.token(clause).xpos in ("VBN", "VBD") and doc.lemma(clause) in words.joining | words.helping:
            yield from ((noun, doc.lemma(clause) in words.helping) for noun in by_phrase(doc, clause))
    yield from _joined(doc, taking.noun)
    if taking.noun in subjects(doc, word):
        # Behind the verb it may stand beside the object: "detained the leader together with two fighters".
        yield from ((noun, helps) for noun, helps in _joined(doc, word) if noun < word)


def _joined(doc: Document, host: Word) -> Iterator[tuple[Word, bool]]:
    """ "Alongside X", "together with X", "in cooperation with X", "with air support from X"."""
    words = closed_classes()
    for kid in doc.kids(host, "nmod", "obl", "advmod"):
        cases, lemma = set(doc.cases(kid)), doc.lemma(kid)
        if lemma in words.joint and "in" in cases:
            yield from ((noun, False) for noun in obliques(doc, kid, "with"))
        elif lemma in words.help and "with" in cases:
            given = [*obliques(doc, kid, *_HELPED_FROM), *doc.kids(kid, "amod", "compound", "nmod:poss")]
            yield from ((noun, True) for noun in given)
        elif doc.text(kid) in course().together:
            yield from ((noun, False) for noun in obliques(doc, kid, "with"))
        elif "alongside" in cases or _with_together(doc, kid):
            yield from ((noun, False) for noun in doc.expand(kid))


def _with_together(doc: Document, noun: Word) -> bool:
    """ "Together with X", where the parser hung X on the verb."""
    marks = [kid for kid in doc.kids(noun, "case") if doc.text(kid) == "with" and kid.token]
    return any(doc.text(Word(mark.sentence, mark.token - 1)) in course().together for mark in marks)
