"""An event's testimonies in, its reported dead out: each voice literally, side by side, never averaged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossreport.model import Event, Figure, Page, Toll, VoiceToll
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.fallen import Side, counted_as, kin_of, side_of
from crossreport.weighing.interval import interval
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling
from crossreport.weighing.voices import Voice, camp, origin

FIND = "bodies_found"
ANYBODY = frozenset({"people", "persons", "other", ""})


def anybody(event: Event) -> frozenset[str]:
    """Kinds of people that count as one: where no two armed sides fight, "34 civilians" is a rival of "20 people"."""
    return ANYBODY if event.type.label in lexicon().fights and not _on_civilians(event) else ANYBODY | {"civilians"}


def _on_civilians(event: Event) -> bool:
    """Whether all that are told to have been hit do not fight: "gunmen stormed the village"."""
    hit = [actor.kind for side in event.sides if side.role == "target" for actor in side.actors]
    return bool(hit) and set(hit) <= {"civilians", "person"} and all(side.role != "party" for side in event.sides)


class Count(NamedTuple):
    """A figure of killed of one event, who gives it, and the independent voice that its page belongs to.

    `bloc` is the page's, unless the figure names a voice of its own: rival tolls on one page are two voices.
    """

    figure: Figure
    voice: Voice
    bloc: str
    side: Side | None = None  # on whose side they fell, where that is told


def counts(telling: Telling, measure: str = "killed") -> list[Count]:
    """The tolls of the event as a whole, in the order of reports and pages."""
    found: list[Count] = []
    groups = _groups(telling.event)
    for testimony in telling.testimonies:
        own = testimony.voice
        given: dict[tuple[str, ...], Count] = {}
        for figure in telling.corpus.figures_of.get(testimony.report.id, []):
            if _is_toll(figure, measure) and not _in_headline(figure, telling):
                page = telling.corpus.page[figure.page]
                voice = telling.voice(origin(figure.attribution, page, telling.corpus)) if figure.attribution else own
                bloc = testimony.bloc if voice.key == own.key else _bloc_of_voice(voice, telling)
                _widen(given, Count(figure, voice, bloc, side_of(figure, telling.corpus)), apart=len(groups) > 1)
        found += given.values()
    return _without_finds(found, telling)


def _without_finds(found: list[Count], telling: Telling) -> list[Count]:
    """Without the bodies that some found, where others count the dead of the attack: finds go on, also elsewhere."""
    finds = {one.report.id for one in telling.testimonies if one.report.type.label == FIND}
    dead = [one for one in found if one.figure.event_report not in finds]
    return dead or found


def kin(one: Count) -> str:
    """What the side is whose dead are counted; empty if that is not told."""
    return one.side.kin if one.side is not None else ""


def lesser(one: Count, other: Count, found: Iterable[Count]) -> bool:
    """Whether it counts the dead of one side, and its voice more of the other side, where the rival names no side."""
    if not kin(one) or kin(other):
        return False
    least = interval(one.figure)
    return least is not None and any(
        kin(more) not in ("", kin(one)) and (most := interval(more.figure)) is not None and most.low > least.low
        for more in found
        if more.bloc == one.bloc and more.voice.key == one.voice.key
    )


def own_loss(one: Count, other: Count, telling: Telling) -> bool:
    """Whether a side counts its own dead, and the other count is of nobody's: of those whom it attacked, it may be; or
    of fighters of whom no more is said, where two armed groups fought.
    """
    if one.side is None or one.side.camp != one.voice.key:
        return False
    either = kin(one) == kin(other) == "armed" and other.side is not None and not other.side.camp
    return other.side is None or (either and len(_groups(telling.event)) > 1)


def _groups(event: Event) -> set[str]:
    """The camps of the armed groups that fought one another, by name; none of them alone."""
    fought = [actor for side in event.sides if side.role == "party" for actor in side.actors]
    return {camp(actor) for actor in fought if kin_of(actor) == "armed" and not actor.generic}


def foes(one: Count, other: Count) -> bool:
    """Whether one counts a side's own soldiers and the other fighters of whom it says no more: two sides' dead."""
    fighters = [each for each in (one, other) if each.figure.of.kind == "combatants" or each.side is not None]
    return len(fighters) == 2 and (one.side is None) != (other.side is None)


def _in_headline(figure: Figure, telling: Telling) -> bool:
    """Whether it stands in the headline of a page whose body counts, too: the body wins."""
    page = telling.corpus.page[figure.page]
    if not _titles(page, figure):
        return False
    others = telling.corpus.figures_of.get(figure.event_report or "", [])
    return any(_is_toll(other) and not _titles(page, other) for other in others)


def _titles(page: Page, figure: Figure) -> bool:
    return any(block.kind == "title" and block.start <= figure.span.start < block.end for block in page.blocks)


def _widen(given: dict[tuple[str, ...], Count], one: Count, *, apart: bool) -> None:
    """Of several numbers that one voice gives for one happening on one page the largest: the others are its parts; the
    dead of two armed groups that fought stand `apart`.
    """
    kind = "people" if one.figure.of.kind in ANYBODY else one.figure.of.kind
    key = (one.voice.key, kind, kin(one), one.side.camp if apart and one.side is not None else "")
    before = given.get(key)
    if before is None or one.figure.most > before.figure.most:
        given[key] = one


def representative(found: list[Count], telling: Telling) -> tuple[list[Count], list[Count]]:
    """For each text and voice the number that most of its copies give, and the counts that a copy altered.

    A copy that changes the number adds no voice, so it must not move the lowest or highest toll either.
    """
    texts: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for one in found:
        voice = one.voice.key if _attributed(one) else ""
        texts[telling.sources.find(one.figure.page), voice, one.figure.of.kind, kin(one)].append(one)
    kept: list[Count] = []
    altered: list[Count] = []
    for counts_of_text in texts.values():
        frequent = Counter(interval(one.figure) for one in counts_of_text)
        pages = {one.figure.page for one in counts_of_text}
        most = max(frequent.values())
        for one in counts_of_text:
            usual = frequent[interval(one.figure)] == most or len(pages) == 1
            (kept if usual else altered).append(one)
    return kept, altered


def latest(found: Sequence[Count], corpus: Corpus) -> list[Count]:
    """Without the counts that their own voice replaced on a surely later page: it stands for what it said last."""
    by_voice: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for one in found:
        by_voice[one.voice.key, one.figure.of.kind, kin(one)].append(one)
    return [
        one
        for one in found
        if not any(
            corpus.surely_later(other.figure.page, one.figure.page)
            for other in by_voice[one.voice.key, one.figure.of.kind, kin(one)]
        )
    ]


def _attributed(one: Count) -> bool:
    return bool(one.figure.attribution)


def _is_toll(figure: Figure, measure: str = "killed") -> bool:
    whole = figure.part_of is None and not figure.cumulative
    return figure.measure == measure and whole and figure.status != "denied" and interval(figure) is not None


def _bloc_of_voice(voice: Voice, telling: Telling) -> str:
    same = (testimony.bloc for testimony in telling.testimonies if testimony.voice.key == voice.key)
    return next(same, f"voice:{voice.key}")


def toll(found: list[Count], event: Event) -> Toll | None:
    """Lowest and highest of all voices; `best` only if all ranges meet and no two voices name different numbers.

    An open end stays open unless another voice goes at least as far: "at least 12" and "20" end at 20.
    """
    if not found:
        return None
    whole = _largest(found)
    low = min((one.figure.low for one in _widest(whole, event) if one.figure.low is not None), default=None)
    return Toll(low, _best(whole, event), _high([one.figure for one in whole]), _by_voice(found))


def _largest(found: Sequence[Count]) -> list[Count]:
    """Of one voice's counts of the dead of two sides the larger: the other says nothing on how few there were."""
    given: dict[tuple[str, str, str, str], Count] = {}
    for one in found:
        kind = "people" if one.figure.of.kind in ANYBODY else one.figure.of.kind
        key = (one.bloc, one.voice.key, one.figure.page, kind)
        if key not in given or one.figure.most > given[key].figure.most:
            given[key] = one
    return list(given.values())


def _widest(found: list[Count], event: Event) -> list[Count]:
    """Counts of people in general if there are any: "12 soldiers" is no rival of "32 people"."""
    general = [one for one in found if one.figure.of.kind in anybody(event)]
    return general or found


def _high(figures: list[Figure]) -> float | None:
    tops = [figure.high for figure in figures if figure.high is not None]
    open_ended = [
        value
        for figure in figures
        if figure.high is None and (value := figure.low if figure.low is not None else figure.best) is not None
    ]
    if not tops or any(value > max(tops) for value in open_ended):
        return None
    return max(tops)


def _best(found: list[Count], event: Event) -> float | None:
    widest = _widest(found, event)
    named = {one.figure.best for one in widest if one.figure.best is not None}
    ranges = [ranged for one in widest if (ranged := interval(one.figure)) is not None]
    agree = max(ranged.low for ranged in ranges) <= min(ranged.high for ranged in ranges)
    return next(iter(named)) if len(named) == 1 and agree else None


def _by_voice(found: list[Count]) -> tuple[VoiceToll, ...]:
    groups = sorted({_camp_of(one) for one in found if kin(one) == "armed"} - {""})
    seen: dict[tuple[object, ...], VoiceToll] = {}
    for one in found:
        figure = one.figure
        key = (one.bloc, one.voice.key if one.bloc.startswith("voice:") else "", figure.low, figure.best, figure.high)
        told = VoiceToll(
            one.voice.name, figure.id, figure.low, figure.best, figure.high, figure.wording, _fell_on(one, groups)
        )
        seen.setdefault((*key, figure.of.kind), told)
    return tuple(sorted(seen.values(), key=lambda told: (told.voice, told.low or 0, told.high or 0, told.figure)))


def _fell_on(one: Count, groups: Sequence[str]) -> str:
    """The side whose dead are counted; where two armed `groups` fought, which of them, if that is told."""
    if kin(one) != "armed" or len(groups) != TWO:
        return kin(one)
    return dict(zip(groups, ("armed", "rival"), strict=True)).get(_camp_of(one), "")


def _camp_of(one: Count) -> str:
    """The camp whose dead are counted, or that they fell against the counting one: "nine of the enemy"."""
    theirs = not frozenset(lexicon().their_enemy).isdisjoint(fold_name(counted_as(one.figure)).split())
    return (one.side.camp if one.side is not None else "") or (f"against:{one.voice.key}" if theirs else "")


TWO = 2  # sides of a fight
