"""A coded page in, the only day that a report's sentences name out, where coding took the page's own day for it."""

from collections.abc import Iterable

from crossreport.linking.times import MONTH, NEWS_DAYS, days, ordinal
from crossreport.model import CodedPage, Span, When


def only_day(coded: CodedPage, passages: Iterable[Span]) -> int | None:
    """The one day (an ordinal) that `passages` name, in the month before the page was written; None if they name more
    than one, or another stretch of time beside it, or a day so late that it may be the page's news anyway.
    """
    written, told = days(coded.page.published), list(passages)
    named = {
        (one.value.earliest, one.value.latest)
        for one in coded.mentions
        if one.kind == "time" and isinstance(one.value, When) and any(span.covers(one.span) for span in told)
    }
    if written is None or len(named) != 1:
        return None
    earliest, latest = next(iter(named))
    if earliest is None or earliest != latest:
        return None
    day = ordinal(earliest)
    return day if written.earliest - MONTH <= day <= written.latest - NEWS_DAYS else None
