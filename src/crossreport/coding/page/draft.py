"""An event report in the making: what one trigger tells, before the page's triggers are joined."""

from dataclasses import dataclass, field

from crossreport.coding.page.document import Word
from crossreport.coding.page.gaps import Gap
from crossreport.model import Attribution, Measure, Mention, Place, Reason, Role, Span, Status, When
from crossreport.words.events import Scheme


@dataclass(frozen=True)
class Taking:
    """An actor mention in a role, with the head of the noun phrase that takes it."""

    role: Role
    mention: Mention
    noun: Word


@dataclass
class Draft:
    """Everything one trigger says. `told` marks the sentences that tell it; `weak` a trigger that needs company."""

    word: Word
    type: str
    scheme: Scheme
    span: Span
    takings: list[Taking] = field(default_factory=list)
    places: list[tuple[Place, Word]] = field(default_factory=list)
    place_inherited: bool = False
    places_again: list[tuple[Place, Word]] = field(default_factory=list)  # "the town": where it was if nothing is named
    near_only: bool = False  # these only say near what an unnamed place lies: "a town northeast of X"
    when: When | None = None
    when_inherited: bool = False
    status: Status = "happened"
    chain: tuple[Attribution, ...] = ()
    reasons: list[Reason] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    beside: list[Word] = field(default_factory=list)  # of these the deaths that bring what is told behind no nearer
    figures: list[str] = field(default_factory=list)
    weak: bool = False
    faced: bool = False  # told by what is done against it: "police dispersed a march"
    anaphoric: bool = False
    retold: bool = False  # done to people or things that the sentences right before it told of: "the depot"
    by_the_deed: bool = False  # "the bombardment struck X": a deed named again does it
    goes_on: bool = False  # how it began, or done by "the raiders", whom only a deed told before makes that
    named_again: bool = False  # "the attack", and nothing that says which
    on_attackers: bool = False  # done to those whom only a deed told before makes what they are: "the attackers"
    numbers: set[tuple[Measure, float]] = field(default_factory=set)  # how many became what, as its sentence counts
    victims: set[str] = field(default_factory=set)  # nouns for whom it hits: "official", "driver"
    hits_new: bool = False  # and none of these nouns is known: "three traders", not "the traders"
    things: set[str] = field(default_factory=set)  # kinds of thing that its sentence names: a market, a convoy
    fresh: str | None = None  # news in the lead of a dated page: the first day on which it may have happened
    apart: bool = False  # told as another happening: "in a separate incident"
    set_down: bool = False  # "the attack took place on Tuesday in X": the day and place of a deed told before
    voiced: bool = False  # a statement with a subject of its own, known to the register or not
    open_means: bool = False  # "struck", "targeted": any means would fit
    toll_only: bool = False
    fates_only: bool = False  # tells only what became of people, by whom it does not say: "two guards were shot dead"
    of_those_told: bool = False  # done to those of whom the page has told: "they had been shot"
    recovered: bool = (
        False  # dead who are brought out or buried, at no place of their own: "medics recovered nine bodies"
    )
    munitions: set[str] = field(default_factory=set)  # what falls, is fired or dropped: "shell", "bomb"
    nth: bool = False  # one of the dead by number: "an eighth body was found": of a deed told before
    by_hand: bool = False  # in a way in which no bomb or shell kills: "shot", "stabbed"
    boasted: bool = False  # told in words that are only used of fighters: "liquidated", "sent to hell"
    lead: bool = False
    brief: bool = False  # told in a line that sums up what the page goes on to tell
    block: int = 0  # its paragraph
    item: int | None = None  # of a roundup
    part: int = 0  # of a page of posts, statements or countries
    aside: bool = False  # told in a relative clause
    reduced: bool = False  # … or by a participle in its place
    of_the_place: bool = False  # … that tells of a place: "hit the town, where rebels killed a pilot"
    around: bool = False  # only says when another thing happened: "after a clash that morning"
    gaps: dict[Word, Gap] = field(default_factory=dict)  # its words that a counted time sets apart in their sentence
    share_of: Word | None = None  # the total, by its noun, of which it tells a share: "six of them died in X"
    totals: Word | None = None  # the total that it tells, whose shares the page gives to other happenings
    shares: set[Word] = field(default_factory=set)  # nouns of the numbers that are its share
    summed: set[Word] = field(default_factory=set)  # … and of those that are the total, nobody's own toll
    core: bool = False

    @property
    def gap(self) -> Gap | None:
        """The counted time that sets its first telling apart from the rest of the sentence."""
        return self.gaps.get(self.word)

    def ids(self, *roles: Role) -> set[str]:
        """Actor ids in these roles, in any if none is given."""
        found = [t for t in self.takings if not roles or t.role in roles]
        return {t.mention.value.id for t in found if hasattr(t.mention.value, "id")}  # type: ignore[union-attr]
