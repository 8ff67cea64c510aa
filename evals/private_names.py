"""`python -m evals.private_names [--part test] [--errors]`: which names a brief withholds, and which it must not.

Short pages of our own writing from many conflicts (`private_names.yaml`): every private person's name is to be withheld
wherever it stands, and no name of an office-holder, an outlet, a place or a group. A private name leaks if a word of it
that is longer than two letters is left; an open name is lost if any of it is hidden.
"""

import argparse
from functools import cache
from pathlib import Path

import yaml
from msgspec import Struct, convert

from crossreport.privacy import Privacy
from evals.rooms import Rooms, capture_of

DAY = "2024-06-12"
PAGES = Path(__file__).with_name("private_names.yaml")


class Sample(Struct, frozen=True):
    """One page with the names on it."""

    text: str
    private: tuple[str, ...]
    open: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """What of one sample's names was printed though private, and hidden though open."""

    sample: Sample
    masked: str
    leaked: tuple[str, ...]
    lost: tuple[str, ...]


def samples(part: str) -> list[Sample]:
    """The pages of a part."""
    return convert(yaml.safe_load(PAGES.read_text(encoding="utf-8"))[part], list[Sample])


@cache
def outcomes(part: str) -> tuple[Outcome, ...]:
    """Each page as a default brief would print it."""
    found = []
    rooms = Rooms()
    for at, sample in enumerate(samples(part)):
        coded = rooms.code(capture_of(f"{part}-{at}.txt", sample.text), DAY)
        masked = Privacy([coded]).mask(sample.text)
        leaked = tuple(name for name in sample.private if any(word in masked for word in _words(name)))
        lost = tuple(name for name in sample.open if name not in masked)
        found.append(Outcome(sample, masked, leaked, lost))
    return tuple(found)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if len(word.rstrip(".")) > 2]


def measure() -> dict[str, float]:
    """Shares of both parts, higher is better."""
    found = {}
    for part in ("dev", "test"):
        told = outcomes(part)
        private = sum(len(one.sample.private) for one in told)
        free = sum(len(one.sample.open) for one in told)
        found[f"{part}_withheld"] = 1 - sum(len(one.leaked) for one in told) / private
        found[f"{part}_printed"] = 1 - sum(len(one.lost) for one in told) / free
    return found


def main() -> None:
    """Print the counts, and of the dev part what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="dev", choices=("dev", "test"))
    parser.add_argument("--errors", action="store_true", help="of the dev part only")
    given = parser.parse_args()
    told = outcomes(given.part)
    for one in told:
        if given.errors and given.part == "dev" and (one.leaked or one.lost):
            print(one.masked, f"   leaked: {one.leaked}; lost: {one.lost}", sep="\n")
    private, free = sum(len(one.sample.private) for one in told), sum(len(one.sample.open) for one in told)
    leaked, lost = sum(len(one.leaked) for one in told), sum(len(one.lost) for one in told)
    print(f"{given.part}: {leaked} of {private} private names printed, {lost} of {free} open names withheld")


if __name__ == "__main__":
    main()
