"""Near-copies of one false claim from made-up outlets: the flood that independence must withstand."""

from crossreport.model import CodedPage
from tests.linking.build import Told, page

OUTLETS = 150
KINDS = 6
CLAIM = (
    "Fighters of the Dawn Front shelled the bakery quarter of Tell Amar before sunrise on Tuesday and {n} people who "
    "were queueing for bread lost their lives, a resident of the quarter recalled."
)
BODY = (
    "Rescue crews dug through the rubble of two apartment blocks until the late afternoon and asked for more fuel.",
    "The town council closed every school along the northern road and moved the weekly market to the old station.",
    "No side had announced a larger operation in the district during the days before the bombardment began.",
    "Shopkeepers swept broken glass from the pavement while drivers queued at the only open petrol pump in town.",
)
OTHER = (
    "Farmers in the eastern valley expect a poor harvest after three dry winters and the loss of two canals.",
    "A bridge over the upper river reopened to lorries once engineers had replaced its damaged middle span.",
)


def touched_up(text: str, number: int) -> str:
    """Every seventh word another one."""
    words = text.split()
    for place in range(number % 7, len(words), 7):
        if "{" not in words[place]:
            words[place] = f"word{number % 11}"
    return " ".join(words)


def copy(number: int) -> CodedPage:
    """The n-th copy: verbatim, new headline, cut and joined, changed number, shuffled sentences, or touched up."""
    kind = number % KINDS
    toll = 31 if kind != 3 else 31 + number % 40
    title = "Bread queue shelled" if kind == 0 else f"Version {number}: horror at the bakery"
    body = list(BODY)
    if kind == 2:
        body = [OTHER[number % 2], *BODY[number % 3 : number % 3 + 2]]
    claim = touched_up(CLAIM, number) if kind == 5 else CLAIM
    if kind == 4:
        turn = number % len(BODY)
        body = [*BODY[turn:], *BODY[:turn]]
    told = Told(claim.format(n=toll), "shelling", agents=["front"], targets=["civilians"], killed=(toll, toll, toll))
    outlet = f"Outlet {number % OUTLETS}"
    return page(f"copy-{number}.txt", told, outlet=outlet, filler=body, title=title)
