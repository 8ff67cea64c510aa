"""The battle for a place is part of its taking or loss: "seized the town after heavy fighting", "under heavy fire".

Ruling 12. In: a noun that tells fighting or fire, and the verbs of its page. Out: the change of hands whose battle it
is. Refuses what has a place or a day of its own, another side's deed, or stands behind a counted time.
"""

from collections.abc import Mapping
from dataclasses import replace

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import apart_in_time, names_of
from crossreport.coding.page.families import FORCE
from crossreport.words.families import DEADLY, GROUND

_BATTLES = FORCE - GROUND - DEADLY - {"execution", "chemical_attack"}
_OF_IT = frozenset({"after", "following", "amid", "amidst", "under", "in", "during", "with", "through"})
_STEPS = 4  # heads from the battle up to the verb: "driving out the rebels after days of fighting"


def battle_host(doc: Document, draft: Draft, by_word: Mapping[Word, Draft], gone: set[Word]) -> Draft | None:
    """The taking or loss of the place in whose sentence the battle is told as what came with it or before it."""
    if draft.type not in _BATTLES or draft.status != "happened" or draft.gap or doc.token(draft.word).upos == "VERB":
        return None
    path = doc.path(draft.word)[: _STEPS + 1]
    below = False
    for step in path:
        host = by_word.get(step)
        if host is not None and host is not draft and host.word not in gone:
            return host if below and _its_battle(draft, host) else None
        if doc.rel(step) not in ("obl", "nmod", "conj", "advcl", "acl"):
            return None
        below = below or (doc.rel(step) in ("obl", "nmod") and bool(_OF_IT & set(doc.cases(step))))
    return None


def fit_sides(host: Draft, draft: Draft) -> None:
    """Whom the takers fought they took it from; whoever else fought for what is lost is no loser of it."""
    others = [t for t in draft.takings if t.role == "party"]
    draft.takings = [t for t in draft.takings if t.role != "party"]
    if host.type == "territory_taken" and host.ids("agent") and not host.ids("target"):
        draft.takings += [replace(taking, role="target") for taking in others]


def _its_battle(draft: Draft, host: Draft) -> bool:
    if host.type not in GROUND or host.status != "happened" or apart_in_time(draft.when, host.when):
        return False
    own = names_of(draft) - names_of(host)
    doers, takers = draft.ids("agent", "party"), host.ids("agent", "party")
    return not own and (not doers or not takers or bool(doers & takers) or host.type == "territory_lost")
