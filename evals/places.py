"""How well places are found and resolved: FA-KES gold (names, country, division), LGL and GeoVirus (given toponyms).

    python evals/places.py [--fa-kes] [--lgl] [--geovirus] [--misses]

The corpora are looked for under $CROSSREPORT_DATA (default: ../shared next to the checkout). LGL's texts are not at
hand: its toponyms are resolved from names and offsets alone, so that only names and "X, Y" speak.
"""

import argparse
import csv
import gzip
import json
import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from crossreport.gazetteer import Gazetteer, Hit, gazetteer, page_countries
from crossreport.grounding.places import _containers, ground_places
from crossreport.grounding.places_accept import Seen, World, candidates
from crossreport.grounding.places_choose import choose, kilometres
from crossreport.grounding.places_context import Before, Behind
from crossreport.grounding.places_find import Sighting, country_of
from crossreport.model import Analysis, Block, Page, Place, Published, content_id
from crossreport.names import same_name

DATA = Path(os.environ.get("CROSSREPORT_DATA", Path(__file__).resolve().parents[2] / "shared"))
ACCURATE_KM = 161.0
_DROPPED = re.compile(
    r"\b(?:province|provinces|countryside|city|village|villages?|near|town|towns|district|districts|northern|southern|"
    r"eastern|western|central|rural|outskirts|of|north|south|east|west|southeast|road|neighbou?rhood|camp|air base|"
    r"military airport|highway|border|crossing|dam|axis|the|in|area|field|mount|mountain|farms)\b",
    re.IGNORECASE,
)


def page_of(text: str, name: str) -> Page:
    """A page that is all body."""
    blocks = tuple(Block(match.start(), match.end(), "paragraph") for match in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Page(
        content_id("page", name, text), "eval", name, None, None, "en", text, blocks, (), Published("../..", None, None)
    )


def fa_kes(*, misses: bool) -> None:
    """Share of the coders' place names among the mentions, and of those that agree in country and division."""
    from crossreport.language.analyser import Analyser

    gold = json.loads((DATA / "gold/fa_kes_dev.json").read_text(encoding="utf-8"))
    with gzip.open(DATA / "data/fa_kes/fa_kes_dev.csv.gz", "rt", encoding="utf-8") as stream:
        articles = {
            row["unit_id"]: f"{row['article_title']}\n{row['article_content']}" for row in csv.DictReader(stream)
        }
    analyser = Analyser()
    total = found = country = division = divided = mentions = unresolved = 0
    for unit in sorted(gold):
        page = page_of(articles[unit], unit)
        places = [m.value for m in ground_places(page, analyser.analyse(page)) if isinstance(m.value, Place)]
        mentions += len(places)
        unresolved += sum(place.geonameid is None and place.kind == "unresolved" for place in places)
        for name, admin, iso in sorted(_gold_places(gold[unit])):
            total += 1
            place = _match(name, places)
            if place is None:
                if misses:
                    print("not found:", unit, name, admin, iso)
                continue
            found += 1
            country += place.country == iso
            if admin and place.kind != "country":
                divided += 1
                agrees = bool(place.admin1) and any(_like(part, place.admin1 or "") for part in admin.split(";"))
                division += agrees
                if misses and not agrees:
                    print("division:", unit, name, admin, "->", place.name, place.kind, place.admin1, place.country)
    print(f"FA-KES: {len(gold)} pages, {total} gold places, {mentions} mentions ({unresolved} unresolved)")
    print(f"  found {found / total:.3f}; of these country agrees {country / found:.3f}")
    print(f"  division agrees {division / divided:.3f} of {divided} that have one")


def _gold_places(coded: dict[str, list[dict[str, object]]]) -> set[tuple[str, str, str]]:
    return {
        (str(name), str(event.get("admin") or ""), str(event["country"]))
        for event in coded["events"]
        for name in event.get("place") or ()  # type: ignore[attr-defined]
        if event.get("country")
    }


def _bare(name: str) -> str:
    return _DROPPED.sub(" ", name).strip() or name


def _like(one: str, two: str) -> bool:
    return same_name(_bare(one.strip()), _bare(two)).same


def _match(name: str, places: list[Place]) -> Place | None:
    """The mention whose wording or name is the gold name in any romanisation; a resolved one first."""
    hits = [
        place
        for place in places
        if _like(name, place.name) or (place.span and _like(name, place.span.quote)) or _holds(name, place)
    ]
    return min(hits, key=lambda place: (place.kind == "unresolved", place.kind == "country"), default=None)


def _holds(name: str, place: Place) -> bool:
    return place.span is not None and _bare(name).casefold() == _bare(place.span.quote).casefold()


Toponym = tuple[str, int, int, float, float]


def given(corpus: str, pages: Iterator[tuple[str, list[Toponym]]], *, misses: bool) -> None:
    """Accuracy at 161 km of resolution alone."""
    places = gazetteer()
    total = right = resolved = 0
    for text, toponyms in pages:
        for toponym, answer in zip(toponyms, _resolve(text, toponyms, places), strict=True):
            total += 1
            resolved += answer is not None
            good = answer is not None and kilometres(toponym[3], toponym[4], *answer[:2]) <= ACCURATE_KM
            right += good
            if misses and not good:
                print(corpus, toponym[0], toponym[3:], "->", answer)
    print(f"{corpus}: {total} toponyms, resolved {resolved / total:.3f}")
    print(f"  Acc@161km {right / total:.3f} of all, {right / resolved:.3f} of resolved")


def _resolve(text: str, toponyms: list[Toponym], places: Gazetteer) -> list[tuple[float, float, str] | None]:
    page = page_of(text, "given")
    world = World(dict(page_countries(page, Analysis(page.id, (), "none"), places=places)))
    seen = [_seen(toponym, places, world) for toponym in toponyms]
    answers: list[tuple[float, float, str] | None] = []
    for choice in choose(seen, _containers(text, seen), world):
        entry = choice.best.entry if choice.best else None
        point = None if entry is None or entry.lat is None or entry.lon is None else (entry.lat, entry.lon)
        answers.append((*point, f"{entry.name} {entry.kind} {entry.country}") if point and entry else None)
    return answers


def _seen(toponym: Toponym, places: Gazetteer, world: World) -> Seen:
    name, start, end, *_ = toponym
    sighting = Sighting(0, start, end, name, "LOC", True, Before(0), Behind(0), start, end, False, False)
    iso = country_of(name)  # both corpora count demonyms as names of the country; pages do not
    country = places.country(iso) if iso else None
    hits = (Hit(country, 1.0, "demonym"),) if country else candidates(sighting, places, world)
    return Seen(sighting, hits, "given")


def lgl() -> Iterator[tuple[str, list[Toponym]]]:
    """Toponyms of LGL with a text that holds them at their offsets and nothing else but the commas between them."""
    with gzip.open(DATA / "data/geoparsing/eupeg_gold/LGL_gold.txt.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            rows = [part.split(",,") for part in line.strip().split("||") if part.count(",,") >= 5]
            toponyms = [(row[1], int(row[4]), int(row[5]), float(row[2]), float(row[3])) for row in rows]
            if toponyms:
                yield _skeleton(toponyms), toponyms


def _skeleton(toponyms: list[Toponym]) -> str:
    signs = ["."] * (max(end for _, _, end, _, _ in toponyms) + 1)
    for name, start, end, *_ in toponyms:
        signs[start:end] = name.ljust(end - start)[: end - start]
        if start >= 2 and any(other[2] == start - 2 for other in toponyms):
            signs[start - 2 : start] = ", "
    return "".join(signs)


def geovirus() -> Iterator[tuple[str, list[Toponym]]]:
    """Articles of GeoVirus with their toponyms; its offsets are one too high."""
    with gzip.open(DATA / "data/geoparsing/corpora/GeoVirus.xml.gz", "rb") as stream:
        root = ElementTree.parse(stream).getroot()
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        toponyms = []
        for spot in article.iter("location"):
            name, start = spot.findtext("name") or "", int(spot.findtext("start") or 1) - 1
            point = (float(spot.findtext("lat") or 0), float(spot.findtext("lon") or 0))
            toponyms.append((name, start, start + len(name), *point))
        if toponyms:
            yield text, sorted(toponyms, key=lambda toponym: toponym[1])


def main() -> None:
    """Run what is asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("fa-kes", "lgl", "geovirus", "misses"):
        parser.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    every = not (asked.fa_kes or asked.lgl or asked.geovirus)
    if asked.fa_kes or every:
        fa_kes(misses=asked.misses)
    if asked.lgl or every:
        given("LGL", lgl(), misses=asked.misses)
    if asked.geovirus or every:
        given("GeoVirus", geovirus(), misses=asked.misses)


if __name__ == "__main__":
    main()
