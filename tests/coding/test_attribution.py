"""Chains of voices: who speaks, through whom, with which doubt, and what cannot speak."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from crossreport.coding import code
from crossreport.coding.page.document import Document
from crossreport.coding.voices.attribution import Voices
from crossreport.coding.voices.sayings import sayings_of
from crossreport.coding.voices.speaking import Saying
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, page_of, some


def document(text: str) -> Document:
    page = page_of(text)
    analysis = analyser().analyse(page)
    return Document(page, analysis, ground(page, analysis))


def said(text: str) -> list[Saying]:
    return sayings_of(document(text))


def chains(text: str) -> list[list[str]]:
    return [[voice.speaker for voice in saying.chain] for saying in said(text) if not saying.stance]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "A source at Marib Police Command told Reuters that shells hit the market on Sunday.",
            ["Reuters", "source at Marib Police Command"],
        ),
        (
            "In a statement carried by TASS, the Russian Defence Ministry said its jets struck a depot.",
            ["TASS", "Russian Defence Ministry"],
        ),
        (
            "Human Rights Watch reported, citing witnesses, that soldiers shot three farmers in Goma.",
            ["Human Rights Watch", "witnesses"],
        ),
        ("The mayor was quoted by Reuters as saying that a bomb killed two guards.", ["Reuters", "mayor"]),
        ("A statement from the Taliban said its fighters seized the district of Sangin.", ["Taliban"]),
        ("People familiar with the matter said the convoy was attacked in Homs.", ["people familiar with the matter"]),
        ("Nine farmers died in the raid near Kadugli, according to local doctors.", ["local doctors"]),
        ("Hezbollah accused Israel of bombing the village of Aita al-Shaab.", ["Hezbollah"]),
    ],
)
def test_the_chain_runs_from_the_outermost_voice_to_the_innermost(text, chain):
    assert chains(text) == [chain]


def test_who_speaks_for_a_monitor_stands_behind_it():
    (chain,) = chains("Rami Abdel Rahman, head of the Syrian Observatory for Human Rights, said strikes hit Idlib.")
    assert chain == ["Syrian Observatory for Human Rights", "Rami Abdulrahman"]


def test_the_source_is_the_source_that_spoke_before():
    first, second = chains(
        "A source at Marib Police Command told Reuters that shells hit the market. "
        "The source added that four shops burned down."
    )
    assert first == second == ["Reuters", "source at Marib Police Command"]


@pytest.mark.parametrize(("land", "same"), [("Russian", False), ("Nigerian", False), ("", True)])
def test_a_governor_of_another_land_is_another(land, same):
    first, second = chains(
        "Nine people died in the strike on a hospital in Ukraine, regional governor Oleh Sirko said. "
        f"The {land} governor said that a fire at the depot had been put out."
    )
    assert (first == second) is same


def test_a_monitor_in_the_lead_is_the_one_that_the_page_names_next():
    first, second = chains(
        "Rockets killed six people in Taiz on Monday, a monitor said. "
        "The Yemen Data Project said the rockets had been fired from a hill."
    )
    assert first == second == ["Yemen Data Project"]


def test_pronouns_go_on_with_the_last_speaker():
    assert chains(
        "Human Rights Watch said mines had killed nine farmers. It said the fields had not been cleared."
    ) == [
        ["Human Rights Watch"],
        ["Human Rights Watch"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Evidence suggests that the shelling came from the hills.",
        "The offensive in northern Hama showed that the army was weak.",
        "This photo shows that the bridge was hit on Monday.",
        "A new massacre reported in the town killed nine people.",
    ],
)
def test_things_have_no_voice(text):
    assert chains(text) == []


def test_a_voice_at_the_end_needs_no_comma():
    (saying,) = said("Two soldiers died in the blast in Mopti on Sunday the army spokesman said")
    assert [voice.speaker for voice in saying.chain] == ["army spokesman"]
    assert len(saying.content) == 10


def test_a_plain_follow_up_between_two_of_one_source_is_its_too():
    coded = code_text(
        "A source at Marib Police Command told Reuters that shells hit the market in Marib on Sunday. "
        "Gunmen abducted two doctors in Aden on Friday. "
        "The source added that troops arrested four men in Taiz on Saturday."
    )
    speakers = {report.type.label: [v.speaker for v in report.attribution] for report in coded.reports}
    assert speakers["abduction"] == ["Reuters", "source at Marib Police Command"]


def test_the_hedge_is_the_word_of_the_page_and_none_where_it_is_neutral():
    (claimed,) = said("The army claimed it had killed nine fighters in Maiduguri.")
    (stated,) = said("The army stated it had killed nine fighters in Maiduguri.")
    assert claimed.chain[-1].hedge == "claimed"
    assert stated.chain[-1].hedge is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Amina Hassan said soldiers burned her house.", "witness"),
        ("Sergei Lavrov said the talks would go on.", "official"),
        ("Doctors in Goma said nine children had died.", "medic"),
        ("Rebel commanders said the town was theirs.", "party"),
        ("The rebel leader said the town was theirs.", "party"),
        ("A community leader said the houses were empty.", "witness"),
        ("Indigenous leaders said the houses were empty.", "witness"),
        ("The clan's traditional leader, Musa Bala, said the houses were empty.", "witness"),
        ("Anonymous sources said the bridge had fallen.", "anonymous"),
    ],
)
def test_the_kind_of_voice_follows_office_and_affiliation(text, kind):
    (saying,) = said(text)
    assert saying.chain[-1].kind == kind


SIDES = ("Hezbollah", "Hamas", "the Houthis", "the Taliban", "Boko Haram")


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(SIDES), st.sampled_from(SIDES))
def test_swapping_the_sides_swaps_the_voices_and_nothing_else(one, other):
    text = f"A spokesman for {one} told Reuters that {other} had shelled a school in the town on Monday."
    found = [(len(s.chain), s.chain[0].speaker, [v.kind for v in s.chain], s.cue.token) for s in said(text)]
    assert [(n, outer) for n, outer, _, _ in found] == [(2, "Reuters")]


def test_every_voice_opens_its_passage():
    text = "“We fled,” said Amina Hassan. The UN said 40 families had left Kadugli, according to Reuters."
    assert all(voice.span.holds(text) for saying in some(said(text)) for voice in saying.chain)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("EL OBEID — The Joint Council of the city said that shells had killed 7 people.", "Joint Council of the city"),
        (
            "The press office of military zone No. 4 said that two soldiers had been wounded by a mine.",
            "press office of military zone",
        ),
        ("Sources close to the rebels put the number of dead in the raid at 13.", "Sources close to the rebels"),
    ],
)
def test_datelines_and_numbers_do_not_speak_and_who_puts_a_toll_does(text, speaker):
    assert [chain[-1].lower() for chain in chains(text)] == [speaker.lower()]


def test_what_describes_a_cited_voice_is_not_what_it_says():
    text = "The chief called the raid an error, according to Radio Savanna, which quoted a man who had read his letter."
    (cited,) = [one for one in said(text) if one.phrase]
    last = len(document(text).sentences[0].tokens) - 1  # the full stop tells nothing
    assert max(word.token for word in cited.content if word.token != last) < cited.cue.token


def test_a_we_outside_quotation_marks_is_the_pages_own():
    demand = "We demand that the armed men leave our schools."
    ours = f"We denounce the raid. Twelve teachers have been killed, according to Indepaz. {demand}"
    after = f"The army replied that it is pursuing the ELN. {demand}"
    for text in (ours, after):
        assert not voiced(text, "demand")


def voiced(text: str, told: str) -> list[str]:
    """The voices of the last word that reads so."""
    doc = document(text)
    words = [w for s in range(len(doc.sentences)) for w in doc.words_of(s) if doc.text(w) == told]
    return [voice.speaker for voice in Voices(doc).chain(words[-1])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army said its jets bombed the town of Kutkai that rebels captured in March.", "captured"),
        ("Police told reporters they had found the lorry which bandits had hijacked on the Kaduna road.", "hijacked"),
        ("Kyiv's general staff said its troops struck the bridge that Russian forces crossed in May.", "crossed"),
        ("The mission says its patrol was leaving Ituri, which militiamen had attacked on Sunday.", "attacked"),
    ],
)
def test_what_only_says_which_one_is_meant_is_the_outlets_own(text, told):
    assert voiced(text, told) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said that men who stormed the hotel killed 21 people.", "stormed"),  # the subject's
        ("The governor said gunmen had attacked a village in Zamfara, where they shot nine farmers.", "shot"),
        ("Witnesses reported a raid that killed five herders near Djibo.", "killed"),  # of news
        ("Two teachers, who, the family said, had been seized by soldiers, are missing.", "seized"),
    ],
)
def test_what_goes_on_telling_stays_the_voices(text, told):
    assert voiced(text, told)


@pytest.mark.parametrize(
    "text",
    [
        "The army said it had shelled Adado on Monday, while al-Shabaab said that ten villagers had died there.",
        "Four men were killed in Adado, the army said, whereas al-Shabaab said that ten villagers had died there.",
        "Although the army said it had shelled Adado, al-Shabaab said that ten villagers had died there.",
    ],
)
def test_a_voice_set_against_another_does_not_stand_inside_it(text):
    doc = document(text)
    voices = Voices(doc)
    word = next(w for w in doc.words_of(0) if doc.text(w) == "died")
    assert [voice.speaker for voice in voices.chain(word)] == ["Al-Shabaab"]


def test_the_agency_that_carries_a_statement_goes_by_its_name():
    text = "40 rebels died in Galmudug in Somalia, the ministry said in a statement carried by the state agency SONNA."
    assert chains(text)[0][0] == "Somali National News Agency"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Naw Say told Mizzima that jets had bombed a mine near Hpakant in Myanmar, adding that miners had died.",
            {"Naw Say"},
        ),
        (
            "Police confirmed that gunmen had killed six men in Jos in Nigeria, and said that suspects had been held.",
            {"Nigeria Police Force"},
        ),
        (
            "Kenya's government said gunmen had killed six in Lamu, accusing the group of using mines.",
            {"Kenya"},
        ),
        (
            "Drones hit a depot in Rostov, Yuri Sokov said; the Ukrainian General Staff confirmed the strike.",
            {"Yuri Sokov", "General Staff of the Armed Forces of Ukraine"},
        ),
        ("The head of Sudan's Kassala state, Adam Hassan, said shells had hit Kassala.", {"Adam Hassan"}),
        ("The peacekeeping mission MONUSCO said rebels had shelled Sake in Congo.", {"MONUSCO"}),
        ("Two soldiers of MONUSCO were hurt in Sake in Congo when shells fell, the mission said.", {"MONUSCO"}),
        ("Shells killed two men in Tyre in Lebanon, a source close to the group said.", {"source close to the group"}),
        ("Tamaulipas authorities said gunmen had killed six men in Reynosa in Mexico.", {"Tamaulipas authorities"}),
        (
            "Residents of rebel-held Uvira in Congo said troops had shelled it.",
            {"residents of rebel-held Uvira in Congo"},
        ),
    ],
)
def test_who_speaks_behind_commas_offices_and_ties(text, speakers):
    assert {chain[-1] for chain in chains(text)} == speakers


def test_separatists_and_the_installed_are_not_the_state_where_they_are():
    for text in (
        "Nagorno-Karabakh's separatist authorities said 32 people had died near Stepanakert in Azerbaijan.",
        "Russian-installed authorities in Kherson in Ukraine said 32 people had died.",
        "Rebel authorities in Bukavu in Congo said 32 people had died.",
    ):
        assert {chain[-1] for chain in chains(text)} <= {
            "Republic of Artsakh",
            "Russia",
            "Congolese opposition armed groups",
        }


def test_whom_a_medium_cites_stands_inside_it():
    cited = "Local media, citing witnesses, reported that gunmen had killed a priest in Jos in Nigeria."
    told = "Human Rights Watch said in a report, citing witnesses, that the army had killed nine men in Moura in Mali."
    assert {chains(cited)[0][-1], chains(told)[0][-1]} == {"witnesses"}
    assert [chains(cited)[0][0], chains(told)[0][0]] == ["local media", "Human Rights Watch"]


def test_an_investigation_by_a_medium_is_that_mediums():
    assert chains("An investigation by Reuters found that soldiers had killed nine men in Moura in Mali.") == [
        ["Reuters"]
    ]


def test_a_network_is_taken_up_by_its_own_noun_alone():
    text = "The RSF denied it. The Sudan Doctors Network said nine had died in Omdurman. Two doctors are held, {} said."
    assert chains(text.format("the network"))[-1] == ["Sudan Doctors Network"]
    other = "The army in Sudan said that shells had hit Omdurman. The local resistance committee said nine had died."
    assert "Armed Forces" not in chains(other)[-1][-1]


def test_a_quotation_that_opens_here_names_its_speaker_later():
    text = (
        'The army called him a rebel. "He held no gun. He was a teacher in Tame," his sister Luz Rojas told the radio.'
    )
    doc = document(text)
    word = next(w for s in range(3) for w in doc.words_of(s) if doc.text(w) == "gun")
    assert Voices(doc).chain(word)[-1].speaker == "Luz Rojas"


def test_she_is_the_resident_who_spoke_last():
    text = (
        "Colonel Naw Bu said jets had hit Hpakant in Myanmar. A resident said two bombs fell. She added that nine died."
    )
    assert chains(text)[-1] == ["resident"]


def test_a_name_in_brackets_before_and_is_a_voice_of_its_own():
    text = "Bombs hit a shop in Momauk in Myanmar, according to the Kachin Independence Army (KIA) and local residents."
    assert chains(text) == [["Kachin Independence Army"]]


def test_their_spokesman_is_that_of_those_who_act():
    text = "Tuareg rebels seized a base in Bourem in Mali after a firefight with soldiers, their spokesman said."
    assert chains(text) == [["Tuareg rebels spokesman"]]
    other = "The council told Haftar's forces to leave Sebha in Libya, its spokeswoman said."
    assert "Libyan National Army" not in chains(other)[-1][-1]


def test_a_hyphen_holds_a_speakers_name_together():
    coded = code_text("The mayor of Saint-Marc said that gunmen killed two people in Verrettes on Monday.")
    assert coded.reports[0].attribution[-1].speaker == "mayor of Saint-Marc"


def test_behind_a_semicolon_another_speaks_and_whoever_is_told_is_the_medium():
    text = "Two men were hurt by fire near Tegh, Azerbaijan's defence ministry said; the Armenian side denied firing."
    assert chains(text)[0][-1] == "Azerbaijani Defence Ministry"
    doc = document(text)
    denied = next(w for w in doc.words_of(0) if doc.text(w) == "firing")
    assert "Azerbaijani Defence Ministry" not in {voice.speaker for voice in Voices(doc).chain(denied)}
    told = "Gunmen kidnapped two miners in Maiduguri in Nigeria, security sources told AFP."
    assert chains(told) == [["Agence France-Presse", "security sources"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "CAIRO: Some 900 people, among them 40 wounded, crossed the Argeen land port from Sudan on Friday, "
            "the Ports Authority said, bringing to 12,000 the number of arrivals.",
            "Ports Authority",
        ),
        (
            "Shells fired by the RSF fell on the market of El Obeid in Sudan and killed four traders, "
            "the Emergency Room of the Dreige camp reports.",
            "Emergency Room of the Dreige camp",
        ),
        (
            "Six men came down from the hill above the airstrip, a spokesman for Papua police said; soldiers chased "
            "them.",
            "spokesman for Papua police",
        ),
        ("Half of the town's people have been driven from their homes, its ombudsman said.", "its ombudsman"),
        ("The Kenyan army has entered Ras Kamboni in Somalia, its chief wrote.", "chief of the Kenya Defence Forces"),
        (
            "Fighters of the Karenni Army attacked a convoy in Myanmar, a spokesperson of the group said.",
            "spokesperson of the Karenni Army",
        ),
        ("Houthi-run Al-Masirah TV said warplanes had bombed Saada in Yemen.", "Al-Masirah"),
    ],
)
def test_who_speaks_at_the_end_of_a_sentence_however_it_was_parsed(text, speaker):
    assert chains(text)[-1][-1] == speaker


def test_who_goes_on_doing_something_says_nothing():
    text = "The Khartoum regime continues to violate the truce: its aircraft today attacked our positions in Babanusa."
    assert chains(text) == []


def test_the_agency_is_the_one_that_the_page_called_so():
    text = "The UN refugee agency said 900 people had fled to Chad. The agency added that most were children."
    assert chains(text) == [["UNHCR"], ["UNHCR"]]


def test_authorities_speak_under_the_pages_own_word():
    (chain,) = chains("The authorities said that two bombs had gone off in Bogota in Colombia.")
    assert chain == ["authorities"]


def voices(text: str) -> list[list[str]]:
    return [[voice.speaker for voice in report.attribution] for report in code_text(text).reports]


def test_the_outlet_that_sources_tell_by_its_bare_name_is_the_page_itself():
    text = (
        "A military source told Al-Ikhbariya that terrorists had shelled Nubl in Syria, killing two. In Hama, a police "
        "source told Al-Ikhbariya that a landmine had wounded a farmer on Sunday."
    )
    assert voices(text) == [["military source"], ["police source"]]


@pytest.mark.parametrize(
    "text",
    [
        "A military source told Al-Ikhbariya that terrorists had shelled Nubl in Syria, killing two.",
        "A military source told state television Al-Ikhbariya that terrorists had shelled Nubl in Syria, killing two.",
        "A military source told Reuters that terrorists had shelled Nubl in Syria, killing two.",
    ],
)
def test_an_outlet_that_is_told_once_or_introduced_or_serves_all_is_another_voice(text):
    assert [len(chain) for chain in voices(text)] == [2]


def test_paragraphs_in_the_first_person_behind_a_colon_are_the_speakers():
    coded = code_text(
        "The UN has confirmed the killings in Anbar.\nThe minister for the Middle East, Tobias Hall, said:\n"
        "I am deeply shocked by these reports.\nWe have been clear that the fight will take time and patience.\n"
        "The press office closes at five."
    )
    assert [claim.speaker for claim in coded.claims if "clear" in claim.says or "shocked" in claim.says] == [
        "Tobias Hall"
    ] * 2


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Rebels shelled Sake in Congo on Monday, the minister, Ali Bemba, said, quoted by Radio Okapi.", 2),
        ("Rebels shelled Sake in Congo on Monday, a nurse told Radio Okapi. She said three people died there.", 2),
    ],
)
def test_whoever_carries_the_words_stands_in_front_told_once(text: str, chain: int):
    (report, *_) = code_text(text).reports
    assert report.attribution[0].speaker == "Radio Okapi"
    assert len(report.attribution) == chain


@pytest.mark.parametrize(("outlet", "told"), [("River Rights Observatory", False), ("Lake News", True), (None, True)])
def test_a_body_is_no_voice_on_its_own_page_under_its_initials_either(outlet, told):
    page = structs.replace(page_of("RRO said on Monday that gunmen killed three farmers in Bunia."), outlet=outlet)
    analysis = analyser().analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    voices = {voice.speaker for report in coded.reports for voice in report.attribution}
    assert ("RRO" in voices) is told


@pytest.mark.parametrize(("outlet", "told"), [("Lake Region Tribune", False), ("Lake News", True)])
def test_an_outlet_is_no_voice_on_its_own_page_under_the_end_of_its_name(outlet, told):
    page = structs.replace(
        page_of("Witnesses told the Tribune that gunmen killed three farmers in Bunia."), outlet=outlet
    )
    analysis = analyser().analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    voices = [voice.speaker for report in coded.reports for voice in report.attribution]
    assert any("itness" in voice for voice in voices)
    assert any("Tribune" in voice for voice in voices) is told


@pytest.mark.parametrize(
    "denial",
    [
        "Boko Haram denies any part in the raid and blames the army.",
        "The Tatmadaw denied that it had fired.",
        "M23 said that its men had fought militiamen.",
        "Russia said that it had struck soldiers.",
    ],
)
def test_the_we_of_a_page_is_never_that_of_those_it_tells_of(denial):
    counted = "Since January we have verified 27 such attacks, with 62 victims."
    coded = code_text(f"Gunmen killed four farmers on 3 May.\n\n{denial}\n\n{counted}")
    assert not [claim.speaker for claim in coded.claims if "verified" in claim.says]
