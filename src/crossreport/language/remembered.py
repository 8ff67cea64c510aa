"""What was tagged lately, by its words: copies, agency texts and standing phrases come again and again.

A sentence's tags depend on its words alone, so that remembering changes the speed and nothing else. Kept small: a
digest of the words, and the tags packed.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from crossreport.language.model import Tagged

MOST: Final = 32_768  # sentences; about 0.8 KB each, and some 2,000 pages

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Tagged)


class Remembered:
    """A function from words to tags that keeps its last `most` answers."""

    def __init__(self, tag: Callable[[Sequence[str]], Tagged], most: int = MOST) -> None:
        self._tag = tag
        self._most = most
        self._kept: dict[bytes, bytes] = {}

    def __call__(self, words: Sequence[str]) -> Tagged:
        """Tags of the words; those asked for longest ago are forgotten first."""
        key = _digest(words)
        packed = self._kept.pop(key, None)
        if packed is None:
            tagged = self._tag(words)
            packed = _PACK.encode(tagged)
            if len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
        else:
            tagged = _UNPACK.decode(packed)
        self._kept[key] = packed
        return tagged


def _digest(words: Sequence[str]) -> bytes:
    # Written as a list of literals: however odd the characters are, no two sentences are written alike.
    return hashlib.blake2b(ascii(list(words)).encode("ascii"), digest_size=16).digest()
