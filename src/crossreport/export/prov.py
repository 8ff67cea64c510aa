"""Where every value comes from, as PROV-JSON: captures, pages, reports, figures, claims and events.

In: coded pages and linked results. Out: one JSON document of the W3C's PROV data model: a page `wasDerivedFrom` its
capture, a report, figure or claim is a `prov:Quotation` from its page, an event `wasDerivedFrom` its reports; a reading
and a linking activity carry the model's version.
"""

from collections.abc import Sequence
from typing import IO, Any

import msgspec

from crossreport.export.leftout import LeftOut
from crossreport.model import CodedPage, Linked

PREFIX = "cr"


def qualified(name: str) -> dict[str, str]:
    """A name of a vocabulary, as PROV-JSON tells it from a text."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


class Document:
    """PROV's parts by kind; relations are numbered in the order in which they come."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Any]] = {"prefix": {PREFIX: "urn:crossreport:"}}

    def add(self, kind: str, id_: str, **fields: Any) -> None:
        """An entity, activity or agent."""
        named = {name.replace("__", ":"): value for name, value in fields.items()}
        if "prov:type" in named:
            named["prov:type"] = qualified(named["prov:type"])
        self.parts.setdefault(kind, {})[f"{PREFIX}:{id_}"] = named

    def relate(self, kind: str, of: str = "", **ends: str) -> None:
        """A relation between two of them, `of` a type of PROV's own."""
        known = self.parts.setdefault(kind, {})
        named: dict[str, Any] = {f"prov:{name}": f"{PREFIX}:{id_}" for name, id_ in ends.items()}
        known[f"_:{kind}{len(known) + 1}"] = named | ({"prov:type": qualified(of)} if of else {})


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the document; nothing is left out."""
    found = Document()
    found.add("agent", "software", prov__type="prov:SoftwareAgent", prov__label="Crossreport")
    for coded in pages:
        _page(found, coded)
    if linked.events:
        found.add("activity", "linking", prov__label="reports joined to events")
        found.relate("wasAssociatedWith", activity="linking", agent="software")
    for event in linked.events:
        found.add("entity", event.id, prov__type="cr:Event", prov__label=event.type.label)
        found.relate("wasGeneratedBy", entity=event.id, activity="linking")
        for report in event.reports:
            found.relate("wasDerivedFrom", generatedEntity=event.id, usedEntity=report)
    stream.write(msgspec.json.encode(found.parts) + b"\n")
    return []


def _page(found: Document, coded: CodedPage) -> None:
    page, reading = coded.page, f"reading-{coded.page.id}"
    found.add("entity", page.capture, prov__type="cr:Capture", prov__label=page.name)
    found.add("entity", page.id, prov__type="cr:Page", prov__label=page.title or page.name)
    found.add("activity", reading, prov__label="page read and coded", cr__model=coded.model)
    found.relate("wasAssociatedWith", activity=reading, agent="software")
    found.relate("used", activity=reading, entity=page.capture)
    found.relate("wasDerivedFrom", generatedEntity=page.id, usedEntity=page.capture)
    kinds = (("cr:EventReport", coded.reports), ("cr:Figure", coded.figures), ("cr:Claim", coded.claims))
    for kind, members in kinds:
        for member in members:
            found.add("entity", member.id, prov__type=kind, prov__value=member.span.quote)
            found.relate("wasGeneratedBy", entity=member.id, activity=reading)
            found.relate("wasDerivedFrom", "prov:Quotation", generatedEntity=member.id, usedEntity=page.id)
