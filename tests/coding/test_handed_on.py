"""Voices without a verb of saying: footage, news spread by somebody, what he called it, who stands before a colon."""

import pytest

from crossreport.coding.voices.attribution import Voices
from tests.coding.test_attribution import document


def outermost(text: str, told: str) -> str:
    """The first voice of the last word that reads so, in lower case; empty where the outlet tells it."""
    doc = document(text)
    words = [w for s in range(len(doc.sentences)) for w in doc.words_of(s) if doc.text(w) == told]
    return next((voice.speaker.lower() for voice in Voices(doc).chain(words[-1])), "")


@pytest.mark.parametrize(
    ("text", "told", "voice"),
    [
        ("The militia published a video showing the killing of two policemen in Arauca.", "killing", "militia"),
        ("A clip shared by residents shows soldiers burning a hut in Bamenda.", "burning", "residents"),
        ("Footage posted online showed rebels firing rockets at the airport.", "firing", "footage"),
        ("We heard from a local priest that gunmen abducted six girls in Kaya.", "abducted", "priest"),
        ("Six girls were abducted in Kaya, we learned from local officials.", "abducted", "officials"),
        ("The church was hit in what Armenia called deliberate shelling by Azerbaijan.", "shelling", "armenia"),
        ("As to the news spread by hostile media that soldiers attacked a school, it is false.", "attacked", "media"),
        ("It rejects the claims of some bloggers that soldiers looted the market of Jos.", "looted", "bloggers"),
        ("Three drivers described an ambush by gunmen near Jowhar.", "ambush", "drivers"),
        ("Al-Shabaab released a video purporting to show the execution of two soldiers.", "execution", "shabaab"),
        ("Fishermen attribute the burning of the market in Baga to soldiers.", "burning", "fishermen"),
        ("The bishop holds the ELN responsible for the abduction of two teachers in Arauca.", "abduction", "bishop"),
        ("The mission heard explosions of artillery shelling near Yasynuvata.", "shelling", "mission"),
        ("The Arakan Army claimed the seizure of a base near Paletwa.", "seizure", "arakan"),
        ("The rebels' media arm claimed that ten soldiers were killed in Kyauktaw.", "killed", "media arm"),
        ("A fact-finding team concluded that paramilitaries killed ten farmers in Quezon.", "killed", "team"),
        ("The inquiry found that police had shot dead two protesters in Kisumu.", "shot", "inquiry"),
        ("A military tribunal ruled that officers ordered the killing of six priests.", "killing", "tribunal"),
        ("Monitors verified that shells hit a school in Zolote.", "hit", "monitors"),
        ("Soldiers took the bridge and killed two farmers Reuters reports.", "killed", "reuters"),
        ("The ministry raised to 45 its toll for the people killed in a strike on Tyre.", "strike", "ministry"),
        ("The Union counted the dead in Ituri. According to report militiamen burned a camp.", "burned", "union"),
    ],
)
def test_who_hands_it_on_is_heard(text, told, voice):
    assert voice in outermost(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The minister described the attack as an act of cowardice.", "attack"),
        ("A photo of the mayor hung in the hall when rebels stormed it.", "stormed"),
        ("The army published a statement and bombed the town.", "bombed"),
        ("Al-Shabaab claimed an attack on a hotel in Kismayo.", "attack"),
        ("Residents saw the column that shelled the market.", "shelled"),
    ],
)
def test_who_judges_or_does_it_hands_nothing_on(text, told):
    assert outermost(text, told) == ""


@pytest.mark.parametrize(
    ("text", "told", "voice"),
    [
        ("The council of Zamfara: an air strike brought down six houses; the mayor counts 40.", "strike", "council"),
        ("Residents, through their church: a woman was burned; eleven bodies were found.", "found", "residents"),
        ("Regional police: gunmen kidnapped 12 pupils in Kuriga overnight", "kidnapped", "police"),
        ("Sudan: RSF shelled the market of El Fasher on Monday.", "shelled", ""),
    ],
)
def test_who_stands_before_a_colon_tells_all_behind_it(text, told, voice):
    heard = outermost(text, told)
    assert voice in heard
    assert bool(heard) == bool(voice)


@pytest.mark.parametrize(
    ("text", "told", "voice"),
    [
        ("The governor told local radio that gunmen kidnapped six girls in Kaya.", "kidnapped", "governor"),
        ("The mayor told Radio Okapi that militiamen burned nine huts in Djugu.", "burned", "radio okapi"),
        ("The army said in a statement sent to media that rebels attacked a convoy.", "attacked", "army"),
    ],
)
def test_outlets_that_nobody_names_carry_nothing(text, told, voice):
    assert outermost(text, told) == voice
