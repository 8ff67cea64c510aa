"""Deaths told as losses, second counts, people seized or freed, and troops: which measure a number has."""

import pytest

from tests.coding.coded import code_text, names


def measures(text: str) -> list[tuple[str, float | None]]:
    return [(figure.measure, figure.best or figure.low or figure.high) for figure in code_text(text).figures]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three soldiers fell at Marib when the rebels attacked at daybreak.", [("killed", 3)]),
        ("Eleven of its soldiers fell to the rebels in one night near Goma.", [("killed", 11)]),
        ("The town lost nine of its people in one raid on Saturday.", [("killed", 9)]),
        ("In the fighting 46 lives were lost on the northern side.", [("killed", 46)]),
        ("The rescuers said that 17 people burned to death in a cellar.", [("killed", 17)]),
        ("Ten migrants froze to death near the border on Monday.", [("killed", 10)]),
        ("Shelling of the suburb led to the martyrdom of nine citizens.", [("killed", 9)]),
        ("Armenia puts its own losses at 92 soldiers.", [("killed", 92)]),
        ("The army's losses amounted to 45 servicemen.", [("killed", 45)]),
        ("At least 89 soldiers had been buried on Saturday in Niamey.", [("killed", 89)]),
        ("Prosecutors ordered the detention of 17 people.", [("detained", 17)]),
        ("The government announced the expulsion of 3,000 refugees.", [("displaced", 3000)]),
        ("Doctors treated at least 52 people for burns.", [("wounded", 52)]),
        ("Three engineers were taken from a building site in Baghdad by gunmen.", [("abducted", 3)]),
        ("Police freed 106 hostages on Sunday.", [("other", 106)]),
        ("The group executed 21 hostages on Sunday.", [("killed", 21)]),
        ("An air strike killed 12 refugees near Marib.", [("killed", 12)]),
        ("Gunmen took 30 hostages in Marib.", [("abducted", 30)]),
        ("The army is sending 5,000 troops to the border.", [("troops", 5000)]),
        ("With perhaps 6,000 fighters, the group could not hold the city.", [("troops", 6000)]),
    ],
)
def test_the_measure_follows_from_what_became_of_them(text, wanted):
    assert measures(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Two protesters fell to the ground when police fired tear gas.",
        "Three towns fell to the rebels on Monday.",
        "Five workers fell from the roof of the building.",
        "The party lost 30 seats in parliament.",
        "Twelve villagers were buried under the rubble of a school.",
        "The coalition sent two officers to the talks.",
    ],
)
def test_nobody_dies_of_a_fall_or_a_loss_of_another_kind(text):
    assert not [measure for measure, _ in measures(text) if measure in ("killed", "troops")]


@pytest.mark.parametrize(
    ("text", "wanted", "voice"),
    [
        ("The attack killed 22 soldiers, the army said. Al-Shabaab claimed 73.", [22, 73], "al-Shabaab"),
        ("Residents said the death toll was at least 40; hospital officials gave 30.", [40, 30], None),
        ("A blast killed 16 boys, a doctor said; the interior ministry's count was ten.", [16, 10], None),
    ],
)
def test_a_second_voice_counts_what_was_counted_before(text, wanted, voice):
    figures = code_text(text).figures
    assert [(figure.measure, figure.best) for figure in figures] == [("killed", number) for number in wanted]
    if voice is not None:
        assert voice.lower() in figures[-1].attribution[0].speaker.lower()


def test_a_bare_number_of_a_voice_needs_a_toll_before_it():
    assert measures("Officials said four.") == []
    assert measures("The minister gave two reasons for the delay.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Several positions of the Houthi fighters were destroyed near Marib on Monday.",
        "Two hideouts of the Taliban fighters were destroyed in Kunduz on Monday.",
        "Three bases of the rebel fighters were destroyed in Kachin State on Monday.",
    ],
)
def test_positions_of_fighters_are_no_dead(text: str) -> None:
    assert not [measure for measure, _ in measures(text) if measure == "killed"]


def test_who_inflicts_losses_fought_those_who_bore_them():
    text = "The Kachin army inflicted heavy casualties on junta troops near Hpakant in Myanmar on Friday."
    (report,) = code_text(text).reports
    assert (report.type.label, "Myanmar military" in names(report)) == ("armed_clash", True)
    assert not any("casualties" in name for name in names(report))
    assert code_text("Floods inflicted heavy losses on farmers in Sindh in Pakistan on Friday.").reports == ()


@pytest.mark.parametrize("things", ["huts", "tents", "trucks", "houses"])
def test_nobody_kills_what_is_burned_beside_the_dead(things):
    text = f"Eight villagers were killed in Boyo on Monday, including two women, and some 120 {things} were burned."
    assert [value for measure, value in measures(text) if measure == "killed"] == [8, 2]
