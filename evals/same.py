"""When two coders mean the same: names, days, types."""

import difflib
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from crossreport.words.actors import countries
from crossreport.words.register import shipped_register, split_words
from evals.corpora import own_yaml

_ALIKE = 0.84  # share of letters from which two names count as spellings of one, as in the gold's own scorer
_SHORTEST = 4  # letters from which a name counts inside another
ONE_DAY = timedelta(days=1)
# Of intervals that meet, the wider may have a week (UCDP's days before a report, of a page whose own day is not
# sure) or three times the narrower's days; more tells another time, or none. Two coders differ by more in 4 of 199
# dated pairs of events (`corpus/real`).
WEEK = timedelta(days=7)
WIDER = 3


class Tables(Struct, frozen=True):
    """`same.yaml`: names of one actor, and types that coders confuse without contradiction."""

    aliases: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    force: frozenset[str]


@cache
def _tables() -> Tables:
    tables: Tables = own_yaml("same.yaml", Tables)
    return tables


@cache
def _alias_sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset({plain(key), *map(plain, others)}) for key, others in _tables().aliases.items())


@cache
def _group_of() -> dict[str, str]:
    return {label: group for group, labels in _tables().groups.items() for label in labels}


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """Lower-case ASCII words without what stands in brackets."""
    ascii_ = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9 ]+", " ", re.sub(r"\(.*?\)", " ", ascii_))
    return " ".join(words.split())


@lru_cache(maxsize=200_000)
def same_name(gold: str, ours: str) -> bool:
    """Whether two names may be one: contained, of one country, aliases here or in the register, or spelled alike."""
    a, b = plain(gold), plain(ours)
    if not a or not b:
        return False
    if a in b or (b in a and len(b) >= _SHORTEST):
        return True
    if _of_country(a) == _of_country(b):
        return True
    if any(_is_in(names, a) and _is_in(names, b) for names in _alias_sets()):
        return True
    if _registered(gold) & _registered(ours):
        return True
    return difflib.SequenceMatcher(None, a, b).ratio() > _ALIKE or (
        len(_skeleton(a)) >= _SHORTEST and _skeleton(a) == _skeleton(b)
    )


@lru_cache(maxsize=50_000)
def _of_country(name: str) -> frozenset[str]:
    """The words of a name with the country for its adjective: "Burkinabe army" is the army of Burkina Faso."""
    return frozenset(word for each in name.split() for word in _adjectives().get(each, each).split()) - {"of", "the"}


@cache
def _adjectives() -> dict[str, str]:
    return {plain(word): plain(one.name) for one in countries().values() for word in one.adjectives}


@lru_cache(maxsize=50_000)
def _registered(name: str) -> frozenset[str]:
    """The actors of the register that a whole name can stand for: "Tatmadaw" is what the register calls another."""
    words = split_words(name)
    whole = [hit for hit in shipped_register().hits(words) if (hit.first, hit.last) == (0, len(words))]
    return frozenset(ref.id for hit in whole for ref in hit.refs if ref.kind in ("alias", "near"))


def _is_in(names: frozenset[str], name: str) -> bool:
    return name in names or any(len(each) > _SHORTEST and each in name for each in names)


def _skeleton(name: str) -> str:
    return re.sub(r"[aeiouy\s]|^al|^el", "", name)


def same_names(gold: Sequence[str], ours: Sequence[str]) -> bool:
    """Both empty, or at least half of the gold's names are among ours."""
    if not gold or not ours:
        return not gold and not ours
    found = sum(any(same_name(name, other) for other in ours) for name in gold)
    return found >= max(1, len(gold) / 2)


def group(label: str) -> str:
    """The family of a type."""
    return _group_of().get(label, label)


def same_group(gold: str, ours: str) -> bool:
    """One family, or both kinds of force."""
    families = {group(gold), group(ours)}
    return len(families) == 1 or families <= _tables().force


def same_days(gold: str | None, ours: str | None) -> bool:
    """Both without a time, or intervals as wide as each other that come within one day of each other."""
    a, b = interval(gold), interval(ours)
    if a is None or b is None:
        return a is b
    narrow, wide = sorted((a[1] - a[0] + ONE_DAY, b[1] - b[0] + ONE_DAY))
    meet = a[0] <= b[1] + ONE_DAY and b[0] <= a[1] + ONE_DAY
    return meet and (wide <= WEEK or wide <= WIDER * narrow)


@lru_cache(maxsize=20_000)
def interval(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF value; None if there is none or an end is open."""
    if not edtf:
        return None
    ends = re.sub("[~?%]", "", str(edtf)).split("/")
    try:
        return _day(ends[0], last=False), _day(ends[-1], last=True)
    except ValueError:
        return None


def _day(value: str, *, last: bool) -> date:
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    if len(parts) > 2:
        return date(*parts[:3])
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY if last else date(year, month, 1)
