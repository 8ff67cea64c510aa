"""A total and its shares by place: "21 died in the north. … Fifteen died in X and six in Y" are two happenings.

In: a page's drafts before they are joined, then again the joined ones. Out: first the same, with those that tell a
share and those that only tell the total marked, so that none is taken for the other, and with a draft for a share that
has no verb of its own; then, joined, without the total, whose doer, day and means its shares have (codebook, rulings 3
and 13). A share's number is the toll of its own happening, the total's of none. Refuses shares that do not add up, and
such as are not each told of a place, a day or means of their own ("five died in air strikes, three by shelling").
"""

from collections.abc import Iterator
from dataclasses import replace

from msgspec import Struct
from msgspec.structs import replace as replace_share

from crossreport.coding.counts.counting import Count, counts
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import apart_by_weeks, apart_in_time
from crossreport.coding.page.families import FORCE
from crossreport.model import Place, Reason, Role
from crossreport.model.measures import NEUTRALISED
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE
from crossreport.words.function_words import PLACING

LEAST = 2  # shares
FEW = 3  # from here on a total may have shares: one death and one more are told of too many deeds
SMALL, NEAR = 5, 3  # up to which total its shares are told in how many sentences behind it: small sums come by chance
REACH = 8  # … and those of larger ones (probe pages of own writing)
LARGE = 20  # from here on a sum may miss the total by as little as the bound below
CLOSE = 0.95
_DEAD = frozenset({"killed", NEUTRALISED})
_WHERE = PLACING | {"around", "inside", "outside"}
_GENERAL = frozenset({"attack_on_civilians", "offensive", "killing"})
_OTHERS = frozenset({"further", "additional", "another", "more", "other", "others"})
_WIDE = frozenset({"country", "region"})


class _Share(Struct, frozen=True):
    """One number of a row, and where its people died."""

    count: Count
    places: list[tuple[Place, Word]]
    host: Draft
    nook: str


def mark_shares(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with totals and shares marked; a share without a draft of its own gets one."""
    found = [count for count in counts(doc) if count.measure in _DEAD and count.number is not None]
    made = list(drafts)
    for at, whole in enumerate(found):
        row = _row(doc, whole, found[at + 1 :], drafts)
        if row is None or any(share.host.share_of is not None for share in row):
            continue
        sums = {whole.number, *(sum(each.count.number or 0 for each in row[:n]) for n in range(LEAST, len(row)))}
        first = row[0].count.noun
        known = [c for c in found if c.number in sums and c.measure == whole.measure and c.noun < first and not c.part]
        same = {count.noun for count in known}
        hosts = {id(share.host) for share in row}
        totals = [
            draft
            for count in known
            for draft in _hosts(count, made)
            if id(draft) not in hosts or draft in _own(count, made)
        ]
        taken = {id(draft) for draft in totals}
        for share in row:
            host = share.host
            if id(host) in taken:
                host = _split(doc, host, share)
                made.append(host)
            elif not {place.name for place, _ in share.places} & {place.name for place, _ in host.places}:
                host.places = share.places
            taken.add(id(host))
            host.share_of, host.shares, host.summed = whole.noun, {share.count.noun}, set(same)
        for draft in totals:
            draft.totals = whole.noun
    return sorted(made, key=lambda draft: draft.word)


def _tells(draft: Draft, count: Count) -> bool:
    return count.noun in draft.words or (count.event is not None and count.event in draft.words)


def _own(count: Count, drafts: list[Draft]) -> list[Draft]:
    """The drafts of force whose words tell what became of those who are counted."""
    return [draft for draft in drafts if draft.type in FORCE and _tells(draft, count)]


def _hosts(count: Count, drafts: list[Draft]) -> list[Draft]:
    """The same; if there are none, the nearest in the sentence."""
    own = _own(count, drafts)
    if own:
        return own
    beside = [draft for draft in drafts if draft.type in FORCE and draft.word.sentence == count.noun.sentence]
    return sorted(beside, key=lambda draft: abs(draft.word.token - count.noun.token))[:1]


def _row(doc: Document, whole: Count, behind: list[Count], drafts: list[Draft]) -> list[_Share] | None:
    """The shares of the number, if those told behind it, each with a place of its own, add up to it."""
    total = whole.number or 0
    hosts = _hosts(whole, drafts)
    if whole.part or total < FEW or not hosts:
        return None
    row: list[_Share] = []
    reach = NEAR if total <= SMALL else REACH
    for count in behind:
        if count.noun.sentence - whole.noun.sentence > reach or count.measure != whole.measure:
            break
        if (count.number or 0) >= total or sum(share.count.number or 0 for share in row) >= total:
            break
        if count.whole not in (None, whole.noun):
            continue  # "six died in X, two of them children"
        share = _told_apart(_share(doc, count, [whole, *behind], drafts), row, count, hosts[0], drafts)
        if share is None and count.part:
            continue
        if share is None or any(_of_another(hosts[0], row, share)):
            break
        row.append(share)
    added = sum(share.count.number or 0 for share in row)
    fits = added == total or (total >= LARGE and CLOSE <= added / total <= 1)
    return row if fits and len(row) >= LEAST else None


def _of_another(total: Draft, row: list[_Share], share: _Share) -> Iterator[bool]:
    """What speaks against a share: told before in the row, at a place or a time of another deed than the total's."""
    names = {place.name for place, _ in share.places}
    yield names == {place.name for place, _ in total.places} and not share.nook
    yield any(names & {place.name for place, _ in each.places} and each.nook == share.nook for each in row)
    lands = [{place.country for place, _ in places if place.country} for places in (total.places, share.places)]
    yield all(lands) and not lands[0] & lands[1]
    yield apart_in_time(total.when, share.host.when) or any(
        apart_by_weeks(each.host.when, share.host.when) for each in row
    )


def _share(doc: Document, count: Count, row: list[Count], drafts: list[Draft]) -> _Share | None:
    """The number with its happening and place: told next to it, else the happening's own, or that of the one before."""
    hosts = _hosts(count, drafts)
    here = [each for each in row if each.place.sentence == count.place.sentence]
    if not hosts:
        return None
    nook = _nook(doc, count, here)
    told = list(_told_beside(doc, count, here))
    alone = sum(_tells(hosts[0], each) for each in here) <= 1
    if told or (alone and hosts[0].places and not hosts[0].place_inherited):
        return _Share(count, told or hosts[0].places, hosts[0], nook)
    bare = hosts[0].toll_only and not hosts[0].places and not count.part
    s, block = count.noun.sentence, hosts[0].block
    near = [d for d in drafts if d.type in FORCE and d.places and not d.place_inherited and d.block == block]
    near = [d for d in near if d.word.sentence == s] or [d for d in near if d.word.sentence == s - 1]
    return _Share(count, near[-1].places, near[-1], nook) if bare and near else None


def _told_apart(
    share: _Share | None, row: list[_Share], count: Count, total: Draft, drafts: list[Draft]
) -> _Share | None:
    """ "On Tuesday 25 died, on Monday 23", "five in air strikes, three by shelling": where the total's people died."""
    if share is not None:
        return replace_share(share, nook=share.nook or _own_setting(share.host, total))
    hosts = _hosts(count, drafts)
    own = _own_setting(hosts[0], total) if hosts else ""
    places = total.places or (row[-1].places if row else [])
    return _Share(count, places, hosts[0], own) if own and places else None


def _own_setting(host: Draft, total: Draft) -> str:
    """The day or the means of a share where these tell it apart from what is told of all of them."""
    if host is total:
        return ""
    if host.when is not None and not host.when_inherited and host.when.precision == "day" and host.when != total.when:
        return host.when.earliest or ""
    return host.type if host.type in REMOTE else ""


def _nook(doc: Document, count: Count, here: list[Count]) -> str:
    """ "A village near X", "a northern district of X": a place that the page tells apart, without its name."""
    behind = _behind(doc, count, here)
    for word in doc.words_of(count.place.sentence)[count.place.first : behind]:
        dets = {doc.text(kid) for kid in doc.kids(word, "det")}
        if doc.lemma(word) in ontology().classes["place_noun"] and dets & {"a", "an", "another"}:
            return doc.lemma(word)
    around = doc.words_of(count.place.sentence)[max(0, count.place.first - 1) : count.place.end + 2]
    return next((doc.text(word) for word in around if doc.text(word) in _OTHERS), "")


def _behind(doc: Document, count: Count, here: list[Count]) -> int:
    after = [each.place.first for each in here if each.place.first > count.place.first and not each.part]
    return min(after, default=len(doc.words_of(count.place.sentence)))


def _told_beside(doc: Document, count: Count, here: list[Count]) -> Iterator[tuple[Place, Word]]:
    """The place behind the number, before the next; where places stand in front of the numbers, the one before it."""
    named = [
        (mention.value, at)
        for mention, at in doc.told_in(count.place.sentence, "place")
        if isinstance(mention.value, Place) and mention.value.kind not in _WIDE and _WHERE & set(doc.cases(at))
    ]
    if not named or len(here) < LEAST:
        return  # alone in its sentence: the happening's own places say it best
    if named[0][1].token < min(each.place.first for each in here):
        before = [each.place.first for each in here if each.place.first < count.place.first]
        fits = [each for each in named if max(before, default=-1) < each[1].token < count.place.first]
        yield from fits[-1:]
    else:
        behind = _behind(doc, count, here)
        yield from [each for each in named if count.place.first < each[1].token < behind][:1]


def _split(doc: Document, host: Draft, share: _Share) -> Draft:
    """The draft of a share that another one's verb tells: "four died in X and three in Y"."""
    span = doc.span([share.count.noun])
    says = f"{share.count.span.quote!r} is told of {share.places[0][0].name} alone"
    return replace(
        host,
        word=share.count.noun,
        words=[share.count.noun],
        span=span,
        takings=list(host.takings),
        places=share.places,
        place_inherited=False,
        reasons=[*host.reasons, Reason("share", says, span)],
        evidence=[doc.sentence_span(share.count.noun.sentence)],
        numbers={(share.count.measure, share.count.number or 0)},
        totals=None,
        lead=False,
        block=doc.sentences[share.count.noun.sentence].block,
        item=doc.item(share.count.noun),
        figures=[],
        beside=[],
        gaps={},
        victims=set(host.victims),
        things=set(host.things),
        munitions=set(host.munitions),
    )


def share_out(drafts: list[Draft]) -> list[Draft]:
    """The joined drafts; the shares have what only the total tells."""
    for total in drafts:
        for part in _shares_of(total, drafts):
            _hand_on(total, part)
    return drafts


def without_totals(drafts: list[Draft]) -> list[Draft]:
    """The same without those that only tell a total, after others have taken their place and day from it."""
    kept = []
    for draft in drafts:
        parts = _shares_of(draft, drafts)
        for part in parts:
            part.core = part.core or draft.core
        if not parts:
            kept.append(draft)
    return kept


def _shares_of(total: Draft, drafts: list[Draft]) -> list[Draft]:
    """The happenings that tell the shares of a total; none if there are too few, or it tells one itself."""
    parts = [draft for draft in drafts if total.totals is not None and draft.share_of == total.totals]
    return parts if len(parts) >= LEAST and total not in parts else []


def _hand_on(total: Draft, part: Draft) -> None:
    """What the total told of all of them: who did it, when, by which means."""
    taken = []
    general = part.toll_only or part.fates_only or part.type in _GENERAL
    if general and total.type in FORCE - _GENERAL and not total.toll_only:
        part.type, part.scheme, part.toll_only = total.type, total.scheme, False
        taken.append("means")
    sides: tuple[tuple[str, tuple[Role, ...]], ...] = (
        ("doer", ("agent", "party")),
        ("those hit", ("target", "victim")),
    )
    for name, roles in sides:
        if not part.ids(*roles) and total.ids(*roles):
            part.takings += [each for each in total.takings if each.role in roles and each not in part.takings]
            taken.append(name)
    if part.when is None and total.when is not None:
        part.when, part.when_inherited = total.when, total.when_inherited
        taken.append("day")
    part.chain = part.chain or total.chain
    part.weak = part.weak and total.weak
    part.toll_only = part.toll_only and total.toll_only
    says = f"{total.span.quote!r} tells the total, of which this is a share" + (
        f"; {', '.join(taken)} from there" * bool(taken)
    )
    part.reasons.append(Reason("share", says, total.span))
