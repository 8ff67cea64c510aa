"""Features and comparisons as bytes and back: the same value is the same bytes everywhere, and can be hashed."""

from functools import lru_cache
from hashlib import blake2b
from typing import Any

import msgspec

from crossreport.linking.features import Features
from crossreport.linking.pairing import Pairing
from crossreport.model import Actor

KEPT = 20_000  # unpacked reports in memory: more than meet in the blocks of one day

_encoder = msgspec.msgpack.Encoder()
_features = msgspec.msgpack.Decoder(Features)
_pairing = msgspec.msgpack.Decoder(Pairing)


def pack(value: Any) -> bytes:
    """`value` as bytes; sets are written in order."""
    return _encoder.encode(_ordered(value))


@lru_cache(maxsize=KEPT)
def unpack(packed: bytes) -> Features:
    """The features that `pack` wrote."""
    return _features.decode(packed)


def unpack_pairing(packed: bytes) -> Pairing:
    """The comparison that `pack` wrote."""
    return _pairing.decode(packed)


def _ordered(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value, key=_key)
    if isinstance(value, tuple):
        return [_ordered(each) for each in value]
    return value


def _key(value: Any) -> tuple[str, ...]:
    if isinstance(value, Actor):
        return value.id, value.name, value.kind, value.country or "", str(value.generic), value.affiliation or ""
    return (str(value),)


def digest(*parts: bytes) -> str:
    """A short name for a content: the same parts, the same name on every machine."""
    summed = blake2b(digest_size=16)
    for part in parts:
        summed.update(len(part).to_bytes(8, "big") + part)
    return summed.hexdigest()


BY_DAY = 40  # bits below the day


def dated(day: int, text: str) -> int:
    """A 63-bit number for a text of a day (an ordinal, or -1 for none): sorted, they go from day to day."""
    return (day + 1 << BY_DAY) | number(text) >> 63 - BY_DAY


def number(text: str) -> int:
    """A 63-bit number for a text; two texts with one number only cost a comparison more."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1
