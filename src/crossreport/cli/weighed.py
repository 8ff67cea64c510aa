"""Weighed events as tables: voices and grades, what changes without some sources, who says what."""

from collections.abc import Iterator, Sequence

import click
from rich.markup import escape

from crossreport.cli.cells import day_of, killed_words, place_of, voices_of, words_of
from crossreport.cli.tables import console, show, table
from crossreport.model import Event, Linked, VoiceSays

NAMED = 12  # characters of an event's id, behind "event-", that are enough to name it


def by_day(event: Event) -> tuple[str, str]:
    """Chronological; what has no day comes last."""
    day = (event.when.earliest or event.when.latest) if event.when is not None else None
    return day or "9999", event.id


def _short(event: Event) -> str:
    return event.id.removeprefix("event-")[:NAMED]


def show_weighed(events: Sequence[Event]) -> None:
    """Events with voices, grade and what the grade rests on, by day."""
    listed = table("Event", "Place", "Day", "What", "Killed", "Voices", "Grade", "Because")
    for event in sorted(events, key=by_day):
        listed.add_row(*_cells(event), _because(event))
    show(listed)


def _cells(event: Event) -> tuple[str, ...]:
    return (
        _short(event),
        place_of(event.place),
        day_of(event.when),
        words_of(event.type.label),
        killed_words(event.killed),
        voices_of(event.voices),
        words_of(event.grade),
    )


def _because(event: Event) -> str:
    return escape(next((reason.says for reason in event.reasons if reason.rule == "airwars"), ""))


def show_changes(before: Linked, after: Linked) -> None:
    """Events that change, as they were and as they would be."""
    left = {event.id: event for event in after.events}
    listed = table("Event", "Place", "Day", "What", "Killed", "Voices", "Grade", "Without them")
    gone = changed = 0
    for event in sorted(before.events, key=by_day):
        now = left.get(event.id)
        if now is None:
            gone += 1
            listed.add_row(*_cells(event), "nobody tells it")
        elif (now.grade, now.voices, now.killed) != (event.grade, event.voices, event.killed):
            changed += 1
            listed.add_row(*_cells(event), "; ".join(_now(event, now)))
    show(listed)
    same = len(before.events) - gone - changed
    click.echo(f"{len(before.events)} events = {same} as before + {changed} changed + {gone} gone")


def _now(event: Event, now: Event) -> Iterator[str]:
    if now.grade != event.grade:
        yield words_of(now.grade)
    if now.voices.independent != event.voices.independent:
        yield f"{now.voices.independent} independent"
    elif now.voices != event.voices:
        yield f"on {now.voices.pages} page{'' if now.voices.pages == 1 else 's'}"
    if now.killed != event.killed:
        yield f"killed: {killed_words(now.killed) or 'no figure'}"


def show_matrix(events: Sequence[Event], rows: Sequence[VoiceSays], linked: Linked) -> None:
    """Who says what of each event, then why it is graded so and what was found on it."""
    for event in events:
        console().print(escape(" · ".join(cell for cell in _cells(event) if cell)))
        listed = table("Voice", "Says", "Party", "What", "Doer", "Hit", "Place", "Day", "Killed", "Wounded")
        for row in rows:
            if row.event == event.id:
                cells = (row.types, row.doers, row.targets, row.places, row.days, row.killed, row.wounded)
                words = (row.voice, words_of(row.stance), row.party or "", *("; ".join(cell) for cell in cells))
                listed.add_row(*map(escape, words))
        show(listed)
        for reason in event.reasons:
            click.echo(f"  {reason.rule}: {reason.says}")
        for finding in linked.findings:
            if event.id in finding.members:
                click.echo(f"  {finding.kind}: {finding.says}")
