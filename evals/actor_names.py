"""Names of eight wars as news writes them, each in a sentence of a page about the country: how many name their actor.

In: `actor_names.yaml`: by ISO country code, name and id; the lists were written before the register was looked at.
Out: the share of each war's 50 names that are grounded to that id. A name that is grounded to another actor is wrong.
"""

from collections.abc import Mapping

from crossreport.model import Actor, Mention
from crossreport.words.actors import countries
from evals.corpora import own_yaml
from evals.rooms import Rooms, capture_of

TEMPLATE = "Officials in {country} met on Tuesday.\n\nOn Wednesday {name} said nothing about the talks in {country}."
DAY = "2024-06-19"
DAYS = {"SY": "2017-06-20"}  # a day on which the war's names were in use


def lists() -> Mapping[str, Mapping[str, str]]:
    """The expected id by name, by country."""
    return own_yaml("actor_names.yaml", dict[str, dict[str, str]])  # type: ignore[no-any-return]


def meant_by(name: str, country: str, rooms: Rooms) -> str | None:
    """The id of the actor that a name is grounded to on a page about a country."""
    text = TEMPLATE.format(name=name, country=countries()[country].name)
    coded = rooms.try_code(capture_of("name.txt", text), DAYS.get(country, DAY))
    start = text.find(name, text.index("Wednesday"))
    inside = [one for one in (coded.mentions if coded else ()) if _within(one, start, start + len(name))]
    values = [one.value for one in inside if isinstance(one.value, Actor)]
    return values[-1].id if values else None


def _within(mention: Mention, start: int, end: int) -> bool:
    return mention.kind in ("actor", "person") and mention.span.start < end and start < mention.span.end


def answers() -> dict[str, dict[str, str | None]]:
    """What every name of every list is grounded to."""
    rooms = Rooms()
    return {code: {name: meant_by(name, code, rooms) for name in names} for code, names in lists().items()}


def measure_names() -> dict[str, float]:
    """Share of names grounded to their actor, by war; and of all names, the share grounded to another actor."""
    expected, given = lists(), answers()
    right = {
        f"names_{code}": sum(given[code][name] == identity for name, identity in names.items()) / len(names)
        for code, names in expected.items()
    }
    wrong = sum(
        (given[code][name] or identity) != identity and not (given[code][name] or "").startswith("minted:")
        for code, names in expected.items()
        for name, identity in names.items()
    )
    return {**right, "names_wrong": wrong / sum(len(names) for names in expected.values())}
