"""A coded page as rows of the derived tables."""

from collections.abc import Sequence
from typing import Any

from crossreport.model import Attribution, Claim, CodedPage, EventReport, Figure, Mention, Span

Row = dict[str, Any]


def page_row(coded: CodedPage) -> Row:
    """The row of the page itself, without what the store knows of its reading."""
    page = coded.page
    return {
        "id": page.id,
        "capture": page.capture,
        "name": page.name,
        "outlet": page.outlet,
        "title": page.title,
        "language": page.language,
        "edtf": page.published.edtf,
        "earliest": page.published.earliest,
        "latest": page.published.latest,
    }


def mention_rows(mentions: Sequence[Mention]) -> list[Row]:
    """One row a mention; `name` of what it was grounded to."""
    return [
        {
            **_located(position, mention.page, mention.id, mention.span),
            "kind": mention.kind,
            "grounded": mention.value is not None,
            "name": getattr(mention.value, "name", None) or getattr(mention.value, "edtf", None),
        }
        for position, mention in enumerate(mentions)
    ]


def report_rows(reports: Sequence[EventReport]) -> list[Row]:
    """One row an event report."""
    return [
        {
            **_located(position, report.page, report.id, report.span),
            "label": report.type.label,
            "status": report.status,
            **{name: getattr(report.place, name, None) for name in ("country", "geonameid", "lat", "lon")},
            "place": report.place.name if report.place else None,
            **{name: getattr(report.when, name, None) for name in ("edtf", "earliest", "latest")},
            "said_by": _outermost(report.attribution),
        }
        for position, report in enumerate(reports)
    ]


def figure_rows(figures: Sequence[Figure]) -> list[Row]:
    """One row a figure."""
    return [
        {
            **_located(position, figure.page, figure.id, figure.span),
            **{name: getattr(figure, name) for name in ("event_report", "measure", "low", "best", "high", "bound")},
            "counted": figure.of.text,
            "cumulative": figure.cumulative,
            "said_by": _outermost(figure.attribution),
        }
        for position, figure in enumerate(figures)
    ]


def claim_rows(claims: Sequence[Claim]) -> list[Row]:
    """One row a claim."""
    return [
        {
            **_located(position, claim.page, claim.id, claim.span),
            "speaker": claim.speaker,
            "actor": claim.actor_id,
            "mode": claim.mode,
        }
        for position, claim in enumerate(claims)
    ]


def _located(position: int, page: str, id_: str, span: Span) -> Row:
    return {
        "position": position,
        "page": page,
        "id": id_,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
    }


def _outermost(attribution: Sequence[Attribution]) -> str | None:
    return attribution[0].speaker if attribution else None
