"""Descriptions of those who do not fight: ministries, courts, media, crowds, people of a community.

In: a phrase. Out: `Answer`; None where it names nobody.
"""

from crossreport.grounding.descriptions.home import home
from crossreport.grounding.descriptions.owner import Answer, Owners, Resolve
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import noun_classes, word_set
from crossreport.words.actors import Country, slug


class Unarmed(Owners):
    """Resolves phrases of one page whose head is a body, a crowd or people."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        super().__init__(scene, resolve)
        self.ministries: dict[str, str] = {}  # one name a page for every ministry, the first

    def _body(self, phrase: Phrase) -> Answer | None:
        """Courts, commissions and directorates act under the page's own words."""
        owned = self.owner(phrase) if any(name.named for name in phrase.names) else None
        if owned is not None:
            return owned
        tree = phrase.tree
        covered = {at for name in phrase.names for at in range(name.first, name.last)}
        inside = [at for at in range(phrase.first, phrase.head) if tree.tokens[at].upos in ("NOUN", "PROPN", "ADJ")]
        words = [tree.lows[at] for at in inside if at not in covered and tree.lows[at].isalpha()]
        topic = " ".join([*words, phrase.lemma])
        country, note = self.country_of(phrase)
        if not words and phrase.lemma not in word_set("lone_bodies"):
            return None
        code = None if country is None else country.code
        public = phrase.lemma in word_set("public_bodies")
        at = tree.of(phrase.head)
        if at is not None and tree.tokens[at].upos in ("NOUN", "PROPN") and (tree.index, at) not in self.scene.covering:
            topic = f"{topic} of {self.scene.text(tree.index, at, at + 1)}"
        identity = f"body:{code or 'XX'}:{slug(topic)}"
        return Actor(identity, topic, "state" if public else "other", code, True), (note,), ()

    def _elders(self, phrase: Phrase) -> Answer | None:
        """Local leaders without an office: elders, notables."""
        country, note = self.country_of(phrase)
        code = None if country is None else country.code
        role = phrase.tree.lows[phrase.head]
        quality = next((word for word in reversed(phrase.words) if word in word_set("office_qualities")), "")
        title = " ".join(word for word in (quality, role) if word)
        return Actor(f"elders:{code or 'XX'}:{phrase.lemma}", title, "civilians", code, True), (note,), ()

    def _ministry(self, phrase: Phrase) -> Answer | None:
        owned = self.owner(phrase) if any(name.named for name in phrase.names) else None
        if owned is not None:
            return owned
        country, note = self._seat(phrase) or self._at_home_abroad(*self.country_of(phrase))
        if phrase.has(word_set("lower_levels")):
            code = None if country is None else country.code
            value = Actor(f"local-authorities:{code or 'XX'}", "local authorities", "state", code, generic=True)
            return value, (note, Note("local", "a department of a place")), ()
        tree = phrase.tree
        at = tree.of(phrase.head)
        inside = range(phrase.first, phrase.head) if at is None else range(phrase.head + 2, tree.right(at))
        covered = {token for name in phrase.names for token in range(name.first, name.last)}
        own = [name.last for name in phrase.names if name.last <= phrase.head]
        inside = range(max([inside.start, *own]), inside.stop)
        words = [
            tree.tokens[i].text for i in inside if i not in covered and tree.tokens[i].upos in ("PROPN", "NOUN", "ADJ")
        ]
        if not words or country is None:
            return None
        topic = " ".join(word.capitalize() for word in words).replace("Defense", "Defence")
        identity = f"ministry:{country.code}:{slug(topic)}"
        name = f"{country.adjective} {topic} Ministry" if at is None else f"{country.adjective} Ministry of {topic}"
        name = self.ministries.setdefault(identity, name)
        return Actor(identity, name, "state", country.code), (note,), ()

    def _seat(self, phrase: Phrase) -> tuple[Country | None, Note] | None:
        """The state whose capital the phrase names as its seat: "the defence ministry in Baku"."""
        tree = phrase.tree
        if any(name.named for name in phrase.names):
            return None
        for child in tree.children[phrase.head]:
            name = self.scene.covering.get((tree.index, child)) if tree.case(child) == "in" else None
            ref = None if name is None else next((ref for ref in name.refs if ref.kind == "capital"), None)
            if ref is not None:
                return self.scene.country(ref.id), Note("seat", f"it sits in {ref.alias}")
        return None

    def _at_home_abroad(self, country: Country | None, note: Note) -> tuple[Country | None, Note]:
        """A ministry without a country is the page's own, where a state tells of a war that it fights abroad."""
        own = home(self.scene) if note.rule == "focal_country" else None
        return (country, note) if own is None else (own, Note("home", f"the page is from {own.name}"))

    def _crowd(self, phrase: Phrase) -> Answer | None:
        """A crowd that the sentences before tell a protest of."""
        if phrase.tree.of(phrase.head) is not None:
            return None
        near = self.scene.trees[max(0, phrase.tree.index - 2) : phrase.tree.index + 1]
        if not any(word_set("protesting") & set(tree.lemmas) for tree in near):
            return None
        country, note = self.country_of(phrase)
        return self.pattern("protesters", country, note)

    def _people(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        doers = phrase.tree.role(phrase.head) in ("nsubj", "obl:agent")
        before = set(phrase.tree.lows[phrase.first : phrase.head])
        if before & word_set("faceless") or (doers and phrase.has(word_set("unknown_doers"))):
            return self.pattern("gunman", country, note)
        return self.pattern("civilians" if phrase.has(frozenset({"local"})) else "people", country, note)

    def _crew(self, phrase: Phrase) -> Answer | None:
        """Rescue teams and hospital staff; any other team is nobody's."""
        country, note = self.country_of(phrase)
        owned = self.owner(phrase) if any(name.named for name in phrase.names) else None
        if owned is not None:
            return owned
        if phrase.has(self.words.med_words):
            return self.pattern("medics", country, note)
        return self.pattern("aid_workers", country, note) if phrase.has(self.words.relief_words) else None

    def _community(self, phrase: Phrase) -> Answer | None:
        """People named by people or faith ("Alawites")."""
        if not phrase.plural and not _shares_noun(phrase):
            return None
        country, note = self.country_of(phrase)
        word = phrase.lemma.removesuffix("s")
        code = None if country is None else country.code
        identity = f"community:{code or 'XX'}:{word}"
        return Actor(identity, f"{word.capitalize()} civilians", "civilians", code, True), (note,), ()

    def _media(self, phrase: Phrase) -> Answer | None:
        for name in reversed(phrase.names):
            if name.named:
                return self.named(name, phrase)
        country, note = self.country_of(phrase)
        if phrase.lemma == "agency" and phrase.has(frozenset({"enforcement"})):
            return self.pattern("police", country, note)
        if phrase.lemma == "agency" and phrase.has(frozenset({"security", "intelligence"})):
            return None if country is None else self.state_forces(country, note)
        if not phrase.has(self.words.media_words) and phrase.lemma in (
            "agency",
            "paper",
            "channel",
            "outlet",
            "website",
        ):
            return None
        return self.pattern("media", country, note)


def _shares_noun(phrase: Phrase) -> bool:
    """Whether the noun behind a second people is that of this one, too: "Dinka and Nuer youths"."""
    tree, at = phrase.tree, phrase.head
    if at + 3 >= len(tree.tokens) or tree.tokens[at + 1].upos != "CCONJ" or tree.rel(at) == "compound":
        return False
    second, noun = at + 2, at + 3
    return noun_classes().get(tree.lows[second]) == "community" and tree.tokens[noun].upos == "NOUN"
