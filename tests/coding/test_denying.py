"""Denials: of deeds that only the denial tells, and of deeds told before."""

import pytest

from tests.coding.coded import code_text, names, some


def statuses(text):
    return {report.type.label: report.status for report in code_text(text).reports}


def test_a_rejected_claim_is_denied():
    assert statuses("The M23 rejected claims that it burned villages in Rutshuru on Monday.") == {
        "looting_destruction": "denied"
    }


def test_false_news_is_denied():
    told = statuses("The false news that our troops burned villages in Kachin is rejected.")
    assert told == {"looting_destruction": "denied"}


def test_a_rejected_offer_is_no_denial():
    told = statuses("The government rejected the ceasefire that the rebels offered on Monday.")
    assert "denied" not in told.values()


def test_a_denial_behind_the_telling_is_a_claim_about_it():
    for denial in (" The army denied this.", " A police spokesman dismissed the report as false."):
        coded = code_text("Residents said soldiers burned twelve houses in Ngarannam on Monday." + denial)
        (claim,) = [claim for claim in coded.claims if claim.about]
        assert claim.about == (coded.reports[0].id,)
        assert claim.cue in ("denied", "dismissed")


def test_nobody_denies_what_they_tell_themselves():
    coded = code_text("The army said rebels killed 40 people in Zurmi on Monday. The army denied this.")
    assert not [claim for claim in coded.claims if claim.about]


def test_a_denial_is_never_quoted_without_its_verb():
    coded = code_text("The army denied that the two were its soldiers, a spokesman said on Monday.")
    assert all("denied" in claim.says for claim in some(claim for claim in coded.claims if claim.cue == "denied"))


def test_false_news_that_somebody_spreads_is_denied():
    told = statuses(
        "The army rejected the false news spread by Kenyan media that our troops burned villages in Afmadow."
    )
    assert told == {"looting_destruction": "denied"}


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish foreign ministry said that Turkey had not carried out any attack on civilians in Zakho on Monday.",
        "The rebels said that their fighters did not kill any villagers in Kobo on Monday.",
        "There was no attack on the hospital in Kilinochchi, the army spokesman said.",
        "The army called reports of a massacre in Moura unfounded.",
        "The ministry described the strike on Hajjah as a lie.",
    ],
)
def test_what_a_side_says_was_not_done_is_denied(text):
    assert set(statuses(text).values()) == {"denied"}


def test_what_others_say_was_not_done_is_no_record():
    assert statuses("Residents said that soldiers did not shoot anybody in Kobo on Monday.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The group denied any role in the bombing of a bus in Jaffna on Monday.",
        "Our men had no part in Saturday's killing of schoolchildren in Kumba, a leader of the movement said.",
        "The rebels said that their fighters were not behind the massacre in Kishishe on Monday.",
    ],
)
def test_who_denies_a_part_in_a_deed_does_not_deny_the_deed(text):
    coded = code_text(text)
    assert [report.status for report in coded.reports] == ["happened"]
    assert coded.claims


@pytest.mark.parametrize(
    "blame",
    [
        "The mayor blamed forces loyal to Khalifa Haftar.",
        "The mayor blamed it on forces loyal to Khalifa Haftar.",
        "The mayor accused forces loyal to Khalifa Haftar of carrying out the attack.",
        "The mayor blamed forces loyal to Khalifa Haftar for the attack.",
        "The mayor accused forces loyal to Khalifa Haftar of taking part in the attack.",
    ],
)
def test_blame_for_a_deed_told_before_is_a_claim_about_it(blame):
    coded = code_text(f"Shells hit a hospital in Sirte on Monday, killing six patients. {blame}")
    (report,) = coded.reports
    (claim,) = [claim for claim in coded.claims if claim.about]
    assert (report.type.label, claim.about) == ("shelling", (report.id,))


def test_blame_for_a_deed_of_its_own_is_that_deed():
    told = statuses("Opposition leaders blamed the army for the killing of 12 students in Kaduna on Friday.")
    assert told == {"attack_on_civilians": "alleged"}


@pytest.mark.parametrize(
    "text",
    [
        "The information spread by the Armenian side about the alleged shelling of a bakery in Martuni is false.",
        "The reports on the shelling of a school in Donetsk on Monday are not true.",
    ],
)
def test_what_is_said_to_be_untrue_is_denied(text):
    assert statuses(text) == {"shelling": "denied"}


def test_who_calls_it_a_lie_denies_it():
    coded = code_text('"Rebels shelled the hospital in Rezua on Monday," the army said. The front called this a lie.')
    (claim,) = [claim for claim in coded.claims if claim.about]
    assert claim.about == (coded.reports[0].id,)


def test_talks_that_are_suspended_or_refused_are_not_held():
    assert statuses("The government suspended the peace talks with the rebels in Tibu on Monday.") == {
        "negotiation_talks": "ended"
    }
    refused = statuses("The rebels announced their refusal of any negotiation with the army on Monday.")
    assert "negotiation_talks" not in refused


def test_who_says_that_it_was_not_them_did_not_do_it():
    coded = code_text('"It was not us who burned the market," a spokesman for the Rapid Support Forces said in Sudan.')
    assert "Rapid Support Forces" not in {who for report in coded.reports for who in names(report, "agent")}
    assert [claim.says for claim in coded.claims] == ["It was not us who burned the market"]


def meant(text):
    coded = code_text(text)
    labels = {report.id: report.type.label for report in coded.reports}
    return [[labels[one] for one in claim.about] for claim in coded.claims if claim.about]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Residents said RSF fighters burned houses in Geneina on Monday. The army shelled Nyala on Tuesday.\n"
            "The RSF denied involvement.",
            "looting_destruction",
        ),
        (
            "Boko Haram fighters killed ten farmers in Zabarmari on Monday, and air force jets bombed a camp in "
            "Sambisa on Tuesday. Boko Haram denied responsibility.",
            "attack_on_civilians",
        ),
        (
            "Ukraine accused Russia of shelling a school in Kherson on Monday. Ukrainian drones hit a refinery in "
            "Ryazan.\nRussia denied responsibility.",
            "shelling",
        ),
    ],
)
def test_who_denies_involvement_means_what_is_laid_at_his_door(text, label):
    assert meant(text) == [[label]]


def test_who_denies_it_too_means_what_was_denied_before():
    text = (
        "Jets bombed a market in Kutum in Sudan on Monday, killing five, medics said. A source denied that the air "
        "force had struck it. It said rebels burned houses in Tawila. Egypt also denied involvement."
    )
    assert ["air_strike"] in meant(text)
    assert ["looting_destruction"] not in meant(text)


def test_who_denies_this_means_what_was_told_last():
    text = "Soldiers burned houses in Moura on Monday. Rebels killed two teachers in Djibo on Tuesday."
    assert meant(f"{text} The army of Burkina Faso denied this.") == [["attack_on_civilians"]]


def test_a_bomb_of_nobodys_is_what_is_denied_behind_it():
    assert meant("A bomb exploded in Cali on Monday, killing two. The ELN denied involvement.") == [["explosion"]]
