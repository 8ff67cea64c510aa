"""Who enters to kill takes no ground, who breaks a siege halts no fighting, who leaves dead behind has lost them."""

import pytest

from tests.coding.coded import code_text, names


def told(text: str) -> list[str]:
    return [report.type.label for report in code_text(text).reports]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("RSF men entered the village of Wad al-Noura in Sudan on Monday and killed 30.", "attack_on_civilians"),
        ("ADF rebels entered Mangina in Congo on Sunday, killed six people and left at dawn.", "attack_on_civilians"),
        ("Syrian army troops entered Maaloula in Syria on Monday and killed 20 militants.", "territory_taken"),
        ("M23 rebels entered Goma in Congo on Monday after heavy fighting.", "territory_taken"),
        ("The Sudanese army broke the siege of El Obeid in Sudan on Monday.", "offensive"),
        ("Syrian government forces broke the siege of Deir ez-Zor on Monday.", "offensive"),
        ("The rebels lifted the siege of Kadugli in Sudan on Monday.", "ceasefire_halt"),
        ("The governor of Bahir Dar in Ethiopia lifted the curfew on Monday.", "other"),
    ],
)  # fmt: skip
def test_what_they_did_there(text: str, wanted: str) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The RSF attacked Bara in Sudan on Monday. The army left behind more than 60 dead.", "Sudanese Armed Forces"),
        ("Ukrainian forces left behind 30 dead near Kharkiv on Monday, Russia said.", "Armed Forces of Ukraine"),
    ],
)  # fmt: skip
def test_who_leaves_dead_behind_lost_them(text: str, side: str) -> None:
    (report,) = code_text(text, "2025-06-03").reports
    assert report.type.label != "attack_on_civilians"
    assert names(report, "target") == {side}


def test_who_leaves_twelve_dead_in_a_raid_killed_them() -> None:
    (report,) = code_text("Boko Haram raided Damasak in Nigeria on Monday, leaving 12 dead.").reports
    assert names(report, "agent") == {"Boko Haram"}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Bamako. The military junta in Mali arrested nine men in Mopti on Monday.", "Mali"),
        ("The military junta that seized power in Chad arrested 30 protesters in N'Djamena on Monday.", "Chad"),
        ("Suu Kyi remains in prison in Myanmar. On Monday the military junta arrested two monks.", "Myanmar"),
    ],
)  # fmt: skip
def test_a_military_junta_is_that_of_the_page_s_country(text: str, land: str) -> None:
    report = code_text(text, "2025-06-03").reports[-1]
    assert names(report, "agent") == {f"Government of {land}"}


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The PDF freed 40 soldiers, captured in Loikaw on 3 March, in Demoso on Sunday.", "2025-06-01", "Demoso"),
        ("M23 handed over 96 soldiers, captured in Masisi, to the ICRC on May 30 in Goma.", "2025-05-30", "Goma"),
        ("Bandits released 20 pupils, abducted from a school in Kuriga in Nigeria, on Monday.", "2025-06-02", "Kuriga"),
    ],
)  # fmt: skip
def test_what_stands_behind_an_aside_is_of_the_clause_around_it(text: str, day: str, place: str) -> None:
    freed = next(r for r in code_text(text, "2025-06-03").reports if r.type.label == "prisoner_exchange_release")
    assert (freed.when.edtf if freed.when else None) == day
    assert (freed.place.name if freed.place else None) == place


def test_places_that_follow_each_other_stay_in_the_aside() -> None:
    text = "Police counted 40 houses, burnt in Jos, in Barkin Ladi and in Riyom in Nigeria."
    burnt = [report for report in code_text(text, "2025-06-03").reports if report.type.label == "looting_destruction"]
    assert "Barkin Ladi" in {place.name for report in burnt for place in report.places}
