"""What is fought with words, weighed up, or called an operation: no deed, no ground taken, nobody's target."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        ("Bogota launched a charm offensive in Catatumbo in Colombia on Friday.", []),
        ("Riyadh pushed a new diplomatic offensive on Yemen on Monday.", []),
        ("The two parties fought a long legal battle over the vote in Nairobi in Kenya.", []),
        ("The army of Chad launched a new offensive in Bol in Chad on Friday.", ["offensive"]),
        ("Russia began a diplomatic and military offensive in Idlib in Syria on Friday.", ["offensive"]),
    ],
)
def test_a_war_of_words_is_no_offensive(text, types_):
    assert types(code_text(text)) == types_


@pytest.mark.parametrize(
    "text",
    [
        "Capturing Taiz in Yemen would be a major prize for the Houthis.",
        "Seizing Lashio in Myanmar could cut the road to China, analysts said.",
        "Retaking Bakhmut in Ukraine will take months, the colonel said.",
    ],
)
def test_what_taking_it_would_bring_is_not_taken(text):
    assert "happened" not in {report.status for report in code_text(text).reports if report.type.label != "other"}


def test_what_taking_it_gave_was_taken():
    (report,) = code_text("Capturing Sake in Congo on Friday gave M23 the road to Goma.").reports
    assert (report.type.label, report.status) == ("territory_taken", "happened")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Nigerian army launched Operation Hadin Kai in Borno in Nigeria on Monday.", set()),
        ("The Turkish army launched Operation Olive Branch in Afrin in Syria against the YPG on Friday.", {"YPG"}),
    ],
)
def test_an_operation_is_not_whom_it_is_against(text, target):
    (report,) = code_text(text).reports
    assert report.type.label == "offensive"
    assert {name.split(" ")[-1].strip("()") for name in names(report, "target")} == target


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "A police station in Maiduguri in Nigeria was targeted in June when a bomber blew herself up inside.",
            "explosion",
        ),
        ("Hasakah in Syria was hit in July as a suicide bomber killed 16 people at a bakery.", "explosion"),
        ("A police station in Maiduguri in Nigeria was targeted with mortars in June.", "shelling"),
        ("Chlorine gas fell on the town of Saraqib in Syria on Friday.", "chemical_attack"),
        ("Shells fell on the market of Omdurman in Sudan on Friday.", "shelling"),
    ],
)
def test_what_is_told_beside_says_what_it_was_hit_with(text, type_):
    assert types(code_text(text)) == [type_]


def test_the_remains_of_cars_are_no_bodies():
    assert types(code_text("Rubble and the charred remains of cars were strewn over the road in Homs in Syria.")) == []
    lying = code_text("The remains of twelve soldiers were strewn over the road in Avdiivka in Ukraine.")
    assert types(lying) == ["bodies_found"]


def test_whoever_ambushes_and_kills_has_ambushed_those_killed():
    (report,) = code_text("The Syrian army ambushed and killed 140 ISIL terrorists near Tabqa in Syria.").reports
    assert names(report, "target") == {"Islamic State"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Houthis received missiles from abroad in March.", "recipient"),
        ("The Houthis sold missiles to smugglers in March.", "agent"),
    ],
)
def test_who_is_given_arms_supplies_none(text, role):
    (report,) = code_text(text).reports
    assert names(report, role) == {"Houthi movement"}
