"""What came in: bytes, unchanged, with how they were had; or why they were not taken."""

from typing import Literal

from msgspec import Struct

MediaType = Literal["text/plain", "text/html", "application/pdf"]
StatementKind = Literal["published", "updated", "sent", "captured", "title", "outlet", "author", "language"]
Method = Literal["file", "stdin", "fetch"]


class Statement(Struct, frozen=True):
    """What a container says about a page (a feed's pubDate, a mail's Subject): evidence for reading, never truth.

    `value` is as written; `source` says who says so, for a reader: "the feed's pubDate".
    """

    kind: StatementKind
    value: str
    source: str


class Collection(Struct, frozen=True):
    """How the bytes were had, as the Berkeley Protocol asks: who, when, how, from where.

    `collected_at` is the moment (ISO 8601, as written) at which they were taken from their source, where that is known:
    by the archive or mail that holds them, or by our own fetch. `container` is the hash of the file that the page was
    taken out of, `position` where in it; None if the file is the page.
    """

    method: Method
    tool: str
    collector: str | None = None
    collected_at: str | None = None
    container: str | None = None
    position: str | None = None
    address: str | None = None  # the server's IP address
    redirects: tuple[str, ...] = ()  # addresses passed through before `Capture.url`


class Capture(Struct, frozen=True):
    """The bytes of one page as found. `id` is `sha256:<hex>` of `data`."""

    id: str
    name: str  # file name (relative to the folder that was given), place in a container, or URL
    media_type: MediaType
    data: bytes
    encoding: str  # by which `data` decodes to text; "pdf" of a PDF, whose text layer reading takes out
    encoding_reason: str  # which rule decided the encoding: "bom", "meta", "utf-8", "detected", …
    url: str | None = None
    said: tuple[Statement, ...] = ()
    collection: Collection | None = None


class Rejection(Struct, frozen=True):
    """An input that was not read, and why. `rule` is a short code, `says` a sentence with what to do.

    `capture` is the hash of its bytes where the record keeps them: reading turned the page away, not intake.
    """

    name: str
    rule: str
    says: str
    capture: str | None = None


class Duplicate(Struct, frozen=True):
    """An input whose bytes were read before, under the name `first`."""

    name: str
    capture: str
    first: str
