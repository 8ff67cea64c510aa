"""Evidence as W3C Web Annotations: every report, figure and claim with its place in the text.

In: coded pages and linked results. Out: one JSON-LD AnnotationPage. Each passage carries its position (code points,
from 0, the end not included) and its quotation with the characters around it, so that it is found again in another
copy.
"""

from collections.abc import Iterator, Sequence
from typing import IO, Any

import msgspec

from crossreport.export.leftout import LeftOut
from crossreport.export.people import public_name
from crossreport.model import CodedPage, EventReport, Figure, Linked, Page, Span

AROUND = 32  # characters of prefix and suffix, as annotators in the wild write them
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the annotations; nothing is left out."""
    del linked
    items = [item for coded in pages for item in _items(coded)]
    page = {"@context": CONTEXT, "id": "urn:crossreport:annotations", "type": "AnnotationPage", "items": items}
    stream.write(msgspec.json.encode(page) + b"\n")
    return []


def _items(coded: CodedPage) -> Iterator[dict[str, Any]]:
    for report in coded.reports:
        yield _item(report.id, _report_says(report), "event", coded.page, report.span)
    for figure in coded.figures:
        yield _item(figure.id, _figure_says(figure), "figure", coded.page, figure.span)
    for claim in coded.claims:
        yield _item(claim.id, f"a claim ({claim.mode}), introduced by {claim.cue!r}", "claim", coded.page, claim.span)


def _item(id_: str, says: str, kind: str, page: Page, span: Span) -> dict[str, Any]:
    source = page.url or f"urn:crossreport:{page.capture}"
    return {
        "type": "Annotation",
        "id": f"urn:crossreport:{id_}",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "value": says, "purpose": "describing", "format": "text/plain"},
            {"type": "TextualBody", "value": kind, "purpose": "tagging"},
        ],
        "target": {
            "source": source,
            "state": {"type": "TimeState", "cached": f"urn:crossreport:{page.capture}"},
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.quote,
                    "prefix": page.text[max(0, span.start - AROUND) : span.start],
                    "suffix": page.text[span.end : span.end + AROUND],
                },
            ],
        },
    }


def _report_says(report: EventReport) -> str:
    who = "; ".join(f"{taking.role}: {public_name(taking.actor)}" for taking in report.participants)
    where = report.place.name if report.place else "place not said"
    when = report.when.edtf if report.when else "day not said"
    return f"{report.type.label}, {report.status}; {who or 'nobody named'}; {where}; {when}"


def _figure_says(figure: Figure) -> str:
    return f"{figure.measure}: {figure.wording} ({figure.bound}) {figure.of.kind}"
