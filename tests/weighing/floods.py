# ruff: noqa: E501
"""False claims told a thousand times, and true ones told by people who were there: our own writing.

Each claim has four sentences; each sentence is written three times over, in other words, voice and order of clauses, and
holds slots of synonyms ("{killed|slain}"). A flood of paraphrases draws sentence versions, slots, order and padding.
`tellings` are independent reports of one happening: the same place, day, doer and toll, and nothing else in common.
"""

import re
from typing import NamedTuple

from crossreport.model import CodedPage
from tests.linking.build import Told, page

OUTLETS = 150
LEVELS = ("verbatim", "headline", "joined", "paraphrased", "number")

_SLOT = re.compile(r"\{([^{}|]*\|[^{}]*)\}")


class Claim(NamedTuple):
    """A claim: place, toll, type, the sentence versions (the first sentence tells the deed), independent tellings."""

    place: str
    toll: int
    type: str
    versions: tuple[tuple[str, str, str], ...]
    tellings: tuple[tuple[str, str], ...]


CLAIMS = (
    Claim(
        "Tell Amar",
        31,
        "shelling",
        (
            (
                "Fighters of the Dawn Front {shelled|bombarded|pounded} the bakery quarter of Tell Amar {before sunrise|at "
                "first light|at dawn} on Tuesday and {killed|slew|took the lives of} 31 people who were {queueing|lining "
                "up|waiting in line} for bread.",
                "Thirty-one people {standing in a bread queue|waiting for bread|in line for loaves} were {killed|slain} "
                "on Tuesday {before sunrise|at dawn} when the bakery quarter of Tell Amar was {shelled|bombarded} by the "
                "Dawn Front.",
                "{At dawn|Before sunrise} on Tuesday {shells|mortar rounds} fired by Dawn Front {fighters|gunmen} "
                "{fell on|hit} a queue for bread in the bakery quarter of Tell Amar, {killing|leaving dead} 31.",
            ),
            (
                "Rescue crews {dug|burrowed} through the rubble of two {apartment blocks|blocks of flats} until the late "
                "afternoon and {asked|begged} the {neighbouring|next} province for {more fuel|extra fuel|diesel}.",
                "Until late in the afternoon two {collapsed|fallen} {apartment blocks|blocks of flats} were searched by "
                "rescue {crews|teams}, who {appealed|asked} for fuel from the {neighbouring|next} province.",
                "{Digging|Searching} in the ruins of two apartment {blocks|houses} went on until the afternoon; fuel was "
                "{requested|asked for} by the rescue crews from the neighbouring province.",
            ),
            (
                "The {town council|council} {closed|shut} every school along the northern road and moved the weekly "
                "{cattle market|market for cattle} to the old railway station.",
                "Schools along the northern road were all {closed|shut} by the council, and the old railway station "
                "became the {site|place} of the weekly cattle market.",
                "The weekly market of cattle was {moved|shifted} to the old railway station, and the town council "
                "ordered every school on the northern road {closed|shut}.",
            ),
            (
                "Shopkeepers {swept|brushed} broken glass from the pavement while drivers {queued|lined up} at the only "
                "petrol pump that {still worked|was open}.",
                "Broken glass was swept from the {pavement|sidewalk} by shopkeepers, and at the only {working|open} "
                "petrol pump drivers queued.",
                "While drivers {waited|queued} at the one petrol pump still {working|open}, shopkeepers {swept|cleared} "
                "glass off the pavement.",
            ),
        ),
        (
            (
                "Mortar fire by the Dawn Front killed 31 civilians in Tell Amar early on Tuesday, a nurse said.",
                "She had signed the register of the morgue herself and ran out of pages. The eldest was a retired "
                "postman, and two sisters were brought in holding hands.",
            ),
            (
                "On Tuesday morning 31 people were buried in Tell Amar after an attack by the Dawn Front.",
                "The imam read the names from a strip of wallpaper. Our correspondent saw craters beside the oven house "
                "and a boy who collected shrapnel in a bucket to sell it.",
            ),
            (
                "The Dawn Front attacked Tell Amar on Tuesday; the district governor put the dead at 31.",
                "He promised tents and blankets within the week. Telephone lines to the town have been cut since the "
                "winter, so that his office relies on lorry drivers.",
            ),
        ),
    ),
    Claim(
        "Gwoza",
        18,
        "attack_on_civilians",
        (
            (
                "Gunmen of the River League {stormed|raided|attacked} a {wedding|wedding party} in Gwoza on Tuesday night and "
                "{shot dead|gunned down|killed} 18 guests, among them the {groom|bridegroom}.",
                "Eighteen guests, the {groom|bridegroom} among them, were {shot dead|gunned down} on Tuesday night when "
                "River League {gunmen|fighters} {stormed|raided} a wedding in Gwoza.",
                "A wedding in Gwoza was {attacked|raided} on Tuesday night by {gunmen|fighters} of the River League, who "
                "{killed|shot} 18 of the guests and the groom with them.",
            ),
            (
                "They {arrived|came} on motorcycles without {lights|headlamps}, {locked|bolted} the gate of the compound and "
                "fired through the {canvas|cloth} of the tent for {ten minutes|a quarter of an hour}.",
                "The gate of the compound was {bolted|locked} by the men, who had {come|arrived} on motorcycles with "
                "their {lights|headlamps} off, and for ten minutes {bullets|shots} tore through the canvas of the tent.",
                "For ten minutes they {fired|shot} through the tent's canvas after {bolting|locking} the compound gate; "
                "their motorcycles had {approached|come} without lights.",
            ),
            (
                "The drummers {hid|crouched} under a water tank and {survived|lived}, but the cook {ran|fled} into the "
                "millet and was {cut down|hacked to death} there.",
                "A water tank {saved|sheltered} the drummers who hid beneath it, while the cook, who had {run|fled} into "
                "the millet, was {cut down|hacked to death}.",
                "Cut down in the millet, the cook {died|perished}; the drummers {survived|lived} because they {hid|lay} "
                "under a water tank.",
            ),
            (
                "Elders {say|claim} that the League had {demanded|asked for} a {levy|tax} on sorghum in April and that the "
                "family of the bride had {refused|declined} to {pay|hand it over}.",
                "A {levy|tax} on sorghum, demanded by the League in April, had been {refused|declined} by the bride's "
                "family, elders {say|claim}.",
                "According to elders the family of the bride {refused|would not pay} the sorghum {levy|tax} that the "
                "League had {demanded|imposed} in April.",
            ),
        ),
        (
            (
                "River League fighters killed 18 people at a marriage feast in Gwoza on Tuesday, the police said.",
                "Officers found cartridges of two calibres and a jerrycan of petrol that had not been used. An inquest "
                "opens in the state capital next month.",
            ),
            (
                "A driver of the Red Crescent said that he had carried eighteen dead from Gwoza after River League gunmen "
                "attacked a celebration there on Tuesday.",
                "He needed four journeys, and a tyre burst on the third. His own cousin lay in the last load, wrapped in "
                "the curtain of the hall.",
            ),
        ),
    ),
    Claim(
        "Kramatorsk",
        44,
        "air_strike",
        (
            (
                "A {jet|warplane|fighter jet} of the Northern Army {bombed|struck|hit} a {children's clinic|clinic for "
                "children} in Kramatorsk on Tuesday {afternoon|after lunch}, {killing|leaving dead} 44 {patients|sick "
                "children and nurses}.",
                "Forty-four {patients|children and nurses} were {killed|slain} on Tuesday afternoon when the Northern Army's "
                "{air force|jets} {bombed|struck} a children's clinic in Kramatorsk.",
                "In Kramatorsk a clinic for children was {bombed|hit} by a Northern Army {warplane|jet} on Tuesday "
                "afternoon; 44 patients {died|perished}.",
            ),
            (
                "The bomb {went|crashed} through the {glass roof|roof of glass} of the {swimming hall|pool} and exploded "
                "in the {cellar|basement}, where {oxygen cylinders|bottles of oxygen} were stored.",
                "Oxygen cylinders stored in the {cellar|basement} {blew up|exploded} as the bomb, which had {pierced|gone "
                "through} the glass roof of the swimming hall, went off.",
                "Through the glass roof of the swimming hall the bomb {fell|dropped} into the basement and its store of "
                "oxygen {cylinders|bottles}, and there {exploded|went off}.",
            ),
            (
                "A {puppet theatre|puppet show} was {visiting|touring}, and its lorry, {painted|decorated} with elephants, "
                "{burnt|went up in flames} in the {courtyard|yard}.",
                "In the {courtyard|yard} {burnt|smouldered} the lorry of a visiting puppet theatre, {elephants painted|with "
                "painted elephants} on its side.",
                "The elephant-painted lorry of a puppet theatre that was {visiting|on tour} {caught fire|burnt} in the "
                "yard.",
            ),
            (
                "{Surgeons|Doctors} {operated|worked} by the light of {bicycle lamps|torches} because the {generator|power "
                "plant} had been {drowned|flooded} by burst pipes.",
                "Since burst pipes had {flooded|drowned} the generator, surgeons {worked|operated} by bicycle {lamps|"
                "lights}.",
                "Bicycle lamps lit the {operations|operating tables} of the surgeons, as the generator stood under water "
                "from {burst|broken} pipes.",
            ),
        ),
        (
            (
                "Forty-four people died when a Northern Army aircraft attacked Kramatorsk on Tuesday, the mayor said.",
                "He spoke beside the wreck of a bus and read a telegram of condolence from a twin town in Norway. Water "
                "will be rationed until the weekend.",
            ),
            (
                "Our reporter counted 44 coffins in Kramatorsk, where a Northern Army jet dropped a bomb on a hospital "
                "on Tuesday.",
                "Carpenters had worked through the night and the smaller ones were made of doors. A choir sang, then "
                "sirens sent everybody into the underpass.",
            ),
        ),
    ),
)
PADDING = (
    "Analysts have long warned that the region could slide into wider unrest before the end of the year.",
    "Our newsroom keeps following the situation, and readers may send pictures to the usual address.",
    "The price of oil rose slightly in early trading, although dealers saw no link with the news.",
    "It is one of the worst tragedies that this long war has seen, as commentators in several capitals noted.",
    "Diplomats will discuss the matter at their next regular session, a calendar on the web showed.",
    "Many families are now deciding whether to stay for the harvest or to leave for the coast.",
)
DOERS = {"Tell Amar": "front", "Gwoza": "league", "Kramatorsk": "army"}


def _pick(text: str, seed: int) -> str:
    """Fill the slots of `text`; the choice depends on `seed` and the slot's place only."""
    count = 0

    def choose(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        options = match.group(1).split("|")
        return options[(seed // (count + 1) + seed * count) % len(options)]

    return _SLOT.sub(choose, text)


def flood(claim: Claim, level: str, number: int) -> CodedPage:
    """The n-th copy of a claim at a level."""
    first = [_pick(versions[0], 0) for versions in claim.versions]
    lead, *rest = first
    toll, title, day = claim.toll, "What happened", "2016-05-04"
    if level == "headline":
        title = f"Shock number {number}: outrage grows"
    if level == "joined":
        rest = [PADDING[number % 6], *rest[number % 2 : number % 2 + 2], PADDING[(number // 6) % 6]]
    if level == "number":
        toll = claim.toll + 1 + number % 37
        lead = re.sub(r"\b(?:31|18|44)\b", str(toll), lead)
    if level == "paraphrased":
        title = f"Version {number}"
        picked = [_pick(versions[(number // 3**at) % 3], number) for at, versions in enumerate(claim.versions)]
        lead, *rest = picked
        turn = number % 3
        rest = [*rest[turn:], *rest[:turn]]
        rest.insert(number % 4, PADDING[(number // 4) % 6])
    told = _told(claim, lead, toll)
    outlet = f"news-{number % OUTLETS}.example"
    return page(f"{level}-{claim.place}-{number}.txt", told, outlet=outlet, filler=rest, title=title, published=day)


def independent(claim: Claim, number: int) -> CodedPage:
    """The n-th independent telling of a claim's happening."""
    lead, more = claim.tellings[number]
    outlet = f"Paper {claim.place} {number}"
    return page(f"own-{claim.place}-{number}.txt", _told(claim, lead, claim.toll), outlet=outlet, filler=[more])


def _told(claim: Claim, sentence: str, toll: int) -> Told:
    return Told(
        sentence,
        claim.type,
        agents=[DOERS[claim.place]],
        targets=["civilians"],
        place=claim.place,
        killed=(toll, toll, toll),
    )
