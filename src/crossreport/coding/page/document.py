"""A page's syntax and mentions with the look-ups that coding needs; it decides nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from crossreport.coding.page.headings import Heading, headings
from crossreport.coding.page.item_openers import Opening, openings
from crossreport.coding.page.page_parts import parts
from crossreport.coding.page.summed_up import summed_up
from crossreport.model import Analysis, Mention, Page, Sentence, Span, Token, When
from crossreport.model.when import POSTED
from crossreport.words.columns import field_of, is_form
from crossreport.words.function_words import DEFINITE

ITEMS = 3  # paragraphs that open with "PLACE -" or "1." make a roundup; one or two are a dateline and a quirk
_PLACE = r"[\W\d]*[A-Z][\w'’.]*(?:[ ,-]{1,2}[A-Z(][\w'’.)]*){0,4}\s*(?:\([^)]*\)\s*)?[-–—:]\s"
_DAY = (
    r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}|\d{1,2}[/.]\d{1,2}|\d{4}-\d\d-\d\d)"
    r"(?:,? \d{4}|[/.]\d{2,4})?"
)
_DATED = rf"{_DAY}(?:, (?=[A-Z])|[.:] | [-–—] )|(?:[A-Z][\w'’-]*[ ,]+){{1,5}}{_DAY}[.:] "
_NUMBERED = rf"[A-Z][A-Z'’ -]{{2,}}\.\s+[A-Z]|#?\(?\d{{1,3}}[.)]\s+(?:[A-Z\[]|{_DATED})|[•▪◦‣*·]\s+\S"
_ITEM = re.compile(rf"{_PLACE}|{_DATED}|{_NUMBERED}")
# What ends the last item: the roundup's own sums and notes.
_SUMS = re.compile(
    r"(?i)[\W\d]*+(?:[\w-]+ ){0,2}(?:totals?|summary|to date|overall|methodology|notes?|sources?)\b[^.]{0,20}:"
)


class Word(NamedTuple):
    """A token by sentence and index."""

    sentence: int
    token: int


# Dependents that open a clause of their own.
CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "advcl:relcl"})
_ADDING = frozenset({"only", "just", "merely", "least", "solely", "necessarily"})  # "and not only soldiers"


class Document:
    """Reads like a tree with names on it. All answers are in reading order."""

    def __init__(self, page: Page, analysis: Analysis, mentions: Iterable[Mention]) -> None:
        self.page = page
        self.sentences: tuple[Sentence, ...] = analysis.sentences
        self.mentions = tuple(mentions)
        self._words = [[Word(s, t) for t in range(len(one.tokens))] for s, one in enumerate(self.sentences)]
        self._tokens = [sentence.tokens for sentence in self.sentences]
        self._lemmas = [[token.lemma.lower() for token in tokens] for tokens in self._tokens]
        self._texts = [[token.text.lower() for token in tokens] for tokens in self._tokens]
        self._rels = [[token.rel.split(":")[0] for token in tokens] for tokens in self._tokens]
        self._children = [_children(row, one) for row, one in zip(self._words, self.sentences, strict=True)]
        self._kin = [
            [[(kid, one.tokens[kid[1]].rel, rels[kid[1]]) for kid in kids] for kids in children]
            for one, rels, children in zip(self.sentences, self._rels, self._children, strict=True)
        ]
        self._paths: dict[Word, list[Word]] = {}
        self._clauses: dict[Word, list[Word]] = {}
        self._subtrees: dict[Word, list[Word]] = {}
        self._cases: dict[Word, list[str]] = {}
        self._covering: dict[Word, list[Mention]] = {}
        self._headed: dict[Word, list[Mention]] = {}
        self._place_mentions()

    def _place_mentions(self) -> None:
        at = self._word_at
        for mention in self.mentions:
            head = at.get(mention.head)
            for offset in range(mention.span.start, mention.span.end):
                word = at.get(offset)
                if word is not None:
                    known = self._covering.setdefault(word, [])
                    if mention not in known:
                        known.append(mention)
            if head is not None:
                self._headed.setdefault(head, []).append(mention)

    @cached_property
    def _word_at(self) -> dict[int, Word]:
        return {
            token.start: word
            for row, sentence in zip(self._words, self.sentences, strict=True)
            for word, token in zip(row, sentence.tokens, strict=True)
        }

    @cached_property
    def items(self) -> dict[int, int]:
        """Paragraph to item number where paragraphs open with "PLACE -", "1." or "5 May, Place."; empty elsewhere."""
        texts = [self.page.text[block.start : block.end] for block in self.page.blocks]
        fields = (
            {n for n, text in enumerate(texts) if field_of(text) is not None}
            if is_form(self.page.text.splitlines())
            else set()
        )
        opened = [n for n, text in enumerate(texts) if (_ITEM.match(text) and n not in fields) or n in self.openings]
        heads = {one.block for one in self.headings.values() if not one.labelled}  # a form is one item
        if len(opened) < ITEMS and not heads:
            return {}
        opened = sorted({*(opened if len(opened) >= ITEMS else ()), *heads})
        opened = sorted({*opened, *(n for n, text in enumerate(texts) if _SUMS.match(text))})
        return {n: max(first for first in opened if first <= n) for n in range(opened[0], len(self.page.blocks))}

    @cached_property
    def openings(self) -> dict[int, Opening]:
        """Paragraph to the place and day that open it as an item of a list."""
        return openings(self.page, self.mentions)

    @cached_property
    def headings(self) -> dict[int, Heading]:
        """Paragraph to the place or day of the line above it, in a bulletin or a list."""
        return headings(self.page, self.mentions)

    @cached_property
    def summed_up(self) -> frozenset[int]:
        """The paragraphs that only sum up what the page goes on to tell: "HIGHLIGHTS" and its bullets."""
        return summed_up(self.page, self.mentions)

    @cached_property
    def _posts(self) -> list[Mention]:
        return [one for one in self.mentions if isinstance(one.value, When) and one.value.rule == POSTED]

    def post(self, word: Word) -> Mention | None:
        """The line with its day above the post that the word stands in; None on other pages."""
        start = self.sentences[word.sentence].start
        return next((one for one in reversed(self._posts) if one.span.end <= start), None)

    def heading(self, word: Word) -> Heading | None:
        """What heads the paragraph of the word."""
        return self.headings.get(self.sentences[word.sentence].block)

    @cached_property
    def _parts(self) -> tuple[int, ...]:
        return parts(self.page)

    def part(self, word: Word) -> int:
        """The part of a page of posts, statements or countries that the word stands in; 0 on any other page."""
        return self._parts[self.sentences[word.sentence].block]

    def item(self, word: Word) -> int | None:
        """The roundup's item that the word stands in; None outside of roundups."""
        return self.items.get(self.sentences[word.sentence].block)

    def words(self) -> Iterator[Word]:
        """Every token of the page."""
        for row in self._words:
            yield from row

    def words_of(self, s: int) -> list[Word]:
        """Every token of sentence `s`."""
        return self._words[s].copy()

    def token(self, word: Word) -> Token:
        """The token itself."""
        return self._tokens[word[0]][word[1]]  # by index: asked a thousand times a sentence

    def lemma(self, word: Word) -> str:
        """Lower-case lemma."""
        return self._lemmas[word[0]][word[1]]

    def text(self, word: Word) -> str:
        """Lower-case form."""
        return self._texts[word[0]][word[1]]

    def text_at(self, sentence: int, index: int) -> str:
        """Lower-case form of the token of that number; empty in front of a sentence and behind it."""
        row = self._texts[sentence]
        return row[index] if 0 <= index < len(row) else ""

    def rel(self, word: Word) -> str:
        """Relation without subtype."""
        return self._rels[word[0]][word[1]]

    def parent(self, word: Word) -> Word | None:
        """The head, None for a root."""
        head = self._tokens[word[0]][word[1]].head
        return None if head < 0 else self._words[word[0]][head]

    def kids(self, word: Word, *rels: str) -> list[Word]:
        """Dependents, of the given relations if any are given: "obl" also finds "obl:agent"."""
        if not rels:
            return self._children[word[0]][word[1]].copy()
        kin = self._kin[word[0]][word[1]]
        return [kid for kid, rel, bare in kin if rel in rels or bare in rels] if kin else []

    def path(self, word: Word) -> list[Word]:
        """The word and its heads up to the root."""
        found = self._paths.get(word)
        if found is None:
            found = [word]
            while (head := self.parent(found[-1])) is not None and head not in found:
                found.append(head)
            self._paths[word] = found
        return found.copy()

    def subtree(self, word: Word) -> list[Word]:
        """The word and all below it."""
        if word not in self._subtrees:
            found, agenda = {word}, [word]
            while agenda:
                for kid in self._children[word[0]][agenda.pop()[1]]:
                    if kid not in found:
                        found.add(kid)
                        agenda.append(kid)
            self._subtrees[word] = sorted(found)
        return self._subtrees[word].copy()

    def clause(self, word: Word) -> list[Word]:
        """The subtree without clauses of their own and without coordinated verbs."""
        if word not in self._clauses:
            self._clauses[word] = sorted(self._clause(word))
        return self._clauses[word].copy()

    def _clause(self, word: Word) -> set[Word]:
        found, agenda = {word}, [word]
        while agenda:
            here = agenda.pop()
            for kid in self.kids(here):
                own = self.token(kid).rel in CLAUSES or (self.rel(kid) == "conj" and self.token(kid).upos == "VERB")
                if not own and kid not in found:
                    found.add(kid)
                    agenda.append(kid)
        return found

    def clause_root(self, word: Word) -> Word:
        """The nearest head, or the word itself, that is the root of a clause."""
        for step in self.path(word):
            rel = self.token(step).rel
            if (
                rel in CLAUSES
                or rel == "root"
                or (self.rel(step) in ("conj", "acl", "xcomp") and self.token(step).upos == "VERB")
            ):
                return step
        return self.path(word)[-1]

    def span(self, words: Iterable[Word]) -> Span:
        """The passage from the first to the last of `words`."""
        tokens = [self.token(word) for word in words]
        return Span.of(self.page.text, min(t.start for t in tokens), max(t.end for t in tokens))

    def sentence_span(self, s: int) -> Span:
        """The passage of sentence `s`."""
        return Span.of(self.page.text, self.sentences[s].start, self.sentences[s].end)

    def headed(self, word: Word, *kinds: str) -> list[Mention]:
        """Mentions whose syntactic head the word is."""
        return [mention for mention in self._headed.get(word, []) if not kinds or mention.kind in kinds]

    def covering(self, word: Word, *kinds: str) -> list[Mention]:
        """Mentions that the word is part of, the shortest first."""
        found = [mention for mention in self._covering.get(word, ()) if not kinds or mention.kind in kinds]
        if len(found) < 2:
            return found
        return sorted(found, key=lambda mention: (mention.span.end - mention.span.start, mention.span, mention.id))

    def word_of(self, mention: Mention) -> Word | None:
        """The head word of a mention."""
        return self._word_at.get(mention.head)

    def told_in(self, s: int, kind: str) -> list[tuple[Mention, Word]]:
        """Mentions of a kind whose head stands in sentence `s`, with their heads."""
        return self._told.get((s, kind), [])

    @cached_property
    def _told(self) -> dict[tuple[int, str], list[tuple[Mention, Word]]]:
        found: dict[tuple[int, str], list[tuple[Mention, Word]]] = {}
        for mention in self.mentions:
            head = self.word_of(mention)
            if head is not None:
                found.setdefault((head.sentence, mention.kind), []).append((mention, head))
        return found

    def first_word(self, mention: Mention) -> Word | None:
        """The first token inside a mention."""
        return next(
            (self._word_at[at] for at in range(mention.span.start, mention.span.end) if at in self._word_at), None
        )

    def cases(self, word: Word) -> list[str]:
        """Prepositions of a noun, lower case, with fixed parts joined: "according to"."""
        found = self._cases.get(word)
        if found is None:
            found = self._cases[word] = [
                " ".join([self.text(kid), *(self.text(part) for part in self.kids(kid, "fixed"))])
                for kid in self.kids(word, "case", "mark")
            ]
        return found.copy()

    def definite(self, noun: Word, *also: str) -> bool:
        """Whether a determiner makes the noun known: "the", "this", "those", or one of `also`."""
        return any(self.text(kid) in DEFINITE or self.text(kid) in also for kid in self.kids(noun, "det"))

    def expand(self, word: Word) -> list[Word]:
        """A noun and the nouns coordinated with it; of "by X and not by Y" only those of whom it is said."""
        rest: list[Word] = []
        for kid in self.kids(word, "conj"):
            if self.token(kid).upos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X") and not self.contrasted(kid):
                rest.extend(other for other in self.expand(kid) if other not in rest and other != word)
        return rest if rest and self._corrected(word) else [word, *rest]

    def contrasted(self, noun: Word) -> bool:
        """ "And not by soldiers", "rather than the army", "instead of rebels"; not "and not only soldiers"."""
        joined = [*self.kids(noun, "cc"), *self.kids(noun, "case")]
        beside = any(self.text(kid) in ("rather", "instead") for kid in joined)
        return beside or any(self._excludes(kid, noun) for kid in self.kids(noun, "advmod"))

    def _excludes(self, adverb: Word, noun: Word) -> bool:
        behind = Word(adverb.sentence, adverb.token + 1)
        return self.text(adverb) == "not" and adverb < noun and self.text(behind) not in _ADDING

    def _corrected(self, noun: Word) -> bool:
        """ "Not by soldiers but by rebels": what stands behind "but" puts the first right."""
        but = any(self.text(cc) == "but" for kid in self.kids(noun, "conj") for cc in self.kids(kid, "cc"))
        return but and any(self._excludes(kid, noun) for kid in self.kids(noun, "advmod", "cc"))

    def before(self, word: Word, count: int) -> str | None:
        """Lower-case lemma of the token `count` places before, in the same sentence; a hyphen is no token."""
        index, left = word.token, count
        while left and index > 0:
            index -= 1
            if self.sentences[word.sentence].tokens[index].text != "-":
                left -= 1
        return None if left else self.sentences[word.sentence].tokens[index].lemma.lower()


def _children(row: Sequence[Word], sentence: Sentence) -> list[list[Word]]:
    found: list[list[Word]] = [[] for _ in sentence.tokens]
    for word, token in zip(row, sentence.tokens, strict=True):
        if token.head >= 0:
            found[token.head].append(word)
    return found
