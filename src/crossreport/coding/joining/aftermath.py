"""What follows a deed, told without a doer, day or place of its own: its dead and wounded, their bodies.

In: a draft and those told before it. Out: the deed of which it tells. Refuses where the words name a way of dying that
the deed does not have ("were shot dead" behind an air strike), and where the deed lies too far back.
"""

from collections.abc import Sequence

from crossreport.coding.counts.fates import dies_by_idiom, found_so, single_measure, suffers_hurt
from crossreport.coding.counts.losses import to_death
from crossreport.coding.events.passing import triggers_of
from crossreport.coding.events.retelling import is_known
from crossreport.coding.joining.differing import conflict
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE, GROUPS
from crossreport.coding.phrases.arguments import is_passive, is_verb, obliques, patients
from crossreport.model.measures import HARM
from crossreport.model.statuses import REPORTED
from crossreport.words.classes.arms import arms
from crossreport.words.families import REMOTE

# Sentences back to the deed: in its paragraph, in the one before. Calibrated on probe pages of own writing.
WITHIN, ACROSS = 4, 3
FOUND = "bodies_found"


def tells_fates(doc: Document, draft: Draft) -> bool:
    """Whether a draft only tells what became of people: "two guards were burnt to death"."""
    word = draft.word
    if not is_verb(doc, word) or draft.ids("agent", "party") or _in_another(doc, word):
        return False
    measure = single_measure(doc, word) or found_so(doc, word) or ("killed" if to_death(doc, word) else None)
    idiom = dies_by_idiom(doc, word) == "subject" or suffers_hurt(doc, word)
    passive = is_passive(doc, word)
    hit = measure in HARM and (passive or not doc.kids(word, "obj"))
    return idiom or hit or (passive and by_hand(doc, word))


def _in_another(doc: Document, word: Word) -> bool:
    """ "Two farmers were shot dead in clashes": in a happening that their sentence brings in."""
    causes = obliques(doc, word, "in", "during", "by", "from")
    return any(not is_known(doc, noun) and triggers_of(doc, noun) for noun in causes)


def by_hand(doc: Document, word: Word) -> bool:
    """ "Shot", "stabbed": a way of dying that no bomb or shell has."""
    return doc.lemma(word) in arms().by_hand


def of_those_told(doc: Document, word: Word) -> bool:
    """ "They had been shot", "the victims were stabbed": whom the page has told of."""
    hit = patients(doc, word)
    return bool(hit) and all(doc.token(noun).upos == "PRON" or is_known(doc, noun) for noun in hit)


def around(doc: Document, word: Word) -> bool:
    """ "After a clash that morning they stopped cars": told only to say when another thing happened."""
    return bool({"after", "before", "since", "following", "despite", "until"} & set(doc.cases(word)))


def deed_of(turn: Draft, before: Sequence[Draft]) -> Draft | None:
    """The deed told last before these deaths, if nothing says that they are another's."""
    if turn.places or turn.apart or not _bare(turn):
        return None
    told = [(word, index) for index, each in enumerate(before) for word in each.words if word < turn.word]
    told = [(word, index) for word, index in told if _told_for_itself(before[index])]
    if not told:
        return None
    last, index = max(told)
    deed = before[index]
    reach = WITHIN if turn.block == deed.block else ACROSS
    if turn.word.sentence - last.sentence > reach or deed.status not in REPORTED or not _may_be_of(deed, turn):
        return None
    if _gone_back(deed, before):
        return None
    return None if conflict(deed, turn) else deed


def _bare(turn: Draft) -> bool:
    if turn.type == FOUND:
        return turn.recovered
    return turn.fates_only and turn.when is None


def _told_for_itself(deed: Draft) -> bool:
    """Whether a deed is told in a sentence of the text, not only to say when or where another happened."""
    return not (deed.lead or deed.aside or deed.around) and (deed.type in FORCE or deed.type == FOUND)


def _gone_back(deed: Draft, told: Sequence[Draft]) -> bool:
    """Whether the page has gone back to an earlier day with this deed: of which it then tells, cannot be said."""
    last = deed.when.latest if deed.when is not None else None
    others = [each.when for each in told if each.when and each.word < deed.word]
    return last is not None and any((when.earliest or "") > last for when in others)


def _may_be_of(deed: Draft, turn: Draft) -> bool:
    """Whether the words for what became of them, if they say how, fit the deed."""
    if deed.type == FOUND:
        return turn.fates_only and turn.of_those_told and turn.type not in REMOTE
    if turn.type in REMOTE and turn.type != deed.type:
        return False  # "were killed by a mine"
    if turn.type == "execution" or turn.by_hand:
        return deed.type not in REMOTE and (turn.type != "execution" or deed.type in GROUPS[1])
    return True
