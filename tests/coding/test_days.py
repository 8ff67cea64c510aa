"""On which day a deed lies: its own, the one told before, or none; not the day on which somebody spoke of it."""

import pytest

from crossreport.grounding.times.mentions import ground_times
from tests.coding.coded import analyser, code_text, page_of

PUBLISHED = "2019-05-14"  # a Tuesday


def days(text):
    return {
        report.type.label: report.when and (report.when.earliest, report.when.latest)
        for report in code_text(text, PUBLISHED).reports
    }


def day(text, type_):
    return days(text)[type_]


def days_of(text, type_):
    return {report.when.edtf for report in code_text(text, PUBLISHED).reports if report.type.label == type_}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("before dawn on Monday", "2019-05-13"),
        ("shortly after midnight on Sunday", "2019-05-12"),
        ("before sunrise on 11 May", "2019-05-11"),
    ],
)
def test_an_hour_before_which_it_was_is_of_that_day(words, expected):
    assert day(f"The army shelled the town of Gwoza {words}.", "shelling") == (expected, expected)


def test_what_a_speaker_adds_to_a_deed_has_the_day_of_the_deed():
    text = (
        "Boko Haram attacked Gwoza on Saturday. The governor said on Monday that the rebels had abducted a girl there."
    )
    assert day(text, "abduction") == ("2019-05-11", "2019-05-11")


def test_what_a_speaker_alone_tells_has_the_day_of_the_telling_about():
    (report,) = code_text("The army said on Monday that its troops had retaken Gwoza.", PUBLISHED).reports
    assert report.when is not None
    assert report.when.edtf == "2019-05-13~"


def test_how_long_a_thing_lasts_is_not_when_it_was_given():
    text = "The World Food Programme distributed two-week rations to 900 families in Gwoza on 10 and 11 May."
    assert day(text, "aid_delivery") == ("2019-05-10", "2019-05-11")


def test_what_goes_on_has_no_day_of_its_own():
    text = "Boko Haram attacked Gwoza on Saturday. Prices rose.\nPrices fell.\nSoldiers {} looted shops in Damboa."
    assert day(text.format("repeatedly"), "looting_destruction") is None
    assert day(text.format(""), "looting_destruction") is not None


def test_an_exact_day_wins_over_a_vague_one_set_beside_it():
    assert day("On 6 May, barely a week ago, soldiers burned huts in Gwoza.", "looting_destruction")[0] == "2019-05-06"
    assert day("Soldiers burned huts in Gwoza about a week ago, on 6 May.", "looting_destruction")[1] == "2019-05-06"


def test_last_before_a_day_is_the_last_such_day():
    text = "Rebels torched a bus of a mining firm in Bambari last {} after its owner had refused to pay."
    assert day(text.format("May 3"), "looting_destruction") == ("2019-05-03", "2019-05-03")
    assert day(text.format("December 3"), "looting_destruction") == ("2018-12-03", "2018-12-03")


def test_the_day_in_a_relative_clause_is_of_its_own_verb():
    text = "Rebels seized two outposts outside Bambari, which fell to them on May 6."
    assert days_of(text, "territory_taken") == {"2019-05-14~", "2019-05-06"}


def test_the_same_day_is_that_of_the_deed_not_of_the_claim():
    text = (
        "Gunmen attacked the clinic in Bambari on Saturday. Rebels claimed the attack on Sunday. "
        "On the same day, the militia occupied Bria."
    )
    assert day(text, "territory_taken") == ("2019-05-11", "2019-05-11")


def test_a_statement_has_not_the_day_of_what_it_speaks_of():
    threat = "The rebel leader has threatened to close all schools in Bambari from 4 June."
    assert day(threat, "statement_threat") == ("2019-05-14", "2019-05-14")
    (blame,) = (
        report
        for report in code_text(
            "The Farm Union condemned the council for closing its depot in Bambari on 11 May.",
            PUBLISHED,
        ).reports
        if report.type.label == "statement_accusation"
    )
    assert blame.place is None
    assert blame.when is not None
    assert blame.when.edtf == "2019-05-14~"


def test_a_paragraph_without_a_day_has_an_interval_and_not_the_page_day():
    text = "The council met in Bangui.\nPrices rose.\nGunmen burned a truck near Sibut."
    assert day(text, "looting_destruction") == ("2019-05-11", "2019-05-14")


def test_a_paragraph_goes_on_with_its_own_day():
    text = (
        "The council met in Bangui.\nPrices rose.\n"
        "The militia abducted two nurses at Bambari on 2 May. The men also looted the clinic."
    )
    assert day(text, "looting_destruction") == ("2019-05-02", "2019-05-02")
    assert days_of(text, "looting_destruction") == {"2019-05-02~"}


def test_items_of_a_bulletin_have_the_days_that_it_covers():
    text = (
        "Covering 0600 EAT 13 May to 0600 EAT 14 May 2019. All figures provisional.\n"
        "1. NORTH. Militants attacked a base at Gwoza with mortars at around 2100.\n"
        "2. SOUTH. Gunmen shot dead a teacher in Bama.\n"
        "3. EAST. Troops arrested a trader in Dikwa."
    )
    assert day(text, "killing") == ("2019-05-13", "2019-05-14")
    assert day(text, "arrest") == ("2019-05-13", "2019-05-14")


def test_what_a_speaker_had_seen_done_is_of_the_day_of_the_story():
    text = (
        "Ombella Brigade fighters stormed Bambari on Sunday. The mayor said that the rebels had freed prisoners and "
        "looted the clinic before they left."
    )
    assert day(text, "prisoner_exchange_release") == ("2019-05-12", "2019-05-12")


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("On Monday, three days after it lost Bamo, the militia shelled the town.", "territory_lost", {"2019-05-10"}),
        ("Jets bombed Taiz five days after rebels took the port of Mokha on 3 May.", "air_strike", {"2019-05-08"}),
        ("The army took Sake on Sunday, less than a week after rebels shelled Beni.", "shelling", {None}),
    ],
)
def test_a_counted_time_between_two_deeds_gives_the_day_of_the_other(words, type_, expected):
    found = {r.when.edtf if r.when else None for r in code_text(words, PUBLISHED).reports if r.type.label == type_}
    assert found == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("on Thursday and Friday", "2019-05-09/2019-05-10"), ("on Tuesday and on Wednesday", "2019-05-07/2019-05-08")],
)
def test_two_days_told_together_are_both_the_days_of_the_deed(words, expected):
    assert days_of(f"The army shelled the town of Gwoza {words}.", "shelling") == {expected}


def test_a_month_told_behind_what_somebody_is_accused_of_is_that_deeds():
    text = "The mayor, who was in Luanda on Sunday, accused rebels of killing 30 people in Beni at the end of March."
    assert day(text, "attack_on_civilians") == ("2019-03-15", "2019-03-31")


def test_the_attack_came_after_another_and_that_ones_day_is_counted():
    text = (
        "Gunmen killed three people in Argelia on Sunday.\n"
        "The killings came two days after a soldier was shot dead in Corinto."
    )
    assert day(text, "killing") == ("2019-05-10", "2019-05-10")


def test_what_a_page_looks_back_to_is_not_the_day_of_what_is_then_claimed():
    text = (
        "Rebels attacked the town of Djibo on Sunday.\n"
        "It was the second assault on Djibo. On 22 April, four people were killed there by mortar rounds.\n"
        "JNIM, which is linked to al-Qaeda, claimed on Monday that it had killed 80 soldiers."
    )
    coded = code_text(text, PUBLISHED)
    days = {report.id: report.when.earliest for report in coded.reports if report.when}
    tolls = {figure.best: days.get(figure.event_report) for figure in coded.figures if figure.measure == "killed"}
    assert (tolls[4], tolls[80]) == ("2019-04-22", "2019-05-13")


def test_what_was_done_when_a_since_began_has_that_time():
    text = "The raid was the deadliest in Burkina Faso since June 2018, when gunmen killed 132 people in Solhan."
    assert "2018-06" in days_of(text, "attack_on_civilians")


def test_hours_later_is_the_day_of_the_deed_told_before():
    text = "Gunmen raided a village in Lamu county on Saturday. Hours later, a police truck hit a mine near Ijara."
    assert days_of(text, "explosion") == {"2019-05-11~"}


def test_what_is_counted_from_a_deed_told_again_has_its_own_day():
    text = (
        "Rebels took the air base of Sebha on Thursday. Two days after the takeover, gunmen killed an elder in Murzuq."
    )
    assert days_of(text, "killing") == {"2019-05-11"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday a military court sentenced a colonel over the killing of 50 people in Goma.", "2024-03-04"),
        ("The air force is investigating reports that 73 people were killed in Manbij in January.", "2024-03-06~"),
        ("In Kyiv, prosecutors opened a trial of two soldiers accused of shooting a man in January.", "2024-03-06~"),
    ],
)
def test_an_inquiry_or_trial_has_not_the_day_of_the_deed(text, wanted):
    reports = code_text(text, "2024-03-06").reports
    (trial,) = [report for report in reports if report.type.label == "investigation_trial"]
    assert trial.when is not None
    assert trial.when.edtf == wanted


def test_a_deed_that_is_only_a_reason_has_not_the_day_of_what_followed():
    text = "On Monday a military court sentenced a colonel over the killing of 50 people in Goma."
    (deed,) = [report for report in code_text(text, "2024-03-06").reports if report.type.label != "investigation_trial"]
    assert deed.when is None


def test_a_day_in_a_name_is_no_day_of_a_deed():
    text = "Fighters of the March 23 Movement took the town of Bunagana on Monday."
    (report,) = code_text(text, "2024-03-06").reports
    assert report.when is not None
    assert report.when.edtf == "2024-03-04"


def test_what_is_denied_further_down_has_no_day_without_one_of_its_own():
    text = (
        "Rebels attacked the town of Kutum on Monday.\nA spokesman praised the defenders.\nShops stayed shut.\n"
        "Officials in the capital spoke of a quiet week.\nThe army denied that its jets bombed a market in El Geneina."
    )
    denied = [report for report in code_text(text, "2024-03-06").reports if report.status == "denied"]
    assert [report.when for report in denied] == [None]


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("Police arrested 60 people on Sunday; their trial opens on Thursday.", "investigation_trial", "2024-03-07"),
        ("The trial of five officers opens on Friday in Doha.", "investigation_trial", "2024-03-08"),
        ("The talks resumed on Friday in Doha.", "negotiation_talks", "2024-03-01"),
        ("The army foiled a raid near Baga as recently as 13 February.", "attack_repelled", "2024-02-13"),
        (
            "On Saturday gunmen killed five men at Nouna. The previous Thursday a mob burned a market at Bourasso.",
            "looting_destruction",
            "2024-02-29",
        ),
    ],
)
def test_weekdays_that_are_arranged_or_counted_back(text, type_, wanted):
    (report,) = [report for report in code_text(text, "2024-03-06").reports if report.type.label == type_]
    assert report.when is not None
    assert report.when.edtf == wanted


@pytest.mark.parametrize(
    ("words", "expected"),
    [("in Mogadishu on Saturday", ("2019-05-11", "2019-05-11")), ("in Mogadishu", None)],
)
def test_a_claimed_attack_has_the_day_behind_it(words, expected):
    text = f"Al-Shabaab claimed responsibility for the bombing {words}."
    assert day(text, "explosion") == expected
    assert day("Al-Shabaab on Sunday claimed responsibility for the bombing in Mogadishu.", "explosion") is None


def test_the_next_sentence_of_a_story_goes_on_on_its_day():
    text = "Soldiers burned 100 houses in Pale on Sunday, locals said. The soldiers entered the village of Hnan Khar."
    assert day(text, "territory_taken") == ("2019-05-12", "2019-05-12")


def test_the_day_before_is_not_counted_from_the_start_of_what_goes_on():
    text = (
        "Shelling killed three people in Nikopol on Monday. Police have exhumed 146 bodies near Izium since Thursday. "
        "The previous day rebels had attacked Kherson."
    )
    assert day(text, "offensive") == ("2019-05-12", "2019-05-12")


def test_a_lasting_siege_has_not_the_day_of_the_news():
    text = (
        "A shell hit a market in Daraya on Monday, killing four people.\n"
        "Six people died in Madaya, a town besieged by government forces."
    )
    assert days(text).get("siege_blockade") is None


def test_days_later_are_not_counted_from_when_it_was_said():
    text = (
        "Armed men abducted 30 migrants near Kufra, a rights group said on Monday. "
        "They were freed two days later in a raid on a farm outside Tazirbu."
    )
    assert day(text, "prisoner_exchange_release") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The curfew lasts until Friday.", "../2019-05-17"), ("They held out until Friday.", "../2019-05-10")],
)
def test_what_lasts_till_a_day_lasts_till_the_next_one(text, expected):
    page = page_of(text, PUBLISHED)
    (time,) = ground_times(page, analyser().analyse(page))
    assert time.value.edtf == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The convoy came under fire on Sunday near Ansongo, one of them said.", ("2019-05-12", "2019-05-12")),
        ("Gunmen attacked a bus in Niger on Sunday, killing three.", ("2019-05-14", "2019-05-14")),
    ],
)
def test_a_lead_lies_on_the_day_that_the_sentence_behind_it_tells(behind, expected):
    lead = "At least 19 soldiers were killed in an ambush in northern Mali, two army officers said on Tuesday.\n"
    assert day(lead + behind, "armed_clash") == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The governor said on Wednesday that 20 people had been killed in the village of Koro. "
            "The attack happened on Tuesday evening, according to survivors.",
            "2024-03-05",
        ),
        (
            "Bandits killed ten people in Giwa, police said in Kaduna on Monday. "
            "The attack took place on Sunday night, the commissioner for security said.",
            "2024-03-03",
        ),
        ("Al-Shabaab fired mortars at the base, which houses the mission, in Mogadishu on Monday.", "2024-03-04"),
    ],
)
def test_the_day_set_down_behind_a_deed_is_its_day(text, day):
    assert [report.when.edtf for report in code_text(text, "2024-03-06").reports] == [day]


def test_the_previous_day_counts_from_the_day_taken_for_the_deed_before():
    coded = code_text(
        "Four soldiers were killed in Cauca when a bomb exploded. "
        "The previous day, two police officers had died in an attack on their station in Morales.",
        "2024-03-06",
    )
    assert [report.when.edtf for report in coded.reports] == ["2024-03-06~", "2024-03-05~"]


def test_neither_the_day_of_condemning_nor_the_end_of_a_truce_is_the_day_of_the_deed():
    coded = code_text("The UN condemned on Monday the killing of two aid workers in Pibor.", "2024-03-06")
    assert all(report.when is None or report.when.edtf != "2024-03-04" for report in coded.reports)
    coded = code_text("A truce until Friday had been agreed in El Fasher.", "2024-03-06")
    assert [report.when for report in coded.reports] == [None]


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Three men arrested in Jos were charged on Monday.", "arrest", "../2024-03-04"),
        ("Police on Monday arrested two men who had attacked a church in Owo.", "attack_on_civilians", "../2024-03-04"),
        ("Three men arrested in Jos on Saturday were charged on Monday.", "arrest", "2024-03-02"),
    ],
)
def test_what_befalls_people_later_is_not_the_day_of_what_was_done_to_them(text, type_, day):
    found = [report.when.edtf for report in code_text(text, "2024-03-08").reports if report.type.label == type_]
    assert found == [day]


def test_what_a_list_tells_under_a_day_was_done_on_that_day():
    text = (
        "Incidents of the week\nMonday, 6 May\nMilitiamen attacked the mine of Mongbwalu and killed six men.\n"
        "Thursday, 9 May\nNothing was reported.\nFriday, 10 May\nTwo women were abducted near Tchabi."
    )
    assert day(text, "attack_on_civilians") == ("2019-05-06", "2019-05-06")
    assert day(text, "abduction") == ("2019-05-10", "2019-05-10")


def test_a_page_that_tells_of_one_day_tells_of_that_day_further_down():
    text = (
        "Soldiers arrested a commander in Loikaw on Saturday.\nHe had been sought for a year.\n"
        "The operation lasted two hours.\nA rifle and four grenades were seized in Loikaw."
    )
    assert day(text, "weapons_seized_or_destroyed") == ("2019-05-11", "2019-05-11")


def test_what_somebody_is_wanted_for_has_its_own_year():
    text = "Soldiers in Tame captured a man wanted for the murder of a mayor in 2015."
    assert day(text, "arrest" if "arrest" in days(text) else "abduction") != ("2015-01-01", "2015-12-31")


def test_an_hour_of_no_day_keeps_nobody_from_the_page_s_own():
    assert day("At night, two missiles hit a power plant in Nikopol.", "shelling") == (PUBLISHED, PUBLISHED)


@pytest.mark.parametrize(("hours", "expected"), [("48", "2019-05-06"), ("72", "2019-05-05"), ("12", "2019-05-08")])
def test_many_hours_after_are_days_after(hours, expected):
    text = f"Two monks were shot dead in Pathein on Wednesday, {hours} hours after rebels died in a gun battle in Bago."
    assert day(text, "armed_clash") == (expected, expected)


def test_the_day_before_a_deed_s_name_is_not_to_come():
    text = "The resolution would condemn the August 21 gas attack near Damascus."
    assert day(text, "chemical_attack") == ("2018-08-21", "2018-08-21")


def test_earlier_in_the_day_is_of_the_deed_told_before_and_not_of_its_telling():
    text = (
        "Insurgents stormed a checkpoint in Yala on Saturday and killed 15 people. The army said on Monday that they "
        "had fled. Earlier in the day, bombs exploded in Lam Phaya."
    )
    assert days_of(text, "explosion") == {"2019-05-11"}


def test_a_tragedy_that_occurred_on_a_day_gives_the_deed_told_before_its_day():
    text = "Gunmen killed 40 villagers near Zaki in a dispute over land. The tragedy occurred on Saturday in Otukpo."
    assert day(text, "attack_on_civilians") == ("2019-05-11", "2019-05-11")


@pytest.mark.parametrize(
    "background",
    [
        "Dozens of people have been killed in clashes in the neighbouring region of Gao.",
        "Aid groups have criticised both sides for attacks on civilians.",
    ],
)
def test_what_a_noun_names_under_a_verb_in_the_perfect_has_no_day_of_the_news(background):
    text = (
        "Gunmen killed four farmers near Menaka in Mali on Sunday.\nThe attackers came on motorcycles, a nurse said.\n"
        f"The governor sent his condolences. {background}"
    )
    old = [report for report in code_text(text, "2023-03-07").reports if report.span.start > text.index("condolences")]
    assert old
    assert all(report.when is None for report in old)
