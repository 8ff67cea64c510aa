"""Of which state a page that tells of another's war is: as its outlet is called, or as its dateline is placed.

In: a scene. Out: the country whose own ministries the page calls by no country's name, or None. Refuses wherever that
state has no part in the war that the page tells of: an agency in a third capital writes of other people's ministries.
"""

from crossreport.grounding.phrases.scene import Scene
from crossreport.words.actors import Country
from crossreport.words.perspectives import perspectives
from crossreport.words.register import word_row

_STATES = frozenset({"country", "adjective", "capital"})


def home(scene: Scene) -> Country | None:
    """The one state that its outlet or dateline names, if it fights in a war of the page's country."""
    line = scene.page.dateline
    dateline = "" if line is None else scene.page.text[line.start : line.end]
    for words in (scene.page.outlet or "", dateline):
        named = _named(scene, words)
        if named:
            only = named.pop() if len(named) == 1 else None
            return scene.country(only) if only is not None and _fights(scene, only) else None
    return None


def _named(scene: Scene, words: str) -> set[str]:
    """Codes of the states that a few words name: both of "KYIV/MOSCOW"."""
    hits = scene.register.hits(word_row(words.replace("/", " / ").replace(",", " , ").split()))
    return {ref.id for hit in hits for ref in hit.refs if ref.kind in _STATES}


def _fights(scene: Scene, code: str) -> bool:
    """Whether a state and the page's country are of one war, whichever of them it is fought in."""
    here, there = scene.country(scene.focus), scene.country(code)
    if here is None or there is None or code == scene.focus:
        return False
    wars: dict[str, set[str]] = {}
    for side in perspectives():
        wars.setdefault(side.country, {f"in {side.country}"}).update(side.voices)
    return any(
        there.government in war and not war.isdisjoint({f"in {here.code}", here.government}) for war in wars.values()
    )
