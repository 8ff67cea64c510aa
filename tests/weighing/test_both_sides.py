"""The dead of both sides of a fight, voice by voice, as a codebook enters them; what confirms a deed: all rooms."""

import pytest

from crossreport.model import CodedPage, Event
from crossreport.words.booked import booked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def fight(*pages: CodedPage) -> Event:
    return max(weighed(*pages).events, key=lambda one: (one.killed is not None, one.voices.pages, one.id))


def entered(*pages: CodedPage) -> list[float | None]:
    killed = fight(*pages).killed
    assert killed is not None
    return sorted(
        one.best or 0 for one in booked("acled", killed.by_voice, {f.id: f for c in pages for f in c.figures})
    )


BOTH = [
    "Soldiers killed 18 {rebels} at {place} on Monday, the army said. Three soldiers were killed in the fighting.",
    "In a clash at {place} on Monday 18 {rebels} were killed. Three soldiers were killed, too, the army said.",
]


@pytest.mark.parametrize("text", BOTH)
@pytest.mark.parametrize(
    ("rebels", "place"), [("terrorists", "Djibo"), ("rebels", "Patikul"), ("insurgents", "Baidoa")]
)
def test_who_counts_both_sides_is_entered_with_their_sum(rooms: Rooms, text: str, rebels: str, place: str) -> None:
    both = coded(rooms, "Gazette", text.format(rebels=rebels, place=place))
    assert entered(both) == [21]


def test_who_counts_one_side_alone_is_no_rival_of_the_sum(rooms: Rooms) -> None:
    both = coded(rooms, "Gazette", BOTH[0].format(rebels="terrorists", place="Djibo"))
    own = coded(rooms, "Courier", "Three soldiers died in fighting with jihadists at Djibo on Monday, a nurse said.")
    assert entered(both, own) == [21]


HARM = "The {side} {deed} at {place} on Monday. {rest}"


@pytest.mark.parametrize(
    ("deed", "rest", "confirmed"),
    [
        ("shot dead four farmers", "It was a grave mistake, its spokesman says.", True),
        ("did not shoot four farmers", "Bandits murdered them, its spokesman says.", False),
        ("is not responsible for what was done", "Its fighters, it is said, shot dead four farmers on Monday.", False),
    ],
)
@pytest.mark.parametrize(
    ("side", "place"), [("New People's Army", "Catarman"), ("Karen National Liberation Army", "Kawkareik")]
)
def test_who_says_that_he_did_not_do_it_admits_nothing(
    rooms: Rooms, deed: str, rest: str, confirmed: bool, side: str, place: str
) -> None:
    page = coded(rooms, side, HARM.format(side=side, deed=deed, place=place, rest=rest))
    says = [reason.says for event in weighed(page).events for reason in event.reasons if reason.rule == "airwars"]
    assert any(one.startswith("confirmed") for one in says) == confirmed


TOLD = "Troops of the {army} clashed with fighters of the {side} at {place} on Monday, {who} said. {more}"


@pytest.mark.parametrize(
    ("army", "side", "place"),
    [
        ("Philippine Army", "New People's Army", "Catarman"),
        ("Myanmar Army", "Karen National Liberation Army", "Kawkareik"),
    ],
)
@pytest.mark.parametrize(
    ("outsider", "words"), [(False, "two sides to it, both tell of"), (True, "told independently")]
)
def test_two_who_fight_each_other_do_not_tell_independently(
    rooms: Rooms, army: str, side: str, place: str, outsider: bool, words: str
) -> None:
    other = "the parish priest of the town" if outsider else f"the {side}"
    linked = weighed(
        coded(rooms, "Gazette", TOLD.format(army=army, side=side, place=place, who=f"the {army}", more="")),
        coded(rooms, "Hills", f"On Monday the {side} and the {army} fought at {place} for two hours, {other} told us."),
    )
    assert any(words in one.says for one in linked.findings if one.kind == "agreement")
