"""Whose page it is that says "we": the body that makes a statement, as its heading, opening or signature names it.

Headings and signatures are read, too, where reading set them aside as furniture. Only for pages that speak in the
first person outside quotations; a newsroom's "told us" makes no side of it.
"""

import re
from collections.abc import Callable, Iterator

from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import BODIES, GROUPS, PRESS, SIDES
from crossreport.words.actor_nouns import word_set
from crossreport.words.function_words import QUOTES
from crossreport.words.register import word_row
from crossreport.words.reporting import reporting

FIRST_PERSON = frozenset({"we", "our", "us"})
_MAKERS = SIDES | BODIES
_DASHES = frozenset({"-", "–", "—", "|", "/", ",", "("})
_OPENING = 3  # sentences in which a statement names its maker
_CLOSING = 2  # sentences that can be its signature
_OURS = 2  # sentences of the page's own "we" from which on it is a statement; set on own pages
_LINES = 5  # lines above the first or below the last paragraph that can be heading or signature
_SHORT = 12  # words of such a line
_OF_STATES = frozenset({"country", "adjective", "capital", "region"})
_APART = re.compile(r"\s*(?:,|\s[-–—|/]|[–—|])\s*")  # what parts the names in a heading
# "Brigades of X - communiqué, 3 June 2024: …": a heading run together with the text behind the day
_DATED = re.compile(
    r"([^\W\d_a-z][^\d\n.:;?!]{3,80}?)[ ,.–—|(-]+"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}\)?\s?(?:[.:]|[–—-](?=\s))\s"
)
_OF = frozenset({"of", "by", "from", "for"})
_LINKS = frozenset({"of", "for", "the", "and", "'"})


def author(scene: Scene, resolve: Callable[[int, int], Draft | None]) -> tuple[Actor, Note] | None:
    """The maker of a page that speaks as "we", with the reason; None for any other page."""
    ours = sum(any(says_we(tree, at) for at in range(len(tree.tokens))) and not _told(tree) for tree in scene.trees)
    if ours == 0:
        return None
    for tree in scene.trees[:_OPENING]:
        if ours < _OURS and scene.page.blocks[tree.sentence.block].kind == "title":
            continue  # headlines of news are in the present, too
        announcing = list(_announcing(tree, opens=not _told_before(scene, tree)))
        for at in announcing if ours < _OURS else (*_of_heading(tree), *announcing):
            found = _maker(tree, at, resolve)
            if found is not None:
                return found, Note("author", f"the page speaks as {found.name}, which its opening names")
    headed = _headed_by(scene, resolve)
    if headed is not None:
        return headed, Note("author", f"the page says “we” under the name of {headed.name}")
    if ours < _OURS:
        return None
    for tree in scene.trees[-_CLOSING:]:
        for at in _signing(tree):
            found = _maker(tree, at, resolve)
            if found is not None:
                return found, Note("author", f"the page is signed for {found.name}")
    return _around(scene, resolve)


def _headed_by(scene: Scene, resolve: Callable[[int, int], Draft | None]) -> Actor | None:
    """The side by whose name alone the page is headed, with at most an office or a place behind a dash."""
    for tree in scene.trees[:_OPENING]:
        if scene.page.blocks[tree.sentence.block].kind == "paragraph" or not _is_name_line(tree):
            continue
        for at in range(len(tree.tokens)):
            draft = resolve(tree.index, at)
            who = None if draft is None else draft.value
            if draft is None or who is None or draft.first > int(tree.lows[0] == "the"):
                continue
            apart = draft.last == len(tree.tokens) or tree.lows[draft.last] in _DASHES
            if apart and who.kind in GROUPS and not who.generic:
                return who
    return _named_in(scene, [scene.page.outlet], GROUPS) if scene.page.outlet else None


def _is_name_line(tree: Tree) -> bool:
    return not any(token.upos in ("VERB", "AUX") for token in tree.tokens)


def _around(scene: Scene, resolve: Callable[[int, int], Draft | None]) -> tuple[Actor, Note] | None:
    """The one maker that the lines above or below the text name, be they furniture or a title."""
    above, below = _outer_lines(scene)
    if _says(above, "statements"):
        titles = [tree for tree in scene.trees[:_OPENING] if _is_heading(scene, tree)]
        found = (
            _named_in(scene, above)
            or _army_in(scene, above)
            or next((who for tree in titles if (who := _root(tree, resolve))), None)
        )
        if found is not None:
            return found, Note("author", f"the page's heading is of {found.name}")
    found = _named_in(scene, below) if _says(below, "signatories") else None
    return None if found is None else (found, Note("author", f"the page is signed for {found.name}"))


def _outer_lines(scene: Scene) -> tuple[list[str], list[str]]:
    """The short lines above the first paragraph and below the last one; above, too, what leads in with the day."""
    page = scene.page
    paragraphs = [block for block in page.blocks if block.kind == "paragraph"]
    if not paragraphs:
        return [], []
    rows = (page.text[: paragraphs[0].start].splitlines(), page.text[paragraphs[-1].end :].splitlines())
    above, below = ([row for row in each if 0 < len(row.split()) <= _SHORT] for each in rows)
    lead = _DATED.match(page.text, paragraphs[0].start, paragraphs[0].end)
    return above[:_LINES] + ([lead.group(1)] if lead is not None else []), below[:_LINES]


def _says(rows: list[str], words: str) -> bool:
    return bool({word.strip(",.:;").lower() for row in rows for word in row.split()} & word_set(words))


def _named_in(scene: Scene, rows: list[str], kinds: frozenset[str] = _MAKERS) -> Actor | None:
    """The one body that may make statements among the names in some lines."""
    found: dict[str, Actor] = {}
    for row in rows:
        for hit in scene.register.hits(word_row(row.split())):
            for ref in hit.refs:
                entry = scene.register.actors.get(ref.id) if ref.kind == "alias" else None
                if entry is not None and entry.kind in kinds and not entry.generic and _here(scene, entry.country):
                    found.setdefault(entry.id, scene.actor(entry))
    return next(iter(found.values())) if len(found) == 1 else None


def _army_in(scene: Scene, rows: list[str]) -> Actor | None:
    """The forces of the one country that a heading names beside its army: "REPUBLIC OF X / General Staff"."""
    words = {word.strip(",.:;()").lower() for row in rows for word in row.split()}
    refs = [ref for row in rows for hit in scene.register.hits(word_row(row.split())) for ref in hit.refs]
    codes = {ref.id for ref in refs if ref.kind in ("country", "adjective")}
    country = scene.country(next(iter(codes))) if len(codes) == 1 and words & word_set("army_headings") else None
    return None if country is None else scene.by_id(country.forces)


def issuer(scene: Scene) -> Actor | None:
    """The side whose paper a page is by its outlet, or by the heading of a statement, whether or not it says "we"."""
    if scene.page.outlet:
        row = [scene.page.outlet]
        own = _named_in(scene, row, SIDES) or _of_outlet(scene, row)
        own = own or _army_in(scene, row) or _state_in(scene, row)
        if own is not None:
            return own
    above, _ = _outer_lines(scene)
    found = (_named_in(scene, above, GROUPS) or _army_in(scene, above)) if _says(above, "statements") else None
    return found or _state_in(scene, above) or _office_in(scene)


def _of_outlet(scene: Scene, rows: list[str]) -> Actor | None:
    """The armed side that an outlet is the voice of."""
    hits = [hit for row in rows for hit in scene.register.hits(word_row(row.split()))]
    entries = [scene.register.actors.get(ref.id) for hit in hits for ref in hit.refs if ref.kind == "alias"]
    parents = {one.parent for one in entries if one is not None and one.kind in PRESS and one.parent}
    sides = [one for one in map(scene.by_id, sorted(parents)) if one is not None and one.kind in GROUPS]
    return sides[0] if len(sides) == 1 else None


def _state_in(scene: Scene, rows: list[str]) -> Actor | None:
    """The forces of the page's country, where a line is the name of a ministry, a staff, a headquarters of nobody else.

    Refuses lines that go on behind it, as headlines do.
    """
    told = [row for row in rows if any(_state_body(_heading_words(part)) for part in _APART.split(row) if part.strip())]
    refs = [ref for row in told for hit in scene.register.hits(word_row(row.split())) for ref in hit.refs]
    named = {ref.id for ref in refs if ref.kind in _OF_STATES}
    if not told or len(named) > 1 or any(ref.kind not in _OF_STATES for ref in refs):
        return None
    country = scene.country(next(iter(named), scene.focus))
    return None if country is None else scene.by_id(country.forces)


def _office_in(scene: Scene) -> Actor | None:
    """The side whose office alone a heading names: "Press Centre of the Front, Daily Report", "Front - Media Office".

    Refuses a bare name, which may be a newsroom's topic, and any line that says more, as headlines do.
    """
    paragraph = next((block for block in scene.page.blocks if block.kind == "paragraph"), None)
    rows = scene.page.text[: paragraph.start].splitlines()[-_LINES:] if paragraph is not None else []
    found = {who.id: who for row in rows for who in _offices_of(scene, row)}
    return next(iter(found.values())) if len(found) == 1 else None


def _offices_of(scene: Scene, row: str) -> Iterator[Actor]:
    """The sides of whose offices a heading is: its parts that are names and words of an office, with one such word."""
    parts = [part.replace("’", "'").split() for part in _APART.split(row) if part.strip()]
    if not any(set(_words(part)) & word_set("issuing") for part in _APART.split(row)):
        return
    for words in parts:
        for hit in scene.register.hits(word_row(words)):
            rest = {word.strip(".:;()").lower().removesuffix("'s") for word in words[: hit.first] + words[hit.last :]}
            kind = "alias" if any(ref.kind == "alias" for ref in hit.refs) else "near"
            ids = sorted({ref.id for ref in hit.refs if ref.kind == kind})
            entries = [scene.register.actors.get(id_) for id_ in ids]
            sides = [one for one in entries if one is not None and one.kind in GROUPS and not one.generic]
            if len(sides) == 1 and rest <= word_set("issuing") | _LINKS and _here(scene, sides[0].country):
                yield scene.actor(sides[0])


def _words(part: str) -> list[str]:
    return [word.strip(".:;()").lower() for word in part.split()]


def _heading_words(part: str) -> list[str]:
    """The words of a heading's part, without "report" or "statement" behind a name in capitals."""
    words = _words(part)
    titled = (
        len(words) > 1 and words[-1] in word_set("statements") and all(one[0].isupper() for one in part.split()[:-1])
    )
    return words[:-1] if titled else words


def _state_body(words: list[str]) -> bool:
    return words[-1] in word_set("state_bodies") or words[:2] == ["ministry", "of"]


def _here(scene: Scene, country: str | None) -> bool:
    return country is None or scene.focus is None or scene.spoken_of(country)


def _is_heading(scene: Scene, tree: Tree) -> bool:
    """Whether the line is a title without a verb."""
    title = scene.page.blocks[tree.sentence.block].kind == "title"
    return title and not any(token.upos in ("VERB", "AUX") for token in tree.tokens)


def _root(tree: Tree, resolve: Callable[[int, int], Draft | None]) -> Actor | None:
    """The body that a line without a verb names."""
    root = next((at for at, token in enumerate(tree.tokens) if token.head < 0), None)
    return None if root is None else _maker(tree, root, resolve)


def says_we(tree: Tree, at: int) -> bool:
    """Whether the token is a "we", "us" or "our" outside of quotation marks."""
    if tree.lows[at] not in FIRST_PERSON or tree.tokens[at].upos not in ("PRON", "DET"):
        return False
    return sum(token.text in QUOTES for token in tree.tokens[:at]) % 2 == 0


def _told(tree: Tree) -> bool:
    """Whether somebody else speaks in the sentence: "he told us", "we will win, said the minister"."""
    for at, token in enumerate(tree.tokens):
        if token.upos == "VERB" and tree.lemmas[at] in reporting().final | reporting().spoken:
            subjects = [kid for kid in tree.children[at] if tree.rel(kid) == "nsubj"]
            if subjects and not any(tree.lows[kid] in FIRST_PERSON for kid in subjects):
                return True
    return False


def _of_heading(tree: Tree) -> Iterator[int]:
    """Those behind "statement of", in a line without a verb of its own."""
    if any(token.upos in ("VERB", "AUX") and token.head < 0 for token in tree.tokens):
        return
    for at, token in enumerate(tree.tokens):
        behind = tree.rel(at) in ("nmod", "obl") and tree.case(at) in _OF and token.head >= 0
        if behind and tree.lemmas[token.head] in word_set("statements"):
            yield at


def _announcing(tree: Tree, *, opens: bool) -> Iterator[int]:
    """The subject of "informs", "condemns", in the present: news tells of statements in the past.

    Who "denies" or "blames" behind what the page tells itself answers it; only a page that opens so is his.
    """
    for at, token in enumerate(tree.tokens):
        answers = reporting().verbs.get(tree.lemmas[at]) in ("deny", "accuse")
        if token.xpos in ("VBZ", "VBP") and tree.lemmas[at] in word_set("announcing") and (opens or not answers):
            yield from (kid for kid in tree.children[at] if tree.rel(kid) == "nsubj")


def _told_before(scene: Scene, tree: Tree) -> bool:
    """Whether a sentence of the text proper stands above this one."""
    above = scene.trees[: tree.index]
    return any(scene.page.blocks[one.sentence.block].kind != "title" for one in above)


def _signing(tree: Tree) -> Iterator[int]:
    """The body of a "spokesman", "media office" or "command" in a last line without a verb."""
    if any(token.upos in ("VERB", "AUX") for token in tree.tokens):
        return
    for at in range(len(tree.tokens)):
        if tree.lemmas[at] in word_set("signatories"):
            yield at


def _maker(tree: Tree, at: int, resolve: Callable[[int, int], Draft | None]) -> Actor | None:
    """The body that a noun names or belongs to: "the Directorate of the Front"."""
    behind = [kid for kid in tree.children[at] if tree.rel(kid) in ("nmod", "appos", "compound")]
    behind += [part for kid in behind for part in tree.children[kid] if tree.rel(part) == "flat"]  # "(LPC-NPA)"
    for noun in (at, *behind):
        draft = resolve(tree.index, noun)
        who = None if draft is None else draft.value
        if who is not None and who.kind in _MAKERS and not who.generic:
            return who
    return None
