"""A report in, the voice that it comes from out: the innermost one of its chain that could be asked again.

An outlet that quotes a monitor adds no voice to the monitor; unnamed witnesses are the voice of whoever carries them;
a page that credits one agency speaks with the agency's voice; state television is the voice of its state. Whether a
voice is right is not asked here.
"""

import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from crossreport.model import Actor, Attribution, EventReport, Page
from crossreport.model.kinds import ARMED_GROUPS, ARMED_OR_STATE, BODIES, PRESS, STATELY
from crossreport.names import fold_name
from crossreport.names.agencies import agency_called
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.issuers import Issuer, bare_office, body, issuer
from crossreport.weighing.lexicon import lexicon, voice_name
from crossreport.weighing.state_media import described, owner
from crossreport.words.actors import entries, own_sides, side_of, state_arms
from crossreport.words.function_words import PLACING
from crossreport.words.spoken import spoken_name

LEAKS = frozenset({"source", "sources"})  # who is not named may tell what those whom he serves would not
PREPOSITIONS = PLACING | {"for"}


class Voice(NamedTuple):
    """`key` is equal for one voice under several names; `actor` is its actor's id, if it is one.

    `owner` is the country whose state owns the outlet or agency: the state's voice at home and where it is a party.
    """

    key: str
    name: str
    actor: str | None
    via: str = ""  # who carries it, if somebody else
    owner: str | None = None
    official: bool = False  # known by a state's office only: the voice of the state in which it happened

    @property
    def spoken(self) -> str:
        """The name as a sentence says it."""
        return spoken_name(self.name)


def voice_of(report: EventReport, corpus: Corpus) -> Voice:
    """The voice that `report` comes from."""
    return origin(report.attribution or _teller(report, corpus), corpus.page[report.page], corpus)


def _teller(report: EventReport, corpus: Corpus) -> Sequence[Attribution]:
    """Who is named, in the sentence of a deed and before it, for its dead: "the office counts 43 dead where a market
    was bombed".
    """
    told = [span for span in report.evidence if span.covers(report.span)]
    chains = [figure.attribution for figure in corpus.figures_of.get(report.id, []) if figure.attribution]
    named = (chain for chain in chains for span in told if span.covers(chain[-1].span))
    return next((chain for chain in named if chain[-1].span.end <= report.span.start), ())


def origin(chain: Sequence[Attribution], page: Page, corpus: Corpus) -> Voice:
    """The innermost voice of `chain` that is somebody; the page's own voice if none is."""
    for place in range(len(chain) - 1, -1, -1):
        if _is_the_page(chain[place].speaker, page):
            break
        if not _nobody(chain[place], corpus):
            carrier = chain[place - 1].speaker if place else page.outlet or page.name
            return _voice(chain[place], page, corpus, carrier)
    return own_voice(page, corpus)


def _is_the_page(speaker: str, page: Page) -> bool:
    """Whether an outlet speaks of itself, by its name or the end of it: "told the Tribune", in Port Sudan Tribune."""
    words = fold_name(speaker).removeprefix("the ").split()
    return bool(words) and fold_name(page.outlet or "").split()[-len(words) :] == words


def _nobody(voice: Attribution, corpus: Corpus) -> bool:
    """Whether the voice is a description that fits many: "witnesses", "a security source", "new figures"."""
    actor = corpus.actor.get(voice.actor_id) if voice.actor_id is not None else None
    if described(voice.speaker, actor) is not None or _is_body(voice.speaker) or _is_mouthpiece(voice.speaker):
        return False
    if not LEAKS.isdisjoint(fold_name(voice.speaker).split()[-1:]):
        return True
    if actor is not None:
        unnamed = actor.generic or actor.id.startswith("anonymous:")
        return unnamed and actor.affiliation is None and actor.kind not in ARMED_OR_STATE
    if voice.actor_id is not None and not voice.actor_id.startswith("anonymous:"):
        return False
    words = fold_name(voice.speaker).split()
    vague = not words or words[-1] in lexicon().nobodies or " ".join(words) in lexicon().nobodies
    return vague or voice.kind in ("witness", "medic", "anonymous")


def _is_body(speaker: str) -> bool:
    """Whether a description is of one body or office: "the city's mayor", "the emergency committee of the quarter"."""
    words = fold_name(speaker).removeprefix("the ").split()
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1
    return len(words) > 1 and head >= 0 and words[head] in lexicon().bodies


def _is_mouthpiece(speaker: str) -> bool:
    """Whether it speaks for an office whoever it is: "an army spokesman", "the military's media wing".

    >>> [_is_mouthpiece(one) for one in ("an army spokesman", "the military's media wing", "an army officer")]
    [True, True, False]
    """
    words = set(fold_name(_POSSESSIVE.sub(" ", speaker)).split())
    return not words.isdisjoint(lexicon().mouthpieces) and _holds_office(speaker)


_POSSESSIVE = re.compile(r"['’]s\b")


def _holds_office(speaker: str) -> bool:
    """Whether a description is of an office or arm of a state: "the interior minister", "the national police chief"."""
    words = fold_name(_POSSESSIVE.sub(" ", speaker)).split()
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words))
    return not lexicon().offices.isdisjoint(words[:head])


def sole_office(speaker: str, here: Collection[str]) -> str | None:
    """The office of which a place has one, if the description says no other place than `here`, given by folded names.

    >>> [sole_office(speaker, {"goma"}) for speaker in ("the town's mayor", "mayor of Goma", "mayor of Beni")]
    ['mayor', 'mayor', None]
    """
    words = fold_name(re.sub(r"['’]s\b", " s", speaker)).removeprefix("the ").split()
    at = next((at for at, word in enumerate(words) if word in lexicon().sole_offices), None)
    if at is None:
        return None
    before = " ".join(words[:at]).removesuffix(" s")
    behind = " ".join(words[at + 1 :])
    behind = next((behind.removeprefix(f"{word} ") for word in ("of", "in") if behind.startswith(f"{word} ")), behind)
    where = [named.removeprefix("the ") for named in (before, behind) if named]
    known = all(named in here or named in lexicon().place_classes or named in _WHERE for named in where)
    return words[at] if known else None


_WHERE = frozenset({"local", "place"})


def _voice(found: Attribution, page: Page, corpus: Corpus, carrier: str) -> Voice:
    actor = corpus.actor.get(found.actor_id) if found.actor_id is not None else None
    own = issuer(found.speaker) or _own_people(found, page, corpus) if _unplaced(actor) else None
    short = _short_for(found.speaker, page, corpus) if own is None and _unplaced(actor) else None
    actor = short or actor
    if own is not None:
        return _issued(own, voice_name(found.speaker), carrier)
    if actor is not None and not own_sides().isdisjoint((actor.id, actor.affiliation)):
        return Voice(camp(actor), voice_name(found.speaker), actor.id, carrier)
    country = described(found.speaker, actor)
    if country is not None:
        return Voice(f"state:{country}", voice_name(found.speaker), found.actor_id, carrier)
    unnamed = actor is None or actor.generic or actor.id.startswith("anonymous:")
    if unnamed and _is_body(found.speaker) and not _holds_office(found.speaker):
        return Voice(speaker_key(found.speaker), found.speaker, found.actor_id, carrier)  # a mayor, whatever his state
    if actor is not None and actor.affiliation in state_arms():
        return Voice(camp(actor), voice_name(found.speaker), actor.id, carrier)
    whole = _whole(actor, corpus) if actor is not None else None
    if actor is not None and actor.kind not in BODIES:
        actor = whole  # of an agency of the UN its own name stays
    if found.kind == "official" and _holds_office(found.speaker) and (actor is None or actor.generic):
        return Voice(speaker_key(found.speaker), found.speaker, found.actor_id, carrier, official=True)
    if _is_body(found.speaker) and (actor is None or actor.generic or actor.id.startswith("anonymous:")):
        return Voice(speaker_key(found.speaker), found.speaker, found.actor_id, carrier)
    if actor is not None:
        return Voice(_actor_key(whole or actor), voice_name(actor.name), actor.id, carrier, owner(actor.name))
    if found.actor_id is not None and found.kind not in PRESS | {"outlet"}:
        return Voice(f"actor:{found.actor_id}", found.speaker, found.actor_id, carrier)
    return Voice(speaker_key(found.speaker), voice_name(found.speaker), found.actor_id, carrier, owner(found.speaker))


def _whole(actor: Actor, corpus: Corpus) -> Actor:
    """The body that an actor belongs to, whether or not a page names it: an agency of the UN speaks for the UN."""
    entry = entries().get(actor.id)
    whole = actor.affiliation or (entry.parent if entry is not None and entry.kind in BODIES else None)
    if whole is None:
        return actor
    above = entries().get(whole)
    return corpus.actor.get(whole) or (above.actor() if above is not None else actor)


def _unplaced(actor: Actor | None) -> bool:
    """Whether nothing is known of whose a speaker is: no actor, a description, a name that is on the page alone."""
    if actor is None or actor.generic or actor.id.startswith(("anonymous:", "minted:")):
        return True
    return actor.kind == "person" and actor.affiliation is None


def _own_people(found: Attribution, page: Page, corpus: Corpus) -> Issuer | None:
    """Whose page it is, where an office is named on it that says not whose it is ("the General Staff"), or a spokesman
    or official of whom nothing else is known.
    """
    own = page_issuer(page, corpus)
    if own is None:
        return None
    office = bare_office(found.speaker) or not lexicon().commands.isdisjoint(fold_name(found.speaker).split())
    return own if office or found.kind == "party" else None


def _short_for(speaker: str, page: Page, corpus: Corpus) -> Actor | None:
    """The one armed side of the page whose name ends in the speaker's words: "the Tigers", "the Front"."""
    words = fold_name(speaker).removeprefix("the ").split()
    named = (actor for _, actor in corpus.actors_in.get(page.id, ()) if words and _ends_in(actor.name, words))
    sides = {camp(actor): actor for actor in named if actor.kind in ARMED_GROUPS and not actor.generic}
    return next(iter(sides.values())) if len(sides) == 1 else None


def _ends_in(name: str, words: Sequence[str]) -> bool:
    """Whether a name, or its part before "of" or "for", ends in some words: "Liberation Tigers of Tamil Eelam"."""
    named = fold_name(name).split()
    head = next((at for at, word in enumerate(named) if word in PREPOSITIONS), len(named))
    return list(words) in (named[-len(words) :], named[max(0, head - len(words)) : head])


def _issued(own: Issuer, name: str, carrier: str = "") -> Voice:
    key = f"state:{own.country}" if own.actor is None else camp(own.actor)
    return Voice(key, name, own.actor.id if own.actor is not None else None, carrier)


def page_issuer(page: Page, corpus: Corpus) -> Issuer | None:
    """The side whose own the page is: by its outlet, or by the body that it calls "we"."""
    own = issuer(page.outlet) if page.outlet else None
    author = corpus.author.get(page.id) if own is None else None
    if author is None:
        return own
    return Issuer(author, author.country if author.kind in STATELY else None)


def _actor_key(actor: Actor) -> str:
    if actor.kind in PRESS:
        return speaker_key(actor.name)
    return camp(actor)


def camp(actor: Actor) -> str:
    """The side that an actor speaks or acts for: a state speaks with one voice through all its arms."""
    return ":".join(side_of(actor))


def speaker_key(name: str) -> str:
    """A key for a voice that is known by name only."""
    folded = fold_name(voice_name(name))
    return f"name:{folded.removeprefix('the ')}"


def page_name(name: str) -> str:
    """What to call a page without an outlet: the host of its URL, or its file's name without folders and ending."""
    if "://" in name:
        return name.split("://", 1)[1].split("/", 1)[0].removeprefix("www.")
    return PurePosixPath(name).stem


def own_voice(page: Page, corpus: Corpus) -> Voice:
    """Who speaks on a page that names nobody: the one agency it credits, the side whose own it is, its outlet, else
    the page.
    """
    named = {name for credit in page.credits if (name := agency_called(credit.quote)) is not None}
    if len(named) == 1:
        agency = next(iter(named))
        return Voice(speaker_key(agency), agency, None, page.outlet or page.name, owner(agency))
    own = page_issuer(page, corpus)
    if own is not None:
        return _issued(own, voice_name(page.outlet or (own.actor.name if own.actor is not None else page.name)))
    known = body(page.outlet) if page.outlet else None
    if known is not None and page.outlet:
        whole = _whole(known, corpus)
        return Voice(_actor_key(whole), voice_name(page.outlet), whole.id)
    if page.outlet:
        return Voice(speaker_key(page.outlet), voice_name(page.outlet), None, owner=owner(page.outlet))
    return Voice(f"page:{page.id}", f"the page {page_name(page.name)}", None)
