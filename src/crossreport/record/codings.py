"""What each coder of a blind round says of each thing: judgements in, one coding a coder and thing out.

A coder may judge a thing several times over (accept it, and correct two fields): all of it together is the coding. A
field that a coder leaves alone holds the machine's value, for that is what they let stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from crossreport.model import Figure, Judgement, content_id
from crossreport.model.judgement import Verdict
from crossreport.record.corrections import Thing, fields_of, in_words, value_of

KEPT = "kept"  # accepted or corrected, not rejected; "false" or "true" as JSON


class Coding(Struct):
    """Whether a coder keeps a thing, the fields that they gave (words and value as JSON), and where they say so."""

    kept: bool = True
    words: dict[str, str] = msgspec.field(default_factory=dict)
    values: dict[str, str] = msgspec.field(default_factory=dict)
    judgements: tuple[str, ...] = ()


def codings(judgements: Iterable[Judgement], things: Mapping[str, Thing]) -> dict[str, dict[str, Coding]]:
    """Coder to thing to coding, over the standing judgements of one round; what is not in `things` is left out."""
    found: dict[str, dict[str, Coding]] = defaultdict(dict)
    for one in judgements:
        if one.verdict not in ("accept", "correct", "reject"):
            continue
        for name in one.subjects:
            if name in things:
                coding = found[one.by].setdefault(name, Coding())
                coding.kept = coding.kept and one.verdict != "reject"
                coding.judgements += (one.id,)
                coding.words |= dict(one.changes)
                coding.values |= {field: value for (field, _), value in zip(one.changes, one.values, strict=False)}
    return found


def sayings(
    thing: Thing, ours: Coding, theirs: Coding, figures: Iterable[Figure] = ()
) -> Iterable[tuple[str, tuple[str, str]]]:
    """Each field with what the two say, as JSON that is the same if they say the same; fields only if both keep it.

    `figures` are the machine's for a report, which hold its tolls.
    """
    yield KEPT, (msgspec.json.encode(ours.kept).decode(), msgspec.json.encode(theirs.kept).decode())
    if ours.kept and theirs.kept:
        for field in fields_of(thing):
            machine = value_of(thing, field, figures)
            yield field, (key_of(ours.values.get(field, machine)), key_of(theirs.values.get(field, machine)))


def agree(thing: Thing, all_codings: Iterable[Coding], figures: Iterable[Figure] = ()) -> bool:
    """Whether all coders say the same of a thing in every field."""
    first, *others = all_codings
    return all(one == other for each in others for _, (one, other) in sayings(thing, first, each, figures))


def key_of(value: str) -> str:
    """What makes two values the same: of a place its GeoNames id, of a time its EDTF, of a type its label."""
    held = msgspec.json.decode(value)
    if not isinstance(held, dict):
        return value
    if "low" in held:
        return msgspec.json.encode(in_words(value)).decode()
    names = [held[name] for name in ("geonameid", "label", "edtf", "name") if held.get(name) is not None]
    label = held.get("name") or names[0]
    return msgspec.json.encode(f"{label} ({names[0]})" if label != names[0] else label).decode()


def taken_over(
    thing: Thing,
    coding: Coding,
    *,
    by: str,
    at: str,
    why: str,
    settles: tuple[str, ...],
    supersedes: str | None = None,
    figures: Iterable[Figure] = (),
) -> Judgement:
    """A third person's judgement that says what a coder says; `settles` names the coders' judgements."""
    fields = [field for field in fields_of(thing) if field in coding.values and coding.kept]
    fields = [field for field in fields if coding.values[field] != value_of(thing, field, figures)]
    changes = tuple((field, coding.words.get(field, "")) for field in fields)
    values = tuple(coding.values[field] for field in fields)
    verdict: Verdict = "reject" if not coding.kept else "correct" if fields else "accept"
    ident = content_id("judgement", verdict, (thing.id,), changes, values, by, at, why, supersedes, settles)
    was = tuple(value_of(thing, field, figures) for field in fields)
    return Judgement(ident, verdict, (thing.id,), by, at, why, supersedes, (), changes, values, was, None, settles)
