"""Calendar rules for years and their parts, seasons, decades and centuries.

As calendar.py: words and context in, first and last day out, None where the words do not settle it.
"""

from collections.abc import Callable
from datetime import date

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.calendar import SOON, Context, Days, Rule, Words, year_of
from crossreport.grounding.times.count import count_of, year_number
from crossreport.grounding.times.words import phase_of, time_words
from crossreport.words.edtf import SEASONS, last_of_month

SCHOOL_BEGINS, SCHOOL_ENDS = 9, 6  # months; the usual ones of the northern half of the earth


def year(words: Words, _context: Context) -> Days | None:
    """2014; early 1999 is January to April (UCDP)."""
    return _phase_of_year(year_number(words.get("year") or words.get("spoken_year") or ""), words.get("phase"))


def _phase_of_year(number: int, phase: str | None) -> Days:
    which = phase_of(phase) if phase else ""
    first, last = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}.get(which, (1, 12))
    about = phase is not None and plain(phase) == "around"
    return Days(date(number, first, 1), last_of_month(number, last), f"{number:04d}~" if about else None)


def year_range(words: Words, _context: Context) -> Days | None:
    """2011-2014, from late 2011 to early 2013, 2011-12."""
    one = int(words["year"] or 0)
    two = int(words["year2"] or 0) if words.get("year2") else one - one % 100 + int(words["yy"] or 0)
    first, last = _phase_of_year(one, words.get("phase")).first, _phase_of_year(two, words.get("phase2")).last
    return Days(first, last) if one < two else None


def fiscal_year(words: Words, context: Context) -> Days | None:
    """Fiscal 2015: about that year, for books close on different days; "the fiscal year" is the running one."""
    if words.get("year"):
        first = int(words["year"] or 0)
        last = _second_year(words, first)
    else:
        first = last = context.day.year + {"last": -1, "next": 1}.get(plain(words.get("dir") or ""), 0)
    text = f"{first:04d}~" if first == last else f"{first:04d}~/{last:04d}~"
    return Days(date(first, 1, 1), date(last, 12, 31), text) if first <= last <= first + 1 else None


def school_year(words: Words, context: Context) -> Days | None:
    """The school year 2015-16: about September to June; a single year is the one in which it begins."""
    if words.get("year"):
        first = int(words["year"] or 0)
        if _second_year(words, first) not in (first, first + 1):
            return None
    else:
        running = context.day.year - (context.day.month < SCHOOL_BEGINS)
        first = running + {"last": -1, "next": 1}.get(plain(words.get("dir") or ""), 0)
    begin, end = date(first, SCHOOL_BEGINS, 1), last_of_month(first + 1, SCHOOL_ENDS)
    return Days(begin, end, f"{first:04d}-{SCHOOL_BEGINS:02d}~/{first + 1:04d}-{SCHOOL_ENDS:02d}~")


def _second_year(words: Words, first: int) -> int:
    if words.get("year2"):
        return int(words["year2"] or 0)
    return first - first % 100 + int(words["yy"] or 0) if words.get("yy") else first


def part_of_year(words: Words, context: Context) -> Days | None:
    """The first half of 2015, the third quarter of last year, the first six months of 2015."""
    number = int(words["year"] or 0) if words.get("year") else year_of(plain(words["of_year"] or ""), context)
    part = plain(words["part_of_year"] or "")
    ranks = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    rank = ranks.get(part.split()[0]) or (int(part[1]) if part[1:].isdigit() else None)
    if "month" in part:
        length = int(count_of(part.split()[1]) or 3) if len(part.split()) > 2 else 3
        return (
            Days(date(number, 1, 1), last_of_month(number, length))
            if rank == 1
            else Days(date(number, 13 - length, 1), date(number, 12, 31))
        )
    length = 6 if "half" in part or part.startswith("h") else 3
    first = (rank - 1) * length + 1 if rank else 13 - length
    return Days(date(number, first, 1), last_of_month(number, first + length - 1)) if first + length <= 13 else None


def decade(words: Words, _context: Context) -> Days | None:
    """The 1990s, the early 80s, the nineties."""
    text = plain(words["decade"] or "").replace("'", "")
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    tens = (names.index(text) + 2) * 10 if text in names else int(text.rstrip("s"))
    start = tens if tens > 99 else 1900 + tens
    which = phase_of(words["phase"] or "") if words.get("phase") else ""
    first, last = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}.get(which, (0, 9))
    return Days(date(start + first, 1, 1), date(start + last, 12, 31), None if which else f"{start // 10}X")


def century(words: Words, _context: Context) -> Days | None:
    """The 19th century: 1800 to 1899, as the format counts; the late one: its last third."""
    number = int(count_of(words["ordinal_number"] or "") or 0)
    if not 1 <= number <= 21:
        return None
    if which := phase_of(words.get("phase") or ""):
        first, last = {"early": (0, 33), "middle": (33, 66), "late": (66, 99)}[which]
        begin = 100 * (number - 1)
        return Days(date(max(1, begin + first), 1, 1), date(begin + last, 12, 31))
    return Days(date(max(1, 100 * (number - 1)), 1, 1), date(100 * number - 1, 12, 31), f"{number - 1:02d}XX")


def season(words: Words, context: Context) -> Days | None:
    """Summer 2014, last winter, by the seasons of the northern half of the earth."""
    code = time_words().seasons[plain(words["season"] or "")]
    first_month, last_month = SEASONS[code]

    def in_year(number: int) -> Days:
        last = last_of_month(number + (last_month < first_month), last_month)
        return Days(date(number, first_month, 1), last, f"{number:04d}-{code}")

    direction = plain(words.get("dir") or "")
    if words.get("year") or words.get("of_year"):
        return in_year(
            int(words["year"] or 0) if words.get("year") else year_of(plain(words["of_year"] or ""), context)
        )
    if words.get("spoken_year"):
        return in_year(year_number(words["spoken_year"] or ""))
    if context.told and (direction == "that" or ((context.chronicle or context.tale) and direction not in _FROM_TOLD)):
        return (
            _season_told(in_year, context, "following") if "next" in direction else _season_near(in_year, context.told)
        )
    if direction == "this":
        return in_year(context.day.year)
    if direction in _FROM_TOLD:
        return _season_told(in_year, context, direction)
    near = [in_year(context.day.year + step) for step in (-2, -1, 0, 1)]
    if "next" in direction or (context.ahead and "last" not in direction):
        return next(found for found in near if found.first and found.first > context.day)
    if "last" in direction:
        return [found for found in near if found.last and found.last < context.day][-1]
    return [found for found in near if found.first and found.first <= context.day][-1]


_FROM_TOLD = ("following", "previous", "preceding", "same")


def _season_near(in_year: Callable[[int], Days], told: tuple[date, date]) -> Days:
    """The season of a tale: of the year that was told, else the one that goes on at the time told or comes next."""
    first, last = told
    if last - first > SOON:
        return in_year(first.year)
    near = [in_year(first.year + step) for step in (-1, 0, 1)]
    return next(found for found in near if found.last and found.last >= first)


def _season_told(in_year: Callable[[int], Days], context: Context, direction: str) -> Days | None:
    """The following spring: the next after the time told before."""
    if context.told is None:
        return None
    first, last = context.told
    near = [in_year(first.year + step) for step in (-2, -1, 0, 1, 2)]
    if direction == "following":
        return next(found for found in near if found.first and found.first > last)
    if direction == "same":
        return next((found for found in near if found.first and found.last and found.last >= first), None)
    return [found for found in near if found.last and found.last < first][-1]


YEARS: dict[str, Rule] = {
    "year": year,
    "year_range": year_range,
    "fiscal_year": fiscal_year,
    "school_year": school_year,
    "part_of_year": part_of_year,
    "decade": decade,
    "century": century,
    "season": season,
}
