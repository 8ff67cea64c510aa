"""Partisan symmetry through the whole coding: the sides of own sentences swapped, and what is extracted compared.

In: `side_swap.yaml`: wars with two sides and their places, and sentence templates. Every template gives a page for each
war and the same page with the sides swapped; both are read and coded. Out: the share of pairs whose reports, figures
and claims are the same once the ids are swapped back.
"""

import sys
from collections.abc import Iterator, Sequence
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


class Swap(Struct, frozen=True, forbid_unknown_fields=True):
    """The wars and the templates; {A} and {B} are the sides, {P} and {Q} places, {C} the country."""

    wars: tuple[War, ...]
    templates: tuple[str, ...]


def pairs(step: int = 1) -> Iterator[tuple[War, str, str]]:
    """A war, a page, and the same page with the sides swapped; every `step`-th of them."""
    data = own_yaml("side_swap.yaml", Swap)
    every = [(war, template) for template in data.templates for war in data.wars]
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


def extracted(coded: CodedPage, rename: dict[str, str]) -> Any:
    """All that is extracted but passages, labels and reasons, with ids renamed."""
    reports = {report.id: _report(report, rename) for report in coded.reports}
    figures = sorted((_figure(one, rename), _event(one, reports)) for one in coded.figures)
    claims = sorted((str(rename.get(one.actor_id or "", one.actor_id)), one.mode) for one in coded.claims)
    return sorted(reports.values()), figures, claims


def _event(figure: Figure, reports: dict[str, str]) -> str:
    return reports.get(figure.event_report or "", "")


def _report(report: EventReport, rename: dict[str, str]) -> str:
    parts = sorted((one.role, rename.get(one.actor.id, one.actor.id)) for one in report.participants)
    voices = [rename.get(one.actor_id or "", one.actor_id) for one in report.attribution]
    place, when = report.place.name if report.place else None, report.when.edtf if report.when else None
    return repr((report.type.label, parts, voices, place, when, report.status))


def _figure(figure: Figure, rename: dict[str, str]) -> str:
    voices = [rename.get(one.actor_id or "", one.actor_id) for one in figure.attribution]
    return repr((figure.measure, figure.of.kind, figure.low, figure.best, figure.high, figure.bound, voices))


def compare(step: int = 1) -> list[tuple[str, Any, Any]]:
    """Pairs that differ: the page, what is extracted from it, and what from its mirror image; None for the same."""
    rooms = Rooms()
    found: list[tuple[str, Any, Any]] = []
    for war, straight, swapped in pairs(step):
        back = dict(zip(war.ids, reversed(war.ids), strict=True))
        one = rooms.try_code(capture_of("swap.txt", straight), DAY)
        two = rooms.try_code(capture_of("swap.txt", swapped), DAY)
        if one is None or two is None:
            found.append((straight, "failed", "failed" if one is None and two is None else ""))
            continue
        left, right = extracted(one, {}), extracted(two, back)
        found.append((straight, None, None) if left == right else (straight, left, right))
    return found


def measure_swaps(step: int = SAMPLE) -> dict[str, float]:
    """The share of pairs from which the same is extracted."""
    found = compare(step)
    return {"swap_invariant": sum(one[1] is None for one in found) / max(1, len(found))}


def main(arguments: Sequence[str]) -> int:
    """Print the pairs that differ and the share of the others; `--all` codes every pair."""
    found = compare(1 if "--all" in arguments else SAMPLE)
    for page, left, right in found:
        if left is not None:
            print(f"{page!r}\n   {left}\n   {right}")
    print(f"{sum(one[1] is None for one in found)} of {len(found)} pairs are invariant")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
