"""Ids derived from content: the same thing has the same id on every machine and in every run."""

import hashlib
import re

ID_LENGTH = 20  # hex digits: 80 bits, collisions out of reach for any record a team can hold


def digest(data: bytes) -> str:
    """The capture hash, with its algorithm's name.

    >>> digest(b"")[:14]
    'sha256:e3b0c44'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()


def content_id(kind: str, *parts: object) -> str:
    """An id for the thing of `kind` that `parts` determine; parts are compared by their text.

    >>> content_id("page", "sha256:00", "a.txt").startswith("page-")
    True
    """
    joined = "\x1f".join(str(part) for part in (kind, *parts))
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:ID_LENGTH]}"


def name_order(name: str) -> tuple[tuple[str | int, ...], str]:
    """The key by which names are put in order: numbers in them count as numbers.

    >>> sorted(["a.warc#10", "a.warc#9"], key=name_order)
    ['a.warc#9', 'a.warc#10']
    """
    pieces = re.split(r"([0-9]+)", name)
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces)), name


def former_names(name: str) -> tuple[str, ...]:
    """The names under which an input can have been turned away before it could be opened or its address was known.

    >>> former_names("a.jsonl#17 https://example.org/x")
    ('a.jsonl#17 https://example.org/x', 'a.jsonl#17', 'a.jsonl')
    """
    place = re.match(r"(.*?)#[0-9][0-9.]*(?= |$)", name)
    return tuple(dict.fromkeys((name, place.group(), place.group(1)))) if place else (name,)
