"""Persons: names with their offices, offices without a name, one identity a page and, for public figures, everywhere.

In: phrases of an office, names of persons. Out: `Answer` with an Actor of kind "person" and whom the person acts for.
"""

import re
from collections.abc import Sequence

from crossreport.grounding.descriptions.describer import Describer
from crossreport.grounding.descriptions.owner import PRESUMED, Answer
from crossreport.grounding.phrases.phrase import Phrase, noun_class, phrase
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import ARMED_GROUPS, GROUPS
from crossreport.names import name_key
from crossreport.words.actor_nouns import labels, noun_classes, word_set
from crossreport.words.actors import PersonEntry, slug
from crossreport.words.register import fold_word, is_article

_GENERATION = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")  # behind a surname
_OFFICES = frozenset({"official", "source", "witness", "activists", "journalists", "medics"})
_FOR = frozenset({"of", "for", "from", "in", "to", "with", "at", "by"})
_ARMED = frozenset({"army", "military", "armed"})
_GROUPS = GROUPS - {"state_forces"}
_STOPS = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON"})
_TOPIC = 3  # words that tell of what an office is
_NOT_NAMES = frozenset({"'s", "’s", ","})


class People:
    """The persons of one page: every full name, and by surname whom a short name means."""

    def __init__(self, scene: Scene, describer: Describer) -> None:
        self.scene = scene
        self.describer = describer
        self._full: dict[str, list[str]] = {}
        self._known: dict[str, Actor] = {}
        self._public: dict[str, PersonEntry] = {}
        self._roles: dict[tuple[int, int], tuple[str, str]] = {}  # topic and office by sentence and head
        for one in scene.found:
            if one.kind == "person":
                entry = scene.register.tables.persons[one.refs[0].id]
                written = self._written(scene.trees[one.sentence], one.first, one.last)
                self._public[_surname(written)] = entry
        for tree in scene.trees:
            for name in tree.sentence.names:
                written = self._written(tree, name.first, name.last)
                if name.label == "PER" and " " in written:
                    self._full.setdefault(_surname(written), []).append(written)

    def _written(self, tree: Tree, first: int, last: int) -> str:
        while last > first + 1 and tree.tokens[last - 1].text in _NOT_NAMES:
            last -= 1
        return " ".join(self.scene.text(tree.index, first, last).split())

    def registered(self, entry: PersonEntry, says: str) -> Answer:
        """A public figure of the register."""
        actor = Actor(entry.id, entry.name, "person", entry.country, False, entry.affiliation or None)
        return actor, (Note("person_register", f"{says}: {entry.name}, {entry.office}"),), ()

    def named(self, tree: Tree, first: int, last: int, head: int) -> Answer:
        """The person of a name of the page."""
        written = self._written(tree, first, last)
        full = written
        if _short(written):
            public = self._public.get(_surname(written)) or self._in_office(tree, first, head, written)
            if public is not None:
                return self.registered(public, written)
            options = sorted(one for one in set(self._full.get(_surname(written), [])) if not _short(one))
            options = options or self._first_names(written)
            if len({name_key(option) for option in options}) == 1:
                full = options[0]
        else:
            full = self._longer(written)
        identity = f"person:{name_key(full) or slug(full)}"
        office = self.office_of(tree, first, head)
        known = self._known.get(identity)
        if known is None or (known.affiliation is None and office is not None and office.affiliation is not None):
            country, affiliation = (None, None) if office is None else (office.country, office.affiliation)
            known = Actor(identity, known.name if known else full, "person", country, False, affiliation)
            self._known[identity] = known
        rule = "person_name" if full == written else "person_surname"
        return known, (Note(rule, f"named as {full}"),), ()

    def _first_names(self, written: str) -> list[str]:
        """The full names of the page that begin with a lone name: "Saddam" of "Saddam Hussein"."""
        office = noun_classes().get(written.lower()) is not None
        names = {one for some in self._full.values() for one in some if one.split()[0] == written}
        return [] if office else sorted(names)

    def _longer(self, written: str) -> str:
        """ "Perez Ruiz" after "Carla Perez Ruiz", "Abu Omar" after "Abu Omar al-Masri": the one longer name."""
        low = written.lower()
        names = {one for some in self._full.values() for one in some}
        longer = {one for one in names if one.lower().endswith(f" {low}") or one.lower().startswith(f"{low} ")}
        return longer.pop() if len({name_key(one) for one in longer}) == 1 else written

    def _in_office(self, tree: Tree, first: int, head: int, written: str) -> PersonEntry | None:
        """ "Russian Foreign Minister Lavrov": the one public figure of this surname in the country of the office."""
        office = self.office_of(tree, first, head)
        if office is None or office.country is None:
            return None
        known = self.scene.register.tables.persons.values()
        fit = [one for one in known if one.country == office.country and _surname(one.name) == _surname(written)]
        return fit[0] if len(fit) == 1 else None

    def office_of(self, tree: Tree, first: int, head: int) -> Actor | None:
        """The office that stands before a name, or beside it in apposition."""
        left = tree.left(first) if first > 0 else first
        before = [at for at in range(left, first) if noun_class(tree, at) in _OFFICES]
        beside = [at for at in tree.children[head] if tree.rel(at) == "appos" and noun_class(tree, at) in _OFFICES]
        above = tree.tokens[head].head
        if tree.rel(head) in ("appos", "nmod", "flat") and above >= 0 and noun_class(tree, above) in _OFFICES:
            beside.append(above)
        if not before and not beside:
            beside.extend(self._before_comma(tree, first))
        for at in (*reversed(before), *beside):
            answer = self.office(phrase(self.scene, tree, at, "official"))
            if answer is not None and answer[0] is not None:
                return answer[0]
        return None

    def _before_comma(self, tree: Tree, first: int) -> list[int]:
        """ "A commander of X, Name": the office opens the phrase that a comma divides from the name."""
        if first < 2 or tree.tokens[first - 1].text != ",":
            return []
        at = first - 2
        while at >= 0 and (tree.tokens[at].upos not in _STOPS or tree.near_hyphen(at)) and tree.tokens[at].text != ",":
            if noun_class(tree, at) in _OFFICES:
                return [at]
            at -= 1
        return []

    def office(self, one: Phrase) -> Answer | None:
        """Somebody known by an office only: an anonymous person with whom the office belongs to."""
        acts_for, notes = self._acts_for(one)
        topic, role = self._role(one)
        country = None if acts_for is None else acts_for.country
        tail = slug(f"{topic} {one.lemma if role == one.tree.lows[one.head] else role}")
        identity = f"anonymous:{acts_for.id if acts_for else country or 'XX'}:{tail}"
        affiliation = None if acts_for is None else acts_for.id
        own = any(note.rule in PRESUMED for note in notes) and one.lemma in word_set("state_offices")
        title = self._title(one, None if own else acts_for, topic, role)
        return Actor(identity, title, "person", country, True, affiliation), notes, ()

    def _role(self, one: Phrase) -> tuple[str, str]:
        """What an office is of ("defence", "Borno State") and the office; a counterpart has that of the other."""
        if one.lemma == "counterpart":
            before = [role for (sentence, head), role in self._roles.items() if sentence == one.tree.index]
            if before:
                return before[-1]
        covered = {at for name in one.names if name.kind != "region" for at in range(name.first, name.last)}
        words: list[int] = []
        for at in range(one.head - 1, one.first - 1, -1):  # back over the words that stand right before the office
            if at in covered or len(words) == _TOPIC or not self._says_of_what(one, at):
                break
            words.insert(0, at)
        token = one.tree.tokens
        topic = " ".join(token[at].text if token[at].upos == "PROPN" else one.tree.lows[at] for at in words)
        role = one.tree.lows[one.head] if one.plural else one.lemma
        if words or one.lemma in word_set("state_offices"):
            self._roles[one.tree.index, one.head] = (topic, role)
        return topic, role

    def _says_of_what(self, one: Phrase, at: int) -> bool:
        token, low = one.tree.tokens[at], one.tree.lows[at]
        if low in labels().words or low in self.describer.words.armed_words or one.noun == "witness":
            return False
        if low == "foreign" and one.lemma not in ("minister", "secretary", "ministry"):
            return False
        if token.upos == "ADJ":
            return one.tree.lows[at] in word_set("office_qualities") | word_set("office_adjectives")
        if low in ("other", "others") or any(
            name.label == "PER" and name.first <= at < name.last for name in one.tree.sentence.names
        ):
            return False
        possessor = (
            token.rel == "nmod:poss"
            or token.xpos == "NNS"
            or (at + 1 < one.head and one.tree.lows[at + 1] in ("'s", "’s", "'"))
        )
        return token.upos in ("NOUN", "PROPN") and not possessor

    def _title(self, one: Phrase, owner: Actor | None, topic: str, role: str) -> str:
        """ "Afghan defence minister", "President of Mali", "FARDC spokesman", "governor of Donetsk region"."""
        country = None if owner is None else self.scene.country(owner.country)
        office = " ".join(word for word in (topic, role) if word)
        if owner is None or country is None or owner.id != country.government:
            name = "" if owner is None else owner.name
            shared = topic if topic.lower() not in name.lower() else ""
            behind = self._area(one) if owner is None else ""
            return " ".join(word for word in (name, shared, role, behind) if word)
        if one.lemma in word_set("heads_of_state") and not topic:
            return f"{role.capitalize()} of {country.name}"
        adjective = topic or one.lemma in word_set("state_offices")
        return f"{country.adjective} {office}" if adjective else f"{owner.name} {office}"

    def _of_a_town(self, one: Phrase, owner: Actor) -> bool:
        """ "Its mayor": no body of soldiers has one, the town has."""
        own = any(
            one.tree.tokens[at].rel == "nmod:poss" and one.tree.tokens[at].upos == "PRON"
            for at in one.tree.children[one.head]
        )
        return own and one.lemma in word_set("local_offices") and owner.kind not in ("state", "party", "igo")

    def _area(self, one: Phrase) -> str:
        """ "Of Donetsk region", where a noun behind an office says what of."""
        at = one.tree.of(one.head)
        if at is None or one.tree.tokens[at].upos != "PROPN" or one.tree.case(at) != "of" or one.noun != "official":
            return ""
        first = one.tree.bare(max(one.tree.left(at), one.head + 2), at)
        return f"of {self._written(one.tree, first, one.tree.right(at))}"

    def _acts_for(self, one: Phrase) -> tuple[Actor | None, tuple[Note, ...]]:
        for name in reversed(one.names):
            if name.named:
                choice = self.scene.choose(name)
                if choice is not None:
                    return self.scene.actor(choice.entry), choice.notes
        owner = self._possessor(one)
        if owner is not None and owner.value is not None and not self._of_a_town(one, owner.value):
            return owner.value, (*owner.notes, Note("office_of", "the possessor names the body"))
        behind = self._behind(one)
        if behind is not None:
            return behind.value, (*behind.notes, Note("office_of", "what follows the office names its body"))
        fronted = self._fronted(one)
        if fronted is not None:
            return fronted.value, (*fronted.notes, Note("office_of", "the group in front of the office"))
        country, note = self.describer.country_of(one)
        installed = self.describer.installed(one)
        if installed is not None:
            return installed[0], installed[1]
        if one.has(frozenset({"rebel", "militant", "insurgent", "jihadist", "guerrilla", "terrorist", "takfiri"})):
            return self._generic("rebel", one)
        if one.has(frozenset({"opposition"})):
            return self._generic("opposition", one)
        sent = one.lemma in word_set("sent_offices") or not self._of_state(one)
        if country is None or (sent and note.rule != "country_named"):
            return None, (Note("office_alone", "the phrase does not say whom the office belongs to"),)
        army = one.has(_ARMED) or one.lemma in word_set("ranks")
        side = self.describer.page_side() if army and note.rule in PRESUMED else None
        if side is not None and side.kind in ARMED_GROUPS and one.lemma in word_set("signatories"):
            return side, (Note("office_of", f"the military spokesman of {side.name}, whose paper it is"),)
        entry = self.scene.register.actors[country.forces if army else country.government]
        return self.scene.actor(entry), (note,)

    def _fronted(self, one: Phrase) -> Draft | None:
        """ "A Kordofan Front spokesman": a group that only the page knows, right in front of its man's office."""
        for child in reversed(one.tree.children[one.head]):
            if child < one.head and one.tree.rel(child) == "compound" and one.tree.tokens[child].upos == "PROPN":
                draft = self.describer.resolve(one.tree.index, child)
                if draft is not None and draft.value is not None and draft.value.kind in _GROUPS:
                    return draft
        return None

    def _of_state(self, one: Phrase) -> bool:
        """Whether an office is the page's own state's: by its words, or a public office that nothing else owns."""
        if one.has(actor_state_words(self.describer)):
            return True
        tree = one.tree
        owned = any(child < one.head and tree.tokens[child].rel == "nmod:poss" for child in tree.children[one.head])
        foreign = one.has(frozenset({"foreign"})) and one.lemma != "minister"
        free = not owned and not foreign and not one.has(self.describer.words.armed_words)
        return one.lemma in word_set("state_offices") and free and self._place_or_nothing(one)

    def _place_or_nothing(self, one: Phrase) -> bool:
        """Whether what follows an office with "of" is a place, or nothing does."""
        at = one.tree.of(one.head)
        named = {i for name in one.tree.sentence.names if name.label == "LOC" for i in range(name.first, name.last)}
        return at is None or at in named or one.lemma == "minister"

    def _possessor(self, one: Phrase) -> Draft | None:
        """Whose spokesman: a pronoun or a noun in the genitive."""
        for child in one.tree.children[one.head]:
            if child < one.head and one.tree.tokens[child].rel == "nmod:poss":
                draft = self.describer.resolve(one.tree.index, child)
                if draft is not None and draft.value is not None and draft.value.kind not in ("civilians", "person"):
                    return draft
        return None

    def _generic(self, name: str, one: Phrase) -> tuple[Actor | None, tuple[Note, ...]]:
        country, note = self.describer.country_of(one)
        if name == "opposition" and country is not None:
            default = self.describer.words.defaults["opposition"].get(country.code)
            actor = None if default is None else self.scene.by_id(default)
            if actor is not None:
                return actor, (note,)
        answer = self.describer.pattern(name, country, note)
        return (None, ()) if answer is None else (answer[0], answer[1])

    def _behind(self, one: Phrase) -> Draft | None:
        tree = one.tree
        for child in tree.children[one.head]:
            if child > one.head and tree.rel(child) in ("nmod", "obl") and tree.case(child) in _FOR:
                found = self.scene.covering.get((tree.index, child))
                place = found is not None and not found.named and tree.case(child) in ("in", "to", "at", "from")
                draft = None if place else self.describer.resolve(tree.index, child)
                deeper = tree.of(child) if draft is None and found is None else None
                if deeper is not None:  # "the chiefs of staff of X"
                    draft = self.describer.resolve(tree.index, deeper)
                if draft is not None and draft.value is not None and draft.value.kind not in ("civilians", "person"):
                    return draft
                country = None if found is None or found.named else self.scene.country(found.refs[0].id)
                if country is not None and tree.case(child) == "of":
                    actor = self.scene.actor(self.scene.register.actors[country.government])
                    return Draft(tree.index, child, child + 1, child, actor, (Note("office_of_state", country.name),))
        return None


def _surname(name: str) -> str:
    return fold_word(re.split(r"[\s-]+", _GENERATION.sub("", name))[-1])


def _short(name: str) -> bool:
    """Whether a name is a surname alone, with or without its article."""
    words = re.split(r"[\s-]+", name)
    return len([word for word in words if not is_article(word, True)]) == 1


def actor_state_words(describer: Describer) -> frozenset[str]:
    """Words that give an office to the page's own state ("a government source")."""
    return describer.words.state_words - {"national", "security"}


def last_person(drafts: Sequence[Draft], country: str | None, humans: frozenset[str] = frozenset()) -> Draft | None:
    """The nearest single person before, of a country if one is asked for; `humans` are classes that count too."""
    for draft in drafts:
        if draft.value is None or draft.plural:
            continue
        single = draft.value.kind == "person" or draft.noun in humans
        if single and (country is None or draft.value.country == country):
            return draft
    return None
