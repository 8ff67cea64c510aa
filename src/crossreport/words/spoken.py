"""Types, names and days as a sentence says them: "the capture of 22 August 2023", "the Rapid Support Forces"."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec import Struct

from crossreport.model import Actor
from crossreport.words.loader import load

ROUGH = 62  # days: a wider interval is no time that a sentence could give
_UNKNOWN = re.compile(r"\b(?:unidentified|unknown|unnamed|unspecified)\b")
_PARTS = re.compile(
    r"[a-z][\w-]* (?:districts|suburbs|outskirts|parts?|neighbou?rhoods|quarters|areas|provinces|half|edge|sector) of\b"
)
# "West of Goma", "near Tasil": such a name has its own preposition.
_BESIDE = re.compile(
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest) of|"
    r"near|outside|around|between|off|beyond|along) "
)
_LINE = re.compile(r"(?i)\b(?:road|highway|motorway|route|bridge|street|avenue)$")
# "Gulf of Aden", "vicinity of Jilib": such a name wants "the"; so does one that ends in a common noun, "Wutrin road".
_FEATURE = re.compile(r"(?i)(?:gulf|strait|bay|sea|vicinity|outskirts|suburbs?|banks?|border|valley|province) of\b")
_KIND = re.compile(
    r"[ -](?:road|highway|motorway|route|bridge|district|suburb|quarter|neighbou?rhood|area|region|province|junction|"
    r"airport|port|market|crossing|checkpoint|valley|mountains|hills?|forest|island|border|front|peninsula)$"
)
MONTHS = (  # not the locale's: same bytes everywhere
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class _Spoken(Struct, frozen=True):
    types: dict[str, str]
    articled: frozenset[str]
    articled_first: tuple[str, ...]
    one_of_many: frozenset[str]


@cache
def _words() -> _Spoken:
    return load("spoken.yaml", _Spoken)


def spoken_type(label: str) -> str:
    """A type of the codebook as a noun.

    >>> spoken_type("territory_taken"), spoken_type("air_strike")
    ('capture', 'air strike')
    """
    return _words().types.get(label, label.replace("_", " "))


def spoken_name(name: str) -> str:
    """A name as it stands inside a sentence.

    >>> spoken_name("Rapid Support Forces"), spoken_name("Hezbollah"), spoken_name("Government of Syria")
    ('the Rapid Support Forces', 'Hezbollah', 'the Government of Syria')
    >>> spoken_name("our forces"), spoken_name("unidentified armed group"), spoken_name("security source")
    ('its own forces', 'an unidentified armed group', 'a security source')
    >>> spoken_name("their union")
    'their union'
    """
    folded = name.casefold()
    if folded.startswith("our "):
        return f"its own {name[4:]}"  # as the outlet says it of its side
    if name.islower() and (_UNKNOWN.search(name) or name.split("(")[0].split()[-1] in _words().one_of_many):
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    last = folded.split(",")[0].split(" ")[-1]
    wants = last in _words().articled or folded.startswith(_words().articled_first)
    return f"the {name}" if wants and folded.split(" ")[0] not in DETERMINERS else name


DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "another", "some", "several", "many"})


def spoken_place(name: str) -> str:
    """A place's name as it stands inside a sentence.

    >>> spoken_place("Azaz"), spoken_place("eastern districts of Aleppo"), spoken_place("Wutrin road")
    ('Azaz', 'the eastern districts of Aleppo', 'the Wutrin road')
    """
    return f"the {name}" if _PARTS.match(name) or _FEATURE.match(name) or _KIND.search(name) else name


def placed(name: str, kind: str = "settlement") -> str:
    """A place with its preposition.

    >>> placed("Azaz"), placed("west of Goma"), placed("Castello Road"), placed("Handarat camp", "facility")
    ('in Azaz', 'west of Goma', 'on Castello Road', 'at Handarat camp')
    """
    if _BESIDE.match(name):
        return name
    word = "on" if _LINE.search(name) else "at" if kind == "facility" else "in"
    return f"{word} {spoken_place(name)}"


def spoken_day(earliest: str | None, latest: str | None, *, about: bool = False) -> str:
    """A time with its preposition; empty if a side is open or the interval is wider than two months.

    >>> spoken_day("2016-09-14", "2016-09-14"), spoken_day("2023-06-12", "2023-06-14")
    ('on 14 September 2016', 'between 12 and 14 June 2023')
    """
    if earliest is None or latest is None:
        return ""
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first == last:
        return f"{'around' if about else 'on'} {full_day(first)}"
    if (last - first).days > ROUGH:
        return ""
    start = full_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else start
    return f"between {start} and {full_day(last)}"


def capital(text: str) -> str:
    """A sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def full_day(value: date) -> str:
    """`14 September 2016`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def numeral(value: float) -> str:
    """A figure with thousands separated; no decimals unless it has some.

    >>> numeral(250000.0)
    '250,000'
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def spoken_names(actors: Iterable[Actor]) -> str:
    """The names of several, each once: "Hezbollah and the Syrian government"."""
    return " and ".join(dict.fromkeys(spoken_name(actor.name) for actor in actors))
