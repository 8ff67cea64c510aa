"""Denials: of deeds that only the denial tells, and of deeds told before."""

from tests.coding.coded import code_text


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
    assert all("denied" in claim.says for claim in coded.claims if claim.cue == "denied")


def test_false_news_that_somebody_spreads_is_denied():
    told = statuses("The false news spread by Kenyan media that our troops burned villages in Afmadow is rejected.")
    assert told == {"looting_destruction": "denied"}
