"""The rooms in their order, what each needs and gives, and a check of that before anything runs.

In: nothing but the package itself. Out: `PLAN`, a tuple of `Step`. A step's version is a digest of the code and data of
its room and of the floors below, so that a record knows which pages an older Crossreport read.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from crossreport.gazetteer.store import USER_FILE
from crossreport.gazetteer.where import user_folder
from crossreport.model import Step
from crossreport.pipeline.options import OwnWords
from crossreport.words.own_actors import own_files

ROOMS = ("intake", "reading", "language", "grounding", "coding", "linking", "weighing")
PAGE_ROOMS = ROOMS[:5]  # these see one page alone; the others see all pages together
GIVEN = ("path",)

_NEEDS_AND_GIVES = {
    "intake": (("path",), ("capture", "rejection", "duplicate")),
    "reading": (("capture",), ("page", "rejection")),
    "language": (("page",), ("analysis",)),
    "grounding": (("page", "analysis"), ("mention",)),
    "coding": (("page", "analysis", "mention"), ("event_report", "figure", "claim")),
    "linking": (("page", "event_report", "figure", "claim"), ("source_group", "event")),
    "weighing": (("source_group", "event", "figure"), ("finding",)),
}
_FLOORS = ("model", "words", "names", "gazetteer")
_KNOWLEDGE = (".py", ".yaml", ".tsv", ".json")
VERSION_LENGTH = 12


class PlanError(ValueError):
    """A plan in which a step needs what no earlier step gives; the message names both."""


def plan(stop_after: str | None = None) -> tuple[Step, ...]:
    """The steps of a run, up to and including the room `stop_after`, checked.

    Raises:
        PlanError: `stop_after` names no room.
    """
    if stop_after is not None and stop_after not in ROOMS:
        raise PlanError(f"no room {stop_after!r}: take one of {', '.join(ROOMS)}")
    rooms = ROOMS if stop_after is None else ROOMS[: ROOMS.index(stop_after) + 1]
    steps = tuple(Step(room, *_NEEDS_AND_GIVES[room], version=version_of(room)) for room in rooms)
    check(steps)
    return steps


def check(steps: Sequence[Step], given: Sequence[str] = GIVEN) -> None:
    """Raise PlanError unless every step's needs are given by a step before it."""
    had = set(given)
    for step in steps:
        missing = [need for need in step.needs if need not in had]
        if missing:
            raise PlanError(f"{step.room} needs {', '.join(missing)}, which no earlier step gives")
        had.update(step.gives)


def page_version(own: tuple[OwnWords, ...] = ()) -> str:
    """One digest for all that a page's coding depends on: pages of another version are read again.

    It covers the rooms that see a page alone and the places, actors, outlets and facts that the user added.
    """
    summed = hashlib.sha256("".join(version_of(room) for room in PAGE_ROOMS).encode())
    for added in (user_folder() / USER_FILE, *own_files()):
        if added.is_file():
            summed.update(added.read_bytes())
    for words in own:
        summed.update(f"{words.kind}\0{words.text}\0".encode())
    return _shorten(summed)


@cache
def version_of(room: str) -> str:
    """The digest of the code and lexicons that `room` runs on."""
    summed = _floors().copy()
    _add(summed, room)
    return _shorten(summed)


@cache
def _floors() -> "hashlib._Hash":
    """What every room's digest begins with."""
    summed = hashlib.sha256()
    for package in _FLOORS:
        _add(summed, package)
    return summed


def _add(summed: "hashlib._Hash", package: str) -> None:
    for name, source in _sources(files("crossreport").joinpath(package), package):
        summed.update(name.encode() + b"\0" + source.read_bytes() + b"\0")


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            found += _sources(entry, name)
        elif entry.name.endswith(_KNOWLEDGE):
            found.append((name, entry))
    return sorted(found, key=lambda pair: pair[0])


def _shorten(summed: "hashlib._Hash") -> str:
    return summed.hexdigest()[:VERSION_LENGTH]
