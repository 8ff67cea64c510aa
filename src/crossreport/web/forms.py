"""What a form of the app sent: names and texts, within bounds."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LONGEST = 1_000_000  # bytes of a form: a split may name thousands of reports
MOST = 20_000  # fields


class Form:
    """The fields of a form; a name may come more than once."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def all(self, name: str) -> list[str]:
        """Every text under a name."""
        return [text for key, text in self._pairs if key == name]

    def text(self, name: str) -> str:
        """The last text under a name, without white space around it; empty if there is none."""
        return next((text.strip() for key, text in reversed(self._pairs) if key == name), "")

    def beginning(self, prefix: str) -> list[tuple[str, str]]:
        """The names that begin so, without that beginning, and their texts, if they hold any."""
        return [
            (key[len(prefix) :], text.strip()) for key, text in self._pairs if key.startswith(prefix) and text.strip()
        ]


async def form_of(request: Request) -> Form:
    """The form of a request.

    Raises:
        HTTPException: it is none, is too long, or is no UTF-8.
    """
    body = await body_of(request, "application/x-www-form-urlencoded")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read.") from error
    return Form(pairs)


async def body_of(request: Request, kind: str) -> bytearray:
    """The bytes that a request brings.

    Raises:
        HTTPException: they are of another kind, or too many.
    """
    if request.headers.get("content-type", "").split(";")[0].strip() != kind:
        raise HTTPException(415, f"This must be sent as {kind}.")
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > LONGEST:
            raise HTTPException(413, "This is too long.")
    return body


def own_path(text: str) -> str:
    """An address inside the app to go back to; anything else is the queue."""
    inside = text.startswith("/") and not text.startswith(("//", "/\\")) and text.isascii() and text.isprintable()
    return text if inside else "/queue"
