"""Tolls told by the number of the last of the dead: "pulled an eighth body from the rubble", "a sixth victim died".

In: a noun. Out: how many are dead by then, and the word that tells it. Refuses for what no ordinal with an article of
its own counts ("the second body", "a second bomb"), and for the first.
"""

from crossreport.coding.counts.fates import single_measure
from crossreport.coding.counts.lists import is_person
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import doers, is_verb, patients
from crossreport.model import Mention, Quantity, content_id
from crossreport.words.classes.folk import folk
from crossreport.words.classes.harm import harm
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.figures import figure_words
from crossreport.words.numerals import ordinals

RULE = "running"
PAIR = 2  # "a second guard died": the first need not have died; a third is counted with two dead


def nth(doc: Document, noun: Word) -> int:
    """Eight for "an eighth body", 12 for "a 12th victim"; 0 where nobody is counted so."""
    if not any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det")):
        return 0
    for kid in doc.kids(noun, "amod", "nummod"):
        text = doc.text(kid)
        number = int(text[:-2]) if text[:-2].isdecimal() and text[-2:] in _ENDINGS else ordinals().get(text, 0)
        if number > 1:
            return number
    return 0


_ENDINGS = ("st", "nd", "rd", "th")


def counted_dead(doc: Document, verb: Word) -> tuple[Word, int] | None:
    """The noun and the number by which a verb counts one more of the dead, if it does."""
    if not is_verb(doc, verb):
        return None
    dies = doc.lemma(verb) in ontology().tolls["killed"].patient
    recovered = doc.lemma(verb) in closed_classes().recovering
    hit = doers(doc, verb) if dies else patients(doc, verb)
    deadly = single_measure(doc, verb) == "killed"
    for noun in hit:
        body = doc.lemma(noun) in figure_words().bodies
        inner = [kid for kid in doc.kids(noun, "nmod") if body and "of" in doc.cases(kid)]
        for one in (noun, *inner):
            number = nth(doc, one)
            hit_before = body or (doc.lemma(one) in harm().victims and (dies or deadly or recovered))
            person = is_person(doc, one) and doc.lemma(one) not in folk().by_the_deed
            if number and (hit_before or (dies and person and number > PAIR)):
                return one, number
    return None


def running_tolls(doc: Document) -> list[tuple[Mention, Word, Word]]:
    """A mention of each such toll, the noun that is counted, and the verb."""
    found = []
    for verb in doc.words():
        counted = counted_dead(doc, verb)
        if counted is None:
            continue
        noun, number = counted
        ordinal = next(kid for kid in doc.kids(noun, "amod", "nummod") if kid < noun)
        span = doc.span([ordinal])
        value = Quantity(number, number, number, "exact", span.quote, None, RULE)
        id_ = content_id("mention", doc.page.id, "quantity", span.start, span.end)
        mention = Mention(id_, doc.page.id, "quantity", span, value, (), (), doc.token(ordinal).start)
        found.append((mention, noun, verb))
    return found
