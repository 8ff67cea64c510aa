"""Claims: what is asserted and recorded nowhere else, in the speaker's words."""

import pytest

from crossreport.model import Claim
from tests.coding.coded import code_text


def claims(text: str) -> tuple[Claim, ...]:
    return code_text(text).claims


def test_what_only_tells_a_coded_event_is_no_claim():
    coded = code_text("The Observatory said air strikes hit the market in Idlib on Monday, killing nine people.")
    assert coded.reports
    assert not coded.claims


def test_opinions_and_forecasts_are_claims():
    (claim,) = claims("Officials in Juba said the talks would fail because nobody trusted the other side.")
    assert claim.speaker == "officials in Juba"
    assert claim.says == "the talks would fail because nobody trusted the other side"
    assert claim.mode == "indirect"
    assert claim.cue == "said"


def test_a_quotation_over_sentences_is_one_claim():
    found = claims("“There is no food left,” said Omar Saleh. “People eat leaves. The wells are dry.”")
    assert [(claim.speaker, claim.mode) for claim in found] == [("Omar Saleh", "direct")] * 2
    assert found[1].says == "People eat leaves. The wells are dry"


def test_a_stance_is_a_claim_with_its_verb():
    (claim,) = claims("The European Union welcomed the courage of the judges in Bogota.")
    assert claim.says == "welcomed the courage of the judges in Bogota"


def test_the_voices_between_are_kept():
    (claim,) = claims("Abdalla Hamdok told Reuters that the country had no money left for its schools.")
    assert claim.speaker == "Abdalla Hamdok"
    assert [voice.speaker for voice in claim.via] == ["Reuters"]


def test_a_denial_of_what_the_page_tells_is_the_deniers_claim():
    coded = code_text(
        "Shells fired by Ethiopian troops killed nine farmers in Humera on Monday, doctors said. "
        "Ethiopia denied that its troops had shelled the town of Humera."
    )
    (report,) = coded.reports
    (claim,) = coded.claims
    assert [voice.speaker for voice in report.attribution] == ["doctors"]
    assert (claim.speaker, claim.cue) == ("Government of Ethiopia", "denied")


def test_a_deed_known_only_as_denied_is_the_event_and_no_claim_beside_it():
    coded = code_text("Ethiopia denied that its troops had shelled the town of Humera on Monday.")
    assert [report.status for report in coded.reports] == ["denied"]
    assert not coded.claims


@pytest.mark.parametrize(
    "text", ["He said so.", "They said yes, officials said.", "The army did not say whether it won."]
)
def test_idioms_and_silence_are_no_claims(text):
    assert claims(text) == ()


def test_claims_reread():
    text = (
        "“We will not leave,” said Amina Hassan, a teacher in Kadugli. “Our children were born here.” "
        "The mayor said the roads would stay closed for weeks."
    )
    found = claims(text)
    assert found
    assert all(claim.span.holds(text) and claim.says == claim.span.quote for claim in found)


@pytest.mark.parametrize(
    ("text", "speaker", "says"),
    [
        (
            "The Fourth Division rejected the charge as slander in the service of terrorism in Colombia.",
            "Fourth Division",
            "rejected the charge as slander in the service of terrorism in Colombia",
        ),
        ("Kenya called the accusations of Somalia a farce.", "Kenya", "called the accusations of Somalia a farce"),
        (
            'The union\'s youth wing rejected the claims as "lies".',
            "union's youth wing",
            'rejected the claims as "lies"',
        ),
        (
            "Amnesty International said that nine men had died in Moura, calling the raid a massacre of civilians.",
            "Amnesty International",
            "calling the raid a massacre of civilians",
        ),
    ],
)
def test_what_a_thing_is_called_is_a_claim(text, speaker, says):
    assert (speaker, says) in [(claim.speaker, claim.says) for claim in code_text(text).claims]


def test_whoever_only_hands_on_a_claim_makes_none():
    text = (
        "Rebels suffered a heavy blow and their cars were damaged in Marib in Yemen, the sources said, Saba reported."
    )
    assert [claim.speaker for claim in code_text(text).claims] == ["sources"]


def test_the_coalition_of_a_name_is_that_coalition():
    text = (
        "The Syrian National Coalition said shells had hit Azaz. The Coalition added that the raid was a crime of war."
    )
    assert {claim.speaker for claim in code_text(text).claims} == {"Syrian National Coalition"}


def test_what_a_speaker_adds_and_what_is_set_against_it_end_a_claim():
    text = (
        '"The exchange of fire goes on," Nyusi said in Maputo in Mozambique, adding that the rebels had left Macomia.'
    )
    assert [claim.says for claim in code_text(text).claims] == ["The exchange of fire goes on"]
    text = "Spies blew up a line near Bryansk in Russia, the FSB said, while officials in Kyiv declined to comment."
    assert [claim for claim in code_text(text).claims if "Kyiv" in claim.says] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Observatory said 76 children and 41 women were among those killed in clashes over 15 days in Syria.",
        "The United Nations says the war in Yemen has killed more than 150,000 people.",
    ],
)
def test_a_recorded_toll_is_no_claim_beside_it(text):
    coded = code_text(text)
    assert coded.figures
    assert not coded.claims


def test_who_has_just_spoken_adds_what_is_added():
    text = (
        "Rebels seized Tessalit in Mali on Sunday, a local elected official said, adding that nobody trusted the army."
    )
    assert {claim.speaker for claim in code_text(text).claims} == {"local elected official"}


def test_a_quotation_over_sentences_is_of_whoever_speaks_beside_it():
    found = claims(
        "The ministry denied targeting civilians in Ganja. It said that its guns were silent all day.\n"
        "“The city lives in fear. People hide in cellars. Nobody sleeps,” the ombudsman, Artak Beglaryan, told Reuters."
    )
    spoken = [claim for claim in found if "cellars" in claim.says or "fear" in claim.says]
    assert spoken
    assert {claim.speaker for claim in spoken} == {"Artak Beglaryan"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The wells are dry,” declared by telephone a trader in Kidal.", "trader in Kidal"),
        ("“Nobody sleeps in this town,” told AFP a nurse in Nyala.", "nurse in Nyala"),
    ],
)
def test_a_phone_or_an_outlet_may_stand_between_the_verb_and_the_speaker(text: str, speaker: str):
    (claim,) = claims(text)
    assert claim.speaker == speaker


def test_the_group_that_spoke_goes_on_not_the_one_it_told_of():
    (claim,) = claims(
        "The Amhara Association for Human Rights said Fano members killed four officials near Dejen in Ethiopia. "
        "The group says it is not clear who the men were."
    )
    assert claim.speaker == "Amhara Association for Human Rights"


def test_who_described_a_deed_is_quoted_behind():
    (claim,) = claims(
        "Nine people died in Kano in Nigeria, police said. A survivor described the raid. “I saw a man in a coat.”"
    )
    assert claim.speaker == "survivor"


def test_a_bare_denial_of_a_share_is_one_of_what_was_told():
    coded = code_text(
        "Nine people were killed when jets bombed a market in Toungo in Nigeria, residents said. "
        "The government has strongly denied responsibility."
    )
    (claim,) = coded.claims
    assert (claim.speaker, claim.about) == ("Government of Nigeria", (coded.reports[0].id,))


def test_paragraphs_of_one_quotation_open_it_again():
    found = claims('"We slept," said Musa. "They burned it. "Then they shot at us." The army has denied any role.')
    assert [claim.speaker for claim in found] == ["Musa", "army"]


def test_a_phrase_at_the_end_covers_the_clause_that_it_closes():
    (claim,) = claims("Crews took hours to retrieve the bodies from the rubble, according to the mayor of Sumy.")
    assert claim.says.startswith("Crews took hours")


def test_what_a_headline_and_the_body_say_is_told_once():
    found = claims(
        "Union condemns the closure of the border\n\nThe union condemns the closure of the border as a crime."
    )
    assert len(found) <= 1


def test_a_body_that_describes_itself_asserts_nothing():
    assert not claims("The centre, which describes itself as a neutral group of volunteers, posted a video.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Fighters of the Rapid Support Forces attacked El Geneina on Monday, the Darfur Lawyers' Circle said. "
            "The group said that the attackers had gone from house to house.",
            "Darfur Lawyers' Circle",
        ),
        (
            "The Taliban stormed Kunduz on Monday, the Kunduz Women's Council said. "
            "The group said that the fighters had closed two schools.",
            "Kunduz Women's Council",
        ),
    ],
)
def test_the_group_that_goes_on_is_the_body_that_spoke_and_not_whom_it_told_of(text, who):
    coded = code_text(text)
    said = [claim.speaker for claim in coded.claims]
    said += [voice.speaker for report in coded.reports for voice in report.attribution]
    assert set(said) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have refused to leave the quarter of Bab Amal amid a ceasefire announced by the army.",
        "The rebels have rejected to hand over guns amid an announcement by Kyiv of a halt in airstrikes on them.",
    ],
)
def test_what_goes_on_beside_a_refusal_is_not_refused(text):
    coded = code_text(text)
    beside = {report.id for report in coded.reports if report.type.label in ("ceasefire_halt", "shelling")}
    assert beside
    assert not any(beside & set(claim.about) for claim in coded.claims)


def test_the_paper_that_tells_of_a_confession_has_not_confessed():
    coded = code_text(
        "A leading Lagos newspaper reported that a man held by the army had confessed to the bombing of Jos."
    )
    assert not any(report.participants for report in coded.reports if report.type.label == "statement_confession_claim")
