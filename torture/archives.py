"""Damaged archives, feeds and mail: each outcome is a page, a duplicate or a reason; no crash, no hang (R4)."""

import io
import random
import time
from collections.abc import Iterator

from crossreport.intake import read_paths
from crossreport.model import Capture, Duplicate, Rejection
from evals import containers as made
from torture.trial import Trial

SECONDS = 20.0  # for one input of a few kilobytes, on a busy machine
WHOLE = made.one_of_each()


def trials(seed: int) -> Iterator[Trial]:
    """A trial is one damaged input."""
    chance = random.Random(seed)
    kinds = sorted(WHOLE)
    number = 0
    while True:
        kind = kinds[number % len(kinds)]
        number += 1
        data = damaged(WHOLE[kind], chance)
        began = time.monotonic()
        broke = _broke(data)
        if not broke and time.monotonic() - began > SECONDS:
            broke = f"took {time.monotonic() - began:.0f} s"
        yield Trial(f"{kind} {number}", broke)


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Bits flipped, stretches cut out, doubled, blanked, moved or filled with digits."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(data))
        size = chance.randrange(1, 200)
        what = chance.randrange(6)
        if what == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif what == 1 and len(data) > size + 1:
            del data[at : at + size]
        elif what == 2:
            data[at:at] = data[max(0, at - size) : at]
        elif what == 3:
            data[at : at + 20] = bytes(20)
        elif what == 4:
            data[at:at] = str(chance.choice((0, -1, 2**31, 2**53, 2**64, 10**30))).encode()
        else:
            data[at : at + size] = chance.randbytes(size)
    return bytes(data)


def _broke(data: bytes) -> str:
    try:
        for one in read_paths(["-"], stdin=io.BytesIO(data)):
            if not isinstance(one, Capture | Rejection | Duplicate):
                return f"{type(one).__name__} came out"
            if isinstance(one, Rejection) and not one.says:
                return "a rejection without a reason"
    except Exception as error:  # whatever it is, it must not be
        return f"{type(error).__name__}: {error}"
    return ""
