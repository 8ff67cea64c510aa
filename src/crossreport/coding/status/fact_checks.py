"""Deeds that a fact check brings up to rule on them: "Claim: X fell. Verdict: false", "FALSE: a post says that …".

In: the drafts of a page, or the word that tells a deed. Out: what is ruled untrue is denied, by the word that says so;
what a yes-or-no question asks is told by nobody. Refuses to rule on what the check tells as the true story.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.status.negation import is_untrue
from crossreport.model import Reason, Span
from crossreport.model.kinds import PRESS
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.speech import speech
from crossreport.words.reporting import reporting

_LABEL = 4  # tokens in which a label ends with its colon, and in which the verdict stands behind it
_BACK = 3  # sentences between a claim and the verdict on it
_HEARSAY = PRESS | {"outlet", "anonymous"}


def rule_out(doc: Document, drafts: Iterable[Draft]) -> None:
    """Denies what the page's verdicts rule untrue."""
    drafts = [draft for draft in drafts if draft.status in SAID_DONE]
    for s in range(len(doc.sentences)):
        verdict, back = _verdict(doc, s)
        if verdict is None:
            _rule_by_opener(doc, s, drafts)
            continue
        near = [d for d in drafts if s - _BACK <= d.word.sentence < s] if back else []
        put = [d for d in near if _put_forward(doc, d)] or [d for d in near if d.word.sentence == s - 1]
        for draft in put if back else [d for d in drafts if d.word.sentence == s and verdict < d.word]:
            _deny(draft, doc.span([verdict]))


def _deny(draft: Draft, verdict: Span) -> None:
    draft.status, draft.chain = "denied", ()
    draft.reasons.append(Reason("status", f"the verdict {verdict.quote!r} makes it denied", verdict))


def _rule_by_opener(doc: Document, s: int, drafts: Iterable[Draft]) -> None:
    """ "FALSE: A post claims that …": what opens a paragraph in front of a colon may stand outside of its sentence."""
    block, start = doc.page.blocks[doc.sentences[s].block], doc.sentences[s].start
    found = _OPENER.search(doc.page.text, block.start, start)
    if found is None or not {word.lower() for word in found[1].split()} & reporting().untrue:
        return
    for draft in drafts:
        if draft.word.sentence == s:
            _deny(draft, Span.of(doc.page.text, *found.span(1)))


_OPENER = re.compile(r"([A-Za-z]{2,12}(?: [A-Za-z]{2,12})?):\s*$")


def _verdict(doc: Document, s: int) -> tuple[Word | None, bool]:
    """The word by which the sentence rules, and whether on what stands before it: else on its own sentence."""
    words = doc.words_of(s)
    colon = next((word for word in words[:_LABEL] if doc.text(word) == ":"), None)
    if colon is None:
        alone = [word for word in words if doc.text(word) not in (".", "!", "*")]
        return (alone[0], True) if len(alone) == 1 and _untrue(doc, alone[0]) else (None, False)
    label, behind = words[: colon.token], words[colon.token + 1 :]
    if any(doc.lemma(word) in speech().verdicts for word in label):
        return next((word for word in behind[:_LABEL] if _untrue(doc, word)), None), True
    return (next((word for word in label if _untrue(doc, word)), None), False) if behind else (None, False)


def _untrue(doc: Document, word: Word) -> bool:
    return bool({doc.lemma(word), doc.text(word)} & reporting().untrue)


def _put_forward(doc: Document, draft: Draft) -> bool:
    """Whether the claim is told as one: "Claim: …", "a post says that …"."""
    labelled = labelled_claim(doc, draft.word.sentence)
    return labelled or (bool(draft.chain) and draft.chain[-1].kind in _HEARSAY) or _posted(doc, draft.word) is not None


def labelled_claim(doc: Document, s: int) -> bool:
    """ "Claim: …", "THE RUMOUR: …": the sentence says itself that it only puts a claim forward."""
    opening = pairwise(doc.words_of(s)[: _LABEL + 1])
    return any(doc.lemma(word) in reporting().claimed_nouns and doc.text(after) == ":" for word, after in opening)


def _posted(doc: Document, deed: Word) -> Word | None:
    """The post, picture or message that says or shows the deed."""
    for below, step in pairwise(doc.path(deed)):
        if doc.lemma(step) in speech().posted and doc.rel(below) in ("acl", "ccomp", "nmod"):
            return step
        if doc.rel(below) in ("ccomp", "xcomp", "obj"):
            noun = next((kid for kid in doc.kids(step, "nsubj") if doc.lemma(kid) in speech().posted), None)
            if noun is not None:
                return noun
    return None


def faked(doc: Document, deed: Word) -> Word | None:
    """ "A message that rebels took the town is a hoax", "dismissed as propaganda a video that shows …"."""
    post = next((step for step in doc.path(deed)[1:] if doc.lemma(step) in speech().posted), None)
    head = doc.parent(post) if post is not None else None
    if post is None or head is None:
        return None
    if doc.rel(post) == "nsubj" and doc.kids(head, "cop") and is_untrue(doc, head):
        return head
    if doc.lemma(head) in reporting().rejecting | speech().calling:
        called = [kid for kid in doc.kids(head, "obl", "xcomp", "advcl", "obj") if kid != post]
        return next((kid for kid in called if _untrue(doc, kid)), None)
    return None


def only_asked(doc: Document, deed: Word) -> Word | None:
    """ "Did the army bomb a school?": asked by the page; "why did it bomb the school?" knows that it did."""
    words = doc.words_of(deed.sentence)
    if doc.text(words[-1]) != "?" or doc.token(deed).upos != "VERB":
        return None
    top = deed
    while doc.rel(top) in ("conj", "xcomp", "ccomp") and (above := doc.parent(top)) is not None:
        top = above
    aux = doc.kids(top, "aux")
    opening = next((word for word in words if doc.token(word).upos != "PUNCT"), None)
    return opening if doc.rel(top) == "root" and opening in aux else None
