"""Ids derived from content: the same thing has the same id on every machine and in every run."""

import hashlib

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
