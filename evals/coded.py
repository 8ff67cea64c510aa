"""The coded-page form of the gold files: what a coder, or the machine, records from one page."""

from pathlib import Path

import msgspec
from msgspec import Struct

Number = float | None


class Toll(Struct, frozen=True):
    """Killed or wounded on one event."""

    low: Number = None
    best: Number = None
    high: Number = None
    of: str | None = None
    words: str | None = None


class CodedEvent(Struct, frozen=True):
    """One event. `cue` is the gold's pointer into the text, `quote` and `start` are ours."""

    type: str
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    when: str | None = None
    status: str = "happened"
    said_by: tuple[str, ...] = ()
    killed: Toll | None = None
    wounded: Toll | None = None
    core: bool = False
    cue: str | None = None
    admin: str | None = None
    country: str | None = None
    quote: str = ""
    start: int = -1
    id: str = ""

    @property
    def sides(self) -> tuple[str, ...]:
        """Everybody, whatever the role."""
        return self.agent + self.target + self.party


class CodedFigure(Struct, frozen=True):
    """One figure."""

    measure: str
    low: Number = None
    best: Number = None
    high: Number = None
    of: str | None = None
    words: str | None = None
    cumulative: bool = False
    said_by: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None
    start: int = -1

    @property
    def number(self) -> Number:
        """The one number by which figures are compared."""
        return self.best or self.low or self.high


class CodedClaim(Struct, frozen=True):
    """One assertion: the gist in gold, verbatim in ours."""

    speaker: str | None
    says: str | None
    via: tuple[str, ...] = ()
    start: int = -1


class Coding(Struct, frozen=True):
    """All of one page."""

    events: tuple[CodedEvent, ...] = ()
    figures: tuple[CodedFigure, ...] = ()
    claims: tuple[CodedClaim, ...] = ()


def load(path: Path) -> dict[str, Coding]:
    """A gold file: page id to its coding."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Coding])


def dump(codings: dict[str, Coding]) -> bytes:
    """The same form, for other scorers."""
    return msgspec.json.encode(codings)
