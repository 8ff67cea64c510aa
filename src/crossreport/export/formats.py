"""The formats by name: what each is, and the function that writes it."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO, Any

from msgspec import Struct

from crossreport.export.leftout import LeftOut
from crossreport.model import Capture, CodedPage, Judgement, Linked
from crossreport.privacy import redacted


class Contents(Struct, frozen=True):
    """What an export reads of a record."""

    pages: Sequence[CodedPage]
    linked: Linked
    capture_of: Callable[[str], Capture | None]
    judgements: Sequence[Judgement] = ()

    def without_names(self) -> "tuple[Contents, int]":
        """The same with blocks in place of the names of private persons, and how many names these were."""
        found = redacted(self.pages, self.linked, self.judgements)
        return Contents(found.pages, found.linked, self.capture_of, found.judgements), found.names


class NamesNeeded(ValueError):
    """A format that cannot be written without the names of private persons was asked for without them."""


class Format(Struct, frozen=True):
    """A format: its one-line description; `of` names what its leftovers are; `hxl` whether it can carry hashtags.

    `raw`: it holds the captured bytes, names and all, in which nothing can be blocked out.
    """

    name: str
    says: str
    module: str
    of: str = "events"
    hxl: bool = False
    raw: bool = False

    def write(self, stream: IO[bytes], contents: Contents, *, hxl: bool = False, names: bool = False) -> list[LeftOut]:
        """Writes the record; returns what was left out, each with the reason.

        Names of private persons are blocked out unless `names` asks for them.

        Raises:
            NamesNeeded: the format holds the captured bytes, and `names` does not ask for them.
        """
        if self.raw and not names:
            raise NamesNeeded(f"{self.name} holds the pages as they came, with the names of all persons")
        if not names:
            contents, _ = contents.without_names()
        write = import_module(f"crossreport.export.{self.module}").write
        if self.module == "wacz":
            return list(write(stream, contents.pages, contents.capture_of))
        options: dict[str, Any] = {"hxl": hxl} if self.hxl else {}
        if self.module == "jsonl":
            options = {"judgements": contents.judgements}
        left_out = write(stream, contents.pages, contents.linked, **options)
        return left_out if isinstance(left_out, list) else []


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("jsonl", "all of the record with texts, one JSON object a line", "jsonl", of="nothing"),
        Format("acled", "ACLED, CSV of 31 columns", "acled", hxl=True),
        Format("ucdp", "UCDP GED, CSV of 49 columns", "ucdp", hxl=True),
        Format("plover", "PLOVER, JSON Lines", "plover"),
        Format("polecat", "POLECAT, 40 tab-separated columns", "polecat"),
        Format("gdelt", "GDELT 2.0 Events, 61 tab-separated columns without a header", "gdelt"),
        Format("airwars", "civilian harm as ranges, CSV in the manner of casualty recorders", "airwars"),
        Format("membership", "which outlet tells which event, CSV for capture-recapture", "membership"),
        Format("geojson", "events on a map, GeoJSON", "geojson"),
        Format("parquet", "the tables of the record as Parquet, in a zip file", "parquet", of="nothing"),
        Format("annotations", "every passage as W3C Web Annotations, JSON-LD", "annotation", of="nothing"),
        Format("ftm", "FollowTheMoney entities, JSON Lines", "ftm", of="nothing"),
        Format("prov", "where every value comes from, PROV-JSON", "prov", of="nothing"),
        Format("wacz", "the captured pages as a web archive, WACZ 1.1.1", "wacz", of="pages", raw=True),
    )
}
