"""What is only aimed at, sought or hoped for is no event; nor are what a protest asks for and a released video."""

import pytest

from tests.coding.coded import code_text


def types(text):
    return [report.type.label for report in code_text(text).reports]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army of Chad began a campaign aimed at retaking Bol in Chad.", "territory_taken"),
        ("The militia hopes to retake Bunia in Congo.", "territory_taken"),
        ("The rebels of the Chadian front seek to overthrow the government of Chad.", "other"),
        ("Students in Kampala in Uganda staged a march calling for the release of a singer.", "statement_demand"),
        ("The group announced the release of a video in Gao in Mali.", "prisoner_exchange_release"),
        ("Farmers have fled the fighting of a war that began with protests in Bamenda in Cameroon.", "protest"),
        ("The offensive has met fierce resistance from the rebels in Lashio in Myanmar.", "visit_meeting"),
        ("The front broke ties with al-Qaeda, a commander in Idlib in Syria said.", "sanction"),
    ],
)
def test_it_tells_no_such_event(text, type_):
    assert type_ not in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Students in Kampala in Uganda staged a march calling for the release of a singer.", "protest"),
        ("Parents in Enugu in Nigeria called for the resignation of the governor.", "statement_demand"),
        ("The army announced the release of 40 prisoners in Gao in Mali.", "prisoner_exchange_release"),
        ("Chad broke off relations with Sudan on Monday.", "sanction"),
        ("The rebels plan to attack Bunia in Congo, the governor said.", "offensive"),
    ],
)
def test_it_is_still_told(text, type_):
    assert type_ in types(text)
