"""What was hit and what it was done with."""

from crossreport.model import EventReport
from tests.coding.coded import code_text


def _things(text: str) -> tuple[set[str], set[str]]:
    reports: tuple[EventReport, ...] = code_text(text).reports
    told = [thing for report in reports for thing in report.things]
    hit, means = ({one.as_written for one in told if one.role == role} for role in ("hit", "means"))
    return hit, means


def test_what_a_deed_is_done_to_is_hit():
    assert _things("Rebels fired rockets at the radio station in Bunia and destroyed two trucks on Monday.") == (
        {"radio station", "trucks"},
        {"rockets"},
    )
    assert _things("Militants blew up a gas pipeline near Sibi in Balochistan with explosives.") == (
        {"gas pipeline"},
        {"explosives"},
    )
    assert _things("A drone hit an oil depot and a power substation in Kryvyi Rih on Thursday night.") == (
        {"oil depot", "power substation"},
        {"drone"},
    )


def test_in_front_of_a_house_the_house_is_hit():
    hit, means = _things("A car bomb exploded in front of the Qatari embassy in Tripoli, damaging three houses.")
    assert (hit, means) == ({"Qatari embassy", "houses"}, {"car bomb"})


def test_whose_house_it_is_belongs_to_it():
    hit, _ = _things("Gunmen attacked the home of a councillor in Buenaventura on Monday.")
    assert hit == {"home of a councillor"}


def test_what_is_found_or_stood_near_is_neither():
    assert _things("Police found a bomb under a bridge in Narathiwat.") == (set(), set())
    assert _things("Soldiers and rebels clashed near the bridge of Kalembe, killing ten people.") == (set(), set())
    assert _things("Residents fled to a school after shelling hit the village of Kutum.")[0] == set()


def test_a_thing_says_where_it_stands_and_its_kind():
    coded = code_text("Unknown men burned down the primary school of Djibo on Sunday.")
    thing = coded.reports[0].things[0]
    assert (thing.kind, thing.span.quote) == ("education", "primary school")
    assert coded.page.text[thing.span.start : thing.span.end] == thing.as_written


def test_the_sentences_behind_a_blast_tell_of_its_damage():
    hit, _ = _things("A bomb exploded in a square in Osh on Monday. It also destroyed a kiosk and a telephone booth.")
    assert hit == {"kiosk", "telephone booth"}
    hit, _ = _things("Gunmen killed a farmer near Tumaco on Monday. The government built two schools last year.")
    assert hit == set()
    hit, _ = _things("The explosion took place in front of the court of Kasserine. Several shops were damaged.")
    assert hit >= {"shops"}


def test_where_people_are_killed_or_robbed_is_not_hit():
    assert _things("Gunmen killed a senator at the airport of Aden in Yemen on Monday.")[0] == set()
    assert _things("Armed men robbed a trader on a rural road near Menaka in Mali on Monday.")[0] == set()
    hit, _ = _things("Persons wearing military uniforms set fire to ten houses in Sagaing in Myanmar.")
    assert hit == {"houses"}
