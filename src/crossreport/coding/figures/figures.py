"""The page's figures: each number with its measure, whom it counts, its bounds, its event and its voices."""

import msgspec

from crossreport.coding.completing.taken_places import names_place
from crossreport.coding.counts.counted import is_thing
from crossreport.coding.counts.counting import CHAIN, FATES, NAMED, Count, counts, joined
from crossreport.coding.counts.fates import single_measure
from crossreport.coding.counts.running import RULE as RUNNING
from crossreport.coding.counts.several_fates import of_several_fates
from crossreport.coding.counts.singles import NEXT, RULE, one_more, which
from crossreport.coding.counts.sums import with_sums
from crossreport.coding.counts.tallies import MANY, cumulative, land_of, since
from crossreport.coding.drafting.confidence import confidence_in_figure
from crossreport.coding.drafting.deaths import BLOODLESS
from crossreport.coding.figures.also_hit import with_others_hit
from crossreport.coding.figures.counts_apart import counted_apart
from crossreport.coding.figures.openers import named_in_front, told_in
from crossreport.coding.figures.repeats import once
from crossreport.coding.figures.revised import with_revisions
from crossreport.coding.joining.claiming import done_by
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import apart_in_place, apart_in_time
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.gaps import gap_of, same_side
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.settings.places import places_of
from crossreport.coding.settings.shared import block_of
from crossreport.coding.settings.times import time_of
from crossreport.coding.status.negation import unseen
from crossreport.coding.status.status import status_of
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Figure, Measure, Place, Quantity, Scope, When, content_id
from crossreport.model.measures import CAPTIVES, LOSSES
from crossreport.words.classes.course import course

_MOVED = frozenset({"civilians", "people", "children", "women", "families"})
_PEOPLE = _MOVED | {"combatants"}
CLAIM = "statement_confession_claim"
FAR = 9  # heads over which a noun still belongs to a happening
NEAR = 2  # sentences in which a toll without a word of its own finds its happening
# How closely the numbers of a breakdown add up to their whole ("1,100 and 462 and 32" of "1,600").
SUM_FROM, SUM_TO = 0.85, 1.02


def figures_of(doc: Document, voices: Voices, drafts: list[Draft]) -> list[tuple[Figure, Draft | None]]:
    """Figures, the body's before a headline's, each with the draft that it belongs to (None: it stands alone)."""
    found = _broken_down(doc, voices, counts(doc), drafts)
    shared = {noun for draft in drafts for noun in draft.shares}
    found = [
        msgspec.structs.replace(count, part=False, whole=None) if count.noun in shared else count for count in found
    ]
    found = with_revisions(doc, with_others_hit(doc, with_sums(doc, found, drafts), drafts))
    tallies = [
        tally and not _of_flight(count, drafts) for tally, count in zip(_tallies(doc, found), found, strict=True)
    ]
    ids = {count.noun: _id(doc, count) for count in found}
    made: list[tuple[Figure, Draft | None]] = []
    kept: list[Count] = []
    owners: dict[Word, Draft | None] = {}
    for index, count in enumerate(found):
        draft = (
            None
            if tallies[index]
            else (
                _of_whole(count, owners)
                or _of_those_before(doc, count, found[:index], owners)
                or _owner(doc, count, drafts)
            )
        )
        owners.setdefault(count.noun, draft)
        if draft is not None and count.measure in LOSSES and draft.type in BLOODLESS:
            draft = draft if _of_finding(doc, count, draft) else None  # nobody dies of an agreement
        if count.measure in LOSSES and count.of.kind == "other" and is_thing(doc, count.noun):
            count = msgspec.structs.replace(count, measure="other")  # "eight were killed and 120 huts were burned"
        if draft is not None and count.measure == "other":
            count = msgspec.structs.replace(count, measure=_by_deed(doc, count, draft))
        whole = _of_these(doc, count, draft, kept, owners)
        if whole is not None:
            count = msgspec.structs.replace(count, part=True, whole=whole)
        if count.faint and count.measure not in CAPTIVES:
            continue
        kept.append(count)
        figure = _figure(doc, voices, count, draft, index, found, tally=tallies[index])
        figure = _of_all_shares(figure, count, drafts)
        part_of = ids.get(count.whole) if count.whole is not None and count.whole != count.noun else None
        made.append((msgspec.structs.replace(figure, part_of=part_of), draft))
    return once(
        doc, [pair for pair, count in zip(made, kept, strict=True) if not _counted_with(count, pair, made, kept)]
    )


def _of_all_shares(figure: Figure, count: Count, drafts: list[Draft]) -> Figure:
    """The figure; a total is of no one share's place: "killed eleven: five in X and six in Y"."""
    named = {place.name for draft in drafts if count.noun in draft.summed for place, _ in draft.places}
    if figure.scope.place not in named:
        return figure
    return msgspec.structs.replace(figure, scope=Scope(None, figure.scope.when))


def _of_these(
    doc: Document, count: Count, draft: Draft | None, before: list[Count], owners: dict[Word, Draft | None]
) -> Word | None:
    """ "Five civilians were killed. A girl died in the ambulance": one of the five, unless she is said to be one more.

    Without that, one death told by itself would stand as a rival to the toll of its happening.
    """
    if draft is None or count.part or count.value.rule not in ("singular", RULE) or count.measure not in LOSSES:
        return None
    words = {doc.text(word) for word in doc.words_of(count.noun.sentence)}
    if which(doc, count.noun) or words & course().more:
        return None
    for other in reversed(before):
        here = 0 < count.noun.sentence - other.noun.sentence <= NEAR and owners.get(other.noun) is draft
        alike = other.of.kind == count.of.kind or {other.of.kind, count.of.kind} <= _MOVED
        if here and alike and other.measure == count.measure and not other.part and (other.number or 0) > 1:
            return other.noun
    return None


def _of_finding(doc: Document, count: Count, draft: Draft) -> bool:
    """ "The bodies of four men were found": the dead of a finding are those that were found."""
    found = draft.type == "bodies_found" and count.measure == "killed"
    return found and bool(set(doc.path(count.noun)) & set(draft.words))


def _by_deed(doc: Document, count: Count, draft: Draft) -> Measure:
    """The measure that the happening gives people of whom no other fate is told: seized, arrested, moved, deployed."""
    kind = count.of.kind
    if count.event is not None and of_several_fates(doc, count.event):
        return count.measure  # "12 were arrested or killed"
    if draft.type == "displacement_evacuation" and kind in _MOVED:
        return "displaced"
    top = next((step for step in doc.path(count.noun) if doc.rel(step) != "conj"), count.noun)
    hit = (
        doc.rel(top) == "obj"
        or doc.token(top).rel == "nsubj:pass"
        or (doc.rel(top) == "obl" and "with" in doc.cases(top))
    )
    hit = hit and doc.parent(top) in draft.words
    if not hit or kind not in _PEOPLE:
        return count.measure
    if draft.type == "deployment":
        return "troops"
    return "abducted" if draft.type == "abduction" else "detained" if draft.type == "arrest" else count.measure


def _of_whole(count: Count, owners: dict[Word, Draft | None]) -> Draft | None:
    """The happening of the number of which this one is a part told later: "Six of the dead were children"."""
    whole = count.whole
    return owners.get(whole) if whole is not None and whole.sentence != count.noun.sentence else None


def _of_those_before(
    doc: Document, count: Count, before: list[Count], owners: dict[Word, Draft | None]
) -> Draft | None:
    """ "Three were killed in X. … A fourth soldier has died": of the happening that had killed three."""
    if not one_more(doc, count.noun):
        return None
    told = [other for other in before if other.measure == count.measure and other.number == which(doc, count.noun) - 1]
    return owners.get(told[-1].noun) if told else None


def _counted_with(
    count: Count, pair: tuple[Figure, Draft | None], made: list[tuple[Figure, Draft | None]], found: list[Count]
) -> bool:
    """Whether one person without a number is among those whom a number of the same happening counts."""
    if count.value.rule != RULE or count.of.text in (*NEXT, "another"):
        return False  # "three died and a fourth succumbed": one more
    return any(
        other.value.rule != RULE and figure.measure == pair[0].measure and (draft is pair[1] or pair[1] is None)
        for other, (figure, draft) in zip(found, made, strict=True)
    )


def _id(doc: Document, count: Count) -> str:
    return content_id("figure", doc.page.id, count.span, count.measure, count.of.text)


def _tallies(doc: Document, found: list[Count]) -> list[bool]:
    """Which counts are tallies; a part is one if its whole is, and so is what shares a tally's sentence and war."""
    made: list[bool] = []
    for index, count in enumerate(found):
        own = cumulative(doc, count, count.event or count.noun)
        whole = next((i for i in range(index) if found[i].noun == count.whole), None)
        shared = index > 0 and made[index - 1] and _goes_on(doc, found[index - 1], count)
        made.append(own or (whole is not None and made[whole]) or shared)
    return made


def _of_flight(count: Count, drafts: list[Draft]) -> bool:
    """ "4,000 have fled X since Friday": the flight of those days itself."""
    if count.measure != "displaced":
        return False
    told = [draft for draft in drafts if count.event in draft.words and draft.type == "displacement_evacuation"]
    return bool(told) and told[0].when is not None and told[0].when.earliest is not None


def _goes_on(doc: Document, before: Count, count: Count) -> bool:
    """Whether the number stands in the sentence of a tally, behind it, without a happening of its own."""
    return (
        before.place.sentence == count.place.sentence
        and before.measure in FATES
        and count.measure in FATES
        and count.measure != "troops"
        and not any(doc.headed(w, "time") for w in doc.subtree(count.event or count.noun))
    )


def _broken_down(doc: Document, voices: Voices, found: list[Count], drafts: list[Draft]) -> list[Count]:
    """Numbers that add up to the one told before them are its parts, if no rival voice gives them."""
    made = list(found)
    for index, whole in enumerate(found):
        group = []
        for later in range(index + 1, len(found)):
            part = found[later]
            if part.place.sentence > whole.place.sentence + NEAR or part.measure != whole.measure:
                break
            if part.part or not 0 < (part.number or 0) < (whole.number or 0) or _beside(doc, part, whole):
                break
            if one_more(doc, part.noun) or _another_deed(doc, part, whole) or _elsewhere(part, whole, drafts):
                break
            if _rivals(voices, part, whole):
                break
            group.append(later)
        total = sum(found[i].number or 0 for i in group)
        if len(group) > 1 and whole.number and SUM_FROM <= total / whole.number <= SUM_TO and not whole.part:
            nouns = {found[i].noun for i in group}
            made = [
                msgspec.structs.replace(count, part=True, whole=whole.noun)
                if i in group or (i > index and count.whole in nouns)
                else count
                for i, count in enumerate(made)
            ]
    return made


def _beside(doc: Document, part: Count, whole: Count) -> bool:
    """ "Six soldiers and two civilians were killed": the two are beside the six, and none of them.

    In "Four people, two nurses, a driver and a boy, were killed" they are.
    """
    if any(doc.rel(kid) == "appos" and whole.noun < kid <= part.noun for kid in doc.kids(whole.noun)):
        return False
    return joined(doc, part, whole) and part.event is not None and part.event == whole.event


def _rivals(voices: Voices, part: Count, whole: Count) -> bool:
    """Whether two voices are named for them: what one side counts never breaks down what another counts."""
    one, other = (voices.chain(count.event or count.noun) for count in (part, whole))
    return bool(one and other) and one[-1].speaker.casefold() != other[-1].speaker.casefold()


def _elsewhere(part: Count, whole: Count, drafts: list[Draft]) -> bool:
    """Whether two happenings tell the numbers, in places of which neither holds the other."""
    told = [next((draft for draft in drafts if count.event in draft.words), None) for count in (part, whole)]
    one, other = told
    if one is None or other is None or one is other or one.place_inherited or other.place_inherited:
        return False
    return apart_in_place(one, other)


def _another_deed(doc: Document, part: Count, whole: Count) -> bool:
    """ "Killing 30 assailants and losing four soldiers": whom another verb hits are none of them."""
    if part.event is None or whole.event is None or part.event == whole.event:
        return False
    hit = (part.event, part.noun), (whole.event, whole.noun)
    return all(is_verb(doc, verb) and doc.parent(noun) == verb and doc.rel(noun) == "obj" for verb, noun in hit)


def _carried(doc: Document, count: Count, index: int, found: list[Count]) -> Quantity:
    """ "At least 12 civilians and 20 fighters": the bound holds for both."""
    value = count.value
    before = found[index - 1] if index else None
    if value.bound != "exact" or before is None or before.event is None or before.event != count.event:
        return value
    between = range(before.place.end + 1, count.place.first)
    joined = [doc.text(Word(count.place.sentence, i)) for i in between]
    same = before.place.sentence == count.place.sentence and "and" in joined and set(joined) <= CHAIN
    if same and before.value.bound in ("at_least", "more_than"):
        return msgspec.structs.replace(value, high=None, bound=before.value.bound)
    return value


def _figure(
    doc: Document, voices: Voices, count: Count, draft: Draft | None, index: int, found: list[Count], *, tally: bool
) -> Figure:
    value = _rounded(_carried(doc, count, index, found))
    told = count.event or count.noun
    number = Word(count.place.sentence, count.place.first)  # "a toll that residents put at 70": theirs alone
    status, _, negated = status_of(doc, told)
    if draft is not None and _result(doc, told, draft):
        status = "happened"
    elif negated and draft is None and count.event is not None and status == "happened":
        status = "denied"  # "none of the 20 passengers was killed"
    elif draft is None and unseen(doc, told):
        status = "denied"  # "none of the villagers saw a dead soldier"
    return Figure(
        id=_id(doc, count),
        page=doc.page.id,
        event_report=None,
        measure=count.measure,
        of=count.of,
        low=value.low,
        best=value.best,
        high=value.high,
        wording=value.wording,
        bound=value.bound,
        scope=_scope(doc, count, draft, tally=tally),
        cumulative=tally,
        part_of=None,
        attribution=voices.chain(told) or voices.in_sentence(number) or (draft.chain if draft is not None else ()),
        status=status if status in ("planned", "denied", "alleged", "threatened", "hypothetical") else "happened",
        span=count.span,
        confidence=confidence_in_figure(count.measure, owned=draft is not None),
    )


def _result(doc: Document, told: Word, draft: Draft) -> bool:
    """ "Struck men trying to flee, killing many": what follows a comma is what the deed did."""
    if draft.status != "happened" or doc.token(told).xpos != "VBG":
        return False
    heads = (told, *(doc.path(told)[1:2] if doc.rel(told) == "conj" else ()))
    return any(doc.before(word, 1) == "," for word in heads)


def _rounded(value: Quantity) -> Quantity:
    """ "A quarter of a million" is a round number: about 250,000."""
    words = value.wording.lower()
    round_ = value.bound == "exact" and ("half a " in words or "quarter of a " in words or "quarters of a " in words)
    return msgspec.structs.replace(value, low=None, high=None, bound="about") if round_ else value


def _own_place(doc: Document, count: Count) -> Place | None:
    """ "Five in X and six in Y": the place behind a part's number."""
    behind = range(count.place.end + 1, min(count.place.end + 1 + NAMED, len(doc.words_of(count.place.sentence))))
    if not behind or doc.text(Word(count.place.sentence, behind[0])) not in ("in", "at", "near"):
        return None
    for index in behind:
        for mention in doc.covering(Word(count.place.sentence, index), "place"):
            if isinstance(mention.value, Place):
                return mention.value
    return None


def _scope(doc: Document, count: Count, draft: Draft | None, *, tally: bool) -> Scope:
    told = count.event or count.noun
    when = time_of(doc, told)
    if tally:
        return Scope(_tally_place(doc, told), since(doc, when))
    own = _own_place(doc, count) if count.part else None
    if own is not None:
        return Scope(own.name, when.edtf if when else draft.when.edtf if draft is not None and draft.when else None)
    if draft is not None and count.noun in draft.shares:
        places = draft.places
    else:
        places = places_of(doc, told) or (draft.places if draft is not None else [])
    time = when or (draft.when if draft is not None else None)
    return Scope(places[0][0].name if places else None, time.edtf if time else None)


def _tally_place(doc: Document, told: Word) -> str | None:
    """Where a tally counts: a place in its own clause, else its land."""
    own = set(doc.clause(told))
    tied = [place.name for place, at in places_of(doc, told) if at in own]
    return tied[0] if tied else land_of(doc, told)


def _owner(doc: Document, count: Count, drafts: list[Draft]) -> Draft | None:
    """The happening that the number belongs to: the one told by its own word, else one in its clause."""
    if any(count.noun in draft.summed for draft in drafts):
        return None  # a total: its shares have their own happenings
    shared = next((draft for draft in drafts if count.noun in draft.shares), None)
    if shared is not None:
        return shared
    for word in (count.event, count.noun):
        for draft in drafts:
            if word is not None and word in draft.words:
                return draft
    told = count.event or count.noun
    path = doc.path(told)
    if count.event is None:  # the nearest: "killed a chief and carried off 17 others"
        found = next((draft for step in path for draft in drafts if step in draft.words), None)
        if found is not None:
            return found
    for draft in drafts:
        if any(word in path and same_side(doc, word, told) for word in draft.words):
            return draft
    return _nearest(doc, count, drafts) or _told_behind(doc, told, drafts) if count.measure in LOSSES else None


def _told_behind(doc: Document, told: Word, drafts: list[Draft]) -> Draft | None:
    """ "Five died of their wounds. They were hurt when a drone hit …": the next sentence says how they came to it."""
    if told.sentence + 1 >= len(doc.sentences):
        return None
    for verb in doc.words_of(told.sentence + 1):
        hurt = single_measure(doc, verb) == "wounded"
        if hurt and any(doc.text(noun) in ("they", "he", "she", "all") for noun in doc.kids(verb, "nsubj:pass")):
            here = [draft for draft in drafts if draft.type in FORCE and draft.word.sentence == verb.sentence]
            return min(here, key=lambda draft: draft.word, default=None)
    return None


def _meanwhile(doc: Document, at: Word) -> set[Word]:
    """ "Lost 17 men when rebels ambushed its convoy": the clause tells of which happening."""
    found: set[Word] = set()
    for word in doc.subtree(at):
        marks = {doc.text(kid) for kid in doc.kids(word, "mark", "advmod")}
        if doc.rel(word) == "advcl" and marks & {"when", "as", "while"}:
            found |= set(doc.clause(word))
    return found


def _taken_up(doc: Document, at: Word, word: Word) -> int:
    """How closely the toll takes up what the happening hit: "an attack on a convoy … two died in the convoy"."""
    named = {doc.lemma(w) for w in doc.subtree(at) if any(doc.text(kid) == "the" for kid in doc.kids(w, "det"))}
    steps = [doc.path(w).index(word) for w in doc.subtree(word) if w != word and doc.lemma(w) in named]
    return max(0, FAR - min(steps, default=FAR))


def _nearest(doc: Document, count: Count, drafts: list[Draft]) -> Draft | None:
    """The violent happening told next to a toll: in its sentence, but in no clause under it, else in one before."""
    at = count.event or count.noun
    dated = is_verb(doc, at) and count.value.rule != RUNNING
    when = time_of(doc, at) if dated else None  # "on Monday the toll rose to six": nobody died on Monday
    names = named_in_front(doc, at)
    near = _told_near(doc, count, drafts, names, when)
    if names and not near:
        told = [draft for draft in drafts if draft.type in FORCE and told_in(doc, names, draft.word.sentence)]
        return max((draft for draft in told if draft.word < at), key=lambda draft: draft.word, default=None)
    claims = [draft for draft in drafts if draft.type == CLAIM and draft.word.sentence == at.sentence]
    here = [draft for draft in drafts if draft.part == doc.part(at)]
    claimed = next((done_by(draft.ids("agent"), at.sentence, here) for draft in claims), None)
    if claimed is not None and not doc.item(at) and when is None:
        return claimed
    best = min(near, key=lambda entry: entry[:3])[2:] if near else None
    return None if best is None else _turned_to(doc, best[0], at, drafts) or best[1]


def _told_near(
    doc: Document, count: Count, drafts: list[Draft], names: frozenset[str], when: When | None
) -> list[tuple[int, int, Word, Draft]]:
    """The violent happenings that the toll may be of: how many sentences and words away, their words, themselves."""
    at = count.event or count.noun
    beside = {word for kid in doc.kids(at, "conj") for word in doc.clause(kid)}  # "lost three and killed 25 in clashes"
    under = set(doc.subtree(at)) - set(doc.clause(at)) - _meanwhile(doc, at) - beside
    found = []
    for draft in drafts:
        if draft.type not in FORCE or apart_in_time(when, draft.when):
            continue
        for word in draft.words:
            back = at.sentence - word.sentence
            fits = word not in under and 0 <= back <= NEAR and not counted_apart(doc, at, word, draft)
            if fits and _in_reach(doc, count, word) and (not names or told_in(doc, names, word.sentence)):
                found.append((back, -_taken_up(doc, at, word) if back else abs(at.token - word.token), word, draft))
    return found


def _in_reach(doc: Document, count: Count, word: Word) -> bool:
    """Whether nothing of the page's order parts a toll from a word: no counted time, item, part or paragraph."""
    at = count.event or count.noun
    beside = same_side(doc, word, at) if word.sentence == at.sentence else gap_of(doc, at) is None
    one_item = (doc.item(at), doc.part(at)) == (doc.item(word), doc.part(word))
    far = (count.number or 0) >= MANY or names_place(doc, at)
    return beside and one_item and (not far or block_of(doc, at) == block_of(doc, word))


def _turned_to(doc: Document, told: Word, at: Word, drafts: list[Draft]) -> Draft | None:
    """ "Ten died in X. Two days later Y was looted. Nobody was hurt there": the page has gone on to another place."""
    for draft in drafts:
        between = told.sentence < draft.word.sentence < at.sentence and draft.type in _COSTLY
        if between and draft.places and not draft.place_inherited and block_of(doc, draft.word) == block_of(doc, at):
            return draft
    return None


_COSTLY = frozenset({"looting_destruction", "weapons_seized_or_destroyed", "riot", "protest", "accident"})
