import msgspec
import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, Finding, Linked
from crossreport.weighing import weigh
from tests.linking.build import Count, Draft, Says, Told, build, page
from tests.weighing.test_voices import ONE, THREE, TWO, event, rules, told


def weighed(*pages: CodedPage) -> Linked:
    return weigh(pages, link(pages))


def findings(linked: Linked, kind: str) -> list[Finding]:
    return [finding for finding in linked.findings if finding.kind == kind]


def pair(one: tuple[float | None, ...], other: tuple[float | None, ...]) -> list[CodedPage]:
    return [
        page("a", told(ONE, killed=one), outlet="Daily"),
        page("b", told(TWO, killed=other), outlet="Courier"),
    ]


def test_numbers_that_exclude_one_another_are_contested_and_both_named() -> None:
    pages = pair((7, 7, 7), (19, 19, 19))
    linked = weighed(*pages)
    (finding,) = findings(linked, "contradiction")
    assert linked.events[0].grade == "contested"
    assert all(word in finding.says for word in ("Daily", "Courier", "7", "19"))


@pytest.mark.parametrize(
    ("one", "other", "toll"),
    [
        ((7, 7, 7), (7, 7, None), (7, 7, 7)),
        ((7, 7, 7), (3, None, 9), (3, 7, 9)),
        ((7, 7, 7), (5, 5, None), (5, None, 7)),
        ((9, 9, None), (5, 5, None), (5, None, None)),
    ],
)
def test_ranges_that_meet_agree_and_are_never_averaged(
    one: tuple[float, ...], other: tuple[float, ...], toll: tuple[float, ...]
) -> None:
    linked = weighed(*pair(one, other))
    killed = linked.events[0].killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == toll
    assert len(killed.by_voice) == 2
    assert linked.events[0].grade == "corroborated"
    assert not findings(linked, "contradiction")


def test_unlike_tolls_have_no_best() -> None:
    killed = event(*pair((7, 7, 7), (19, 19, 19))).killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (7, None, 19)


def test_a_part_is_no_rival_toll() -> None:
    first = page("a", told(ONE, parts=[("children", 3)]), outlet="Daily")
    second = page("b", told(TWO), outlet="Courier")
    found = event(first, second)
    assert found.grade == "corroborated"
    assert found.killed is not None
    assert found.killed.best == 7


def test_another_doer_is_contested() -> None:
    first = page("a", told(ONE, agents=["front"]), outlet="Daily")
    second = page("b", told(TWO, agents=["league"]), outlet="Courier")
    linked = weighed(first, second)
    (finding,) = findings(linked, "contradiction")
    assert finding.reasons[0].rule == "culprit"
    assert "Dawn Front" in finding.says
    assert "River League" in finding.says


@pytest.mark.parametrize(
    ("cue", "grade"), [("denied", "contested"), ("rejected", "contested"), ("said", "single_source")]
)
def test_a_denial_on_the_same_page_contests(cue: str, grade: str) -> None:
    said = Says("The Dawn Front answered in a note to reporters.", "front", cue)
    linked = weighed(build(Draft("a", [told(ONE)], says=[said], outlet="Daily")))
    assert linked.events[0].grade == grade


def test_a_report_that_denies_contests_and_a_mere_denial_is_discounted() -> None:
    denial = page("b", told(THREE, "front", status="denied", killed=None), outlet="Courier")
    found = event(page("a", told(ONE), outlet="Daily"), denial)
    assert (found.grade, found.voices.independent) == ("contested", 1)
    assert "contradiction_occurrence" in rules(found)
    assert event(denial).grade == "discounted"


def test_a_voice_that_counts_again_revises() -> None:
    first = page("a", told(ONE, "monitor"), outlet="Daily", published="2016-05-04")
    second = page("b", told(TWO, "monitor", killed=(11, 11, 11)), outlet="Courier", published="2016-05-06")
    linked = weighed(first, second)
    (series,) = findings(linked, "toll_series")
    assert not findings(linked, "contradiction")
    assert series.reasons[0].rule == "revised"


PARTS = [("fighters", 1100.0), ("militiamen", 462.0), ("civilians", 32.0)]


@pytest.mark.parametrize(
    ("whole", "parts", "rule"),
    [
        ((1600, 1600, None), PARTS, "agrees_rounded"),
        ((1594, 1594, 1594), PARTS, "agrees"),
        ((1000, 1000, 1000), PARTS, "exceeds"),
        ((3000, 3000, 3000), [("civilians", 1000.0), ("combatants", 500.0)], "parts_missing"),
        ((20, 20, 20), [("civilians", 32.0)], "exceeds"),
    ],
)
def test_parts_are_added_up_against_the_whole(
    whole: tuple[float | None, ...], parts: list[tuple[str, float]], rule: str
) -> None:
    bound = "at_least" if whole[2] is None else "exact"
    linked = weighed(page("a", told(ONE, killed=whole, bound=bound, parts=parts), outlet="Daily"))
    (finding,) = findings(linked, "arithmetic")
    assert finding.reasons[0].rule == rule
    if len(parts) == 3:
        assert "1,100 + 462 + 32 = 1,594" in finding.says


def test_some_groups_of_a_whole_are_no_breakdown() -> None:
    some = [("women", 14.0), ("children", 9.0)]
    whole = page("a", told(ONE, killed=(63, 63, None), bound="at_least", parts=some))
    assert not findings(weighed(whole), "arithmetic")


def test_a_child_is_not_counted_beside_the_civilians() -> None:
    parts = [("civilians", 20.0), ("children", 12.0), ("combatants", 5.0)]
    (finding,) = findings(weighed(page("a", told(ONE, killed=(25, 25, 25), parts=parts))), "arithmetic")
    assert finding.reasons[0].rule == "agrees"


def test_voices_that_agree_on_the_event_and_not_on_its_figures_say_so() -> None:
    linked = weighed(*pair((9, 9, 9), (5, 5, None)))
    assert linked.events[0].grade == "corroborated"
    (reason,) = [one for one in linked.events[0].reasons if one.rule == "figures_differ"]
    assert reason.says.startswith("corroborated on the event, figures differ")
    near = weighed(*pair((63, 63, None), (60, None, 80)))
    assert "figures_differ" not in {one.rule for one in near.events[0].reasons}


def test_people_and_fighters_that_differ_are_noted_and_contradict_nobody() -> None:
    one, other = pair((5, 5, None), (9, 9, 9))
    fighters = tuple(
        msgspec.structs.replace(f, of=msgspec.structs.replace(f.of, kind="combatants")) for f in other.figures
    )
    copy = page("c", told(ONE, killed=(5, 5, None)), outlet="Evening")
    linked = weighed(one, copy, msgspec.structs.replace(other, figures=fighters))
    assert linked.events[0].grade == "corroborated"
    assert not findings(linked, "contradiction")
    assert "figures are of different groups" in " ".join(one.says for one in linked.events[0].reasons)


def test_counts_of_different_times_are_not_compared() -> None:
    pages = pair((7, 7, 7), (190, 190, 190))
    assert findings(weighed(*pages), "contradiction")
    one, other = (at(page, when) for page, when in zip(pages, ("2016-05-03", "2016-03/2016-05-03"), strict=True))
    linked = weighed(one, other)
    assert not findings(linked, "contradiction")
    assert "different times" in " ".join(one.says for one in linked.events[0].reasons)


def at(coded: CodedPage, when: str) -> CodedPage:
    """The page with all its figures about this time."""
    figures = tuple(
        msgspec.structs.replace(one, scope=msgspec.structs.replace(one.scope, when=when)) for one in coded.figures
    )
    return msgspec.structs.replace(coded, figures=figures)


def test_one_part_that_fits_is_no_finding() -> None:
    assert not findings(weighed(page("a", told(ONE, parts=[("children", 3)]))), "arithmetic")


def counted(name: str, day: str, value: float, by: str, sentence: str = "", **fields: object) -> CodedPage:
    text = sentence or f"By the reckoning of {by}, the war has now cost {value:,.0f} lives in the whole country."
    return build(Draft(name, counts=[Count(text, value, by=[by], **fields)], published=day))  # type: ignore[arg-type]


def test_a_growing_count_by_different_speakers_is_a_series_and_no_contradiction() -> None:
    linked = weighed(
        counted("a", "2015-01-20", 200_000, "Institute"),
        counted("b", "2015-09-23", 250_000, "Envoy"),
        counted("c", "2016-10-18", 400_000, "Council"),
    )
    (series,) = findings(linked, "toll_series")
    assert series.reasons[0].rule == "growing"
    assert len(series.members) == 3
    assert not findings(linked, "contradiction")


def test_a_shrinking_count_is_a_contradiction_unless_the_ranges_meet() -> None:
    exact = [
        counted("a", "2015-01-20", 200_000, "Institute", bound="exact"),
        counted("b", "2015-09-23", 90_000, "Envoy", bound="exact"),
    ]
    assert findings(weighed(*exact), "contradiction")
    loose = [counted("a", "2015-01-20", 200_000, "Institute"), counted("b", "2015-09-23", 90_000, "Envoy")]
    assert not findings(weighed(*loose), "contradiction")


def test_a_year_of_its_own_is_no_point_of_the_whole_war() -> None:
    year = counted("b", "2015-03-01", 76_000, "Envoy", scope=("Syria", "2014"))
    assert not findings(weighed(counted("a", "2015-01-20", 200_000, "Institute"), year), "toll_series")


OLD = "New figures show that over 76,000 men, women and children lost their lives in the country last year."


def test_an_old_figure_in_the_same_words_is_recirculated_and_not_two_statements() -> None:
    first = counted("a", "2015-01-17", 76_000, "figures", OLD)
    second = counted("b", "2015-01-29", 76_000, "figures", OLD.replace("New figures", "Figures also"))
    (finding,) = findings(weighed(first, second), "recirculated")
    assert finding.reasons[0].rule == "told_again"
    assert "one statement" in finding.says


def test_an_old_sentence_under_a_new_day_is_discounted() -> None:
    first = page("a", told(ONE, day="2016-05-03"), outlet="Daily", published="2016-05-04")
    second = page("b", told(ONE, day="2017-01-03"), outlet="Mirror", published="2017-01-04")
    linked = weighed(first, second)
    assert len(findings(linked, "recirculated")) == 1
    grades = {found.when.edtf: found.grade for found in linked.events if found.when is not None}
    assert grades == {"2016-05-03": "single_source", "2017-01-03": "discounted"}


def test_what_says_every_finding_is_one_sentence() -> None:
    linked = weighed(
        *pair((7, 7, 7), (19, 19, 19)), counted("c", "2015-01-20", 5, "X"), counted("d", "2015-02-20", 9, "Y")
    )
    assert linked.findings
    assert all(finding.says.endswith(".") and finding.members for finding in linked.findings)
    assert msgspec.json.decode(msgspec.json.encode(linked), type=Linked) == linked


@pytest.mark.parametrize(("fields", "rule"), [({"day": "2016-05-04"}, "time"), ({"place": "Kafr Hazir"}, "place")])
def test_reports_that_agree_in_all_but_the_day_or_the_place_are_shown_to_a_person(
    fields: dict[str, object], rule: str
) -> None:
    linked = weighed(page("a", told(ONE), outlet="Daily"), page("b", told(TWO, **fields), outlet="Courier"))
    (finding,) = findings(linked, "contradiction")
    assert finding.reasons[0].rule == rule
    assert set(finding.members) == {found.id for found in linked.events}
    other = {"killed": (40, 40, 40)} | fields
    assert not findings(weighed(page("a", told(ONE)), page("b", told(TWO, **other))), "contradiction")


def test_figures_in_a_row_that_add_up_are_taken_for_parts() -> None:
    counts = [
        Count("In all at least 1,600 people died there.", 1600, bound="at_least"),
        Count("Nearly 1,100 of the dead were fighters.", 1100, bound="nearly", of="combatants"),
        Count("The militia lost 468 men.", 468, bound="exact", of="militiamen"),
        Count("Of the townspeople, 32 died.", 32, bound="exact", of="civilians"),
    ]
    (finding,) = findings(weighed(build(Draft("a", counts=counts))), "arithmetic")
    assert [reason.rule for reason in finding.reasons] == ["agrees", "inferred_parts"]
    assert not findings(weighed(build(Draft("a", counts=counts[:3]))), "arithmetic")


def test_one_more_body_is_no_dispute_and_the_range_holds_both() -> None:
    first = page("a", told(ONE, killed=(18, 18, 18)), outlet="Daily")
    second = page("b", told(TWO, killed=(19, 19, 19)), outlet="Courier")
    (found,) = weigh([first, second], link([first, second])).events
    assert found.grade == "corroborated"
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (18, None, 19)


def test_a_count_that_its_own_voice_replaced_disputes_nothing() -> None:
    pages = [
        page("a", told(ONE, "monitor", killed=(7, 7, 7)), outlet="Daily", published="2016-05-04"),
        page("b", told(TWO, "monitor", killed=(19, 19, 19)), outlet="Courier", published="2016-05-06"),
        page("c", told(THREE, killed=(19, 19, 19)), outlet="Herald", published="2016-05-06"),
    ]
    (found,) = weigh(pages, link(pages)).events
    assert found.grade == "corroborated"
    assert len(weigh(pages[:1] + pages[2:], link(pages[:1] + pages[2:])).findings) > 0


def test_a_toll_that_one_voice_raises_within_a_day_disputes_nothing_that_it_reached() -> None:
    pages = [
        page("a", told(ONE, "monitor", killed=(31, 31, 31)), outlet="Daily"),
        page("b", told(TWO, "monitor", killed=(44, 44, None)), outlet="Courier"),
        page("c", told(THREE, killed=(48, 48, None)), outlet="Herald"),
    ]
    assert [found.grade for found in weigh(pages, link(pages)).events] == ["corroborated"]
    assert [found.grade for found in weigh(pages[::2], link(pages[::2])).events] == ["contested"]


def test_a_figure_of_state_media_is_its_state_s() -> None:
    fields = {"targets": ["army"]}
    pages = [
        page("a", told(ONE, "army", killed=(31, 31, 31), **fields), outlet="Daily"),
        page("b", told(TWO, "SANA", killed=(44, 44, 44), **fields), outlet="Courier"),
    ]
    (found,) = weigh(pages, link(pages)).events
    assert (found.grade, found.voices.independent) == ("single_source", 1)


@pytest.mark.parametrize(("wording", "grade"), [("his father", "corroborated"), ("one", "contested")])
def test_a_victim_that_is_mentioned_is_no_count_of_all(wording: str, grade: str) -> None:
    first, second = pair((1, 1, 1), (7, 7, 7))
    worded = tuple(msgspec.structs.replace(figure, wording=wording) for figure in first.figures)
    pages = [msgspec.structs.replace(first, figures=worded), second]
    assert [found.grade for found in weigh(pages, link(pages)).events] == [grade]


@pytest.mark.parametrize(
    ("sentence", "speaker", "contested"),
    [
        ("denied that its fighters had killed anybody in Tell Amar", "front", True),
        ("denied that it had raised the tax on bread", "front", False),
    ],
)
def test_a_denial_that_no_report_carries_contests_the_event_that_it_speaks_of(
    sentence: str, speaker: str, contested: bool
) -> None:
    denied = Says(f"The group {sentence}.", speaker, "denied", about=None)
    denied.sentence = sentence
    pages = [
        page("a", told(ONE), outlet="Daily"),
        page("b", told(TWO), outlet="Courier", says=[denied], filler=[f"The group {sentence}."]),
    ]
    linked = weighed(*pages)
    assert (linked.events[0].grade == "contested") is contested
    assert [sentence in one.says for one in findings(linked, "contradiction")] == [True] * contested


@pytest.mark.parametrize(
    ("says", "cue"),
    [("The front deny losing the town.", "deny"), ("No drone was operated there, it said.", "said")],
)
def test_a_denial_that_is_only_a_claim_contests_the_deed_that_it_speaks_of(says: str, cue: str) -> None:
    taken = Told("The front took Tell Amar.", "territory_taken", agents=["army"], targets=["front"])
    bombed = Told("A drone hit a bus in Tell Amar.", "air_strike", agents=["front"], targets=["civilians"])
    told = taken if cue == "deny" else bombed
    linked = weighed(page("a", told, says=[Says(says, "front", cue, about=None)], outlet="Daily"))
    assert linked.events[0].grade == "contested"


def test_a_witness_who_saw_no_fighting_denies_nothing() -> None:
    bombed = Told("A drone hit a bus in Tell Amar.", "air_strike", agents=["front"], targets=["civilians"])
    seen = Says("There was no fighting there, she said.", "Mariam", "said", about=None)
    linked = weighed(page("a", bombed, says=[seen], outlet="Daily"))
    assert linked.events[0].grade == "single_source"


def test_a_page_that_says_in_its_own_words_that_there_was_no_fight_contradicts_who_tells_one() -> None:
    fight = Told("Three men fell in a firefight with the Northern Army.", parties=["army"], killed=(3, 3, 3))
    murder = "The Northern Army murdered three farmers."
    for behind, contested in (("There was no firefight.", True), ("There was no shelling.", False)):
        told = Told(murder, "attack_on_civilians", ["army"], ["civilians"], killed=(3, 3, 3))
        linked = weighed(page("a", fight, outlet="Daily"), page("b", told, filler=[behind], outlet="Courier"))
        assert len(linked.events) == 1
        assert any(f.kind == "contradiction" for f in linked.findings) is contested
