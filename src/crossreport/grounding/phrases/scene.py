"""What is known of a page while its actors are grounded: names found, day, countries, and what was said before.

In: Page, Analysis, Register. Out: `Scene`, which chooses among the entries that a name may mean. It refuses to choose
an entry that a short or ambiguous alias names where neither its country nor another of its names is on the page.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from crossreport.grounding.phrases.find import Found, count_countries, find
from crossreport.grounding.phrases.names_parted import personal
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.analysis import Analysis
from crossreport.model.page import Page
from crossreport.words.actor_nouns import actor_nouns
from crossreport.words.actors import ActorEntry, Country
from crossreport.words.register import Ref, Register

_SHARE = 0.2  # of the focal country's weight from which a country counts as spoken of; set on fa_kes dev pages
_TIED = 3  # steps from a name to the tie that it hangs on: "linked to X and Y"
_APART = 3  # tokens from a group's name to what it is of a network: "Syria's", "the Syrian"
_LONG_NAME = 12  # tokens of a name up to its abbreviation
_TIES = frozenset({"link", "tie", "affiliate", "ally", "align", "connect"})
_MILITIAS = frozenset({"political_militia", "identity_militia"})
_AFFILIATE, _NETWORK = "al-qaeda-affiliate", "al-qaeda"


class Note(Struct, frozen=True):
    """A reason before it has its passage."""

    rule: str
    says: str


class Draft(Struct, frozen=True):
    """An actor mention in token terms: tokens `first` up to, not including, `last` of a sentence."""

    sentence: int
    first: int
    last: int
    head: int
    value: Actor | None
    notes: tuple[Note, ...]
    candidates: tuple[str, ...] = ()
    plural: bool = False
    noun: str = ""  # the class of the head noun; "name" for a name, "pronoun" for a pronoun, "we" for the first person


class Choice(Struct, frozen=True):
    """The entry a name means, what else it could mean, and why."""

    entry: ActorEntry
    candidates: tuple[str, ...]
    notes: tuple[Note, ...]


class Scene:
    """One page with its names."""

    def __init__(
        self,
        page: Page,
        analysis: Analysis,
        register: Register,
        focus: str | None,
        place_countries: Mapping[int, str] | None = None,
    ) -> None:
        self.page = page
        self.place_countries = place_countries or {}  # of the page's towns, by where their names begin
        self.register = register
        self.trees = [Tree(personal(sentence), at) for at, sentence in enumerate(analysis.sentences)]
        self.found = find(self.trees, register, page.dateline)
        titles = frozenset(t.index for t in self.trees if page.blocks[t.sentence.block].kind == "title")
        self.counts = count_countries(self.found, titles, register)
        self.given = focus
        self.focus = focus or self._most_spoken_of()
        self.covering = {(one.sentence, at): one for one in self.found for at in range(one.first, one.last)}
        self._confirmed = {ref.id for one in self.found for ref in one.refs if ref.kind in ("alias", "loaded")}
        self.drafts: list[Draft] = []

    def _most_spoken_of(self) -> str | None:
        return min(self.counts, key=lambda code: (-self.counts[code], code), default=None)

    @cached_property
    def only_rebels(self) -> Actor | None:
        """The one armed group against the state that the page names as fighting in its country."""
        named: dict[str, ActorEntry] = {}
        for one in self.found:
            choice = self.choose(one) if one.named and not self._only_a_link(one) else None
            if choice is not None and choice.entry.kind == "rebel_group":
                named[choice.entry.id] = choice.entry
        parents = {entry.parent for entry in named.values()}
        whole = [e for e in named.values() if e.parent not in named and not (e.id in parents and e.id == _NETWORK)]
        if len(whole) != 1 or whole[0].generic or not (whole[0].parent or whole[0].country in (self.focus, None)):
            return None
        return self.actor(whole[0])

    def _only_a_link(self, found: Found) -> bool:
        """ "Groups linked to X": X is told of as what others are tied to, not as who fights."""
        tree, step = self.trees[found.sentence], found.head
        for _ in range(_TIED):
            above = tree.tokens[step].head
            if above < 0 or tree.rel(step) not in ("obl", "nmod", "conj"):
                return False
            if tree.lemmas[above] in _TIES or tree.lows[above] in actor_nouns().ties:
                return tree.case(found.head) in ("to", "with")
            step = above
        return False

    @cached_property
    def militias(self) -> frozenset[str]:
        """Armed groups of no rebellion that the page names as of its country: fighters may as well be theirs."""
        chosen = [self.choose(one) for one in self.found if one.named]
        named = [choice.entry for choice in chosen if choice is not None and not choice.entry.generic]
        return frozenset(e.id for e in named if e.kind in _MILITIAS and e.country in (self.focus, None))

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """By the noun right behind their names, whose fighters the page calls so: "X militants", "terrorists of X"."""
        found: dict[str, set[str]] = {}
        for one in self.found:
            tree = self.trees[one.sentence]
            behind = one.last if one.last < len(tree.tokens) and tree.tokens[one.last].xpos == "NNS" else -1
            before = one.first - 2 if one.first > 1 and tree.lows[one.first - 1] == "of" else -1
            choice = self.choose(one) if one.named and max(behind, before) >= 0 else None
            if choice is not None and not choice.entry.generic and choice.entry.kind in _MILITIAS | {"rebel_group"}:
                for at in (behind, before):
                    if at >= 0 and tree.tokens[at].xpos == "NNS":
                        found.setdefault(tree.lemmas[at], set()).add(choice.entry.id)
        return {lemma: frozenset(ids) for lemma, ids in found.items()}

    def country(self, code: str | None) -> Country | None:
        """The row of a country code."""
        return None if code is None else self.register.tables.countries.get(code)

    @property
    def guessed(self) -> bool:
        """Whether only places' names speak for the page's country, a land at peace: any land may have such a place."""
        focal = self.country(self.focus)
        return focal is not None and not focal.fought_over and not self.counts[focal.code]

    def spoken_of(self, code: str | None) -> bool:
        """Whether the page says enough about a country for an ambiguous name to be read as one of its actors."""
        if code is None:
            return False
        top = self.counts[self.focus] if self.focus is not None else 0
        return code == self.focus or self.counts[code] >= max(1, _SHARE * top)

    def actor(self, entry: ActorEntry, affiliation: str | None = None, written: str = "") -> Actor:
        """The entry under its name of the page's day; the page's own dated name if the day is not known."""
        early, late = self.page.published.earliest, self.page.published.latest
        if early is not None and late is not None and entry.name_on(early) == entry.name_on(late):
            return entry.actor(late, affiliation)
        told = next((dated for dated in entry.names if dated.name.lower() in written.lower() and written), None)
        day = None if told is None else (told.start or told.end)
        return entry.actor(None if day is None else day.isoformat(), affiliation)

    def by_id(self, identity: str) -> Actor | None:
        """The register's actor of an id."""
        entry = self.register.actors.get(identity)
        return None if entry is None else self.actor(entry)

    def confirms(self, identity: str) -> bool:
        """Whether the page gives an actor one of its own names."""
        return identity in self._confirmed

    def choose(self, found: Found) -> Choice | None:
        """Which actor a name means here; None if nothing on the page speaks for any of its readings."""
        usable: dict[str, Ref] = {}
        for ref in found.refs:
            if ref.id in self.register.actors and self._usable(ref):
                usable.setdefault(ref.id, ref)
        entries = [self.register.actors[one] for one in usable]
        if not entries:
            return self._affiliate(found)
        entries.sort(key=lambda entry: (not self.spoken_of(entry.country), entry.country != self.focus, entry.order))
        says = f"register: {usable[entries[0].id].alias!r} names {entries[0].name} ({entries[0].source})"
        rule = "register" if len(entries) == 1 else "register_ambiguous"
        return Choice(entries[0], tuple(e.id for e in entries[1:]), (Note(rule, says),))

    def _usable(self, ref: Ref) -> bool:
        entry = self.register.actors[ref.id]
        if ref.kind == "near":
            return bool({ref.id, entry.parent} & self._confirmed) or self.spoken_of(entry.country)
        if ref.kind == "description" and entry.described is not None:
            published = self.page.published
            here = entry.country is None or self.spoken_of(entry.country)
            return here and entry.described.covers(published.earliest, published.latest)
        if ref.kind == "description":  # without a period it holds where the page gives the name, too
            return ref.id in self._confirmed
        return ref.kind in ("alias", "loaded")

    def _affiliate(self, found: Found) -> Choice | None:
        """A description that no single actor fitted at the page's time stays unspecified."""
        entry = self.register.actors.get(_AFFILIATE)
        described = [r for r in found.refs if r.kind == "description" and self.register.actors[r.id].parent == _NETWORK]
        if entry is None or not described:
            return None
        says = "the page's time does not determine which affiliate is meant"
        return Choice(entry, tuple(sorted({ref.id for ref in described})), (Note("described_out_of_time", says),))

    def abbreviated(self, found: Found) -> Choice | None:
        """ "The al-Qaeda-linked Group for the Support of X (ABC)": whom the brackets behind a description name."""
        tree = self.trees[found.sentence]
        for at in range(found.last, min(found.last + _LONG_NAME, len(tree.tokens) - 1)):
            if tree.tokens[at].upos in ("VERB", "AUX"):
                return None
            name = self.covering.get((tree.index, at + 1))
            if tree.tokens[at].text == "(" and name is not None and name.kind == "alias":
                return self.choose(name)
        return None

    def before_it(self, found: Found) -> Choice | None:
        """ "The Nusra Front Syria's al-Qaeda affiliate": the part of the network that is named right before it."""
        tree = self.trees[found.sentence]
        for at in range(found.first - 1, max(-1, found.first - _APART - 1), -1):
            name = self.covering.get((tree.index, at))
            choice = self.choose(name) if name is not None and name.kind == "alias" else None
            if choice is not None and choice.entry.parent == _NETWORK:
                return choice
            if tree.tokens[at].upos not in ("PROPN", "PART", "ADJ"):
                return None
        return None

    def narrowed(self, found: Found) -> Choice | None:
        """Which part of a network a description of one means, where words beside it or before it say so."""
        return self.abbreviated(found) or self.before_it(found) or self.affiliate_named(found)

    def affiliate_named(self, found: Found) -> Choice | None:
        """ "The al-Qaeda-linked militants": the one affiliate that the page gives a name, before."""
        tree = self.trees[found.sentence]
        if not tree.definite(tree.left(found.first), found.first + 1):
            return None
        fit: dict[str, Choice] = {}
        for one in self.found:
            choice = self.choose(one) if one.kind == "alias" and one.sentence <= found.sentence else None
            if choice is not None and choice.entry.parent == _NETWORK:
                fit.setdefault(choice.entry.id, choice)
        return next(iter(fit.values())) if len(fit) == 1 else None

    def text(self, sentence: int, first: int, last: int) -> str:
        """The page's words of a token range."""
        tokens = self.trees[sentence].tokens
        return self.page.text[tokens[first].start : tokens[last - 1].end]

    def before(self, sentence: int, head: int, back: int) -> Sequence[Draft]:
        """Earlier drafts, the nearest first, at most `back` sentences away; nobody says "it" of a "we"."""
        here = [
            draft
            for draft in self.drafts
            if (draft.sentence, draft.head) < (sentence, head) and sentence - draft.sentence <= back
            if draft.noun != "we"
        ]
        return sorted(here, key=lambda draft: (-draft.sentence, -draft.head, draft.first))
