"""What a container says about a page, put beside what the page says about itself. The page's own word goes first."""

import msgspec

from crossreport.model import Capture, StatementKind
from crossreport.reading.outlet import Metadata


def with_statements(metadata: Metadata, capture: Capture) -> Metadata:
    """The page's metadata, with the container's title, outlet, author, language and address where it has none.

    Days are not among them: they are clues of their own (`published/containers.py`).
    """
    return msgspec.structs.replace(
        metadata,
        title=metadata.title or _said(capture, "title"),
        site=metadata.site or _said(capture, "outlet"),
        author=metadata.author or _said(capture, "author"),
        language=metadata.language or _said(capture, "language"),
        address=metadata.address or capture.url,
    )


def _said(capture: Capture, kind: StatementKind) -> str | None:
    return next((one.value for one in capture.said if one.kind == kind), None)
