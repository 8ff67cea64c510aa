"""What the words round a name say of it: a private person's, a place's, a group's, an outlet's, or nothing.

In: a text and a run of name words in it. Out: yes or no. Refuses to guess where no word tells: a bare name in a
sentence is the tagger's to judge.
"""

import re
from collections.abc import Sequence
from functools import cache

from crossreport.privacy.headings import in_capitals, is_plain_word
from crossreport.privacy.lexicon import either, lexicon
from crossreport.privacy.runs import Run

BEFORE, AFTER = 80, 80  # characters in which the words that tell can stand
_AWAY = re.compile(r"(?i)\b(?:in|at|near|from|to|on|into|around|outside|towards?|across|according to)\s+$")
ABBREVIATION = 5  # letters
APART = 2  # words between a name and the noun of the group that bears it


def tells_person(text: str, run: Run) -> bool:
    """Whether words beside the name give it to a person without an office: kin, a trade, an age, a form of address."""
    if bears_body(run) or _group_behind(text[run.end : run.end + AFTER]):
        return False
    if any(letter.isdigit() or letter == "_" for letter in run.text):
        return False
    if is_addressed(run) and not _leads_away(text, run):
        return True
    return tells_more(text, run)


def is_addressed(run: Run) -> bool:
    """Whether a form of address begins the name; "Umm" and "Abu" begin towns, too: "Umm Ruwaba", "Abu Kamal"."""
    return run.words[0].rstrip(".") in lexicon().addresses and len(run.words) > 1


def tells_more(text: str, run: Run) -> bool:
    """Whether words round the name, and not its first one alone, give it to a person."""
    before, after = text[max(0, run.start - BEFORE) : run.start], text[run.end : run.end + AFTER]
    before = before.rsplit("\n", 1)[-1]
    if tells_who(text, run) or _CHILD.search(before) or _owner().match(after) or _named().search(before):
        return True
    if _noun().search(before) and not is_abbreviation(text, run):
        return len(run.words) > 1 or _ends_name(after)
    if _noun_comma().search(before):
        return _ends_phrase(after)
    return len(run.words) > 1 and bool(_of_person().search(before)) and _ends_name(after)


def _leads_away(text: str, run: Run) -> bool:
    """Whether a place is what the words before lead to: "in Um Qasr", "the areas of Um Qasr" are no Mrs Qasr."""
    return bool(_AWAY.search(text[max(0, run.start - BEFORE) : run.start])) or is_led_to(text, run)


def tells_who(text: str, run: Run) -> bool:
    """Whether an age or what the person is follows the name: "X, 17," "X, a phone seller,"; not "in X, a farmer"."""
    before, after = text[max(0, run.start - BEFORE) : run.start], text[run.end : run.end + AFTER]
    if _AWAY.search(before) or (len(run.words) == 1 and is_label(text, run) and is_plain_word(run.text)):
        return False
    return bool(_aged().match(after) or _apposed_person().match(after) or _OF_PARENTS.match(after))


def tells_kin(text: str, run: Run) -> bool:
    """Whether kin stands beside the name: "his daughter Amal", "Amal daughter of Said"; a person's whatever else."""
    before = text[max(0, run.start - BEFORE) : run.start]
    kin = re.search(rf"\b(?:his|her|their|my|our)\s+(?:[\w-]+\s+){{0,2}}?(?:{either(lexicon().kin)}),?\s+$", before)
    after = text[run.end : run.end + AFTER]
    return _OF_PARENTS.match(after) is not None or (kin is not None and _ends_name(after))


def tells_place(text: str, run: Run) -> bool:
    """Whether the name stands where only a place's can: "near X", "bombed X", a dateline, a heading of its own."""
    if _owner_of_any(text[run.end : run.end + AFTER]):
        return False
    return is_led_to(text, run) or is_heading(text, run)


def is_led_to(text: str, run: Run) -> bool:
    """Whether the words beside the name say it is a place: "near X", "bombed X", "the village of X", "X, a town in"."""
    after = text[run.end : run.end + AFTER]
    if _owner_of_any(after):
        return False
    if _apposed_place().match(after):
        return True
    return bool(_place_before().search(text[max(0, run.start - BEFORE) : run.start]))


def tells_deed(text: str, run: Run) -> bool:
    """Whether the name does or suffers what only people do: "X fled", "X was shot"."""
    return bool(_deed().match(text[run.end : run.end + AFTER]))


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(lexicon().deeds)})\b")


def bears_place(run: Run) -> bool:
    """Whether a word of the name is a place's: "Sitio Calabugao", "Surigao del Sur"."""
    return len(run.words) > 1 and (run.words[0] in lexicon().place_heads or run.words[-1] in lexicon().place_tails)


def goes_on_from_place(text: str, run: Run, placed: Sequence[tuple[int, int]]) -> bool:
    """Whether the name stands behind a known place in a list or an address: "in A and X.", "at A, X on Monday"."""
    before = next((end for start, end in placed if _AND_PLACE.fullmatch(text[end : run.start])), None)
    return before is not None and bool(_PLACE_AFTER.match(text[run.end : run.end + AFTER]))


_AND_PLACE = re.compile(r",? and |, ")
_PLACE_AFTER = re.compile(r"\s*(?:[.;)]|$)|\s+(?:in|on|at|near|between|during|by)\s")


def is_abbreviation(text: str, run: Run) -> bool:
    """Whether the name is one short word in capitals inside of a line that is not: "the SHO said"."""
    line = text[text.rfind("\n", 0, run.start) + 1 :].split("\n", 1)[0]
    return len(run.words) == 1 and run.text.isupper() and len(run.text) <= ABBREVIATION and not line.isupper()


def is_label(text: str, run: Run) -> bool:
    """Whether the name is all of a line, or begins one before a number in brackets or a bar: "Comments (4)"."""
    starts = not text[text.rfind("\n", 0, run.start) + 1 : run.start].strip(" #*•-–—|")
    return starts and bool(re.match(r"[ \t]*(?:\n|$|\(\d|[|·])", text[run.end : run.end + AFTER]))


def is_thing(text: str, run: Run) -> bool:
    """Whether the name is a ship's, an operation's or a weapon's: 'the tanker "X Y"', "Operation X", "an X drone"."""
    if _weapon_behind().match(text[run.end : run.end + AFTER]):
        return True
    return bool(_thing_before().search(text[max(0, run.start - BEFORE) : run.start]))


@cache
def _weapon_behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?:-\w+)?\s+(?:(?:attack|cruise|ballistic|guided|fighter|assault|combat)\s+)?(?:{either(lexicon().weapons)})\b"
    )


@cache
def _thing_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either(lexicon().things)})\s+[\"'“‘]?$")


def is_heading(text: str, run: Run) -> bool:
    """Whether the name opens a line in capitals, as a dateline or a heading: "EL GENEINA —", "GAO REGION"."""
    if not in_capitals(run):
        return False
    before = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    after = text[run.end : run.end + AFTER].split("\n", 1)[0]
    return not before.strip(" #*•-–—") and bool(re.match(r"\s*(?:[-–—:,(|]|$|['’]S\b)", after))


def tells_group(text: str, run: Run) -> bool:
    """Whether the name is a group's: "the Haji Murad battalion", "the armed group Haji Murad", "the X"."""
    before, after = text[max(0, run.start - BEFORE) : run.start], text[run.end : run.end + AFTER]
    if _group_before().search(before) and not (_owner_of_any(after) or _joined().match(after)):
        return True
    if _group_behind(after) or bears_body(run) or re.match(rf"\s+(?:{either(lexicon().crowds)})\b", after):
        return True
    if re.match(rf"\s+(?:of|from)\s+the\s+(?:[\w’'-]+\s+){{0,3}}(?i:{either(lexicon().groups)})\b", after):
        return len(run.words) == 1
    return len(run.words) == 1 and bool(re.search(r"\b[Tt]he\s+$", before)) and run.words[0].endswith("s")


def tells_outlet(text: str, run: Run) -> bool:
    """Whether the name is an outlet's: it has a newsroom's word, stands in a dateline's brackets, or tells the news."""
    before, after = text[max(0, run.start - BEFORE) : run.start], text[run.end : run.end + AFTER]
    if len(run.words) > 1 and not lexicon().media.isdisjoint(_small(run)):
        return True
    if before.endswith("(") and re.match(r"\)\s*[-–—:]", after):
        return True
    return bool(re.search(r",\s+$", before)) and bool(re.match(rf"\s+(?:{either(lexicon().told)})\s*[.]", after))


def bears_body(run: Run) -> bool:
    """Whether a word of the name is a body's or an outlet's: "Tihama Rights Watch"."""
    words = _small(run)
    return len(words) > 1 and not (lexicon().bodies | lexicon().media).isdisjoint(words[1:])


def is_body(name: str) -> bool:
    """Whether a name by itself is a body's or an outlet's: "Darfur Lawyers' Circle"; a person's never is."""
    return bears_body(Run(0, len(name), tuple(name.replace("'", "").replace("’", "").split())))


def without_noun(run: Run) -> Run:
    """The run without words that only begin the sentence: "Activist Ihab al-Wazni", "The Haji Murad battalion"."""
    kept = run
    while len(kept.words) > 1 and kept.words[0].lower() in lexicon().persons | lexicon().openers:
        skipped = len(kept.words[0]) + 1
        kept = Run(kept.start + skipped, kept.end, kept.words[1:])
    return kept


def _small(run: Run) -> list[str]:
    return [word.lower() for word in run.words]


def _group_behind(after: str) -> bool:
    return bool(_group().match(after))


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z][\w-]*\s+){{0,{APART}}}?(?:{either(lexicon().groups)})\b(?!-)")


@cache
def _group_before() -> re.Pattern[str]:
    """ "the armed group X", "the structure X": an article and at most three small words before the noun."""
    return re.compile(
        rf"\b(?i:an?|the|this|that|same)\s+(?:[a-z][\w-]*\s+){{0,3}}?(?:{either(lexicon().groups_before)})\s+[\"'“‘]?$"
    )


@cache
def _joined() -> re.Pattern[str]:
    """What a member does to a group: "the group X joined"."""
    return re.compile(rf"\s+(?:had\s+|has\s+|once\s+|later\s+)?(?:{either(lexicon().of_members)})\b")


@cache
def _noun() -> re.Pattern[str]:
    """A person's noun right before the name, in small letters; plural ones too."""
    return re.compile(rf"(?<![\w-])(?:one|a certain|(?:{either(lexicon().persons)}))\s+[\"'“‘]?$")


@cache
def _noun_comma() -> re.Pattern[str]:
    """ "a street vendor, X": the noun, a few more small words, a comma."""
    more = r"(?:\s+(?:of|from|in|at|with|by|on|for)(?:\s+[a-z][\w’'-]*){1,5})?"
    return re.compile(
        rf"\b(?i:an?|the|another|his|her|their|its|two|three|four|elderly|one|\d{{1,2}})\s+(?:\(?[\w-]+\)?\s+){{0,4}}?(?:{either(lexicon().persons)}){more},\s+$"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:named|identified\s+as|identified\s+by\s+\w+\s+as|alias|by\s+the\s+name\s+of|going\s+by|nicknamed|née|a\.k\.a\.|aka))"
        r"\s*[,:]?\s*[\"'“‘]?$"
    )


@cache
def _of_person() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon().of_persons)})\s+(?:of|against)\s+$")


AGES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty"),
)


@cache
def _aged() -> re.Pattern[str]:
    """ ", 17," "(17)" ", aged 17" ", a 34-year-old" behind a name."""
    return re.compile(
        r"(?:\s*\(\d{1,2}\)|,\s+(?:aged\s+|age\s+)?\d{1,2}(?=\s*[,.;)](?!\d)|\s+(?:and|who|was|were|from|died)\b|\s*(?:\n|$))|,\s+(?:an?|the)\s+\d{1,3}-(?:year|month|week|day)-old"
        rf"|\s+(?:was|is|turned)\s+(?:only\s+|just\s+)?(?:\d{{1,2}}|{'|'.join(AGES)})\s+(?:when|years?\b|and\b|on\b|at\b))"
    )


@cache
def _apposed_person() -> re.Pattern[str]:
    """ ", a phone seller," ", an elder of the reservation," behind a name."""
    return re.compile(
        rf",\s+(?:an?|one of the|his|her|their)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{either(lexicon().persons)})"
        r"(?=\s*[,.;)]|\s+(?:of|from|in|at|who|with|and)\b|\s*$)"
    )


_CHILD = re.compile(r"\b(?:son|daughter|widow|wife|s/o|d/o|w/o)\s+(?:of\s+)?$")
_OF_PARENTS = re.compile(r",?\s+(?:(?:the\s+)?(?:son|daughter|widow|wife)\s+of|s/o|d/o|w/o)\s")


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(rf"['’]s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{either(lexicon().owned)})\b")


def _owner_of_any(after: str) -> bool:
    return bool(_owner().match(after))


@cache
def _place_before() -> re.Pattern[str]:
    lead = rf"(?:{either(lexicon().place_before)}|{either(lexicon().place_verbs)})"
    return re.compile(
        rf"\b(?i:{lead})\s+(?:[^\W\d_a-z][\w-]*['’]s\s+)?$|\bbetween\s+[^\W\d_][\w’'-]*\s+and\s+$|\b(?:{either(lexicon().settled)})\s+of\s+$"
    )


@cache
def _apposed_place() -> re.Pattern[str]:
    """Behind the name: ", the capital of East", ", a market town near"."""
    noun = either(lexicon().settled | {"capital", "seat", "port", "stronghold"})
    return re.compile(
        rf",\s+(?:an?|the|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{noun})"
        r"(?=\s+(?:of|in|on|near|at|where|which|between|along|close|south|north|east|west)\b)"
    )


def _ends_name(after: str) -> bool:
    """Whether no noun follows that the name only describes ("JNIM fighters")."""
    found = re.match(r"[\"'”’]?(?:['’]s\b)?\s*([^\W\d_][\w-]*)?", after)
    word = found.group(1) if found else None
    close = bool(re.match(r"[\"'”’]?\s*(?:[,.;:)(–—]|$)", after))
    return close or word is None or word in lexicon().joiners or word.endswith("ed") or is_capital(word)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def _ends_phrase(after: str) -> bool:
    """Whether the apposition ends behind the name: ", X, and" but not ", Reuters reported"."""
    return bool(
        re.match(r"\s*(?:[,.;:)(–—]|$)|['’]s\b|\s+(?:and|or|who|whom|was|were|in|from|at|near|on|with|to)\b", after)
    )
