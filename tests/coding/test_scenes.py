"""Day and place that stand not beside a deed: the scene, the page's days, the region that holds a village."""

import pytest

from tests.coding.coded import code_text


def told(text, published="2022-12-02"):
    """Type to place and day."""
    return {
        report.type.label: (report.place and report.place.name, report.when and report.when.edtf)
        for report in code_text(text, published).reports
    }


def where(text, name, published="2022-12-02"):
    """Division and country of the place of that name."""
    found = [place for report in code_text(text, published).reports for place in report.places if place.name == name]
    return {(place.admin1, place.country) for place in found}


def test_a_sentence_that_tells_no_deed_sets_the_scene_of_those_behind_it():
    text = (
        "On 27 November soldiers shelled Kyaukkyi in Myanmar.\n"
        "On 29 November soldiers of Light Infantry Battalion 404 entered Thaw Bu Der. They looted barns. They arrested "
        "the village head."
    )
    found = told(text)
    for deed in ("looting_destruction", "arrest"):
        place, day = found[deed]
        assert (place, day[:10]) == ("Thaw Bu Der", "2022-11-29")


def test_what_has_been_done_is_of_the_days_before_the_report():
    text = (
        "Rebels shelled Sake on Saturday.\nThe town lies on a lake. Its market is closed.\n"
        "More than 4,000 people have fled from Sake to Goma."
    )
    assert told(text, "2024-02-13")["displacement_evacuation"][1] == "2024-02-10/2024-02-13"


def test_whoever_claims_a_deed_claims_it_where_the_page_finds_it():
    text = (
        "A suicide bomber struck an election rally in northwest Pakistan on Tuesday, killing 14 people, officials "
        "said. The Pakistani Taliban claimed responsibility for the attack.\n"
        "The bomber blew himself up in the Yakatoot quarter of Peshawar as the candidate arrived."
    )
    assert told(text, "2018-07-12")["statement_confession_claim"][0] == "Yakatoot quarter"


def test_what_is_due_on_a_weekday_lies_ahead():
    text = "Talks between the two armies are due to resume on Sunday in Jeddah, a mediator said on Wednesday."
    assert told(text, "2023-10-25")["negotiation_talks"][1] == "2023-10-29"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "North Kivu. Fighting went on near Masisi on Monday. Gunmen shot dead two guards at Kilolirwe.\n"
            "Ituri. Shells hit Bunia and Mahagi on Monday. Gunmen burned houses at Mbogi near Bunia.",
            "Kilolirwe",
            {("North Kivu", "CD")},
        ),
        (
            "M23 said the army attacked its positions at Kasheke and in the surroundings of Bweru on Monday, in "
            "flagrant violation of the Nairobi summit communiqué.",
            "Kasheke",
            {(None, "CD")},
        ),
        (
            "Insurgents raided Nagbingou in Burkina Faso on Monday.\nAn official in Ouagadougou said that gunmen "
            "shot dead two men in Gasseliki on Monday.",
            "Gasseliki",
            {(None, "BF")},
        ),
    ],
)
def test_an_unknown_village_lies_where_the_words_around_it_say(text, name, expected):
    assert where(text, name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON (Newswire) - The coalition killed a senior leader of the group on Monday.",
        "BRUSSELS (Agence Ouest) Jets destroyed a depot of the rebels on Tuesday.",
    ],
)
def test_the_city_of_issue_is_not_where_it_was(text):
    assert {report.place for report in code_text(f"Photo: archive. {text}", "2018-06-21").reports} == {None}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("shortly after 9 p.m. on Tuesday", "2022-06-07"),
        ("just before 6.30 a.m. on Tuesday", "2022-06-07"),
    ],
)
def test_an_hour_after_which_it_was_is_of_that_day(words, day):
    (found,) = told(f"Gunmen raided the village of Kuje {words}.", "2022-06-09").values()
    assert found[1] == day


def test_a_day_that_was_just_now_is_not_of_next_year():
    text = "On 13 May, demonstrators who demanded protection set fire to the town hall of Kumba. One man was killed."
    assert told(text, "2025-05-15")["looting_destruction"][1] == "2025-05-13"


def test_a_lead_takes_the_day_on_which_the_next_sentence_says_that_they_did_it():
    text = (
        "Insurgents killed four people in a raid on the village of Nanjua in Mozambique's northern Cabo Delgado "
        "province, an official said on Thursday.\nThe fighters entered Nanjua on Tuesday and set fire to 30 houses."
    )
    found = told(text, "2022-06-09")
    assert found["attack_on_civilians"][1].startswith("2022-06-07")
    assert where(text, "Nanjua", "2022-06-09") == {("Cabo Delgado", "MZ")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Jabuel the market is closed. Soldiers shot a deaf man on 7 June 2022.", "Jabuel"),
        ("Volunteers with rice were held up at the Tadim checkpoint. Soldiers beat the drivers.", "Tadim checkpoint"),
        ("The village of Um Sayala has been ringed for weeks. Fighters killed a baker on Sunday.", "Um Sayala"),
    ],
)
def test_the_one_place_named_right_before_is_that_of_a_deed_without_one(text, place):
    assert {where and where[0] for where in told(text, "2022-06-09").values()} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "In Kassara and Bilma the markets are closed. Soldiers shot a man on Monday.",
        "The governor said in Niamey that calm had returned. Soldiers have often shot herders.",
    ],
)
def test_of_several_places_or_of_habits_none_is_taken(text):
    assert {where[0] for where in told(text, "2022-06-09").values()} == {None}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("around 6.30 a.m. today", "2022-06-09"),
        ("at 7 a.m. this morning", "2022-06-09"),
        ("yesterday around 5 p.m.", "2022-06-08"),
        ("at 11.40 last night", "2022-06-08"),
    ],
)
def test_an_hour_beside_a_day_is_of_that_day(words, day):
    text = f"On Monday a bomb killed a driver in Taji.\nGunmen shot a teacher in Kuje {words}."
    days = [one.when.edtf for one in code_text(text, "2022-06-09").reports if "shot" in one.span.quote]
    assert days == [day]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided cattle camps of the Agwok community at Malong on Tuesday.", "Malong"),
        ("Clashes between Ngok and Twij communities in Aneet left six dead on Tuesday.", "Aneet"),
        ("Gunmen burned ten houses in Umuoba community on Tuesday.", "Umuoba"),
    ],
)
def test_a_people_is_no_place_but_a_village_is(text, place):
    found = {report.place and report.place.name for report in code_text(text, "2022-06-09").reports}
    assert {name and name.removesuffix(" community") for name in found} == {place}


@pytest.mark.parametrize(
    ("before", "deed"),
    [
        ("Rebels violated the ceasefire in Kitchanga on Friday.", "Two farmers were shot dead by rebels."),
        ("Order was restored in Kitchanga on Friday.", "Two farmers were shot dead by rebels."),
        ("No rebel was in Kitchanga on Friday night.", "Soldiers fired on villagers who met there."),
        ("The town of Kitchanga was quiet on Friday, the army said.", "Rebels killed two porters there."),
        (
            "Police restored order in Kitchanga on Friday, where rebels had stood.",
            "Two farmers were shot dead by rebels.",
        ),
    ],
)
def test_the_lead_has_the_day_that_the_sentence_before_names(before, deed):
    assert told(f"{before} {deed}", "2023-02-28")["attack_on_civilians"][1] == "2023-02-24"


@pytest.mark.parametrize(
    "before",
    [
        "The governor said on Friday that Kitchanga was calm.",  # the day of saying
        "Rebels shelled Kitchanga on Friday.",  # another deed's
        "A summit opened in Nairobi on 3 January.",  # too long ago
    ],
)
def test_but_not_the_day_of_saying_or_of_another_deed(before):
    day = told(f"{before} Soldiers fired on villagers in Sake.", "2023-02-28")["attack_on_civilians"][1]
    assert day not in ("2023-02-24", "2023-01-03")
