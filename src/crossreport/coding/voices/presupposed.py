"""What a voice only takes for known while it tells of something else: "the army said it shelled the town that rebels
took in March".

In: a word inside of what somebody says. Out: whether it stands in a relative clause that only tells which one is meant;
that is the page's own telling; or in one that has a voice of its own ("the army denied a raid on the town, where
residents said six died"). Refuses what the voice says that somebody was ("the dead were farmers who …"), clauses
behind a comma, which go on telling, those of the subject, whose news may be in them ("men who stormed a hotel killed
21, police said"), and those of a deed that is itself news ("a raid that killed five").
"""

from itertools import pairwise

from crossreport.coding.events.passing import triggers_of
from crossreport.coding.events.retelling import is_known
from crossreport.coding.page.document import Document, Word
from crossreport.coding.voices.speaking import Saying


def of_another_voice(doc: Document, saying: Saying, inner: Saying) -> bool:
    """Whether `inner` speaks in a relative clause inside of what another says: the page goes on in its own words."""
    if inner is saying or inner.cue not in saying.content or _speakers(inner) & _speakers(saying):
        return False
    inside = set(saying.content)
    return any(doc.token(step).rel == "acl:relcl" for step in doc.path(inner.cue) if step in inside)


def _speakers(saying: Saying) -> set[str]:
    return {voice.actor_id or voice.speaker.casefold() for voice in saying.chain}


def presupposed(doc: Document, word: Word, saying: Saying) -> bool:
    """Whether the voice only names it to say which place or people it means."""
    inside, path = set(saying.content), doc.path(word)
    for clause, noun in pairwise(path):
        if noun not in inside:
            return False
        if doc.token(clause).rel == "acl:relcl" and _tells_which(doc, clause, noun, saying):
            return not _of_subject(doc, noun, inside)
    return False


def _tells_which(doc: Document, clause: Word, noun: Word, saying: Saying) -> bool:
    below = [word for word in doc.subtree(clause) if doc.token(word).upos != "PUNCT"]
    first = below[0]
    apart = first.token > 0 and doc.text(Word(first.sentence, first.token - 1)) == ","
    before = any(doc.lemma(kid) == "have" for kid in doc.kids(clause, "aux"))  # "…, which rebels had taken"
    new = any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det"))  # "a hill from where they shelled it"
    news = new or (bool(triggers_of(doc, noun)) and not is_known(doc, noun))
    news = news or bool(doc.kids(noun, "cop"))  # "the dead were farmers whom soldiers had shot"
    return (before or not apart) and not news and saying.cue not in below


def _of_subject(doc: Document, noun: Word, inside: set[Word]) -> bool:
    return any(doc.rel(step) == "nsubj" for step in doc.path(noun) if step in inside)
