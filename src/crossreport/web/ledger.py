"""Judgements by what they are about: entry after entry of the journal in, how each thing stands out.

A thing is open, accepted, corrected, rejected or deferred. What a person said last about the whole of it holds; a
correction of a field stays beside an acceptance and gives way to a rejection, as in the record itself.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from crossreport.model import Judgement
from crossreport.record.corrections import in_words

_STATES = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "defer": "deferred"}
WHOLE = frozenset({"accept", "reject", "defer"})


class Decision(Struct, frozen=True):
    """How a thing stands: `judgement` is the one that says so.

    `changes` is what was corrected: the field, what a person wrote, and what the machine had.
    """

    state: str
    judgement: Judgement
    changes: tuple[tuple[str, str, str], ...]


class Ledger:
    """All judgements but those of blind rounds, and which of them stand."""

    def __init__(self) -> None:
        self._all: dict[str, Judgement] = {}
        self._gone: set[str] = set()
        self._of: dict[str, list[Judgement]] = defaultdict(list)

    def add(self, made: Judgement) -> set[str]:
        """Take in one more; gives the things that it may have changed."""
        if made.blind is not None or made.id in self._all:
            return set()
        self._all[made.id] = made
        touched = {*made.subjects, *made.apart}
        if made.supersedes is not None:
            self._gone.add(made.supersedes)
            held = self._all.get(made.supersedes)
            touched |= {*held.subjects, *held.apart} if held else set()
        for subject in {*made.subjects, *made.apart}:
            insort(self._of[subject], made, key=_when)
        return touched

    def stands(self, ident: str) -> bool:
        """Whether that judgement holds."""
        return ident in self._all and ident not in self._gone

    def get(self, ident: str) -> Judgement | None:
        """The judgement of that id, standing or not."""
        return self._all.get(ident)

    def standing(self) -> list[Judgement]:
        """The judgements that hold, by time."""
        return sorted((one for one in self._all.values() if one.id not in self._gone), key=_when)

    def all(self) -> list[Judgement]:
        """Every judgement, by time."""
        return sorted(self._all.values(), key=_when)

    def of(self, subject: str) -> list[Judgement]:
        """The judgements about a thing that hold, by time."""
        return [one for one in self._of.get(subject, ()) if one.id not in self._gone]

    def joining(self, reports: Iterable[str]) -> list[Judgement]:
        """The merges and splits about any of these reports that hold, by time."""
        found = {one.id: one for report in reports for one in self.of(report) if one.verdict in ("merge", "split")}
        return sorted(found.values(), key=_when)

    def decision(self, subject: str) -> Decision | None:
        """How the thing stands; None if it is open and always was, or was taken back."""
        said = self.of(subject)
        whole = next((one for one in reversed(said) if one.verdict in WHOLE), None)
        fixes = [one for one in said if one.verdict == "correct"]
        changes = {field: (field, words, was) for one in fixes for field, words, was in _changed(one)}
        last = whole
        if fixes and (whole is None or whole.verdict == "accept" or _after(fixes[-1], whole)):
            last = fixes[-1]
        return Decision(_STATES[last.verdict], last, tuple(changes.values())) if last else None

    def decisions(self, subjects: Iterable[str]) -> dict[str, Decision]:
        """How each of these things stands, without those that are open."""
        found = {subject: self.decision(subject) for subject in subjects}
        return {subject: one for subject, one in found.items() if one is not None}


def _changed(one: Judgement) -> list[tuple[str, str, str]]:
    was = [in_words(value) for value in one.was] or [""] * len(one.changes)
    return [(field, words, had) for (field, words), had in zip(one.changes, was, strict=True)]


def _after(fix: Judgement, whole: Judgement) -> bool:
    return whole.verdict != "reject" and _when(fix) > _when(whole)


def _when(one: Judgement) -> tuple[str, str]:
    return one.at, one.id
