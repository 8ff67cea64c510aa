"""Partisan symmetry through the whole coding: the sides of own sentences swapped, and what is extracted compared.

    python -m evals.side_swap [--all] [--part test]

In: `side_swap.yaml`: wars with two sides and their places, and templates of sentences and pages. Every template gives a
page for each war and the same page with the sides swapped; both are read and coded. Out: the share of pairs whose
reports, figures and claims are the same once the ids are swapped back. Rules may be tuned on the part "dev"; of the
part "test" only sums are looked at.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from crossreport.model import CodedPage, EventReport, Figure
from evals.corpora import own_yaml
from evals.rooms import Rooms, capture_of

DAY = "2021-06-16"  # a Wednesday
SAMPLE = 5  # the gate codes every fifth pair


class War(Struct, frozen=True, forbid_unknown_fields=True):
    """Two sides as news writes them, their ids, a country and two places in it."""

    country: str
    sides: tuple[str, str]
    ids: tuple[str, str]
    places: tuple[str, str]
    codes: tuple[str, ...] = ()  # countries of the sides, where these are two states


class Swap(Struct, frozen=True, forbid_unknown_fields=True):
    """The wars and the templates; {A} and {B} are the sides, {P} and {Q} places, {C} the country."""

    wars: tuple[War, ...]
    templates: tuple[str, ...]
    test: tuple[str, ...]


def pairs(step: int = 1, part: str = "dev") -> Iterator[tuple[War, str, str]]:
    """A war, a page, and the same page with the sides swapped; every `step`-th of them."""
    data = own_yaml("side_swap.yaml", Swap)
    every = [(war, template) for template in (data.templates if part == "dev" else data.test) for war in data.wars]
    for war, template in every[::step]:
        one, two = war.sides
        yield war, _page(template, war, one, two), _page(template, war, two, one)


def _page(template: str, war: War, one: str, two: str) -> str:
    place, other = war.places
    text = template.format(A=one, B=two, P=place, Q=other, C=war.country)
    return "\n\n".join(_capital(line) for line in text.split("\n\n"))


def _capital(text: str) -> str:
    """Sentences open with a capital, also where a side's name opens them with "the"."""
    sentences = text.split(". ")
    return ". ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)


class Names:
    """Ids to what they are compared as."""

    def __init__(self, rename: Mapping[str, str], codes: Sequence[str]) -> None:
        self._rename = rename
        self._codes = codes

    def get(self, identity: str | None) -> str:
        """An id with the sides swapped, a class of two states at war without its country."""
        parts = str(identity).split(":")  # "anonymous:jnim:spokesman" names a side, too
        if len(parts) == 2 and parts[1] in self._codes:
            return f"{parts[0]}:*"
        return ":".join(self._rename.get(part, part) for part in parts)


def extracted(coded: CodedPage, rename: Mapping[str, str], codes: Sequence[str] = ()) -> Any:
    """All that is extracted but passages, labels and reasons, with ids renamed.

    Between two states the country of a class ("civilians:UA") says whose they are in some places and where they are in
    others, so that it is left out.
    """
    names = Names(rename, codes)
    reports = {report.id: _report(report, names) for report in coded.reports}
    figures = sorted((_figure(one, names), _event(one, reports)) for one in coded.figures)
    claims = sorted((names.get(one.actor_id), one.mode) for one in coded.claims)
    return sorted(reports.values()), figures, claims


def _event(figure: Figure, reports: dict[str, str]) -> str:
    return reports.get(figure.event_report or "", "")


def _report(report: EventReport, names: Names) -> str:
    parts = sorted((one.role, names.get(one.actor.id)) for one in report.participants)
    voices = [names.get(one.actor_id) for one in report.attribution]
    place, when = report.place.name if report.place else None, report.when.edtf if report.when else None
    return repr((report.type.label, parts, voices, place, when, report.status))


def _figure(figure: Figure, names: Names) -> str:
    voices = [names.get(one.actor_id) for one in figure.attribution]
    return repr((figure.measure, figure.of.kind, figure.low, figure.best, figure.high, figure.bound, voices))


def compare(step: int = 1, part: str = "dev") -> list[tuple[str, Any, Any]]:
    """Pairs that differ: the page, what is extracted from it, and what from its mirror image; None for the same."""
    rooms = Rooms()
    found: list[tuple[str, Any, Any]] = []
    for war, straight, swapped in pairs(step, part):
        back = dict(zip(war.ids, reversed(war.ids), strict=True))
        one = rooms.try_code(capture_of("swap.txt", straight), DAY)
        two = rooms.try_code(capture_of("swap.txt", swapped), DAY)
        if one is None or two is None:
            found.append((straight, "failed", "failed" if one is None and two is None else ""))
            continue
        left, right = extracted(one, {}, war.codes), extracted(two, back, war.codes)
        found.append((straight, None, None) if left == right else (straight, left, right))
    return found


def measure_swaps(step: int = SAMPLE) -> dict[str, float]:
    """The share of pairs from which the same is extracted, by part."""
    return {"swap_invariant": _share(compare(step)), "swap_invariant_test": _share(compare(step, "test"))}


def _share(found: Sequence[tuple[str, Any, Any]]) -> float:
    return sum(one[1] is None for one in found) / max(1, len(found))


def main(arguments: Sequence[str]) -> int:
    """Print the pairs that differ, those of the test part only counted; `--all` codes every pair."""
    part = "test" if "test" in arguments else "dev"
    found = compare(1 if "--all" in arguments else SAMPLE, part)
    for page, left, right in found:
        if left is not None and part == "dev":
            print(f"{page!r}\n   {left}\n   {right}")
    print(f"{sum(one[1] is None for one in found)} of {len(found)} pairs are invariant")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
