"""A person's words about one report, figure or claim in, a judgement out; it refuses what says nothing."""

from collections.abc import Iterable, Sequence

from crossreport.model import CodedPage, Figure, Judgement, content_id
from crossreport.model.judgement import Verdict
from crossreport.record.corrections import (
    SAME,
    Thing,
    in_words,
    read_value,
    refuse_disorder,
    things_of,
    value_of,
    with_value,
)


def thing_of(coded: CodedPage, subject: str) -> Thing:
    """The report, figure or claim of that id, as the machine read it.

    Raises:
        KeyError: the page has none of that id.
    """
    for thing in things_of(coded):
        if thing.id == subject:
            return thing
    raise KeyError(subject)


def decide(
    verdict: Verdict,
    thing: Thing,
    *,
    by: str,
    at: str,
    why: str,
    changes: Sequence[tuple[str, str]] = (),
    supersedes: str | None = None,
    blind: str | None = None,
    settles: tuple[str, ...] = (),
    figures: Sequence[Figure] = (),
    stands: Thing | None = None,
) -> Judgement:
    """The judgement, with its values resolved and what the machine had beside them.

    `figures` are those of the thing's page, which hold the tolls of a report; `stands` is the thing as earlier
    corrections left it.

    Raises:
        ValueError: a field that cannot be corrected, or a value that it cannot hold, or already holds; or a figure
            whose low, best and high would not rise.
    """
    named = tuple((SAME.get(field, field), words) for field, words in changes)
    if (verdict == "correct") != bool(named):
        raise ValueError("a correction names fields and values; other judgements name none")
    values = tuple(read_value(thing, field, words) for field, words in named)
    was = tuple(value_of(thing, field, figures) for field, _ in named)
    for (field, _), value, machine in zip(named, values, was, strict=True):
        if value == machine:
            raise ValueError(f"{field} of {thing.id} is {in_words(value)} already: accept it instead")
    now = stands or thing
    for (field, _), value in zip(named, values, strict=True):
        now = with_value(now, field, value)
    refuse_disorder(now)
    about = (thing.id,)
    ident = content_id("judgement", verdict, about, named, values, by, at, why, supersedes, blind, *settles)
    return Judgement(ident, verdict, about, by, at, why, supersedes, (), named, values, was, blind, settles)


def rivals(judgement: Judgement, standing: Iterable[Judgement]) -> list[Judgement]:
    """Standing judgements that speak about the same: the whole of a thing, or one field of it.

    In a blind round only the same person's own; and a judgement is no rival of one that it supersedes.
    """
    found = []
    for held in standing:
        same_round = held.blind == judgement.blind and (judgement.blind is None or held.by == judgement.by)
        if same_round and held.id != judgement.supersedes and set(held.subjects) & set(judgement.subjects):
            fields = {SAME.get(field, field) for field, _ in held.changes}
            whole = {held.verdict, judgement.verdict} <= {"accept", "reject", "defer"}
            if whole or fields & {field for field, _ in judgement.changes}:
                found.append(held)
    return found
