import msgspec
import pytest

from crossreport.linking import link
from crossreport.model import Actor, Attribution, CodedPage, Event, Linked, Mention
from crossreport.weighing import weigh
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.voices import voice_of
from tests.linking.build import Told, page
from tests.linking.copies import BODY, OTHER

ONE = "The Dawn Front fired rockets at the water tower and the houses below it, killing seven people of two families."
TWO = "Seven residents were buried on Wednesday after rockets fell near the water tower, relatives recalled."
THREE = "Rocket fire by the Dawn Front took seven lives in the lower quarter, where the water tower stands."


def told(sentence: str, *by: str, **fields: object) -> Told:
    values: dict[str, object] = {"type": "shelling", "agents": ["front"], "killed": (7, 7, 7)}
    return Told(sentence, by=by, **(values | fields))  # type: ignore[arg-type]


def weighed(*pages: CodedPage) -> Linked:
    return weigh(pages, link(pages))


def event(*pages: CodedPage) -> Event:
    (found,) = weighed(*pages).events
    return found


def rules(found: Event) -> set[str]:
    return {reason.rule for reason in found.reasons}


def test_two_outlets_in_their_own_words_corroborate() -> None:
    found = event(page("a", told(ONE), outlet="Daily"), page("b", told(TWO), outlet="Courier"))
    assert (found.voices.pages, found.voices.source_groups, found.voices.independent) == (2, 2, 2)
    assert found.grade == "corroborated"


def test_one_page_is_a_single_source() -> None:
    found = event(page("a", told(ONE), outlet="Daily"))
    assert found.grade == "single_source"
    assert any("weak" in reason.says for reason in found.reasons if reason.rule == "airwars")


def test_a_monitor_that_three_outlets_quote_is_one_voice() -> None:
    pages = [
        page(f"p{number}", told(sentence, "monitor"), outlet=f"Outlet {number}")
        for number, sentence in enumerate((ONE, TWO, THREE))
    ]
    found = event(*pages)
    assert (found.voices.source_groups, found.voices.independent) == (3, 1)
    assert found.grade == "single_source"
    assert "one_voice" in rules(found)


@pytest.mark.parametrize("outer", [["Reuters"], []])
def test_the_innermost_voice_is_the_origin(outer: list[str]) -> None:
    first = page("a", told(ONE, *outer, "monitor"), outlet="Daily")
    assert event(first, page("b", told(TWO, "monitor"), outlet="Courier")).voices.independent == 1


def test_witnesses_are_the_voice_of_who_carries_them() -> None:
    first = page("a", told(ONE, "Reuters", "witnesses"), outlet="Daily")
    second = page("b", told(TWO, "thomson reuters", "witnesses"), outlet="Courier")
    third = page("c", told(THREE, "witnesses"), outlet="Herald")
    assert event(first, second).voices.independent == 1
    assert event(first, third).voices.independent == 2


def test_a_page_that_credits_one_agency_speaks_with_its_voice() -> None:
    first = page("a", told(ONE), outlet="Daily", credits=["AFP"])
    second = page("b", told(TWO), outlet="Courier", credits=["Agence France-Presse"])
    assert event(first, second).voices.independent == 1
    assert event(page("a", told(ONE), outlet="Daily", credits=["Agencies"]), second).voices.independent == 2


def test_two_arms_of_one_state_are_one_voice_and_a_party_is_flagged() -> None:
    fields = {"agents": ["front"], "targets": ["army"]}
    first = page("a", told(ONE, "army", **fields), outlet="Daily")
    second = page("b", told(TWO, "government", **fields), outlet="Courier")
    found = event(first, second)
    assert found.voices.independent == 1
    assert "party_voice" in rules(found)


def airwars(*pages: CodedPage) -> str:
    return next(reason.says for reason in event(*pages).reasons if reason.rule == "airwars")


def test_a_doer_that_admits_harm_to_civilians_confirms_it() -> None:
    assert airwars(page("a", told(ONE, "front", targets=["civilians"]), outlet="Daily")).startswith("confirmed")


@pytest.mark.parametrize("targets", [[], ["army"], ["army", "civilians"]])
def test_a_boast_confirms_nothing(targets: list[str]) -> None:
    assert airwars(page("a", told(ONE, "front", targets=targets), outlet="Daily")).startswith("weak: parties")
    assert (
        airwars(page("a", told(ONE, "front", targets=["civilians"], status="denied"), outlet="Daily")) == "discounted"
    )


def test_a_side_that_counts_its_own_dead_confirms_them() -> None:
    losses = told("The Dawn Front killed seven soldiers.", "army", targets=["army"], of="soldiers")
    assert "own losses" in airwars(page("a", losses, outlet="Daily"))
    enemies = told("The Dawn Front lost seven fighters.", "army", targets=["army"], of="fighters")
    assert airwars(page("a", enemies, outlet="Daily")).startswith("weak: parties")


def test_what_a_side_claims_of_its_enemy_is_no_loss_of_its_own() -> None:
    claim = told(
        "The front killed twenty soldiers in the clash.", "front", agents=[], parties=["army", "front"], of="soldiers"
    )
    assert "own losses" not in airwars(page("a", claim, outlet="Daily"))
    own = told("The army lost seven soldiers.", "army", agents=[], parties=["army", "front"], of="soldiers")
    assert airwars(page("a", own, outlet="Daily")).endswith("and these alone")


def test_the_dead_civilians_of_a_strike_are_nobodys_own_losses() -> None:
    words = "The Dawn Front bombed a market beside the barracks and killed seven civilians."
    strike = told(words, "army", targets=["army", "civilians"], of="civilians")
    assert "own losses" not in airwars(page("a", strike, outlet="Daily"))


def test_two_opposing_sides_that_both_report_it_are_more_than_one() -> None:
    first = page("a", told(ONE, "army", agents=[], parties=["army", "front"]), outlet="Daily")
    second = page("b", told(TWO, "front", agents=[], parties=["army", "front"]), outlet="Courier")
    assert airwars(first, second) == "fair: two sides to it both report it"


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Voice of the Dawn Front", "weak: parties to it are the only voices"),
        ("Amaq", "weak: told by a side of the war alone"),
        ("Mouvement du 23 Mars", "weak: told by a side of the war alone"),
        ("Ministry of Foreign Affairs of the Russian Federation", "weak: told by a side of the war alone"),
        ("Ministry of Defence - Communication Division", "weak: told by a side of the war alone"),
        ("Border Troops of the Republic", "weak: told by a side of the war alone"),
        ("Army Times", "weak: a single voice that is no party to it"),
        ("Daily", "weak: a single voice that is no party to it"),
    ],
)
def test_an_outlet_of_a_side_is_no_outside_voice(outlet: str, expected: str) -> None:
    assert airwars(page("a", told(ONE), outlet=outlet)) == expected


def test_a_page_that_says_our_forces_and_the_enemy_speaks_for_a_side() -> None:
    own = "Our forces held the ridge. The cowardly enemy fled to the plain."
    assert airwars(page("a", told(ONE), outlet="Daily", filler=[own])) == "weak: told by a side of the war alone"
    quoted = "“Our forces held the ridge,” he said. “The enemy fled.”"
    assert "no party" in airwars(page("a", told(ONE), outlet="Daily", filler=[quoted]))


@pytest.mark.parametrize(
    "own",
    [
        "Soldiers of the Caliphate broke into the barracks. The apostates left their rifles.",
        "Enemy personnel ran. Three comrades joined the caravan of martyrs.",
        "A sniper of the freedom fighters hit an officer of the occupying army.",
    ],
)
def test_a_page_that_praises_its_own_and_abuses_the_others_speaks_for_a_side(own: str) -> None:
    assert airwars(page("a", told(ONE), outlet="Daily", filler=[own])) == "weak: told by a side of the war alone"
    quoted = " ".join(f"“{sentence.strip()}.”" for sentence in own.split(".") if sentence.strip())
    assert "no party" in airwars(page("a", told(ONE), outlet="Daily", filler=[f"A statement said: {quoted}"]))


@pytest.mark.parametrize("speaker", ["security source", "officials", "an army spokesman"])
def test_unnamed_officials_speak_for_their_state(speaker: str) -> None:
    clash = told(ONE, speaker, type="armed_clash", agents=["army"], targets=["front"])
    assert airwars(page("a", clash, outlet="Daily")) == "weak: parties to it are the only voices"


def test_a_repost_adds_no_voice() -> None:
    first = page("a", told(ONE), outlet="Daily", filler=BODY)
    second = page("b", told(ONE), outlet="Mirror", filler=BODY, title="Another headline")
    found = event(first, second)
    assert (found.voices.pages, found.voices.source_groups, found.voices.independent) == (2, 1, 1)


def test_a_shared_sentence_silences_the_event_that_it_tells_and_no_other() -> None:
    clash = {"type": "armed_clash", "agents": (), "parties": ("army", "league"), "place": "Umm Rayan", "killed": None}
    first = page(
        "a", told(ONE), told("Soldiers and League men fought for the mill of Umm Rayan.", **clash), outlet="Daily"
    )
    second = page(
        "b", told(ONE), told("A battle broke out at the old mill, the miller's son said.", **clash), outlet="Courier"
    )
    by_type = {found.type.label: found for found in weighed(first, second).events}
    assert by_type["shelling"].voices.independent == 1
    assert by_type["armed_clash"].voices.independent == 2


def test_two_pages_of_one_outlet_are_one_voice() -> None:
    first = page("a", told(ONE), outlet="The Daily", filler=BODY)
    assert event(first, page("b", told(TWO), outlet="Daily", filler=OTHER)).voices.independent == 1


def test_a_planned_event_is_graded_planned() -> None:
    assert event(page("a", told(ONE, status="planned"), outlet="Daily")).grade == "planned"


def test_swapping_the_sides_changes_no_grade() -> None:
    grades = []
    for doer, target in (("army", "front"), ("front", "army")):
        fields = {"agents": [doer], "targets": [target]}
        pages = [page("a", told(ONE, doer, **fields), outlet="D"), page("b", told(TWO, target, **fields), outlet="C")]
        found = event(*pages)
        grades.append((found.grade, found.voices, rules(found)))
    assert grades[0] == grades[1]


def test_one_quotation_of_an_unnamed_witness_in_two_papers_is_one_voice() -> None:
    quoted = "“I saw the rocket come down on the bakery and counted seven of my neighbours dead,” a woman recalled."
    first = page("a", told(quoted, "witnesses"), outlet="Daily", filler=BODY)
    assert event(first, page("b", told(quoted, "witnesses"), outlet="Courier", filler=OTHER)).voices.independent == 1


@pytest.mark.parametrize("speaker", ["a security source", "New figures", "local residents", "reports"])
def test_descriptions_that_fit_anybody_are_nobody(speaker: str) -> None:
    first = page("a", told(ONE, speaker), outlet="Daily")
    second = page("b", told(TWO, speaker), outlet="Courier")
    assert event(first, second).voices.independent == 2
    assert event(first, page("c", told(THREE), outlet="Daily", filler=BODY)).voices.independent == 1


def cited(coded: CodedPage, speaker: str, actor: Actor) -> CodedPage:
    """The page with its one report told by a medium."""
    (report,) = coded.reports
    voice = Attribution(speaker, actor.id, "media", "reported", None, report.span)
    mention = Mention(f"mention-{actor.id}", coded.page.id, "actor", report.span, actor, (), (), 0)
    told_by = msgspec.structs.replace(report, attribution=(voice,))
    return msgspec.structs.replace(coded, reports=(told_by,), mentions=(mention,))


def test_state_television_is_one_voice_whatever_it_is_called() -> None:
    named = Actor("tv", "Northern state television", "media", "SY")
    described = Actor("media:SY", "media", "media", "SY", generic=True)
    first = cited(page("a", told(ONE), outlet="Daily"), "state TV", named)
    second = cited(page("b", told(TWO), outlet="Courier"), "the regime's official television channel", described)
    assert event(first, second).voices.independent == 1
    local = cited(page("c", told(THREE), outlet="Herald"), "local media", described)
    assert event(first, local).voices.independent == 2


def test_an_outlet_that_a_state_owns_is_its_voice_at_home_and_where_it_fights() -> None:
    fields = {"targets": ["army"]}
    first = page("a", told(ONE, "army", **fields), outlet="Daily")
    assert event(first, page("b", told(TWO, **fields), outlet="SANA")).voices.independent == 1
    assert event(first, page("b", told(TWO, **fields), outlet="TRT World")).voices.independent == 2


@pytest.mark.parametrize(
    ("speaker", "voices"),
    [("emergency committee of the quarter", 1), ("the city's mayor", 1), ("nurses at the general hospital", 2)],
)
def test_a_body_that_two_outlets_cite_is_one_voice_and_people_of_a_kind_are_not(speaker: str, voices: int) -> None:
    first = page("a", told(ONE, speaker), outlet="Daily")
    second = page("b", told(TWO, speaker), outlet="Courier")
    assert event(*(unnamed(coded) for coded in (first, second))).voices.independent == voices


def unnamed(coded: CodedPage) -> CodedPage:
    """The page with its speaker described and not named."""
    (report,) = coded.reports
    voices = tuple(msgspec.structs.replace(one, kind="witness") for one in report.attribution)
    return msgspec.structs.replace(coded, reports=(msgspec.structs.replace(report, attribution=voices),))


@pytest.mark.parametrize("itself", ["Tribune", "the Tribune", "Port Sudan Tribune"])
def test_an_outlet_that_speaks_of_itself_is_its_own_voice(itself: str) -> None:
    made = page("a", told(ONE, itself), outlet="Port Sudan Tribune")
    assert voice_of(made.reports[0], Corpus([made])).name == "Port Sudan Tribune"
    other = page("a", told(ONE, itself), outlet="Morning Courier")
    assert voice_of(other.reports[0], Corpus([other])).name != "Morning Courier"
