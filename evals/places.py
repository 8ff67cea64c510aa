"""How well the places of conflict pages are found and resolved: FA-KES gold (names, country, division).

    python -m evals.places [--misses]

LGL and GeoVirus are in `evals.geoparsing`.
"""

import argparse
import csv
import gzip
import json
import os
import re
from pathlib import Path

from crossreport.grounding.places.mentions import ground_places
from crossreport.model import Block, Page, Place, Published, content_id
from crossreport.names import same_name

DATA = Path(os.environ.get("CROSSREPORT_DATA", Path(__file__).resolve().parents[2] / "shared"))
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


def main() -> None:
    """FA-KES."""
    parser = argparse.ArgumentParser(prog="evals.places", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fa-kes", action="store_true", help="the only corpus; kept for those who name it")
    parser.add_argument("--misses", action="store_true")
    fa_kes(misses=parser.parse_args().misses)


if __name__ == "__main__":
    main()
