"""An event's testimonies in, its status out: what most independent voices say, copies counted once."""

from collections import Counter

from crossreport.model import Status
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling


def agreed_status(telling: Telling) -> Status:
    """The status that most independent voices give; of equally frequent ones the more certain."""
    order = lexicon().status_rank
    firmest: list[Status] = [
        min((testimony.report.status for testimony in bloc), key=order.index) for bloc in telling.blocs.values()
    ]
    counts = Counter(firmest)
    return min(counts, key=lambda status: (-counts[status], order.index(status))) if counts else telling.event.status
