"""A page's first lines in; the one out that is no headline but whoever issues the page: a letterhead, a channel's name.

Signs below it: how many follow it, its handle ("@riverwatch"), the kind of page ("Facebook page"), the words above
every release ("Statement No. 41"). A line that is the name of an office and nothing more ("Ministry of Defence of the
Republic of Kisala") needs none, if another line can be the headline.
"""

import re

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.furniture import lexicon

RELEASE = re.compile(
    r"(?i)\b(?:for immediate release|(?:press|news|media|official) (?:release|statement|note|advisory|communiqu[eé])|"
    r"statement to the (?:press|media)|communiqu[eé]|flash update|^\W*read-?out of|"
    r"(?:situation|security|humanitarian|operational|incident) "
    r"(?:report|update|information|summary|log|overview|bulletin|note)|"
    r"(?:daily|weekly|fortnightly|monthly|quarterly)(?: \w+){0,2} (?:report|update|bulletin|log|digest|review|"
    r"brief(?:ing)?|summary|round-?up|overview|chronology)|bulletin,? (?:no|vol|issue)\b|sitrep\b|"
    r"urgent (?:action|appeal|statement)\b|"
    r"(?:statement|declaration|report|update),? (?:no\.?|n°|number|#) ?\d)"
)
MOST_ISSUER = 14  # words
_BELOW = 3  # lines
_MOST_NAME = 6  # words
_LEAST_BELOW = 3  # words of a line that can be the headline below an office's name
_MOST_BEFORE = 2  # words of an office before its "of": longer lines in title case may be headlines
_FOLLOWED = re.compile(r"(?i)[\d.,\s]+[km]? (?:subscribers|followers|members)\b")
_CHANNEL = re.compile(
    r"(?i)(?:(?:the )?(?:official )?(?:channel|account) of\b[^.!?]{2,60}|"
    r"(?:facebook|telegram|whatsapp|vk|x|twitter|instagram) (?:page|channel|group|account)|"
    r"(?:public|official) (?:page|channel|group|account))\b[^.!?]{0,30}"
)
_HANDLE = re.compile(r"@(?P<name>\w{4,40})")
# Behind the name, on its line, with the day of the post or nothing.
_OWN_HANDLE = re.compile(r"(?<=\s)\(?@\w{4,40}\)?(?:[\s,·|–—-]+(?=[^@\n]*\d)[\w.,:/ -]{1,30})?$")
_LETTERS = re.compile(r"[\W_]+")
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_OF = re.compile(r" of ", re.IGNORECASE)
_REFERENCE = re.compile(r"(?i)(?:ref(?:erence)?|no|nr|n°|our ref)\b[.:]*\s*(?P<number>[\w./-]*\d[\w./-]*)\W*")
_SYMBOLS = re.compile(r"^[^\w(\"'“‘]+|[^\w.)!?\"'”’]+$")  # signs and emoji round a channel's name


def letterhead(draft: Draft) -> Piece | None:
    """The first line, or the one below the kind of paper, if it names whoever issues the page."""
    top = draft.pieces[: _BELOW + 1]
    if not top or top[0].prose or top[0].sentence or len(top[0].words) > MOST_ISSUER:
        return None
    first, *below = top
    if is_channel(draft) or (names_issuer(first) and any(is_label(piece) for piece in below)):
        return first
    if below and is_label(below[0]) and not is_label(first) and _is_name(first):
        return first
    if below and is_label(first) and _is_office(below[0].text):
        return below[0]  # "Press release" above the ministry's name
    titled = [piece for piece in below if len(piece.words) >= _LEAST_BELOW and not piece.prose]
    return first if titled and _is_office(first.text) else None


def is_channel(draft: Draft) -> bool:
    """Whether the first line is a channel's or account's own: below it stands its handle, its kind, its following."""
    if not draft.pieces or draft.pieces[0].prose:
        return False
    if _OWN_HANDLE.search(draft.pieces[0].text.strip()):
        return True
    letters = _letters(channel_name(draft.pieces[0]))
    below = [piece.text.strip() for piece in draft.pieces[1 : _BELOW + 1]]
    handles = [_letters(found.group("name")) for line in below if (found := _HANDLE.fullmatch(line))]
    known = any(describes_channel(line) for line in below)
    return known or any(letters.startswith(handle) or handle.startswith(letters) for handle in handles if letters)


def describes_channel(line: str) -> bool:
    """Whether a line says how many follow a channel, or what kind of page it is: nobody's headline."""
    return bool(_FOLLOWED.match(line) or _CHANNEL.fullmatch(line))


def channel_name(piece: Piece) -> str:
    """A channel's name without its handle and what stands behind it in brackets or behind a bar ("| Channel")."""
    return _SYMBOLS.sub("", _BRACKETED.sub("", _OWN_HANDLE.sub("", piece.text.split(" | ")[0].strip(" |:-–—")).strip()))


def reference(line: str) -> str | None:
    """The number under which an office files a paper, if the line is nothing else: "No PR-118/2023-RIVER"."""
    found = _REFERENCE.fullmatch(" ".join(line.split()))
    return found.group("number") if found else None


def names_issuer(piece: Piece) -> bool:
    """Whether a line has a word of units and offices that issue releases ("Resistance Committees")."""
    keys = {word.strip(".,:'’").casefold() for word in piece.words}
    return bool(keys & lexicon().issuers or {key.removesuffix("s") for key in keys} & lexicon().issuers)


def is_label(piece: Piece) -> bool:
    """Whether a line names what kind of paper it heads: "Press Statement", "WEEKLY INCIDENT LOG, LAKES AND HILLS"."""
    return not piece.sentence and len(piece.words) <= MOST_ISSUER and RELEASE.search(piece.text) is not None


def _is_office(line: str) -> bool:
    """Whether a line is the name of an office "of" something, with no word that is not of a name."""
    before, *rest = _OF.split(" ".join(line.split()).removeprefix("The "), maxsplit=1)
    words = before.split()
    if not rest or len(words) > _MOST_BEFORE or words[-1].casefold() not in lexicon().issuers:
        return False
    return _is_title_case([*words, *rest[0].split()])


def _is_name(piece: Piece) -> bool:
    """Whether a line is as long as a name and written like one."""
    words = piece.text.split()
    return 2 <= len(words) <= _MOST_NAME and _is_title_case(words)


def _is_title_case(words: list[str]) -> bool:
    return all(word == "&" or word.casefold() in lexicon().small_words or word[0].isupper() for word in words)


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold())
