"""Tolls told by the number of the last of the dead, fire from the air, and people who are freed."""

import pytest

from tests.coding.coded import code_text, some


def told(text):
    """Each event with its type and the dead told of it."""
    page = code_text(text, "2024-03-08")
    dead = [(f.event_report, f.best) for f in page.figures if f.measure == "killed" and f.part_of is None]
    return [(r.type.label, [n for event, n in dead if event == r.id]) for r in page.reports]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A missile hit a hostel in Sloviansk on Tuesday. Rescuers have pulled a seventh body from the ruins.",
            [("shelling", [7])],
        ),
        (
            "An air strike destroyed a house in Mekelle on Sunday. On Monday neighbours recovered a fifth body.",
            [("air_strike", [5])],
        ),
        (
            "A car bomb exploded in Cúcuta on Friday. A 12th victim died in hospital on Sunday, the mayor said.",
            [("explosion", [12])],
        ),
        (
            "Gunmen raided the village of Tegina on Monday. The body of a third trader was found on Wednesday.",
            [("attack_on_civilians", [3])],
        ),
    ],
)
def test_the_number_of_the_last_body_is_the_toll_of_the_deed_told_last(text, wanted):
    assert told(text) == wanted


def test_one_more_beside_those_counted_is_one():
    text = "Three farmers were killed on Monday when a mine exploded near Bouar. A fourth farmer died on Tuesday."
    assert told(text)[0] == ("explosion", [3, 1])


def test_a_third_attacker_is_counted_with_no_dead():
    text = "Gunmen attacked a bank in Port-au-Prince on Monday. A third attacker was shot dead by the guards."
    assert all(3 not in dead for _, dead in some(told(text)))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "The air force destroyed a headquarters of the rebels near Kidal on Tuesday, killing eight fighters.",
            "air_strike",
        ),
        ("Helicopters razed a rebel camp near Lubero on Sunday.", "air_strike"),
        ("A hideout of the militants near Datta Khel was flattened by jets on Friday.", "air_strike"),
        ("The army destroyed an ammunition depot of the rebels near Bakhmut on Friday.", "weapons_seized_or_destroyed"),
        ("Shelling hit a bakery in Taiz on Monday.", "shelling"),
        ("A blast struck a bus in Jolo on Monday.", "explosion"),
    ],
)
def test_who_does_it_and_with_what_says_the_type(text, type_):
    assert [label for label, _ in told(text)] == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Troops rescued 22 kidnapped women from a camp in Sambisa forest on Monday.",
        "Police freed nine hostages held by kidnappers in Tumaco on Wednesday.",
        "Soldiers released the abducted pupils near Isulan on Friday.",
    ],
)
def test_who_is_freed_is_not_abducted_once_more(text):
    assert [label for label, _ in told(text)] == ["prisoner_exchange_release"]


def test_an_abduction_with_a_day_of_its_own_is_one():
    text = "Troops freed 30 people who had been kidnapped from a bus near Katsina on 3 February."
    assert [label for label, _ in told(text)] == ["prisoner_exchange_release", "abduction"]


@pytest.mark.parametrize(
    ("first", "toll", "count"),
    [
        (
            "Soldiers shot dead two men in Lashio on Wednesday.",
            "The killings bring to 59 the number of civilians killed by soldiers since the start of the year.",
            "59",
        ),
        (
            "A drone hit a bus in Kherson on Monday, killing two.",
            "The attack brings to 140 the number of residents killed by drones this year.",
            "140",
        ),
        (
            "Gunmen killed three farmers in Jos on Monday,",
            "bringing to 44 the number of people killed since May.",
            "44",
        ),
    ],
)
def test_a_number_that_a_deed_adds_to_is_no_toll_of_the_deed(first, toll, count):
    figures = {figure.span.quote: figure for figure in code_text(f"{first} {toll}").figures}
    assert figures[count].cumulative
    assert figures[count].event_report is None


@pytest.mark.parametrize(
    "text",
    [
        "The number of soldiers killed by the blast in Djibo on Monday rose to nine, the army said.",
        "Two men died on Tuesday, bringing to nine the number of people killed by the strike on Sanaa on Monday.",
    ],
)
def test_a_number_of_one_deed_that_rises_is_its_toll(text):
    (nine,) = [figure for figure in code_text(text).figures if figure.span.quote == "nine"]
    assert not nine.cumulative
    assert nine.event_report is not None


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "The number of people killed by a strike on Sumy has risen to 17, and 32 were injured, officials said.",
            17,
            32,
        ),
        ("The number of civilians killed in the bombing of Nyala rose to 40, and five were hurt.", 40, 5),
        ("The number of people killed in the attack on Damaturu has risen to 17 while 32 others were wounded.", 17, 32),
    ],
)
def test_a_number_to_which_a_toll_has_risen_is_not_the_one_behind_it(text: str, killed: int, wounded: int) -> None:
    figures = code_text(text, "2024-03-08").figures
    assert [(f.measure, f.best) for f in figures] == [("killed", killed), ("wounded", wounded)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The number of soldiers killed in the ambush at Tongo Tongo has risen to five.", "combatants"),
        ("The number of children killed in the shelling of Taiz rose to nine.", "children"),
        ("The death toll of the shelling of Taiz rose to nine.", "people"),
    ],
)
def test_a_toll_that_has_risen_counts_whom_its_words_name(text: str, kind: str) -> None:
    (figure,) = (one for one in code_text(text, "2024-03-08").figures if one.measure == "killed")
    assert figure.of.kind == kind
