"""What pronouns, short names, titles and governments take up; sentences of our own."""

import pytest

from tests.grounding.test_actors import grounded

CASES = [
    # whose government, men and efforts
    ("GAZA - Hamas fired at Ashkelon. Prime Minister Benjamin Netanyahu said his government would reply.",
     "government", "government-of-israel"),
    ("Soldiers of Mali shot a driver near Gao. The government said it would look into this.",
     "government", "government-of-mali"),
    ("Officers of NATO visited Kunduz in Afghanistan. The Taliban said their men had left.", "men", "taliban"),
    ("The coalition in Iraq has supported the Peshmerga in its attempts to take Bashiqa.", "its", "peshmerga"),
    ("In their push on Tal Rifaat in Syria, the Free Syrian Army took four hamlets.", "their", "free-syrian-army"),
    # "it" is no actor
    ("The Syrian army shelled a road in Syria. The dispute has gone on for years. It has cost many lives.", "It", None),
    ("The Syrian army said it had shelled a road.", "it", "armed-forces-of-syria"),
    # short names and names of persons
    ("Fighters of the Liberation Tigers of Tamil Eelam left Mannar in Sri Lanka. The Tigers took their guns along.",
     "Tigers", "liberation-tigers-of-tamil-eelam"),
    ("Carla Perez Ruiz spoke in Medellin, Colombia. Perez Ruiz was shot at later.", "Perez Ruiz", "carla"),
    ("The Foreign Secretary Boris Johnson spoke in London. The Foreign Secretary asked for calm.",
     "Foreign Secretary", "person:boris-johnson"),
    ("Hani Omar was a commander in Syria during Bashar al-Assad's reign.", "commander", "hani"),
    # whom a group is told beside
    ("Ten people died in Nigeria. ISWAP, which broke with Boko Haram, holds roads; the group has courts.",
     "group", "islamic-state-west-africa-province"),
    ("US-led air strikes in Syria hit camps of Islamic State.", "US", "us-led-coalition"),
    ("Three people died in Syria. Unidentified aircraft bombed a clinic near Idlib.", "Unidentified aircraft", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "identity"), CASES)
def test_what_is_taken_up(text, quote, identity):
    found = [one for one in grounded(text, "2017-01-10")[1] if one.span.quote.endswith(quote)]
    last = found[-1].value if found else None
    if identity in ("carla", "hani"):
        assert {one.value and one.value.id for one in found} == {last.id}
        assert identity in last.name.lower()
    else:
        assert (last.id if last else None) == identity
