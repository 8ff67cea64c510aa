"""Ways, careers, means in use, films and stances: what a sentence speaks of without telling that it was done."""

import pytest

from tests.coding.coded import code_text

# News in the past around it: then a simple present tells a habit and no headline.
NEWS = "A boat sank in Lagos on Monday. The governor of Lagos visited the harbour on Tuesday. "


def told(text):
    return [report.type.label for report in code_text(text).reports if report.status not in ("planned", "threatened")]


@pytest.mark.parametrize(
    "text",
    [
        "The militia in Ituri is known for recruiting children and looting villages.",
        "The detainee is responsible for moving weapons into Helmand from Pakistan.",
        "He led a cell in Kano that specialised in bombings and assassinations.",
        "The group uses roadside bombs to target convoys in Cabo Delgado.",
        "The road is used by the army to supply its northern garrisons in Rakhine.",
        "The mission in Bangui is mandated to protect civilians and support the delivery of aid.",
        "The nomination is an important step toward the formation of a government in Tripoli.",
        "A general who was openly opposed to dialogue with the rebels was sent to Madrid.",
        "The movement spoke in a press release of its work in Ménaka.",
        "The Haditha Dam and the Ramadi Barrage lie on the Euphrates in Iraq.",
        "The Director General of Military Operations of Pakistan lives in Rawalpindi.",
        "Gunmen attack the road near Zakho on an almost daily basis.",
        "The group has targeted Konduga many times.",
        "The film shows how soldiers burned a village in Darfur.",
        "A novel about the siege of Sarajevo won a prize in Vienna.",
        "Cholera has killed 200 people in Juba.",
        "Tactics of the junta have included air strikes, mass executions and torture against civilians in Sagaing.",
        "Abuses including executions and abductions have been recorded in Ituri.",
        "In South Sudan thousands have been killed and millions more displaced.",
        "Nine people died of malaria in a camp near Maban.",
        "One wounded man is to be deplored in Ténenkou.",
        "In Goris our correspondent met Vera, an old refugee.",
        "The army in Sri Lanka has killed tens of thousands of rebels.",
        "More than four million people have been displaced since the war broke out in Sudan.",
        "The wounded man was medically evacuated to a military treatment facility in Ghazni.",
        "The bishops condemned in the strongest terms the crime.",
        "Rebels who want to topple the junta regularly carry out attacks against its forces.",
        "The gunmen often stage raids on convoys.",
    ],
)
def test_what_is_done_now_and_then_or_by_nobody_is_no_happening(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pirates attack ships in the Gulf of Guinea to seize their crews.",
        "Charities deliver food to displaced families in Marib.",
    ],
)
def test_a_present_among_news_in_the_past_is_a_habit_and_alone_a_headline(text):
    assert told(text) != []
    assert len(told(NEWS + text)) == len(told(NEWS))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The group used rockets to hit the base at Erbil on Monday.", "shelling"),
        ("He was responsible for kidnapping six children in Jos in May.", "abduction"),
        ("Jets have repeatedly bombed the town of Mekelle since Monday.", "air_strike"),
        ("A video shows soldiers shooting villagers in Moso.", "attack_on_civilians"),
        ("A miner died of gunshot wounds in Marikana on Thursday.", "attack_on_civilians"),
        ("Sappers destroyed an improvised explosive device in Kandahar on Monday.", "weapons_seized_or_destroyed"),
        ("Two officers were acquitted by a court in Goma.", "investigation_trial"),
        ("The violence on Monday included air strikes on Loikaw and shelling of Demoso.", "air_strike"),
    ],
)
def test_what_was_done_stays(text, type_):
    assert type_ in told(text)


def test_a_commander_who_had_joined_the_army_is_only_described():
    assert told("A commander who had joined the army was killed by a bomb in Daraa on Sunday.") == ["explosion"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Turkey shells the hills near Zakho on an almost daily basis.", "shelling"),
        ("Fighter jets of the Sudanese army regularly bomb Nyala, residents said on Tuesday.", "air_strike"),
        ("The ADF frequently attacks villages in Beni territory.", "attack_on_civilians"),
        (NEWS + "The army of Myanmar shells villages near Loikaw that feed the resistance.", "shelling"),
    ],
)
def test_what_a_known_force_does_again_and_again_in_a_named_place_goes_on(text, type_):
    assert [report.status for report in code_text(text).reports if report.type.label == type_] == ["ongoing"]


def test_what_it_has_done_many_times_was_done():
    (report,) = code_text("Boko Haram has targeted Konduga in Nigeria many times.").reports
    assert report.status == "happened"


def test_what_is_carried_out_often_in_a_named_place_or_was_on_a_day_stays():
    assert told("Rebels regularly carry out attacks in Mopti.") == ["offensive"]
    assert told("On Monday rebels carried out attacks against soldiers in Mopti.") == ["offensive"]
