"""A reading in, the page's own date out, or the date that the user gives, checked."""

import re
from calendar import monthrange
from datetime import date

from crossreport.model import Basis, Published
from crossreport.reading.published.age import age_clues
from crossreport.reading.published.bounds import bound_clues
from crossreport.reading.published.clue import Reading
from crossreport.reading.published.containers import container_clues
from crossreport.reading.published.covered import covered_clues
from crossreport.reading.published.durations import duration_clues
from crossreport.reading.published.filed import filed
from crossreport.reading.published.headers import header_clues
from crossreport.reading.published.mentions import mention_clues
from crossreport.reading.published.metadata import metadata_clues, settle
from crossreport.reading.published.numbered import number_clues
from crossreport.reading.published.photos import photo_clues
from crossreport.reading.published.solve import edtf_of, solve
from crossreport.reading.published.weekdays import weekday_clues

_EDTF_DAY = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?[~?%]?")


def infer_published(reading: Reading) -> Published:
    """The page's own date from every clue at once."""
    headers = header_clues(reading)
    covered = covered_clues(reading)
    bulletin = bool(covered) or any(clue.rule == "bulletin_day" for clue in headers)
    clues = settle(reading, metadata_clues(reading) + headers)
    clues += mention_clues(reading) + weekday_clues(reading, bulletin=bulletin)
    clues += photo_clues(reading) + duration_clues(reading) + bound_clues(reading) + covered
    clues += number_clues(reading)
    clues = filed([*clues, *container_clues(reading)])
    return solve([*clues, *age_clues(clues)])


def given_published(value: str) -> Published:
    """The date that the user gives: an ISO day, or an EDTF day, month, year or interval.

    Raises:
        ValueError: not such a value, with an example of one.
    """
    parts = value.strip().split("/")
    if len(parts) > 2 or not any(part not in ("", "..") for part in parts):
        raise _no_date(value)
    first, last = _bounds(parts[0], value), _bounds(parts[-1], value)
    earliest, latest = first[0], last[1]
    if earliest and latest and earliest > latest:
        raise ValueError(f"the date {value!r} ends before it begins")
    edtf = value.strip() if re.search(r"[~?%]", value) else edtf_of(earliest, latest)
    basis = Basis("override", None, f"The date was given by the user: {value.strip()}.")
    return Published(edtf, _iso(earliest), _iso(latest), (basis,))


def _bounds(part: str, value: str) -> tuple[date | None, date | None]:
    if part in ("", ".."):
        return None, None
    found = _EDTF_DAY.fullmatch(part)
    if found is None:
        raise _no_date(value)
    year, month, day = (int(number) if number else None for number in found.group("y", "m", "d"))
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(year or 0, last_month, day or monthrange(year or 1, last_month)[1])
    except ValueError as error:
        raise _no_date(value) from error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _no_date(value: str) -> ValueError:
    return ValueError(
        f"{value!r} is no date: give a day (2015-01-30), month (2015-01), year (2015) or interval (2015-01/2015-03)"
    )


# Clues that are a whole date of their own: day, month and year in a header, in metadata or in a date line.
DATED_RULES = frozenset({"header_date", "metadata_published", "metadata_published_only", "metadata_time_only"})


def contradicted(given: Published, found: Published) -> Published:
    """`given`, with a clue that says so where the page itself carries another full date.

    The date that was given stands: whoever gives it may know better. The reader is told.
    """
    sure = found.earliest is not None and found.earliest == found.latest
    clue = next((basis for basis in found.basis if basis.rule in DATED_RULES), None)
    if not sure or clue is None or not (given.earliest and given.latest):
        return given
    if given.earliest <= str(found.earliest) <= given.latest:
        return given
    says = f"The page itself carries another date: {clue.says}"
    return Published(
        given.edtf, given.earliest, given.latest, (*given.basis, Basis("override_contradicted", clue.span, says))
    )
