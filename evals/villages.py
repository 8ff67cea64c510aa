"""Places under other spellings: names of two gazetteers, rewritten as other newsrooms would, looked up in a sentence.

    python -m evals.villages [--part test] [--errors N]

Towns and villages of 22 countries (dr5hn) and of the Syrian war (UCDP), a fixed sample of those that our gazetteer
holds under the list's own letters and nowhere else in the country. Each name is changed by one or two habits of
romanisation that fit it (article, doubled letters, ou/u, ei/ay, gh/q, final h, hyphens, marks), chosen by its hash, and
read in a sentence that names the country. Found: our place lies within 25 km of the list's; wrong: it lies farther off;
the rest stays unresolved. `apart` counts spellings that are themselves another place's name: nobody could tell. What is
measured is the choice; a page's small place that is only alike is besides left open where no other place is near.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from crossreport.gazetteer import Gazetteer, gazetteer
from crossreport.grounding.places.choose import kilometres
from crossreport.grounding.places.mentions import place_given
from crossreport.model import Block, Page, Published
from evals.corpora import Absent, find
from evals.quantities import plain_analysis

PARTS = ("dev", "test")
PER_COUNTRY = 60
NEAR_KM = 25.0
_ARABIC = frozenset({"AF", "IL", "IQ", "LB", "LY", "PK", "PS", "SD", "SO", "SY", "YE"})
_LATIN = frozenset({"BF", "CD", "CF", "ML", "NE", "NG", "SS", "TR"})  # names are written in Latin letters there
_NOT_TOWNS = frozenset({"adm1", "adm2", "adm3", "district", "section"})
_SUN = "sh|th|dh|t|d|r|z|s|n"
Change = Callable[[str], str]


class Town(Struct, frozen=True):
    """A place of a list."""

    name: str
    country: str
    lat: float
    lon: float


def _first(pattern: str, becomes: str) -> Change:
    """Rewrites the first place that a pattern fits, keeping its capital."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def change(name: str) -> str:
        found = compiled.search(name)
        if found is None:
            return name
        new = found.expand(becomes).lower()
        new = new[:1].upper() + new[1:] if found.group()[:1].isupper() else new
        return name[: found.start()] + new + name[found.end() :]

    return change


PLAIN: dict[str, Change] = {
    "marks dropped": lambda name: "".join(sign for sign in _folded(name) if sign not in "'’‘`´ʿʾ"),
    "hyphen opened": _first(r"(?<=\w)-(?=\w)", " "),
    "words joined by a hyphen": _first(r"(?<=\w{3}) (?=\w{3})", "-"),
}
SOUNDS: dict[str, Change] = {
    **PLAIN,
    "letter no more doubled": _first(r"(?<=[aeiou])([bdfklmnrstz])\1(?=[aeiouy])", r"\1"),
    "letter doubled": _first(r"(?<=[aeiou])([bdklmnrst])(?=[aeiou])", r"\1\1"),
    "final h": _first(r"(?<=\w\w[^aeiouy])a\b(?![- ])", "ah"),
    "no final h": _first(r"(?<=\w\w)ah\b", "a"),
    "u to ou": _first(r"(?<=[^aeiouwq\W])u(?=[^aeiouwy\W])", "ou"),
    "ou to u": _first(r"ou(?=[^aeiou\W])", "u"),
    "i to ee": _first(r"(?<=[^aeiou\W])i(?=[bdfklmnrst]\b)", "ee"),
}
ARABIC: dict[str, Change] = {
    **SOUNDS,
    "al to el": _first(r"\bal[- ](?=\w)", "el-"),
    "article assimilated": _first(rf"\bal[- ](?=({_SUN}))", r"a\1-"),
    "article no more assimilated": _first(rf"\ba({_SUN})[- ](?=\1)", "al-"),
    "article joined": _first(r"\bal[ ](?=\w)", "al-"),
    "ei to ay": _first(r"(?<=\w)e[iy](?=[^aeiou\W])", "ay"),
    "ay to ei": _first(r"(?<=\w)a[iy](?=[^aeiou\W])", "ei"),
    "gh to q": _first(r"gh", "q"),
    "q to gh": _first(r"q(?=[aeiou])", "gh"),
    "q to k": _first(r"q", "k"),
    "dh to d": _first(r"dh", "d"),
    "th to t": _first(r"th", "t"),
    "aw to ou": _first(r"(?<=[^aeiou\W])aw(?=[^aeiou\W])", "ou"),
}


def _folded(name: str) -> str:
    """A name without its marks, its capitals kept."""
    import unicodedata

    parts = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(str.maketrans("ıøłđ", "iold"))


def rewritten(name: str, country: str) -> tuple[str, tuple[str, ...]]:
    """Another spelling of a name and the changes that made it: one, or for every third name two."""
    kinds = ARABIC if country in _ARABIC else PLAIN if country in _LATIN else SOUNDS
    number = int(hashlib.sha256(f"{country} {name}".encode()).hexdigest()[:8], 16)
    spelling, made = PLAIN["marks dropped"](name), []
    if spelling != name:
        made.append("marks dropped")
    for turn in range(1 + (number % 3 == 0)):
        fitting = [kind for kind in sorted(kinds) if kind not in made and kinds[kind](spelling) != spelling]
        if fitting:
            made.append(fitting[(number >> (3 + turn)) % len(fitting)])
            spelling = kinds[made[-1]](spelling)
    return spelling, tuple(made)


def towns() -> Iterator[Town]:
    """The sample of both lists, by country and name."""
    for path in sorted(find("data/gazetteers/dr5hn").glob("*.json*")):
        rows = [row for row in _json(path) if row["type"] not in _NOT_TOWNS]
        rows.sort(key=lambda row: (row["name"], row["id"]))
        for row in rows[:: max(1, len(rows) // PER_COUNTRY)]:
            yield Town(row["name"], path.name[:2], float(row["latitude"]), float(row["longitude"]))
    with find("data/gazetteers/ucdp_places_syria.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if re.fullmatch(r"[^/()\d]+ (?:village|town)", _where(row))]
        for row in rows[:: max(1, len(rows) // (4 * PER_COUNTRY))]:
            name = _where(row).rsplit(" ", 1)[0]
            yield Town(name, "SY", float(row["latitude"]), float(row["longitude"]))


def _where(row: dict[str, str]) -> str:
    return row["where_coordinates"]


def _json(path: Path) -> list[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return list(json.load(stream))


def on_file(town: Town, places: Gazetteer) -> bool:
    """Whether our gazetteer holds the place under the list's letters, and no other of the country so."""
    here = [hit.entry for hit in places.exact(town.name) if hit.entry.country == town.country]
    apart = [_apart(town, entry.lat, entry.lon) for entry in here if entry.kind in ("settlement", "district")]
    return bool(apart) and max(apart) <= NEAR_KM


def _apart(town: Town, lat: float | None, lon: float | None) -> float:
    return float("inf") if lat is None or lon is None else kilometres(town.lat, town.lon, lat, lon)


def judge(town: Town, spelling: str, places: Gazetteer) -> str:
    """Found, wrong, apart or none, for a spelling in a sentence that names the country."""
    country = places.country(town.country)
    assert country is not None
    others = [hit.entry for hit in places.exact(spelling) if hit.entry.country == town.country]
    if any(_apart(town, entry.lat, entry.lon) > NEAR_KM for entry in others):
        return "apart"
    opening = "Residents fled from "
    text = f"{opening}{spelling}, in {country.name}, on Sunday after shells fell there, a local official said."
    page = Page("village", "eval", "n", None, None, "en", text, (Block(0, len(text), "paragraph"),), (), _OPEN)
    span = (len(opening), len(opening) + len(spelling))
    (choice,) = place_given(page, plain_analysis(page), [span], gazetteer=places, abstain=True)
    if choice.best is None:
        return "none"
    entry = choice.best.entry
    if _apart(town, entry.lat, entry.lon) <= NEAR_KM or (entry.lat is None and entry.name == town.name):
        return "found"
    return "wrong"


_OPEN = Published("../..", None, None)


def run(part: str, errors: int = 0) -> Counter[str]:
    """Counts of verdicts over one half of the sample, by the hash of the name."""
    places, counted = gazetteer(), Counter[str]()
    for town in towns():
        if (hashlib.sha256(town.name.encode()).digest()[1] % 2 == 0) != (part == "dev"):
            continue
        counted["sampled"] += 1
        if not on_file(town, places):
            continue
        spelling, made = rewritten(town.name, town.country)
        if not made:
            continue
        verdict = judge(town, spelling, places)
        counted[verdict] += 1
        counted["asked"] += 1
        if verdict in ("wrong", "none") and errors > 0:
            errors -= 1
            sys.stdout.write(f"{verdict:6}{town.country} {town.name} -> {spelling} ({', '.join(made)})\n")
    return counted


def measure() -> dict[str, float]:
    """Shares of both parts, for the gate."""
    found = {}
    for part in PARTS:
        counted = run(part)
        asked = max(1, counted["asked"] - counted["apart"])
        found[f"found_{part}"], found[f"wrong_{part}"] = counted["found"] / asked, counted["wrong"] / asked
    return found


def main(arguments: list[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evals.villages", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors of the dev part")
    options = parser.parse_args(arguments)
    try:
        counted = run(options.part, options.errors if options.part == "dev" else 0)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    asked = max(1, counted["asked"] - counted["apart"])
    sys.stdout.write(
        f"{counted['sampled']} names, {counted['asked']} on file and rewritten, {counted['apart']} of them another's "
        f"name\nfound {counted['found'] / asked:.3f}, wrong {counted['wrong'] / asked:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
