"""Made-up reporting in bulk: pages on few places, days and sides, so that much of it may be one happening."""

from hypothesis import strategies as st

from crossreport.model import CodedPage
from tests.linking.build import Told, page, place

PLACES = ("Tell Amar", "Tal Amar", "Kafr Hazir", "Upper Kafr Hazir", None)
DAYS = ("2016-05-03", "2016-05-03~", "2016-05-04", "2016-05-02/2016-05-04", "2016-05", None)
STATUSES = ("happened", "happened", "happened", "ongoing", "alleged", "denied", "planned", "threatened")
TYPES = ("armed_clash", "shelling", "air_strike", "attack_on_civilians", "siege_blockade", "negotiation_talks")
DOERS = ((), ("army",), ("front",), ("league",), ("rebels",))
TARGETS = ((), ("civilians",), ("front",), ("army",))
TOLLS = (None, (4, 4, 4), (12, 12, 12), (10, 12, None))
SENTENCES = tuple(
    f"{who} near {what} before noon, and the road to the grain silos stayed shut, a {voice} said by telephone."
    for who in ("Fighting broke out", "Shells came down", "A crowd gathered", "Two columns met")
    for what in ("the old market", "a checkpoint", "the water tower")
    for voice in ("teacher", "driver", "shopkeeper")
)


@st.composite
def told(draw: st.DrawFn) -> Told:
    """One report; half of the places are a province only."""
    named = draw(st.sampled_from(PLACES))
    where = place("Aleppo", kind="admin1") if named is None else named
    return Told(
        draw(st.sampled_from(SENTENCES)),
        draw(st.sampled_from(TYPES)),
        draw(st.sampled_from(DOERS)),
        draw(st.sampled_from(TARGETS)),
        (),
        where,
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from(STATUSES)),
        killed=draw(st.sampled_from(TOLLS)),
    )


@st.composite
def world(draw: st.DrawFn, *, most: int = 7) -> list[CodedPage]:
    """Up to `most` pages of one to three reports each; some carry the same sentences."""
    pages = draw(st.lists(st.lists(told(), min_size=1, max_size=3), min_size=2, max_size=most))
    published = st.sampled_from(("2016-05-04", "2016-05-05", "2016-06-01"))
    return [
        page(f"page {number}", *reports, outlet=f"Outlet {number}", published=draw(published))
        for number, reports in enumerate(pages)
    ]


def story(number: int, teller: int = 0) -> Told:
    """One happening in a town of its own, as one of three tellers has it."""
    told_by = (
        f"Shells hit a row of houses in Town {number} overnight and killed twelve, the mayor of the place said.",
        f"A dozen people died when houses came under fire in Town {number}, a nurse of its clinic told this paper.",
        f"Rescuers in Town {number} pulled twelve dead out of collapsed houses after a night of shelling.",
    )
    where = place(f"Town {number}", lat=35.0 + number % 97 / 20, lon=36.0 + number // 97 / 20)
    day = f"2016-05-{number % 28 + 1:02d}"
    return Told(told_by[teller], "shelling", ("army",), ("civilians",), (), where, day, killed=(12, 12, 12))


def stories(count: int) -> list[CodedPage]:
    """Two pages each on `count` happenings in as many towns."""
    return [
        page(f"story {number} of {teller}", story(number, teller), outlet=f"Outlet {teller}", published="2016-06-01")
        for number in range(count)
        for teller in range(2)
    ]
