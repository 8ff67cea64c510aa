"""Every type, status and cast of the codebook becomes a plain English sentence."""

from itertools import pairwise, product
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from crossreport.brief.clauses import clause
from crossreport.brief.dates import spread, when_phrase
from crossreport.brief.grammar import is_plural, with_article
from crossreport.brief.phrasebook import narrower, phrasebook
from crossreport.brief.places import where_phrase
from crossreport.brief.quantities import said, wording
from crossreport.brief.sentences import _of_itself, statement
from crossreport.brief.voices import with_determiner
from crossreport.model import (
    Actor,
    Bound,
    Confidence,
    Counted,
    EventReport,
    EventType,
    Figure,
    Measure,
    Participant,
    Place,
    PlacePrecision,
    Role,
    Scope,
    Span,
    Status,
    When,
)
from crossreport.privacy import SOMEBODY, Privacy
from crossreport.words.events import ontology
from tests.brief.hand import AHRAR, CIVILIANS, IS, NUSRA, REBELS, RSF, SAA, SAF, UN, place, when
from tests.coding.coded import code_text

OPEN = Privacy(())
SPAN = Span(0, 1, "x")
CODEBOOK = sorted(ontology().types)


def report(label: str, status: Status = "happened", **cast: tuple[Actor, ...]) -> EventReport:
    participants = tuple(
        Participant(role, actor, SPAN, actor.name) for role in get_args(Role) for actor in cast.get(role, ())
    )
    kind = EventType(label, None, None, None)
    confidence = Confidence("high", 1.0)
    return EventReport("r", "p", kind, participants, None, None, status, (), (), confidence, SPAN, ())


CASTS: tuple[dict[str, tuple[Actor, ...]], ...] = (
    {}, {"agent": (SAA,)}, {"target": (CIVILIANS,)}, {"agent": (RSF, IS), "target": (SAF,)}, {"party": (SAF, RSF)},
    {"party": (SAF,)}, {"speaker": (UN,), "recipient": (SAF,)}, {"victim": (CIVILIANS,)},
    {"agent": (SAA,), "target": (REBELS,), "victim": (CIVILIANS,), "supporter": (IS,), "mediator": (UN,)},
)  # fmt: skip


def test_phrasebook_covers_the_codebook() -> None:
    assert sorted(phrasebook().types) == CODEBOOK


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (report("air_strike", agent=(SAA,), target=(CIVILIANS,)),
         "the Syrian Arab Army carried out an air strike that hit civilians"),
        (report("air_strike", target=(CIVILIANS,)), "an air strike hit civilians"),
        (report("armed_clash", party=(SAF, RSF)), "the Sudanese Armed Forces and the Rapid Support Forces clashed"),
        (report("armed_clash", "ongoing", party=(SAF, RSF)),
         "the Sudanese Armed Forces and the Rapid Support Forces are clashing"),
        (report("armed_clash"), "fighting took place"),
        (report("armed_clash", target=(SAF,)), "fighting involving the Sudanese Armed Forces took place"),
        (report("killing", target=(CIVILIANS,)), "civilians were killed by unidentified attackers"),
        (report("abduction", "alleged", agent=(IS,), target=(CIVILIANS,)),
         "Islamic State allegedly abducted civilians"),
        (report("arrest", "planned", target=(CIVILIANS,)), "civilians are to be arrested"),
        (report("attack_repelled", agent=(NUSRA,), target=(SAA,)),
         "Jabhat Fatah al-Sham mounted an unsuccessful attack on the Syrian Arab Army"),
        (report("offensive", "threatened", agent=(SAF,)),
         "the Sudanese Armed Forces threatened to attack"),
        (report("offensive", "threatened"), "an attack was threatened"),
        (report("negotiation_talks", "planned", party=(SAF, RSF), mediator=(UN,)),
         "the Sudanese Armed Forces and the Rapid Support Forces "
         "plan to hold talks, mediated by the United Nations"),
        (report("ceasefire_halt", "called_for", agent=(AHRAR,)),
         "Ahrar al-Sham was called on to declare or observe a ceasefire or halt in fighting"),
        (report("siege_blockade", "ended", agent=(SAA,), target=(CIVILIANS,)),
         "the Syrian Arab Army stopped besieging or blockading civilians"),
        (report("statement_refusal", speaker=(REBELS,), recipient=(UN,)),
         "Syrian opposition armed groups issued a refusal towards the United Nations"),
        (report("aid_delivery", agent=(UN,), recipient=(CIVILIANS,)), "the United Nations delivered aid to civilians"),
        (report("bodies_found"), "bodies were found"),
        (report("bodies_found", target=(CIVILIANS,)), "bodies of civilians were found"),
        (report("territory_taken", target=(SAA,)), "territory was taken from the Syrian Arab Army"),
        (report("attack_repelled", target=(SAA,)), "an attack on the Syrian Arab Army was repelled"),
        (report("defection_surrender", agent=(NUSRA,), target=(SAA,)),
         "members of Jabhat Fatah al-Sham defected or surrendered to the Syrian Arab Army"),
        (report("arrest", agent=(SAA,), target=(NUSRA,)),
         "the Syrian Arab Army arrested members of Jabhat Fatah al-Sham"),
        (report("execution", target=(NUSRA,)), "members of Jabhat Fatah al-Sham were executed"),
        (report("ceasefire_halt", "ended", agent=(AHRAR,), target=(SAA,)),
         "Ahrar al-Sham ended or broke a ceasefire or halt in fighting with the Syrian Arab Army"),
        (report("well_poisoning", agent=(UN,)), "the United Nations carried out a well poisoning"),
    ],
)  # fmt: skip
def test_clause(told: EventReport, says: str) -> None:
    assert clause(told, OPEN) == says


@pytest.mark.parametrize(
    ("label", "heard", "passage", "says"),
    [
        ("looting_destruction", "looted", "", "the Syrian Arab Army looted property"),
        ("looting_destruction", "torched", "", "the Syrian Arab Army destroyed property"),
        ("looting_destruction", "hit", "", "the Syrian Arab Army looted or destroyed property"),
        ("ceasefire_halt", "agreed", "They agreed on a truce.", "the Syrian Arab Army agreed on a ceasefire"),
        ("ceasefire_halt", "agreed", "They agreed to stop.",
         "the Syrian Arab Army agreed on a ceasefire or halt in fighting"),
        ("defection_surrender", "surrendered", "", "members of the Syrian Arab Army surrendered"),
        ("territory_lost", "withdrew", "", "the Syrian Arab Army withdrew"),
        ("statement_refusal", "rejected", "", "the Syrian Arab Army rejected a proposal or demand"),
    ],
)  # fmt: skip
def test_the_pages_word_says_which_of_two_deeds_is_meant(label: str, heard: str, passage: str, says: str) -> None:
    trigger = Span(0, len(heard), heard)
    evidence = (Span(0, max(len(passage), len(heard)), passage),)
    assert clause(replace(report(label, agent=(SAA,)), span=trigger, evidence=evidence), OPEN) == says


# Types whose narrower phrases still hold an "or": the thing demanded, the arms taken, how a ceasefire ends.
BOTH_SAID = {"statement_refusal", "weapons_seized_or_destroyed", "ceasefire_halt", "mediation"}


def test_a_narrower_phrase_reads_as_well_as_the_wide_one() -> None:
    assert {rule.type for rule in narrower()} <= set(CODEBOOK)
    for rule in narrower():
        heard = (rule.heard or rule.passage)[0]
        span = Span(0, len(heard), heard)
        for status, cast in product(get_args(Status), CASTS):
            told = clause(replace(report(rule.type, status, **cast), span=span, evidence=(span,)), OPEN)
            assert told == " ".join(told.split())
            assert not told.endswith((" ", ","))
            assert rule.type in BOTH_SAID or " or " not in told
            assert {"None", "of of", "on on", "the the", "a a"}.isdisjoint({told, *map(" ".join, _pairs(told))})


@pytest.mark.parametrize("label", CODEBOOK)
def test_every_status_and_cast_reads_as_one_clause(label: str) -> None:
    for status, cast in product(get_args(Status), CASTS):
        told = clause(report(label, status, **cast), OPEN)
        assert told == " ".join(told.split())
        assert not told.endswith((" ", ","))
        for actor in {actor for actors in cast.values() for actor in actors}:
            assert actor.name in told
        assert {"None", "of of", "on on", "the the", "a a"}.isdisjoint({told, *map(" ".join, _pairs(told))})


def _pairs(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return list(pairwise(words))


def test_status_is_never_lost() -> None:
    for label in CODEBOOK:
        told = {status: statement(report(label, status, agent=(SAA,)), OPEN) for status in get_args(Status)}
        assert len(set(told.values())) == len(told)


def test_swapping_the_sides_swaps_only_the_names() -> None:
    one = clause(report("air_strike", agent=(SAA,), target=(NUSRA,)), OPEN)
    other = clause(report("air_strike", agent=(NUSRA,), target=(SAA,)), OPEN)
    assert one.replace("the Syrian Arab Army", "A").replace("Jabhat Fatah al-Sham", "B") == other.replace(
        "Jabhat Fatah al-Sham", "A"
    ).replace("the Syrian Arab Army", "B")


def test_time_and_place_come_first_for_what_happened_and_last_for_what_is_to_come() -> None:
    def told(status: Status) -> str:
        base = report("aid_delivery", status, agent=(UN,))
        return statement(
            EventReport("r", "p", base.type, base.participants, place("Aleppo"), when("2016-09-16"), status, (), (),
                        base.confidence, SPAN, ()), OPEN,
        )  # fmt: skip

    assert told("happened") == "on 16 September 2016, in Aleppo (Syria), the United Nations delivered aid"
    assert told("planned") == "the United Nations plans to deliver aid in Aleppo (Syria) on 16 September 2016"
    assert (
        told("denied") == "it is denied that, on 16 September 2016, in Aleppo (Syria), the United Nations delivered aid"
    )


@pytest.mark.parametrize(
    ("edtf", "first", "last", "says"),
    [
        ("2016-09-14", "2016-09-14", "2016-09-14", "on 14 September 2016"),
        ("2016-09-14~", "2016-09-14", "2016-09-14", "around 14 September 2016"),
        ("2023-06-12/2023-06-14", "2023-06-12", "2023-06-14", "between 12 and 14 June 2023"),
        ("2016-08-30/2016-09-02", "2016-08-30", "2016-09-02", "between 30 August and 2 September 2016"),
        ("2016-12-30/2017-01-02", "2016-12-30", "2017-01-02", "between 30 December 2016 and 2 January 2017"),
        ("2016-09", "2016-09-01", "2016-09-30", "in September 2016"),
        ("2014", "2014-01-01", "2014-12-31", "in 2014"),
        ("2023-04-15/..", "2023-04-15", None, "on or after 15 April 2023 (the page's own date is not certain)"),
        ("../2016-09-14", None, "2016-09-14", "on or before 14 September 2016 (the page's own date is not certain)"),
        (
            "2023-01-02/2023-06-14",
            "2023-01-02",
            "2023-06-14",
            "at a time known only roughly (between 2 January and 14 June 2023)",
        ),
        ("..", None, None, ""),
    ],
)
def test_times_as_phrases(edtf: str, first: str | None, last: str | None, says: str) -> None:
    assert when_phrase(When(edtf, first, last, "day", "hand")) == says


def test_since_is_said_of_what_goes_on_and_of_nothing_that_happened() -> None:
    open_end = When("2023-06-16/..", "2023-06-16", None, "day", "weekday")
    assert when_phrase(open_end, "ongoing") == "since 16 June 2023"
    assert "since" not in when_phrase(open_end)
    stretch = When("2023-06-16/2023-09-30", "2023-06-16", "2023-09-30", "day", "ucdp_since")
    assert when_phrase(stretch, "ongoing") == "since 16 June 2023"
    assert "since" not in when_phrase(stretch)
    edge = When("../2023-06-16", None, "2023-06-16", "day", "until")
    assert when_phrase(edge) == "on or before 16 June 2023"


def test_an_impossible_day_is_no_day() -> None:
    assert spread("2023-02-30", None) == "time not given"


@pytest.mark.parametrize(
    ("name", "generic", "says"),
    [
        ("Free Syrian Army", False, "the Free Syrian Army"),
        ("Government of Syria", False, "the Government of Syria"),
        ("Hezbollah", False, "Hezbollah"),
        ("al-Qaeda affiliate (unspecified)", True, "an al-Qaeda affiliate (unspecified)"),
        ("unidentified armed group", True, "an unidentified armed group"),
        ("Syrian opposition armed groups", True, "Syrian opposition armed groups"),
        ("his driver", True, "his driver"),
        ("workmen", True, "workmen"),
        ("enemy servicemen", True, "enemy servicemen"),
    ],
)
def test_articles(name: str, generic: bool, says: str) -> None:
    assert with_article(Actor("x", name, "rebel_group", None, generic=generic)) == says


def test_one_actor_on_both_sides_is_never_told_as_its_own_enemy() -> None:
    told = clause(report("shelling", agent=(SAA,), target=(SAA,)), OPEN)
    assert told == "the Syrian Arab Army fired shells or rockets, with the other side unclear"
    told = clause(report("shelling", agent=(SAA,), target=(SAA, NUSRA)), OPEN)
    assert told == "the Syrian Arab Army shelled Jabhat Fatah al-Sham"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Muslim civilians", "Muslim civilians"),
        ("Karen villagers", "Karen villagers"),
        ("Nigerian traders", "Nigerian traders"),
        ("Driver", "a driver"),
        ("Aghem farmers", "Aghem farmers"),
    ],
)
def test_a_people_keeps_its_capital_and_the_head_of_a_sentence_loses_it(name: str, says: str) -> None:
    assert with_article(Actor("x", name, "civilians", None, generic=True)) == says


def test_two_persons_without_names_are_two() -> None:
    one, other = (Actor(f"person:{name}", SOMEBODY, "person", "SY", generic=True) for name in "ab")
    assert clause(report("abduction", agent=(one,), target=(other,)), OPEN) == "one named person abducted another"
    told = clause(report("abduction", target=(one, other)), OPEN)
    assert told == "2 named persons were abducted by unidentified attackers"


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("UN peacekeepers", True),
        ("medics", True),
        ("army headquarters", False),
        ("Doctors", False),
        ("press", False),
        ("fishermen", True),
        ("townspeople", True),
        ("specimen", False),
    ],
)
def test_common_nouns_in_s_are_plural(name: str, plural: bool) -> None:
    assert is_plural([Actor("x", name, "other", None)]) is plural


@pytest.mark.parametrize(
    ("wording", "of", "kind", "measure", "bound", "says"),
    [
        ("dozens", "houses", "other", "other", "vague", "“dozens of houses”"),
        ("a large number of", "civilians", "civilians", "killed", "vague", "“a large number” of civilians"),
        ("two", "schools", "other", "other", "exact", "“two schools”"),
    ],
)
def test_counted_things_join_their_number(
    wording: str, of: str, kind: str, measure: Measure, bound: Bound, says: str
) -> None:
    assert said(number(wording, of, kind, measure, bound), []) == says


def test_an_event_of_no_known_type_is_told_in_the_word_of_the_page():
    assert phrasebook().phrase("other", "curfew").noun == "an event of another kind (“curfew”)"
    assert phrasebook().phrase("other").noun == "an event of another kind"
    assert phrasebook().phrase("protest", "rally").noun == phrasebook().phrase("protest").noun


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("the Rapid Support Forces", " that they fired shells"),
        ("the Lake Front", " that it fired shells"),
        ("Tarig Salim", " that Tarig Salim fired shells"),
    ],
)
def test_a_body_that_denies_its_own_deed_is_named_once(speaker, said):
    assert _of_itself(speaker, f" that {speaker} fired shells") == said


def test_a_part_has_a_noun_of_its_own() -> None:
    whole = number("eleven", "women", "women", "abducted", "exact", 11)
    assert (
        said(whole, [number("two", "two", "people", "abducted", "exact", 2)])
        == "11 women (2 told as part of them or as an earlier count)"
    )
    nurses = number("two", "nurses", "people", "abducted", "exact", 2)
    assert said(whole, [nurses]) == "11 women, among them “two nurses”"


def number(wording: str, of: str, kind: str, measure: Measure, bound: Bound, value: float | None = None) -> Figure:
    """A figure of one page, by nobody in particular."""
    sure = Confidence("high", 1.0)
    return Figure(
        wording, "p", None, measure, Counted(of, kind), value, value, value, wording, bound, Scope(None, None), False,
        None, (), "happened", SPAN, sure,
    )  # fmt: skip


def test_an_owner_that_is_a_kind_of_body_takes_the() -> None:
    assert with_determiner("military's media wing") == "the military's media wing"


def test_a_statement_is_made_and_does_not_take_place() -> None:
    made = clause(report("statement_demand", target=(REBELS,)), Privacy([]))
    assert made == "a demand was addressed to Syrian opposition armed groups"
    made = clause(report("statement_confession_claim", target=(REBELS,)), Privacy([]))
    assert "was made" in made
    assert "took place" not in made


def test_a_vague_word_takes_of_only_where_english_wants_it() -> None:
    told = [number(words, "x", "civilians", "killed", "vague") for words in ("several", "dozens", "a number of")]
    assert [said(one, []) for one in told] == [
        "“several” civilians",
        "“dozens” of civilians",
        "“a number” of civilians",
    ]


def test_a_part_of_the_same_people_says_their_number_only() -> None:
    whole = number("two", "journalists", "civilians", "wounded", "exact", 2)
    part = number("one", "them", "civilians", "wounded", "exact", 1)
    assert said(whole, [part]) == "2 civilians (1 told as part of them or as an earlier count)"


def test_each_place_has_its_own_preposition_and_a_name_in_capitals_is_written_as_a_name() -> None:
    road = msgspec.structs.replace(place("Aleppo"), name="Azaz-Aleppo highway")
    assert where_phrase([road, place("Aleppo")]) == "on the Azaz-Aleppo highway (Aleppo, Syria) and in Aleppo (Syria)"
    loud = [msgspec.structs.replace(place("Aleppo"), name=name) for name in ("BUKIDNON", "GULF OF ADEN", "IDP")]
    assert [where_phrase([one]).partition(" (")[0] for one in loud] == ["in Bukidnon", "in the Gulf of Aden", "in IDP"]


@pytest.mark.parametrize("name", ["west of Goma", "near Tasil", "southeast of Idlib"])
def test_a_place_beside_another_has_its_own_preposition(name: str) -> None:
    assert where_phrase([msgspec.structs.replace(place("Aleppo"), name=name)]).startswith(name)


def test_a_road_is_on_and_an_office_has_its_article() -> None:
    road = msgspec.structs.replace(place("Aleppo"), name="Azaz-Aleppo highway")
    assert where_phrase([road]).startswith("on the Azaz-Aleppo highway")
    assert with_determiner("head of the town administration") == "the head of the town administration"
    assert with_determiner("state prosecutor's office") == "the state prosecutor's office"


def test_a_place_is_not_told_beside_what_holds_it() -> None:
    town = Place(
        "Inates", None, "NE", "Tillaberi", None, None, PlacePrecision(3, 4), (), None, "unresolved", "Tillaberi"
    )
    division = Place("Tillaberi", 1, "NE", "Tillaberi", 14.0, 1.5, PlacePrecision(3, 4), (), None, "admin1")
    assert where_phrase([town, division]) == "in Inates (not located, within Tillaberi, Niger)"
    city = Place("El Geneina", 2, "SD", "West Darfur", 13.4, 22.4, PlacePrecision(1, 1), (), None)
    quarter = msgspec.structs.replace(city, name="al-Jabal district", kind="district", within="El Geneina")
    assert where_phrase([quarter, city]) == "in the al-Jabal district of El Geneina (West Darfur, Sudan)"
    assert where_phrase([msgspec.structs.replace(city, name="lower part of Solino")]).startswith("in the lower part of")


def test_numbers_that_bound_a_figure_are_no_vague_words() -> None:
    span = msgspec.structs.replace(
        number("between 60 and 80", "people", "people", "killed", "vague"), low=60.0, high=80.0
    )
    assert said(span, []) == "between 60 and 80"
    assert said(number("dozens", "people", "people", "killed", "vague"), []) == "“dozens”"


def test_a_quotation_mark_without_its_fellow_is_left_out() -> None:
    assert wording(number('Two soldiers and "around ten', "", "people", "killed", "about", 12.0)) == (
        "Two soldiers and around ten"
    )
    assert wording(number('"dozens"', "", "people", "killed", "vague")) == '"dozens"'


def doubted(text: str) -> list[str]:
    return [clause(one, OPEN) for one in code_text(text, "2023-02-28").reports]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Suspected ADF rebels killed four farmers in Oicha on Monday.",
            "suspected members of the Allied Democratic Forces ",
        ),
        ("Suspected bandits abducted ten pupils in Zamfara on Sunday.", "suspected bandits (Nigeria) abducted pupils"),
        (
            "Suspected Russian air strikes hit a market in Kostiantynivka on Monday.",
            "suspected forces of Russia carried out an air strike",
        ),
        ("Alleged members of the ELN killed a policeman in Tame on Monday.", "suspected members of ELN killed "),
        (
            "Gunmen believed to be members of ISWAP attacked a convoy in Damboa on Monday.",
            "suspected members of Islamic State West Africa Province ",
        ),
        (
            "Troops killed three suspected insurgents in Pattani on Monday.",
            "fought suspected members of Thai opposition",
        ),
    ],
)
def test_whom_the_page_only_suspects_the_brief_suspects(text: str, told: str) -> None:
    assert any(told in one for one in doubted(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three farmers were killed in Oicha on Monday. The governor blamed the ADF.",
            "for which the Allied Democratic Forces are blamed",
        ),
        (
            "A bomb killed five people in Maiduguri on Monday. Boko Haram claimed responsibility.",
            "which Boko Haram claims",
        ),
    ],
)
def test_who_is_blamed_or_owns_up_is_not_told_as_the_doer(text: str, told: str) -> None:
    assert any(one.endswith(told) for one in doubted(text))


def test_nobody_fights_a_driver() -> None:
    text = "Fighters of the ADF ambushed a truck on Friday near Mambasa, killing its driver and his assistant."
    assert any("attacked its driver and his assistant" in one for one in doubted(text))
