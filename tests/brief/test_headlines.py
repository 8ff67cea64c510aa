"""The lines at the top are sure of their kind; the title names countries as far as a reader takes them in."""

from datetime import date
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from crossreport.brief.countries import country_name
from crossreport.brief.dates import spread
from crossreport.brief.entries import _amounts, _one_number, differs
from crossreport.brief.focus import Focus
from crossreport.brief.headlines import NEW, _score
from crossreport.brief.horizon import within_sight
from crossreport.brief.render import html
from crossreport.brief.situation import Situation, _title, situation
from crossreport.brief.window import Window
from crossreport.model import Actor, ActorKind, CodedPage, Event, EventReport, Linked, Place, PlacePrecision, When
from crossreport.words.actors import countries
from tests.brief.hand import records

NOWHERE = Place("Dair Unknown", None, None, None, None, None, PlacePrecision(3, 6), (), None, kind="unresolved")


def made(change: dict[str, Event] | None = None, window: Window | None = None) -> Situation:
    coded, linked = records()
    events = tuple((change or {}).get(event.id, event) for event in linked.events)
    return situation(coded, replace(linked, events=events), (), window=window or Window(None, None))


def lead() -> Event:
    return next(event for event in records()[1].events if event.grade == "contested")


def test_a_place_that_the_gazetteer_lacks_or_no_page_names_keeps_no_deaths_from_the_top() -> None:
    event = lead()
    assert event.id in {line.opens for line in made().headlines}
    assert event.id in {line.opens for line in made({event.id: replace(event, place=NOWHERE)}).headlines}
    assert event.id in {line.opens for line in made({event.id: replace(event, place=None)}).headlines}
    assert event.id not in {line.opens for line in made({event.id: replace(event, place=None, killed=None)}).headlines}


def test_a_contested_line_says_on_what_accounts_differ() -> None:
    found = {line.opens: line for line in made().headlines}
    assert found[lead().id].matters == "how many were killed"
    assert not any(line.matters for line in found.values() if line.grade != "contested")
    assert '<span class="meta on">Accounts differ on how many were killed.</span></li>' in html(made())


def test_at_least_as_many_holds_as_many_and_whom_a_side_put_out_of_action_is_told() -> None:
    coded, linked = records()
    figures = [figure for one in coded for figure in one.figures if figure.measure == "killed" and figure.best == 11]
    exact, least = figures[0], replace(figures[0], bound="at_least", high=None)
    assert _amounts([exact, least]) == "at least 11"
    assert _amounts([exact]) == "11"
    event = lead()
    out = tuple(
        replace(one, figures=tuple(replace(figure, measure="neutralised") for figure in one.figures)) for one in coded
    )
    silent = replace(linked, events=(replace(event, killed=None),))
    (entry,) = situation(out, silent, (), window=Window(None, None)).entries
    assert entry.short.text.endswith("reported “neutralised”")


def test_those_who_died_on_top_of_others_are_no_toll_of_the_line_and_the_same_number_is_none_to_differ_on() -> None:
    coded, linked = records()
    event = lead()
    assert event.killed is not None
    few = min(event.killed.by_voice, key=lambda one: one.low or 0).figure
    more = tuple(
        replace(
            one, figures=tuple(replace(each, wording="11 more") if each.id == few else each for each in one.figures)
        )
        for one in coded
    )
    (entry,) = situation(more, replace(linked, events=(event,)), (), window=Window(None, None)).entries
    assert entry.short.text.endswith(": at least 31 reported killed")
    exact = next(row for row in entry.toll_rows if row.measure == "killed")
    least = replace(exact, high="–")
    assert _one_number(exact, least)
    assert not _one_number(exact, replace(least, low="9"))


def test_of_two_equal_events_the_newer_leads() -> None:
    entry = next(one for one in made().entries if one.event.id == lead().id)
    newest = date(2024, 6, 30)
    old, new = (
        replace(entry, event=replace(entry.event, when=When(day, day, day, "day", "told")))
        for day in ("2024-01-02", "2024-06-29")
    )
    assert _score(new, newest) > _score(old, newest) > 0
    assert _score(new, newest) - _score(old, newest) <= NEW


def test_a_toll_of_nobody_knows_how_long_ranks_no_event() -> None:
    """ "At least 6,000 have been killed on this front" may be of years."""
    entry = next(one for one in made().entries if one.event.id == lead().id)
    toll = entry.event.killed
    assert toll is not None
    vast = replace(toll, low=6000.0, best=6000.0, high=6000.0)
    for when in (None, When("2024", "2024-01-01", "2024-12-31", "year", "told")):
        few, many = (replace(entry, event=replace(entry.event, when=when, killed=each)) for each in (toll, vast))
        assert _score(few, None) == _score(many, None)
    dated = replace(entry, event=replace(entry.event, killed=vast))
    assert _score(dated, None) > _score(entry, None)


def test_the_range_at_the_top_is_that_of_the_sections() -> None:
    found = made()
    dated = [one.event.when for one in found.entries if one.event.when and one.sort_day < "9998"]
    first = min(when.earliest for when in dated if when.earliest)
    last = max(when.latest for when in dated if when.latest)
    assert found.window == spread(first, last)


def test_a_type_that_kills_nobody_makes_no_headline_with_its_dead() -> None:
    event = next(event for event in records()[1].events if event.killed is not None)
    arrest = replace(event, type=replace(event.type, label="arrest"))
    assert event.id not in {line.opens for line in made({event.id: arrest}).headlines}


def test_one_line_a_place_and_day() -> None:
    found = made()
    entries = {entry.event.id: entry for entry in found.entries}
    keys = [(entries[line.opens].place, entries[line.opens].day) for line in found.headlines if line.opens in entries]
    assert len(keys) == len(set(keys)) > 1


def test_a_toll_without_an_event_is_listed_from_its_figure() -> None:
    coded, linked = records()
    figure = next(f for page in coded for f in page.figures if f.measure == "killed" and f.part_of is None)
    lone = replace(
        figure, id="lone", event_report=None, cumulative=False, low=900.0, best=900.0, high=900.0, bound="exact"
    )
    lone = replace(lone, scope=replace(figure.scope, place="Anadan"), of=replace(figure.of, kind="people"))
    pages = tuple(replace(one, figures=(*one.figures, lone)) if figure in one.figures else one for one in coded)
    told = [line.text for line in situation(pages, linked, (), window=Window(None, None)).headlines]
    assert "900 reported killed in Anadan" in told
    guns = replace(lone, of=replace(lone.of, kind="other"))
    wrong = tuple(replace(one, figures=(*one.figures, guns)) if figure in one.figures else one for one in coded)
    assert all("900" not in h.text for h in situation(wrong, linked, (), window=Window(None, None)).headlines)
    elsewhere = replace(lone, scope=replace(lone.scope, place="Dair Alwan"))  # no word of its sentence
    wrong = tuple(replace(one, figures=(*one.figures, elsewhere)) if figure in one.figures else one for one in coded)
    assert all("900" not in h.text for h in situation(wrong, linked, (), window=Window(None, None)).headlines)
    past = replace(lone, scope=replace(lone.scope, when="2010-12"))  # what the page looks back on
    wrong = tuple(replace(one, figures=(*one.figures, past)) if figure in one.figures else one for one in coded)
    assert all("900" not in h.text for h in situation(wrong, linked, (), window=Window(None, None)).headlines)
    far = situation(pages, linked, (), window=Window(None, None), focus=Focus(countries=("HT",))).headlines
    assert all("900" not in line.text for line in far)  # nothing of a figure says that it is of the country asked for
    inside = situation(pages, linked, (), window=Window("2016-01-01", None)).headlines
    assert all("Dair Alwan" not in line.text for line in inside)


def test_many_countries_are_four_and_more() -> None:
    _, linked = records()
    codes = ["SY", "SD", "IQ", "YE", "LY", "ML", "NE", "TD"]
    changed = {
        event.id: replace(event, place=replace(NOWHERE, name=code, country=code, kind="country"))
        for event, code in zip(linked.events, codes * 4, strict=False)
    }
    assert made(changed).title.endswith(" and 4 more countries: what is reported")
    assert made(changed).title.count(",") == 3


@pytest.mark.parametrize(
    ("codes", "title"),
    [
        ("SY SD SY SD SY SD ML NE", "Sudan, Syria and 2 more countries: what is reported"),
        ("SY SD SY SD SY SD ML ML", "Sudan, Syria and Mali: what is reported"),
        ("SY SD " * 10 + "ML", "Sudan and Syria: what is reported"),
    ],
)
def test_countries_beside_the_first_are_counted_if_they_hold_more_than_a_few(codes: str, title: str) -> None:
    entries = [
        SimpleNamespace(event=SimpleNamespace(place=replace(NOWHERE, name=code, country=code, kind="country")))
        for code in codes.split()
    ]
    assert _title(entries) == title  # type: ignore[arg-type]


def test_no_time_runs_beyond_the_page_that_tells_it() -> None:
    coded, linked = records()
    event = next(event for event in linked.events if event.when and event.status == "happened")
    far = replace(event, when=When("2016-09-01/2031-01-01", "2016-09-01", "2031-01-01", "year", "x"))
    _, seen = within_sight(coded, Linked(linked.source_groups, (far,), linked.findings))
    when = seen.events[0].when
    assert when is not None
    assert when.latest == max(page.page.published.latest or "" for page in telling(coded, event))


def telling(coded: tuple[CodedPage, ...], event: Event) -> list[CodedPage]:
    return [page for page in coded if any(report.id in event.reports for report in page.reports)]


def test_a_page_without_a_masthead_is_named_once() -> None:
    coded, linked = records()
    nameless = tuple(replace(one, page=replace(one.page, outlet=None, name="-")) for one in coded)
    found = situation(nameless, linked, (), window=Window(None, None))
    text = [line.text for entry in found.entries for line in entry.lines]
    assert any("the page standard input reports" in line for line in text)
    alone = [entry for entry in found.entries if entry.event.voices.pages == 1 and len(entry.lines) > 1]
    assert alone
    assert all(" ".join(line.text for line in entry.lines).count("the page standard input") <= 1 for entry in alone)


def test_what_a_page_only_looks_back_on_makes_no_headline() -> None:
    coded, linked = records()
    event = lead()
    old = When("2014-01-02", "2014-01-02", "2014-01-02", "day", "told")
    back = [
        replace(page, reports=tuple(replace(one, when=old) if one.id in event.reports else one for one in page.reports))
        for page in coded
    ]
    events = tuple(replace(one, when=old) if one.id == event.id else one for one in linked.events)
    found = situation(back, replace(linked, events=events), (), window=Window(None, None))
    assert event.id not in {line.opens for line in found.headlines}


def test_a_country_without_an_outline_has_its_name() -> None:
    assert country_name("XK") == "Kosovo"
    assert country_name("SY") == "Syria"
    assert not country_name(None)


def test_an_army_and_its_air_force_give_no_two_accounts() -> None:
    report = records()[0][0].reports[0]
    nigeria = countries()["NG"]

    def by(name: str, kind: ActorKind = "state_forces") -> EventReport:
        actor = Actor(name, name, kind, "NG")
        return replace(report, participants=(replace(report.participants[0], role="agent", actor=actor),))

    assert not differs(by(nigeria.forces), by(nigeria.air_force))
    assert differs(by(nigeria.forces), by("islamic-state-west-africa", "rebel_group"))


def test_the_dead_of_two_armed_groups_are_told_apart_and_neither_is_called_the_states() -> None:
    killed = lead().killed
    assert killed is not None
    sides = {
        names: tuple(replace(one, side=names[at % 2]) for at, one in enumerate(killed.by_voice))
        for names in (("armed", "rival"), ("armed", "state"))
    }
    told = {
        names: next(
            line.text
            for line in made({lead().id: replace(lead(), killed=replace(killed, by_voice=voices))}).headlines
            if line.opens == lead().id
        )
        for names, voices in sides.items()
    }
    assert " on one side and " in told["armed", "rival"]
    assert " on the state's side and " in told["armed", "state"]
