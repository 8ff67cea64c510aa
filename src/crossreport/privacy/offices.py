"""Whom a page names by an office or a rank: the page's text and a name in, yes or no out.

"police spokesman X", "the minister, X, said", "X, head of the press service" name an official. "the minister's
driver X" and "X, a teacher who met the governor" do not: the office must be the word that names the person.
"""

import re
from functools import cache

from crossreport.privacy.lexicon import either, lexicon
from crossreport.words.public_names import public_names

BEFORE, AFTER = 90, 70  # characters around a name in which an office of the same person can stand
BREAKS = (  # words behind which an office is somebody else's, or said with a doubt
    *(
        "who",
        "whose",
        "whom",
        "which",
        "that",
        "of",
        "to",
        "for",
        "with",
        "by",
        "at",
        "in",
        "from",
        "near",
        "and",
        "or",
    ),
    *("was", "is", "had", "has", "met", "as", "identified", "known", "called", "alias", "son", "daughter"),
    *("a", "an", "the"),
)
ADJECTIVES = 4  # words between an article and the office
GIVEN = 2  # words of a name before its last
OF_BODY = 6  # words from an office to the body that it is of: "of health in the interim government"
COMMAS = 250  # words among which English prose has a comma: what has none has lost them on its way


@cache
def _office() -> str:
    unofficial = "".join(rf"(?<!\b{re.escape(word)} )" for word in sorted(lexicon().unofficial))
    return rf"{unofficial}(?:{either(public_names().titles | public_names().offices)})(?![\w'’-])\.?"


@cache
def _address() -> str:
    """ "Ms." between an office and its bearer's name."""
    return rf"(?-i:{either(lexicon().addresses)})\.?"


_ALIAS = r"(?:(?:alias|also\s+known\s+as|known\s+as|nicknamed|nom\s+de\s+guerre)\s+[\"'“‘]?)?"
_BYNAME = r"(?:,\s+(?:also\s+)?(?:known|nicknamed)\s+(?:as\s+)?[^,.;:\n]{1,40}(?=,))?"
_COMMANDED = re.compile(
    r"\b(?:loyal\s+to|led\s+by|commanded\s+by|headed\s+by|chaired\s+by|founded\s+by|under\s+the\s+command\s+of)\s+$"
)


@cache
def _apposed() -> re.Pattern[str]:
    """An article, the office, and a comma or nothing, right before the name: "the military's spokesman, X"."""
    lead = r"(?:\b(?:the|a|an|its|their|his|her|our)|['’]s?)"
    return re.compile(
        rf"{lead}\s+(?:[\w-]+\s+){{0,{ADJECTIVES}}}?{_office()}(?:\s+(?:of|for|to|in|at)\s[^,.;:]{{1,60}})?,\s+"
        rf"{_ALIAS}(?:{_address()}\s+)?(?:{_office()}\s+)*$",
        re.IGNORECASE,
    )


@cache
def _direct() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_office()}(?:\s+(?:of|for|to|in|at)(?:\s+(?:the|of|and|for|(?-i:[A-Z0-9])[\w'’.-]*)){{1,7}})?\s+{_ALIAS}$",
        re.IGNORECASE,
    )


@cache
def _given() -> re.Pattern[str]:
    """An office and further words of the name, before its last: "governor Ahmed", for Ahmed Mousa."""
    return re.compile(rf"\b{_office()}\s+(?:(?-i:[^\W\d_a-z])[\w'’.-]*\s+){{1,{GIVEN}}}$", re.IGNORECASE)


@cache
def _unmarked() -> re.Pattern[str]:
    """Behind a name where commas are lost: "X the governor of", "X head of the brigade", "X an army spokesman said"."""
    between = rf"(?!(?:{'|'.join(BREAKS)})\b)"
    return re.compile(
        rf"\s+(?:(?:the|a|an)\s+)?(?:{between}[\w-]+\s+){{0,{ADJECTIVES}}}?{_office()}(?=\s+(?:of|for|in|who|said|told)\b|[.;)])",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    """An office of several, before the second of two names: "mediators Lord X and …"."""
    several = either(frozenset(f"{office}s" for office in public_names().titles | public_names().offices))
    return re.compile(rf"\b(?:{several})\s+(?:(?-i:[^\W\d_a-z])[\w'’.-]*\s+){{1,4}}and\s+$", re.IGNORECASE)


@cache
def _of_body() -> re.Pattern[str]:
    """An office of a body or for a matter in small letters: "deputy commander of the militia corps X"."""
    noun = either(lexicon().bodies | lexicon().groups | lexicon().matters)
    other = "|".join(word for word in BREAKS if word not in ("of", "for", "in", "at", "a", "an", "the"))
    return re.compile(
        rf"\b{_office()}\s+(?:of|for|on|in)\s+(?:the\s+|its\s+|their\s+)?"
        rf"(?:(?!(?:{other})\b)[\w’'-]+\s+){{0,{OF_BODY}}}?(?-i:{noun})\s+{_ALIAS}$",
        re.IGNORECASE,
    )


@cache
def _speaks_for() -> re.Pattern[str]:
    """Behind the name: "of the health ministry says"."""
    noun = either(lexicon().state_bodies)
    return re.compile(
        rf"\s+(?:of|from|at|with)\s+the\s+(?:[\w’'-]+\s+){{0,3}}?(?i:{noun})(?:\s+(?:of|for)(?:\s+[\w’'-]+){{1,4}}?)?"
        r",?\s+(?:says|said|tells|told|adds|added|confirmed|announced)\b"
    )


@cache
def _after() -> re.Pattern[str]:
    """Behind the name: ", a police spokesman", ", the minister of information", ", assistant to the President"."""
    between = rf"(?!(?:{'|'.join(BREAKS)})\b)"
    return re.compile(
        rf"{_BYNAME}\s*(?:,|\()\s*+(?:the|a|an|its|their)?\s*+(?:{between}[\w-]+(?:['’]s?)?\s+){{0,{ADJECTIVES}}}?{_office()}"
        r"(?!\s+of\s+(?:(?:a|the|his|her|their)\s+)?(?:family|household))"
        r"(?=\s*(?:[,.;:)–—]|$)|\s+(?:of|for|to|in|at|on|who|and|said|told|says|has|was|is|had|wrote|tweeted)\b)",
        re.IGNORECASE,
    )


def holds_office(name: str, text: str) -> bool:
    """Whether the text gives the bearer of `name` a rank or an office anywhere."""
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    if any(_stands_by(text, match.start(), match.end()) for match in found):
        return True
    if " " not in name and any(
        _given().search(_sentence_end(text[max(0, m.start() - BEFORE) : m.start()])) for m in found
    ):
        return True
    return not _has_commas(text) and any(_unmarked().match(text[m.end() : m.end() + AFTER]) for m in found)


def _stands_by(text: str, start: int, end: int) -> bool:
    before = _sentence_end(text[max(0, start - BEFORE) : start])
    if any(pattern.search(before) for pattern in (_direct(), _several(), _of_body(), _apposed(), _COMMANDED)):
        return True
    if _speaks_for().match(text[end : end + AFTER]):
        return True
    return _after().match(text[end : end + AFTER]) is not None


def _has_commas(text: str) -> bool:
    return text.count(", ") * COMMAS >= len(text.split())


def _sentence_end(text: str) -> str:
    """What stands on the same line, in the same sentence as far as a full stop that no rank ends can tell."""
    line = text.rsplit("\n", 1)[-1]
    stops = [match.end() for match in re.finditer(r"[a-z]{4,}[.!?][\"”’]?\s", line)]
    return line[stops[-1] :] if stops else line
