"""Two tolls of killed in, out how they stand to each other; whether that speaks for one happening, weights say."""

from crossreport.linking.factor import Factor
from crossreport.linking.features import Toll

FEW_KILLED = 3  # an equal toll of one or two says little
MANY_KILLED = 10  # from here on happenings are so seldom that tolls of one size speak for one
FAR = 8.0  # times: two accounts of one deed seldom count so far apart (stories, dev; pages of FA-KES, dev)
CLOSE = 2.0  # times: counts of the first and of the third day lie no further apart (stories, dev)


def compare_tolls(one: Toll | None, other: Toll | None) -> Factor | None:
    """The same number, ranges that meet, numbers of one size, apart or far apart; None if one of them gives none."""
    if one is None or other is None:
        return None
    if one.best is not None and one.best == other.best:
        return Factor("toll_equal" if one.best >= FEW_KILLED else "toll_meets", f"both count {one.best:g} killed")
    lows = (one.low or 0, other.low or 0)
    highs = (_top(one), _top(other))
    if max(lows) <= min(highs) and max(lows) >= CLOSE * min(lows) > 0:
        return Factor("toll_may_meet", "one gives no upper end, and the other counts twice as many or more")
    if max(lows) <= min(highs):
        return Factor("toll_meets", "their tolls overlap")
    if min(lows) >= MANY_KILLED and max(lows) <= CLOSE * min(lows):
        return Factor("toll_close", "their tolls are of one size")
    if min(highs) * FAR < max(lows) and max(lows) >= MANY_KILLED:
        return Factor("toll_far", "one counts many times as many killed as the other")
    return Factor("toll_apart", "their tolls differ")


def _top(toll: Toll) -> float:
    return toll.high if toll.high is not None else float("inf")
