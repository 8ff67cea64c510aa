"""Two corpora of marked place names and what nine geoparsers said of them: LGL and GeoVirus, in the form of EUPEG.

The corpora are parted into dev and test by document, every other one, and rules and weights are tuned on dev alone.
The texts of LGL may be absent (`corpora/lgl.xml.gz`): its names are then put into a text that holds nothing else but
the commas between them.
"""

import gzip
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Literal

from msgspec import Struct

from evals.corpora import Absent, find

Part = Literal["dev", "test", "all"]
CORPORA = ("LGL", "GeoVirus")
SYSTEMS = (
    "CLAVIN", "CamCoder", "DBpedia", "Edinburgh", "GeoTxt", "SpaCyNER", "StanfordNER", "TopoCluster", "Yahoo",
)  # fmt: skip
_FOLDER = "data/geoparsing"
_MARK_PEOPLES = frozenset({"LGL"})  # GeoVirus has none among the 1,061 names of its dev half
_ONE_TOO_HIGH = {"GeoVirus": 1}  # what the gold offsets of a corpus are too high by


class Toponym(Struct, frozen=True):
    """A place name in a text; `lat`/`lon` None: found, but not placed. `geonameid` where the corpus gives one."""

    name: str
    start: int
    end: int
    lat: float | None
    lon: float | None
    geonameid: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


class Marked(Struct, frozen=True):
    """A document with its gold toponyms in reading order.

    `whole`: the text is the article's own; `peoples`: the corpus marks "Syrian" as Syria.
    """

    id: str
    text: str
    toponyms: tuple[Toponym, ...]
    systems: dict[str, tuple[Toponym, ...]]
    whole: bool
    peoples: bool = False


def marked(corpus: str, part: Part) -> list[Marked]:
    """The documents of a part that have toponyms.

    Raises:
        Absent: the corpus is not there.
    """
    gold = _lines(f"{_FOLDER}/eupeg_gold/{corpus}_gold.txt", _ONE_TOO_HIGH.get(corpus, 0))
    said = {name: _lines(f"{_FOLDER}/eupeg_system_outputs/{corpus}_{name}.txt", 0) for name in SYSTEMS}
    texts, ids = _texts(corpus)
    found = []
    for here, toponyms in enumerate(gold):
        if not toponyms or (part != "all" and (here % 2 == 0) != (part == "dev")):
            continue
        numbered = tuple(_numbered(toponym, ids.get((here, *toponym.span))) for toponym in toponyms)
        text = texts[here] if texts else _skeleton(numbered)
        found.append(
            Marked(
                f"{corpus}-{here}",
                text,
                numbered,
                {name: said[name][here] for name in said},
                bool(texts),
                corpus in _MARK_PEOPLES,
            )
        )
    return found


def _numbered(toponym: Toponym, geonameid: int | None) -> Toponym:
    return Toponym(toponym.name, toponym.start, toponym.end, toponym.lat, toponym.lon, geonameid)


def _open(relative: str) -> str:
    try:
        path = find(relative)
    except Absent:
        path = find(f"{relative}.gz")
    data = Path(path).read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def _lines(relative: str, shift: int) -> list[tuple[Toponym, ...]]:
    return [_toponyms(line, shift) for line in _open(relative).removesuffix("\n").split("\n")]


def _toponyms(line: str, shift: int) -> tuple[Toponym, ...]:
    rows = [part.split(",,") for part in line.strip().split("||")]
    found = {
        Toponym(row[1], int(row[4]) - shift, int(row[5]) - shift, _degrees(row[2]), _degrees(row[3]))
        for row in rows
        if len(row) >= 6
    }
    return tuple(sorted(found, key=lambda toponym: (toponym.span, toponym.name)))


def _degrees(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _texts(corpus: str) -> tuple[list[str], dict[tuple[int, int, int], int]]:
    """The articles' texts, and the GeoNames ids of the toponyms by article and offsets where the corpus has them."""
    try:
        root = ElementTree.fromstring(_open(f"{_FOLDER}/corpora/{'lgl' if corpus == 'LGL' else corpus}.xml"))
    except Absent:
        return [], {}
    articles = list(root.iter("article"))
    ids = {}
    for here, article in enumerate(articles):
        for spot in article.iter("toponym"):
            tag = spot.find("gaztag")
            if tag is not None and tag.get("geonameid"):
                ids[here, int(spot.findtext("start") or 0), int(spot.findtext("end") or 0)] = int(
                    tag.get("geonameid") or 0
                )
    return [article.findtext("text") or "" for article in articles], ids


def _skeleton(toponyms: tuple[Toponym, ...]) -> str:
    """The names at their offsets, two that stand two signs apart joined by a comma, full stops elsewhere."""
    signs = ["."] * (max(toponym.end for toponym in toponyms) + 1)
    ends = {toponym.end for toponym in toponyms}
    for name, start, end, *_ in ((one.name, one.start, one.end) for one in toponyms):
        signs[start:end] = re.sub(r"\s", " ", name).ljust(end - start)[: end - start]
        if start - 2 in ends:
            signs[start - 2 : start] = ", "
    return "".join(signs)
