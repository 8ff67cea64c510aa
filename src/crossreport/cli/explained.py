"""An explained page in words: paragraph by paragraph with its records, then what was considered and not recorded."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import TYPE_CHECKING

import click

from crossreport.cli.cells import day_of, place_of, words_of
from crossreport.cli.tables import on_one_line
from crossreport.model import Claim, EventReport, Figure, Mention, Page, Participant, Place, Reason, Sentence, Span

if TYPE_CHECKING:
    from crossreport.coding.explaining import Considered
    from crossreport.pipeline.explain import Explained

WIDTH = 110
RUNNERS_UP = 3  # other places of a name that are listed
FACTORS = 6  # strongest features of a score that are listed
RIVALS = 5  # other types of a word that are listed
_THINGS = {"hit": "thing hit", "means": "done with"}
_FATES = {"unlikely": "too unlikely to be recorded", "no_event": "no event of its own"}


def show_page(one: "Explained") -> None:
    """The page, its paragraphs with their records, then what was left."""
    page = one.coded.page
    name = "the text" if page.name == "-" else page.name
    _line(0, f"{name} · {page.outlet or 'outlet not known'} · written {page.published.edtf}")
    for basis in page.published.basis:
        _line(2, f"{basis.rule}: {basis.says}{_quoted(basis.span)}")
    for dropped in page.dropped:
        _line(2, f"set aside: {dropped.reason}: “{on_one_line(dropped.quote)}”")
    told = {considered.report.id: considered for considered in one.considered}
    for block in page.blocks:
        click.echo()
        _line(0, f"¶ {' '.join(page.text[block.start : block.end].split())}")
        for thing in _things(one, block.start, block.end):
            _show_thing(thing, one, told)
    left = [considered for considered in one.considered if considered.fate != "kept"]
    if left:
        click.echo("\nconsidered, and not recorded")
    for considered in left:
        _line(2, f"{_head(considered.report, page)} — {_FATES[considered.fate]} (p {considered.p:.2f})")
        if considered.why is not None:
            _line(6, f"why: {considered.why}")
            _line(6, _what_to_do(considered))
        _show_scores(considered)


def _what_to_do(considered: "Considered") -> str:
    if considered.held is not None:
        return f"told by {considered.held}: crossreport judge correct {considered.held} changes what is wrong with it"
    return "no report of this page tells it, and none can be added by hand: note it beside the record if it matters"


def _things(one: "Explained", start: int, end: int) -> "list[EventReport | Figure | Claim]":
    coded = one.coded
    things: list[EventReport | Figure | Claim] = [*coded.reports, *coded.figures, *coded.claims]
    return sorted((thing for thing in things if start <= thing.span.start < end), key=lambda thing: thing.span)


def _show_thing(thing: EventReport | Figure | Claim, one: "Explained", told: "dict[str, Considered]") -> None:
    if isinstance(thing, EventReport):
        _line(2, _head(thing, one.coded.page))
        _show_report(thing, one.coded.mentions)
        if thing.id in told:
            _show_scores(told[thing.id])
        else:
            _line(6, "another version of the program read it: today's scores are not its scores")
    elif isinstance(thing, Figure):
        owner = "of no single event" if thing.event_report is None else f"of {thing.event_report}"
        bounds = " / ".join("open" if end is None else f"{end:g}" for end in (thing.low, thing.best, thing.high))
        _line(2, f"figure · {words_of(thing.measure)} {bounds} (least / best / most), {words_of(thing.bound)}")
        of = f"{thing.of.kind} “{thing.of.text}”, {owner}"
        _line(6, f"“{on_one_line(thing.span.quote)}”: {of}, p {thing.confidence.p:.2f}")
    else:
        _line(2, f"claim · {thing.speaker} {thing.cue} ({thing.mode}): “{on_one_line(thing.says)}”")


def _head(report: EventReport, page: Page) -> str:
    core = ", what the page is about" if report.core and page.id == report.page else ""
    sure = f"p {report.confidence.p:.2f} ({report.confidence.band})"
    return f"report · {words_of(report.type.label)}, {words_of(report.status)} · {sure}{core} · {report.id}"


def _show_report(report: EventReport, mentions: Sequence[Mention]) -> None:
    for reason in report.reasons:
        _line(6, _reason(reason))
    for participant in report.participants:
        _show_participant(participant, mentions)
    for place in filter(None, dict.fromkeys([report.place, *report.places])):
        _show_place(place, mentions)
    for thing in report.things:
        kind = f" ({words_of(thing.kind)})" if thing.kind else ""
        _line(6, f"{_THINGS[thing.role]}: “{on_one_line(thing.as_written)}”{kind}")
    if report.when is not None:
        when = report.when
        _line(6, f"when: {day_of(when)} ({when.precision}) by the rule {when.rule}{_quoted(when.span)}")
    for voice in report.attribution:
        hedge = f", hedged by “{voice.hedge}”" if voice.hedge else ""
        _line(6, f"voice: {voice.speaker} ({voice.kind}), told by “{voice.cue}”{hedge}")


def _show_participant(participant: Participant, mentions: Sequence[Mention]) -> None:
    actor, as_written = participant.actor, on_one_line(participant.as_written)
    _line(6, f"{participant.role}: {actor.name} ({words_of(actor.kind)}), “{as_written}”")
    for reason in _reasons(mentions, participant.span, actor):
        _line(10, _reason(reason))


def _show_place(place: Place, mentions: Sequence[Mention]) -> None:
    precision = f"precision {place.precision.acled} of ACLED, {place.precision.ucdp} of UCDP"
    _line(6, f"place: {place_of(place)} ({words_of(place.kind)}, {precision}){_quoted(place.span)}")
    for reason in _reasons(mentions, place.span, None):
        _line(10, _reason(reason))
    for other in [each for each in place.candidates if each.geonameid != place.geonameid][:RUNNERS_UP]:
        parts = ", ".join(filter(None, (other.name, other.admin1, other.country)))
        _line(10, f"runner-up {other.score:.2f}: {parts}: {other.why}")


def _reasons(mentions: Sequence[Mention], span: Span | None, actor: object) -> Iterable[Reason]:
    """Why the mention there was taken for that: of the ones at the place, the one of the actor."""
    here = [mention for mention in mentions if span is not None and mention.span == span]
    fitting = [mention for mention in here if (actor is None and mention.kind == "place") or mention.value == actor]
    return fitting[0].reasons if fitting else ()


def _show_scores(considered: "Considered") -> None:
    factors = ", ".join(f"{weight:+.2f} {words_of(name)}" for name, weight in considered.factors[:FACTORS])
    _line(6, f"score: p {considered.p:.2f}, recorded from {considered.floor:.2f} on: {factors}")
    for rival in considered.rivals[:RIVALS]:
        said = "fits, too, and comes second" if rival.fits else "does not fit here"
        _line(6, f"runner-up: {words_of(rival.type)} ({rival.asks}) {said}")


def show_syntax(one: "Explained") -> None:
    """Every sentence as a tree of what hangs on what, with names and what was grounded."""
    from rich.tree import Tree

    from crossreport.cli.tables import console

    for sentence in one.analysis.sentences:
        for root in [number for number, token in enumerate(sentence.tokens) if token.head < 0]:
            tree = Tree(_node(sentence, root, one.coded.mentions))
            _grow(tree, sentence, root, one.coded.mentions)
            console().print(tree)
    click.echo()


def _grow(tree: "object", sentence: Sentence, head: int, mentions: Sequence[Mention]) -> None:
    for kid in sentence.children(head):
        branch = tree.add(_node(sentence, kid, mentions))  # type: ignore[attr-defined]
        _grow(branch, sentence, kid, mentions)


def _node(sentence: Sentence, number: int, mentions: Sequence[Mention]) -> str:
    from rich.markup import escape

    token = sentence.tokens[number]
    named = "".join(f"  {name.label}" for name in sentence.names if name.first == number)
    lemma = "" if token.lemma == token.text else f" {escape(token.lemma)}"
    says = f"{escape(token.text)}  [dim]{token.rel} {token.upos}{lemma}[/dim]"
    return says + named + "".join(f"  [b]{escape(word)}[/b]" for word in _grounded(token.start, token.end, mentions))


def _grounded(start: int, end: int, mentions: Sequence[Mention]) -> Iterator[str]:
    """What the mentions whose main word stands here were grounded to."""
    for mention in mentions:
        if start <= mention.head < end:
            value = mention.value
            name = getattr(value, "name", None) or getattr(value, "edtf", None) or getattr(value, "wording", None)
            yield f"{mention.kind}: {name or 'nobody or nothing for sure'}"


def _reason(reason: Reason) -> str:
    quoted = reason.span is not None and reason.span.quote not in reason.says
    return f"{reason.rule}: {reason.says}{_quoted(reason.span) if quoted else ''}"


def _quoted(span: Span | None) -> str:
    return f" “{on_one_line(span.quote)}”" if span is not None else ""


def _line(indent: int, text: str) -> None:
    click.echo(
        fill(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2), break_long_words=False)
    )
