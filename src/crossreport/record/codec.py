"""Coded pages as canonical JSON and back: the same value is the same bytes everywhere.

A mention's value is a Place, When, Quantity or Actor, told apart by the mention's kind; the rest is msgspec's own.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import asdict

from crossreport.model import (
    Actor,
    Claim,
    CodedPage,
    EventReport,
    Figure,
    Mention,
    MentionKind,
    Page,
    Place,
    Quantity,
    Reason,
    Span,
    When,
)

_VALUES: dict[str, Callable[[Raw], Any]] = {
    kind: msgspec.json.Decoder(type_).decode
    for kind, type_ in {
        "place": Place,
        "time": When,
        "quantity": Quantity,
        "actor": Actor,
        "person": Actor,
    }.items()
}
_NOTHING = Raw(b"null")


class _StoredMention(Struct, frozen=True):
    id: str
    page: str
    kind: MentionKind
    span: Span
    candidates: tuple[str, ...]
    reasons: tuple[Reason, ...]
    head: int
    value: Raw = _NOTHING
    label: str | None = None


class _StoredPage(Struct, frozen=True):
    page: Page
    mentions: tuple[_StoredMention, ...]
    reports: tuple[EventReport, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    model: str


_encoder = msgspec.json.Encoder(order="sorted")
_page_decoder = msgspec.json.Decoder(_StoredPage)


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces.

    Raises:
        ValueError: the value holds text that is no Unicode (lone surrogates) or is no JSON value.
    """
    try:
        return _encoder.encode(value).decode("utf-8")
    except (TypeError, UnicodeEncodeError) as error:
        raise ValueError(f"not storable as JSON: {error}") from error


def decode_page(stored: str | bytes) -> CodedPage:
    """The coded page that `canonical` wrote."""
    raw = _page_decoder.decode(stored)
    mentions = tuple(_mention(mention) for mention in raw.mentions)
    return CodedPage(raw.page, mentions, raw.reports, raw.figures, raw.claims, raw.model)


def _mention(stored: _StoredMention) -> Mention:
    fields = asdict(stored)
    empty = bytes(stored.value) == b"null"
    fields["value"] = None if empty else _VALUES[stored.kind](stored.value)
    return Mention(**fields)
