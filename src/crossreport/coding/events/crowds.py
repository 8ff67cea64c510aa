"""Crowds told by what is done against them: "police dispersed students with tear gas" tells of the students' protest.

In: takings or drafts of a trigger that the ontology calls faced. Out: who protests against whom, the protest or riot
told right there that was met so, and the attack that it is where people are killed. Which words do not kill is said in
`words/data/events.yaml`.
"""

from collections.abc import Mapping

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.extents import names_of
from crossreport.model import Role
from crossreport.words.classes.arms import arms
from crossreport.words.families import CROWDS

_FACING: dict[Role, Role] = {"agent": "target", "target": "agent", "victim": "agent"}


def turned_about(takings: list[Taking]) -> list[Taking]:
    """The doers of the verb are those whom the protesters face."""
    return [Taking(_FACING.get(t.role, t.role), t.mention, t.noun) for t in takings]


def met_so(draft: Draft, by_word: Mapping[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "Police fired tear gas as students marched on parliament": the march told beside it, nowhere else."""
    near = [
        each
        for each in by_word.values()
        if each.type in CROWDS
        and each is not draft
        and each.word not in gone
        and abs(each.word.sentence - draft.word.sentence) <= 1
        and each.status == draft.status
        and not (draft.places and each.places and not names_of(draft) & names_of(each))
    ]
    if not near:
        return _riot(draft, by_word, gone)
    return min(near, key=lambda each: (_away(each, draft), each.faced, each.word), default=None)


def _riot(draft: Draft, by_word: Mapping[Word, Draft], gone: set[Word]) -> Draft | None:
    """ "In clashes that followed, police fired tear gas": a clash with a crowd, no fight."""
    for each in by_word.values():
        clash = each.type == "armed_clash" and each.span.quote.lower() in ("clash", "clashes", "clashed")
        if clash and each.word.sentence == draft.word.sentence and each.word not in gone:
            each.type, each.scheme = "riot", draft.scheme
            each.takings = list(draft.takings) or each.takings
            return each
    return None


def _away(a: Draft, b: Draft) -> int:
    return abs(a.word.sentence - b.word.sentence)


def live_fire(doc: Document, draft: Draft) -> bool:
    """ "Used tear gas, then live rounds": whatever else was used."""
    words = [*doc.subtree(draft.word)] if draft.faced else []
    return any(
        doc.text(kid) == "live" and doc.lemma(word) in arms().rounds for word in words for kid in doc.kids(word, "amod")
    )


def shot_at(draft: Draft) -> None:
    """ "Fired tear gas at students, killing two": who kills people attacks them."""
    draft.type, draft.scheme, draft.faced = "attack_on_civilians", "agent_target", False
    draft.takings = turned_about(draft.takings)
