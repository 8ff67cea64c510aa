"""Descriptions of governments, their opponents without arms, and the delegates of either.

In: a phrase. Out: `Answer`; None where it does not say whose government.
"""

from crossreport.grounding.descriptions.owner import PRESUMED, Answer
from crossreport.grounding.descriptions.unarmed import Unarmed
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import GOVERNMENT
from crossreport.words.actor_nouns import word_set
from crossreport.words.actors import Country, slug

_LEVELS = frozenset({"state", "region", "province", "county", "district", "regional", "provincial"})


class Government(Unarmed):
    """Resolves phrases of one page whose head is a government, an authority, an opposition or a delegation."""

    def _government(self, phrase: Phrase) -> Answer | None:
        for name in reversed(phrase.names):
            if name.named or name.kind in ("person", "surname"):
                found = self.named(name, phrase)
                if found is not None:
                    return found
        his = self._of_its_owner(phrase)
        if his is not None:
            return his
        country, note = self.country_of(phrase)
        if phrase.tree.lows[max(0, phrase.head - 1)] in word_set("in_fact"):
            return self.default("de-facto", country, note) or (None, (Note("de_facto", "who rules is not said"),), ())
        owner = self._of_government(phrase) or self.installed(phrase) or self._not_the_states(phrase, country, note)
        if owner is not None:
            return owner
        part = self._of_a_part(phrase, country, note)
        if part is not None:
            return part
        if self._of_its_own_name(phrase):
            return None, (Note("owner_unknown", "a government by a name that is not known"),), ()
        if phrase.has(word_set("past_words")):
            return None, (Note("past_government", "a government that is no longer in office"),), ()
        if phrase.lemma == "junta" and note.rule in PRESUMED:
            return self.default("junta", country, note) or (None if country is None else self.state(country, note))
        if country is not None and phrase.has(frozenset({"military"})) and phrase.lemma in ("authority", "authorities"):
            return self.state_forces(country, note)
        if phrase.lemma in ("authority", "authorities") and self._for_a_matter(phrase):
            return None, (Note("body_of_its_own", "an authority for one matter is not the government"),), ()
        if country is None or phrase.has(
            frozenset({"local", "foreign", "western", "state", "provincial", "regional", "county"})
        ):
            return None, (Note("government_unnamed", "the phrase does not say whose government"),), ()
        return self.state(country, note)

    def _of_a_part(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """ "The Plateau State Government", "the government of Jonglei State": a province's own, not the country's."""
        if phrase.lemma != "government" or note.rule not in PRESUMED:
            return None
        tree, of = phrase.tree, phrase.tree.of(phrase.head)
        place = self._run(tree, phrase.head) or (None if of is None else self._run(tree, of + 1))
        if place is None:
            return None
        title = " ".join(self.scene.text(tree.index, *place).split())
        code = None if country is None else country.code
        value = Actor(f"government-of:{code or 'XX'}:{slug(title)}", f"Government of {title}", "state", code, True)
        return value, (Note("of_a_part", "the government of a part of the country"),), ()

    def _run(self, tree: Tree, end: int) -> tuple[int, int] | None:
        """The name of a province that ends right before a token, a level behind it left out ("Kaduna state")."""
        while end > 0 and tree.tokens[end - 1].text.islower() and tree.lows[end - 1] in _LEVELS:
            end -= 1
        first = end
        while first > 0 and tree.tokens[first - 1].upos == "PROPN" and tree.tokens[first - 1].text[:1].isupper():
            first -= 1
        known = [self.scene.covering.get((tree.index, at)) for at in range(first, end)]
        if first == end or any(one is not None and one.kind != "region" for one in known):
            return None
        placed = any(one.label == "LOC" and one.first >= first and one.last <= end for one in tree.sentence.names)
        return (first, end) if placed or tree.lows[end - 1] in _LEVELS else None

    def _of_its_own_name(self, phrase: Phrase) -> bool:
        """ "The Government of National Salvation": by what follows it is not just the government of the country."""
        tree, at = phrase.tree, phrase.tree.of(phrase.head)
        if at is None or tree.tokens[phrase.head].upos != "PROPN" or tree.tokens[at].upos != "PROPN":
            return False
        place = any(name.label == "LOC" and name.first <= at < name.last for name in tree.sentence.names)
        return not place and not any((tree.index, one) in self.scene.covering for one in (at, *tree.children[at]))

    def _for_a_matter(self, phrase: Phrase) -> bool:
        """ "The Ports Authority", "health authorities": a noun right before the word tells for what it is one."""
        at = phrase.head - 1
        if at < 0 or phrase.tree.tokens[at].upos not in ("NOUN", "PROPN") or not phrase.words:
            return False
        named = self.scene.covering.get((phrase.tree.index, at)) is not None
        stately = self.words.state_words | {"occupation", "government", "law"}
        return not named and not {phrase.tree.lows[at], phrase.tree.lemmas[at]} & stately

    def installed(self, phrase: Phrase) -> Answer | None:
        """ "The Russian-installed administration" is Russia's, whatever country it is in."""
        sponsor = next((name for name, tie in phrase.sponsors if tie in word_set("installing")), None)
        ref = None if sponsor is None else next((r for r in sponsor.refs if r.kind in ("adjective", "country")), None)
        country = None if ref is None else self.scene.country(ref.id)
        return None if country is None else self.state(country, Note("installed", f"installed by {country.name}"))

    def _not_the_states(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """Authorities that are not the state's own: separatists', rebels', a province's, a town's."""
        if phrase.has(word_set("breakaway")):
            known = self.default("separatist", country, note)
            return known or self.pattern("rebel", country, Note("breakaway", "against the state"))
        tree = phrase.tree
        lower = phrase.has(word_set("lower_levels"))
        if phrase.lemma not in word_set("local_bodies") or not (lower or self._of_a_place(phrase)):
            return None
        code = None if country is None else country.code
        value = Actor(f"local-authorities:{code or 'XX'}", "local authorities", "state", code, generic=True)
        return value, (note, Note("local", f"{tree.lows[phrase.head]} of a place")), ()

    def _of_a_place(self, phrase: Phrase) -> bool:
        """Whether a place that is no country stands in front of the noun ("Tamaulipas authorities")."""
        tree = phrase.tree
        for at in range(max(0, tree.left(phrase.head)), phrase.head):
            name = self.scene.covering.get((tree.index, at))
            placed = any(one.label == "LOC" and one.first <= at < one.last for one in tree.sentence.names)
            if placed and (name is None or name.kind == "region") and tree.reaches(at, phrase.head):
                return True
        return False

    def _of_its_owner(self, phrase: Phrase) -> Answer | None:
        """ "His government": that for which the person acts, or of the state that the pronoun means."""
        for child in phrase.tree.children[phrase.head]:
            token = phrase.tree.tokens[child]
            if child > phrase.head or token.rel != "nmod:poss" or token.upos not in ("PRON", "DET"):
                continue
            draft = self.resolve(phrase.tree.index, child)
            value = None if draft is None else draft.value
            body = None if value is None else self._body_of(value)
            country = self.scene.country(body.country) if body is not None and body.kind in GOVERNMENT else None
            if body is not None and country is not None:
                note = Note("possessor", f"the government of {value.name if value else ''}")
                return self.state(country, note) if body.kind != "state" else (body, (note,), ())
        return None

    def _body_of(self, owner: Actor) -> Actor | None:
        return self.scene.by_id(owner.affiliation or "") if owner.kind == "person" else owner

    def _of_government(self, phrase: Phrase) -> Answer | None:
        at = phrase.tree.of(phrase.head)
        name = None if at is None else self.scene.covering.get((phrase.tree.index, at))
        if name is not None and name.kind in ("person", "surname"):
            return self.of_person(name.refs[0].id, phrase)
        return None

    def _opposition(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"armed"})):
            return self.pattern("rebel", country, note)
        return self.default("opposition", country, note) or self.pattern("opposition", country, note)

    def _delegates(self, phrase: Phrase) -> Answer | None:
        """A delegation stands for the body that sent it."""
        found = self.owner(phrase)
        if found is not None:
            return found
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"opposition"})):
            return self._opposition(phrase)
        if phrase.has(self.words.rebel_words):
            return self.pattern("rebel", country, note)
        named = note.rule == "country_named" or phrase.has(frozenset({"government", "regime"}))
        return self.state(country, note) if country is not None and named else None
