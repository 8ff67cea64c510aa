"""What came in: bytes, unchanged, with how they were had; or why they were not taken."""

from typing import Literal

from msgspec import Struct

MediaType = Literal["text/plain", "text/html"]


class Capture(Struct, frozen=True):
    """The bytes of one page as found. `id` is `sha256:<hex>` of `data`."""

    id: str
    name: str  # file name (relative to the folder that was given) or URL
    media_type: MediaType
    data: bytes
    encoding: str  # by which `data` decodes to text
    encoding_reason: str  # which rule decided the encoding: "bom", "meta", "utf-8", "detected", …


class Rejection(Struct, frozen=True):
    """An input that was not read, and why. `rule` is a short code, `says` a sentence with what to do."""

    name: str
    rule: str
    says: str


class Duplicate(Struct, frozen=True):
    """An input whose bytes were read before, under the name `first`."""

    name: str
    capture: str
    first: str
