"""Who says so: an attribution chain as words, outermost voice first, hedges kept."""

from collections.abc import Sequence
from functools import cache

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.grammar import MANY, head_word, indefinite
from crossreport.brief.phrasebook import enemies, phrasebook
from crossreport.gazetteer.focus import demonyms
from crossreport.model import Attribution
from crossreport.privacy import Privacy, is_body
from crossreport.words.function_words import PLACING
from crossreport.words.spoken import DETERMINERS

OURS = frozenset({"our", "my"})
COUNTS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "both"})
BODIES = frozenset({"groups", "militias", "factions", "rebels", "insurgents", "fighters"})
UNCOUNTED = frozenset({"television", "tv", "radio", "media", "news", "press"})  # voices that take no "a"
GUARDED = frozenset({"witness", "medic", "anonymous"})
PLACES = PLACING | {"for", "inside", "outside", "around"}


class Voice:
    """Prints voices of one catalogue, names of private persons withheld."""

    def __init__(self, catalogue: Catalogue, privacy: Privacy) -> None:
        self.catalogue, self.privacy = catalogue, privacy

    def speaker(self, voice: Attribution) -> str:
        """One voice as it stands in a sentence; a private person's name becomes what they are."""
        words = voice.speaker.split()
        text = " ".join(words)
        kind = phrasebook().private_voices[voice.kind]
        if voice.actor_id in self.privacy.persons or self.privacy.hides(text):
            return kind
        if voice.kind == "anonymous" and text.lower() == "the source":
            return kind  # which source, it cannot say
        guarded = voice.kind in GUARDED and voice.actor_id is None and words
        if guarded and not is_description(words) and not is_body(text):
            return kind
        return with_determiner(_lowered(turned(neutral(words))))

    def citing(self, page: str, chain: Sequence[Attribution]) -> str:
        """`Levant Dispatch reports, citing the Syria Civil Defence`, or the outlet alone where it speaks for itself."""
        outlet = self.catalogue.outlet(page)
        inner = self.inner(page, chain)
        return f"{outlet} reports, {inner}" if inner else f"{outlet} reports"

    def short(self, page: str, chain: Sequence[Attribution]) -> str:
        """The same, for brackets and table cells."""
        inner = self.inner(page, chain)
        outlet = self.catalogue.outlet(page)
        return f"{outlet}, {inner}" if inner else outlet

    def inner(self, page: str, chain: Sequence[Attribution]) -> str:
        """The chain behind the outlet: `citing a local paper, which cites an unnamed source`."""
        outlet = self.catalogue.outlet(page)
        voices = [voice for voice in chain if not is_itself(voice.speaker, outlet)]
        parts = [self.speaker(voice) + _hedge(voice) for voice in voices]
        if not parts:
            return ""
        return "citing " + ", in turn citing ".join(parts)


def neutral(words: Sequence[str]) -> Sequence[str]:
    """A speaker's words without whose enemy it is.

    >>> neutral("The enemy's Central Command".split())
    ['Central', 'Command']
    """
    rest = words[1:] if words and words[0].lower() == "the" else words
    owner = rest[0].lower() if rest else ""
    loaded = (
        owner.endswith(("'s", "’s", "s'", "s’")) and owner.replace("’", "'").removesuffix("'s").rstrip("'") in enemies()
    )
    return rest[1:] if loaded and len(rest) > 1 else words


def turned(words: Sequence[str]) -> Sequence[str]:
    """A man of many groups behind his office, as English has no such plural before a noun.

    >>> " ".join(turned("a Syrian opposition armed groups commander".split()))
    'a commander of Syrian opposition armed groups'
    """
    start = 1 if words and words[0].lower() in {"a", "an", "the"} else 0
    if len(words) < start + 3 or words[-2] not in BODIES or words[-1].endswith("s"):
        return words
    return [*(words[:start] or ["a"]), words[-1], "of", *words[start:-1]]


def is_itself(speaker: str, outlet: str) -> bool:
    """Whether an outlet speaks of itself, by its name or the end of it: "told the Tribune", in Port Sudan Tribune; or
    by its name with the country's before it.

    >>> is_itself("the Malian Ministry of Defence", "Ministry of Defence"), is_itself("the Gao Tribune", "Tribune")
    (True, False)
    """
    words, name = speaker.casefold().split(), outlet.casefold().split()
    short = words[1:] if words[:1] == ["the"] else words
    if len(name) > 1 and len(short) > len(name) and short[-len(name) :] == name:
        return " ".join(short[: -len(name)]) in _peoples()
    return bool(short) and name[-len(short) :] == short


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word.casefold() for word in demonyms())


def _hedge(voice: Attribution) -> str:
    """The doubt, in brackets: an adverb of the page, or the verb itself where that is what doubts."""
    if not voice.hedge:
        return ""
    same = voice.cue.lower().startswith(voice.hedge.lower()[:3])
    return f" (“{voice.cue}”)" if same else f" (hedged: “{voice.hedge}”)"


def is_description(words: Sequence[str]) -> bool:
    """Whether words describe a voice and name no person: no capitals but at the start, of a place, or of a body.

    >>> is_description("Medical staff in Zalingei".split()), is_description("the Lawyers' Circle".split())
    (True, True)
    >>> is_description("Omar Darwish".split()), is_description("Omar".split())
    (False, False)
    """
    if words[0].lower() in {"the", "a", "an"}:
        return words[0].lower() == "the" or not any(_named(words[1:]))
    plural = len(words) > 1 or words[0].lower().endswith("s") or words[0].islower()
    return plural and not any(_named(words[1:])) and not any(word.endswith(",") for word in words[:1])


def _named(words: Sequence[str]) -> list[bool]:
    pairs = zip(["", *words], words, strict=False)
    return [word[:1].isupper() and before.lower() not in PLACES for before, word in pairs]


def _lowered(words: Sequence[str]) -> str:
    """The words as inside a sentence: the capital of a common word that only begins one goes."""
    text = " ".join(words)
    named = len(words) > 1 and words[1][:1].isupper()  # "Human Rights Watch" is a name, "Human rights groups" are none
    common = bool(words) and words[0].lower() in phrasebook().common and not named
    return text[:1].lower() + text[1:] if common else text


def with_determiner(text: str) -> str:
    """A speaker's description with the article that English wants.

    >>> with_determiner("military source"), with_determiner("rescuers"), with_determiner("The UN envoy")
    ('a military source', 'rescuers', 'the UN envoy')
    >>> with_determiner("Syrian state television"), with_determiner("monitoring group Conflict Tally")
    ('Syrian state television', 'the monitoring group Conflict Tally')
    >>> with_determiner("gunmen at a roadblock"), with_determiner("their union")
    ('gunmen at a roadblock', 'their union')
    >>> with_determiner("our correspondent"), with_determiner("One mother"), with_determiner("security")
    ('its own correspondent', 'one mother', 'security sources')
    """
    text = phrasebook().cut_short.get(text.lower(), text)
    first, _, rest = text.partition(" ")
    if first.lower() in OURS and rest:
        return f"its own {rest}"  # "our correspondent", as the outlet says it
    if first.lower() in DETERMINERS or (first.lower() in COUNTS and rest[:1].islower()):
        return f"{first.lower()} {rest}".strip()
    if first.endswith(("'s", "’s", "s'", "s’")) and first.islower():
        return f"the {text}"  # an owner that is a kind of body: the military's media wing
    head, last = head_word(text), _last_word(text)
    if head in UNCOUNTED:
        return text
    if text[:1].islower() and text.split()[-1][:1].isupper() and rest and not _places_it(text):
        return f"the {text}"  # what is named is no longer one of many: "monitoring group Conflict Tally"
    if head in phrasebook().articles:
        return f"the {text}"
    if text[:1].isupper() and (last == text or not last.islower()):
        return text
    if head in phrasebook().plurals or (head.endswith(MANY) and not head.endswith("ss")) or not text:
        return text
    return f"{indefinite(text)} {text}"


def _places_it(text: str) -> bool:
    """Whether the capital at the end is a place's: "residents of Adre"."""
    return any(word.lower() in PLACES for word in text.split())


def _last_word(text: str) -> str:
    """The head of a description, in its own letters: `spokeswoman` of "United Nations spokeswoman"."""
    head = head_word(text)
    return next((word for word in text.replace(",", " ").split() if word.lower() == head), text)
