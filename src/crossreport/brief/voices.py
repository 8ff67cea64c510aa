"""Who says so: an attribution chain as words, outermost voice first, hedges kept."""

from collections.abc import Sequence

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.grammar import head_word, indefinite
from crossreport.brief.phrasebook import phrasebook
from crossreport.brief.privacy import PUBLIC_VOICES, Privacy
from crossreport.model import Attribution

DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "another", "some", "several", "many"})

PLACING = frozenset({"in", "at", "of", "from", "near", "for", "on", "inside", "outside", "around"})


class Voice:
    """Prints voices of one catalogue, names of private persons withheld."""

    def __init__(self, catalogue: Catalogue, privacy: Privacy) -> None:
        self.catalogue, self.privacy = catalogue, privacy

    def speaker(self, voice: Attribution) -> str:
        """One voice as it stands in a sentence."""
        words = voice.speaker.split()
        text = " ".join(words)
        unnamed = voice.kind == "anonymous" and words[:1] in (
            ["the"],
            ["The"],
        )  # "the source": which one, it cannot say
        if unnamed or (voice.kind not in PUBLIC_VOICES and self._names_somebody(words)):
            return phrasebook().private_voices[voice.kind]
        return self.privacy.mask(with_determiner(text))

    @staticmethod
    def _names_somebody(words: Sequence[str]) -> bool:
        """Whether a description holds a capitalised word that is neither an article nor behind a preposition."""
        pairs = zip(["", *words], words, strict=False)
        return any(w[:1].isupper() and w.lower() not in DETERMINERS and b.lower() not in PLACING for b, w in pairs)

    def citing(self, page: str, chain: Sequence[Attribution]) -> str:
        """`Levant Dispatch reports, citing the Syria Civil Defence` or `… reports in its own voice`."""
        outlet = self.catalogue.outlet(page)
        inner = self.inner(page, chain)
        return f"{outlet} reports, {inner}" if inner else f"{outlet} reports in its own voice"

    def short(self, page: str, chain: Sequence[Attribution]) -> str:
        """The same, for brackets and table cells."""
        inner = self.inner(page, chain)
        outlet = self.catalogue.outlet(page)
        return f"{outlet}, {inner}" if inner else f"{outlet}, in its own voice"

    def inner(self, page: str, chain: Sequence[Attribution]) -> str:
        """The chain behind the outlet: `citing a local paper, which cites an unnamed source`."""
        outlet = self.catalogue.outlet(page)
        voices = [voice for voice in chain if voice.speaker != outlet]
        parts = [self.speaker(voice) + _hedge(voice) for voice in voices]
        if not parts:
            return ""
        links = [
            ("citing " if index == 0 else "who cites " if _is_human(voices[index - 1]) else "which cites ") + part
            for index, part in enumerate(parts)
        ]
        return ", ".join(links)


def _is_human(voice: Attribution) -> bool:
    return voice.kind in {"witness", "medic", "anonymous", "official"}


def _hedge(voice: Attribution) -> str:
    return f" (hedged: “{voice.hedge}”)" if voice.hedge else ""


def with_determiner(text: str) -> str:
    """A speaker's description with the article that English wants.

    >>> with_determiner("military source"), with_determiner("rescuers"), with_determiner("The UN envoy")
    ('a military source', 'rescuers', 'the UN envoy')
    """
    first, _, rest = text.partition(" ")
    if first.lower() in DETERMINERS:
        return f"{first.lower()} {rest}".strip()
    head = head_word(text)
    if text[:1].isupper():
        return f"the {text}" if head in phrasebook().articles else text
    if head in phrasebook().plurals or (head.endswith("s") and not head.endswith("ss")) or not text:
        return text
    return f"{indefinite(text)} {text}"
