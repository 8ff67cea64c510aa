"""Every number of a page that a casualty recorder writes down: what it counts and what became of them."""

from msgspec import Struct
from msgspec.structs import replace

from crossreport.coding.counts.counted import bare, counted_end, counted_noun, kind_of, measured, people, who
from crossreport.coding.counts.fates import along, fate, noun_measure
from crossreport.coding.counts.lists import person_list, single_people
from crossreport.coding.counts.measures import (
    bare_toll,
    few_people,
    released,
    seized_too,
    thing_measure,
    toll_moved,
    unreported_measure,
    whom_it_counts,
)
from crossreport.coding.counts.nearby import Place, Told, front_fate, near_fate, with_hurt
from crossreport.coding.counts.parts import is_part, of_the_hit
from crossreport.coding.counts.rivals import counted_by
from crossreport.coding.counts.running import nth, running_tolls
from crossreport.coding.counts.several_fates import of_several_fates
from crossreport.coding.counts.singles import RULE, told_ones
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.others import things_before
from crossreport.model import Counted, Measure, Mention, Quantity, Span
from crossreport.model.measures import CAPTIVES, HARM, LOSSES, NEUTRALISED
from crossreport.words.closed_classes import closed_classes
from crossreport.words.figures import figure_words
from crossreport.words.reporting import reporting

# What befalls people; a number of things has none of these.
FATES = LOSSES | CAPTIVES | {"defected", "displaced", "troops"}
STATES = CAPTIVES | {"displaced"}  # told by a noun: hostages, detainees; another fate may follow
SINGULAR = HARM | CAPTIVES | {"missing"}
CHAIN = frozenset({"and", ",", "plus", "along", "with", "as", "well", ";"})
NAMED = 5  # tokens behind a number in which its place is named: "five in the town of X"
REACH = 3  # sentences back in which a part finds its whole


class Count(Struct, frozen=True):
    """A number with what it counts; `event` is the word that tells what became of them, if any does."""

    span: Span
    value: Quantity
    noun: Word
    place: Place
    of: Counted
    measure: Measure
    event: Word | None
    part: bool = False
    whole: Word | None = None
    faint: bool = False  # too few people to be worth a figure unless a happening seized or moved them

    @property
    def number(self) -> float | None:
        """The one number by which counts are compared."""
        return next((n for n in (self.value.best, self.value.low, self.value.high) if n is not None), None)


def counts(doc: Document) -> list[Count]:
    """Every number that counts people, troops, money, territory or attacks, in reading order."""
    reader = _Reader(doc)
    numbers = [mention for mention in doc.mentions if mention.kind == "quantity"]
    for mention in sorted([*numbers, *single_people(doc)], key=lambda m: m.span):
        if isinstance(mention.value, Quantity):
            reader.read(mention, mention.value)
    reader.read_ones()
    return sorted(reader.found, key=lambda count: count.span)


def joined(doc: Document, count: Count, last: Count) -> bool:
    """Whether only "and", commas and the like stand between two counts of a sentence."""
    if last.place.sentence != count.place.sentence:
        return False
    between = range(last.place.end + 1, count.place.first)
    texts = [doc.text(Word(count.place.sentence, i)) for i in between]
    return len(texts) <= 5 and all(text in CHAIN or text in figure_words().bridge for text in texts)


class _Reader:
    """Reads the numbers of one page in order; a number may lean on the ones before it."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.found: list[Count] = []
        self.claimed: set[Word] = set()
        self._running = {noun for _, noun, _ in running_tolls(doc)}
        self._done = -1  # page offset up to which a list has been read

    def read(self, mention: Mention, value: Quantity) -> None:
        """Adds the count of one mention, if it counts anything."""
        if mention.span.start < self._done:
            return
        count = self._unreported(mention, value) if value.bound == "unreported" else self._count(mention, value)
        if count is None:
            return
        if count.event is not None:
            self.claimed.add(count.event)
        self.found.append(count)

    def read_ones(self) -> None:
        """Adds single people whom a verb hits, where no number tells the same fate with the same verb."""
        for mention, noun, verb in running_tolls(self.doc):
            self._read_running(mention, noun, verb)
        for mention, noun, measure, verb in told_ones(self.doc):
            if not isinstance(mention.value, Quantity) or (verb in self.claimed and not self._beside(noun, verb)):
                continue
            place = Place(noun.sentence, noun.token, noun.token)
            named = self.doc.covering(noun, "person") or self.doc.token(noun).xpos in ("NNP", "PRP")
            of = Counted("person", "people") if named else Counted(self.doc.text(noun), kind_of(self.doc, noun))
            one = Count(mention.span, mention.value, noun, place, of, measure, verb)  # type: ignore[arg-type]
            self.found.append(self._one_of(self._in_row(one)))

    def _read_running(self, mention: Mention, noun: Word, verb: Word) -> None:
        """ "An eighth body was found": eight are dead; beside seven counted before, it is one more."""
        if self._next_to_told(noun) or verb in self.claimed or not isinstance(mention.value, Quantity):
            return
        self.claimed.add(verb)
        first = self.doc.first_word(mention) or noun
        place = Place(noun.sentence, first.token, noun.token)
        of = Counted("people", "people")
        self.found.append(Count(mention.span, mention.value, noun, place, of, "killed", verb))

    def _next_to_told(self, noun: Word) -> bool:
        """ "Three died. … A fourth soldier has died": those before the last one are counted already."""
        before = nth(self.doc, noun) - 1
        return any(other.number == before and other.measure == "killed" for other in self.found)

    def _in_row(self, count: Count) -> Count:
        """ "Seven fighters and a nurse", "Ali Hassan and two cousins": one word tells the fate of all; they add up."""
        for other in self.found:
            row = {self.doc.parent(count.noun): count.noun, self.doc.parent(other.noun): other.noun}
            tied = any(head in row and self.doc.rel(row[head]) == "conj" for head in (count.noun, other.noun))
            if tied and not other.part and other.measure == count.measure and other.value.rule != RULE:
                at = max(0, count.place.first - bool(self.doc.kids(count.noun, "det")))
                end = max([count.noun, *self.doc.kids(count.noun, "flat")]).token
                return replace(count, event=other.event, place=replace(count.place, first=at, end=end))
        return count

    def _one_of(self, count: Count) -> Count:
        """ "45 people, among them ten women and an infant, were killed": the one listed with parts is a part, too."""
        before = [other for other in self.found if other.event == count.event and other.noun < count.noun]
        last = max(before, key=lambda other: other.noun, default=None)
        at = max(0, count.place.first - 1)
        known = replace(count, place=replace(count.place, first=at))  # its article
        if last is None or not self._listed_with(known, last):
            return count
        return replace(count, part=True, whole=last.whole)

    def _beside(self, noun: Word, verb: Word) -> bool:
        """ "The commander and several aides", "a farmer and his son": the number counts those beside the one."""
        for other in self.found:
            if other.event == verb and other.value.rule != RULE and other.place.sentence == noun.sentence:
                if other.place.first <= noun.token <= other.place.end and other.noun != noun:
                    continue  # "a farmer and his son": already counted as two
                tied = self.doc.parent(other.noun) == noun and self.doc.rel(other.noun) == "conj"
                tied = tied or (self.doc.rel(other.noun) == "conj" and noun in self.doc.path(other.noun)[:4])
                behind = self.doc.parent(noun) == other.noun and self.doc.rel(noun) == "conj"
                return tied or behind or along(self.doc, other.noun)
        return False

    def _unreported(self, mention: Mention, value: Quantity) -> Count | None:
        first = self.doc.first_word(mention)
        if first is None:
            return None
        place = Place(first.sentence, first.token, first.token)
        measure = unreported_measure(value.wording)
        return Count(mention.span, value, first, place, Counted("people", "people"), measure, None)

    def _count(self, mention: Mention, value: Quantity) -> Count | None:
        doc = self.doc
        noun, first = counted_noun(doc, mention), doc.first_word(mention)
        if noun is None or first is None:
            return None
        if noun in self._running and value.rule == "singular" and not self._next_to_told(noun):
            return None  # "a sixth victim died": six, not one
        place = Place(first.sentence, first.token, counted_end(doc, mention, noun))
        count = Count(mention.span, value, noun, place, who(doc, noun, mention), "other", None)
        if value.unit is not None or not people(doc, noun):
            return self._thing(count, mention)
        return self._listed(count, mention) or self._people(count, mention)

    def _thing(self, count: Count, mention: Mention) -> Count | None:
        if self._base(count):
            return None
        measure = thing_measure(self.doc, count.noun, count.value, count.of, mention)
        return replace(count, measure=measure) if measure is not None else None

    def _listed(self, count: Count, mention: Mention) -> Count | None:
        """ "A man, a woman and a child were killed": one count of three."""
        listed = person_list(self.doc, count.place, count.value)
        if listed is None:
            return None
        end, total = listed
        words = [Word(count.place.sentence, i) for i in range(count.place.first, end + 1)]
        span = self.doc.span(words)
        value = Quantity(total, total, total, "exact", span.quote, None, "list")
        whole = replace(
            count,
            span=span,
            value=value,
            place=replace(count.place, end=end),
            of=Counted(span.quote, "people"),
        )
        made = self._people(whole, mention)
        if made is not None and made.measure in FATES:
            self._done = span.end
            return made
        return None

    def _people(self, count: Count, mention: Mention) -> Count | None:
        if _speaks(self.doc, count.noun) or _ruled_out(self.doc, count.place):
            return None
        told, part = self._told(count)
        if told is None:
            return None if count.value.rule in ("singular", "list") else self._without_fate(count, mention)
        if self._base(count) and told.word not in self.doc.subtree(count.noun):
            return None
        if count.value.rule == "singular" and told.measure not in SINGULAR:
            return None
        if _idle(self.doc, count, told) and not self._another_fate(count, told):
            return None
        whole = self._whole(count, told) if part or told.apart else None
        measure = NEUTRALISED if _unsaid(self.doc, told) else told.measure
        if measure in FATES and of_several_fates(self.doc, told.word):
            measure = "other"  # "dozens were killed, wounded or captured": how many met which fate is not said
        of = self._of_whom(count, told)
        return replace(count, of=of, measure=measure, event=told.word, part=part or told.apart, whole=whole)

    def _of_whom(self, count: Count, told: Told) -> Counted:
        """ "The number of soldiers killed has risen to 58": soldiers, whom the number alone does not name."""
        whom = whom_it_counts(self.doc, told) if bare(self.doc, count.noun) else None
        return count.of if whom is None else Counted(self.doc.token(whom).text, kind_of(self.doc, whom))

    def _told(self, count: Count) -> tuple[Told | None, bool]:
        """The fate, and whether the number is a part of one told before."""
        hit = of_the_hit(self.doc, count.place)
        if hit is not None:
            later = self._by_syntax(count) if hit.measure == "wounded" else None
            died = later is not None and later.measure == "killed"
            return (later if died else hit), True  # "nine of the wounded succumbed to their injuries"
        part = is_part(self.doc, count.place, active=front_fate(self.doc, count.place) is not None)
        if not part and self._own_measure(count) != "killed" and released(self.doc, count.noun):
            return (self._after_own(count), False)  # "freed 106 hostages"
        own = self._after_own(count) or self._by_noun(count) or self._taken(count)
        if own is None and bare(self.doc, count.noun):
            own = toll_moved(self.doc, count.place)
        return (own, part) if own is not None else self._by_words_beside(count, part=part)

    def _by_syntax(self, count: Count) -> Told | None:
        return fate(self.doc, count.noun, own=False)

    def _own_measure(self, count: Count) -> str | None:
        return noun_measure(self.doc, measured(self.doc, count.noun))

    def _by_noun(self, count: Count) -> Told | None:
        """ "40 deaths", "20 wounded": the fate that the counted noun tells itself."""
        own, noun = self._own_measure(count), measured(self.doc, count.noun)
        return Told(with_hurt(self.doc, noun, own), noun) if own is not None else None

    def _after_own(self, count: Count) -> Told | None:
        """ "Five of the 33 wounded died", "executed 21 hostages", "200 detainees were injured": what came after."""
        own = self._own_measure(count)
        of_wounded = own == "wounded" and measured(self.doc, count.noun) != count.noun
        later = self._by_syntax(count) if of_wounded or own in STATES else None
        worse = later is not None and (later.measure == "killed" or (own in STATES and later.measure == "wounded"))
        return later if worse else None

    def _by_words_beside(self, count: Count, *, part: bool) -> tuple[Told | None, bool]:
        """The fate that the words beside the number tell, else that of the count in front, else that of the tree."""
        doc, last = self.doc, self._last(count)
        near = near_fate(doc, count.place, self.claimed, cross=not part)
        listed = near is not None and last is not None and self._listed_with(count, last)
        if near is not None and near.measure == "wounded" and not near.apart and self._of_others(count.place):
            died = self._by_syntax(count)
            if died is not None and died.measure == "killed":
                return died, part  # "two of the five soldiers hurt on Monday have died"
        if near is not None and last is not None and listed and self._of_next(count, near):
            return Told(last.measure, last.event or last.noun), True
        if near is not None:
            return near, part or (last is not None and near.measure == last.measure and listed)
        if part and last is not None and last.measure in FATES:
            return Told(last.measure, last.event or last.noun), True
        return self._of_the_tree(count, last, part=part)

    def _of_the_tree(self, count: Count, last: Count | None, *, part: bool) -> tuple[Told | None, bool]:
        """The fate that a verb or noun above the number gives, else that of the count with which it is listed."""
        told = fate(self.doc, count.noun) or self._chained(count) or bare_toll(self.doc, count.place)
        told = told or self._rival(count) or self._shared_out(count)
        chained = last is not None and last.part and joined(self.doc, count, last)
        if told is None and last is not None and chained:
            return Told(last.measure, last.event or last.noun), True
        return told, part or (chained and told is not None)

    def _base(self, count: Count) -> bool:
        """ "Six of ten hostages were killed", "60 of the 80": those of whom the others are some share no fate."""
        first = count.place.first
        tokens = self.doc.sentences[count.place.sentence].tokens
        ahead = first - 1 - (first > 1 and tokens[first - 1].text.lower() in ("the", "its", "their"))
        some = Word(count.place.sentence, ahead - 1)
        return ahead > 0 and tokens[ahead].text.lower() == "of" and bool(self.doc.covering(some, "quantity"))

    def _of_others(self, place: Place) -> bool:
        """ "Two of the five soldiers": some of a group told behind them."""
        behind = self.doc.sentences[place.sentence].tokens[place.first + 1 : place.first + 3]
        return [token.text.lower() for token in behind] == ["of", "the"]

    def _listed_with(self, count: Count, last: Count) -> bool:
        """ "Including 10 women and three children": parts in one list, which a comma before "and" may end."""
        if not last.part or not joined(self.doc, count, last):
            return False
        first = Word(count.place.sentence, last.place.end + 1)
        closed = self.doc.text(first) == "," and self.doc.text(Word(first.sentence, first.token + 1)) == "and"
        return not closed or last.noun in self.doc.path(count.noun)

    def _taken(self, count: Count) -> Told | None:
        """ "30 soldiers dead, 8 captured": a bare number right in front of what became of them."""
        behind = Word(count.place.sentence, count.place.end + 1)
        if not bare(self.doc, count.noun) or behind.token >= len(self.doc.words_of(behind.sentence)):
            return None
        measure = closed_classes().fate_of(self.doc.lemma(behind)) if self.doc.token(behind).xpos == "VBN" else None
        return Told(measure, behind) if measure in STATES else None

    def _of_next(self, count: Count, near: Told) -> bool:
        """ "Among them 22 herders and nine guards, and 47 were hurt": the fate behind the next number is the next's."""
        between = range(count.place.end + 1, near.word.token)
        here = [Word(count.place.sentence, at) for at in between]
        return any(self.doc.covering(word, "quantity") for word in here) and any(
            self.doc.text(word) == "," for word in here
        )

    def _another_fate(self, count: Count, told: Told) -> bool:
        """ "Six were wounded, one of whom died": one of those told, with a fate of its own."""
        last = self._last(count)
        other = last is None or last.measure != told.measure
        return told.measure in SINGULAR and other and not told.apart

    def _last(self, count: Count) -> Count | None:
        """The count of people before this one, in its sentence; for "12 of them" also in the sentence before."""
        for other in reversed(self.found):
            if other.measure in FATES and other.place.sentence in (count.place.sentence, count.place.sentence - 1):
                return other
        return None

    def _rival(self, count: Count) -> Told | None:
        """The number that a second voice gives for the toll told before: "al-Shabaab claimed 73"."""
        for other in reversed(self.found):
            if other.place.sentence < count.place.sentence - 1 or other.measure not in FATES:
                break
            if not other.part and other.number != count.number:
                told = bare(self.doc, count.noun) and counted_by(self.doc, count.noun) is not None
                return Told(other.measure, count.noun) if told and other.measure != "troops" else None
        return None

    def _chained(self, count: Count) -> Told | None:
        """ "killing 12 civilians and 3 soldiers": the fate of the number before, joined by "and"."""
        last = self.found[-1] if self.found else None
        if last is None or last.measure not in FATES or last.event is None or not joined(self.doc, count, last):
            return None
        return Told(last.measure, last.event)

    def _shared_out(self, count: Count) -> Told | None:
        """ "Killed eleven people: five in X and six in Y": the bare numbers behind a whole, by place."""
        number = self.doc.parent(count.noun) if self.doc.token(count.noun).upos == "PROPN" else count.noun
        last = self.found[-1] if self.found else None
        if last is None or last.measure not in SINGULAR or last.place.sentence != count.place.sentence:
            return None
        first, length = count.place.end + 1, len(self.doc.words_of(count.place.sentence))
        here = [self.doc.text(Word(count.place.sentence, at)) for at in range(first, min(first + 2, length))]
        named = any(
            self.doc.covering(Word(count.place.sentence, at), "place")
            for at in range(first + 1, min(first + NAMED, length))
        )
        bare_ = number is not None and bare(self.doc, count.noun) and here[:1] == ["in"]
        return Told(last.measure, last.event or last.noun) if bare_ and named else None

    def _whole(self, count: Count, told: Told) -> Word | None:
        """The noun of the number of which this one is a part: the nearest before it that is large enough."""
        for other in reversed(self.found):
            if other.place.sentence < count.place.sentence - REACH:
                return None
            fits = told.measure in (other.measure, "killed" if other.measure == "killed_and_wounded" else other.measure)
            if fits and not other.part and _holds(other, count):
                return other.noun
        return None

    def _without_fate(self, count: Count, mention: Mention) -> Count | None:
        last = self.doc.token(Word(count.place.sentence, count.place.end))
        alone = bare(self.doc, measured(self.doc, count.noun)) or last.end <= mention.span.end
        if alone and things_before(self.doc, count.noun) is None:
            return replace(count, faint=True) if seized_too(self.doc, count.noun) else None
        thing = self._thing(count, mention)
        few = thing is None and count.of.kind != "other" and few_people(self.doc, count.noun, count.value, mention)
        return replace(count, faint=True) if few else thing


def _unsaid(doc: Document, told: Told) -> bool:
    """ "Neutralised five": who says so need not mean that they were killed."""
    return told.measure in ("killed", NEUTRALISED) and doc.lemma(told.word) in figure_words().unsaid


def _speaks(doc: Document, noun: Word) -> bool:
    """Whether those counted tell it themselves: "two residents and a nurse said"."""
    top = next((step for step in doc.path(noun) if doc.rel(step) != "conj"), noun)
    head = doc.parent(top)
    says = head is not None and doc.token(head).upos == "VERB" and doc.lemma(head) in reporting().spoken
    return says and doc.token(top).rel == "nsubj"


def _ruled_out(doc: Document, place: Place) -> bool:
    """ "One guard, not two, was killed": the number that is not so."""
    ahead = [doc.text(word) for word in doc.words_of(place.sentence)[max(0, place.first - 2) : place.first]]
    return ahead in ([",", "not"], ["and", "not"], ["-", "not"], ["–", "not"])


def _holds(whole: Count, part: Count) -> bool:
    """Whether the larger number may hold the smaller one; unknown numbers may."""
    return whole.number is None or part.number is None or whole.number >= part.number or whole.value.high is None


def _idle(doc: Document, count: Count, told: Told) -> bool:
    """Numbers that only point: "one of those killed", "both", "one family"."""
    if count.value.bound == "vague" and of_the_hit(doc, count.place) is not None:
        return True
    one = count.value.low == count.value.high == 1 and count.value.rule == "exact"
    if one and (told.apart or of_the_hit(doc, count.place) is not None or measured(doc, count.noun) != count.noun):
        return doc.lemma(measured(doc, count.noun)) not in ("child", "son", "daughter", "brother", "member", "people")
    return one and doc.rel(count.noun) == "nmod" and doc.lemma(count.noun) == "family"
