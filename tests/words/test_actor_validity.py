"""The register holds together: ids, names, dates, sources, kinds, and no name that silently means two actors."""

from collections import defaultdict
from datetime import date
from typing import get_args

import pytest

from crossreport.model.actor import ActorKind
from crossreport.words.actors import FILES, Section, complete, entries
from crossreport.words.alliances import members, memberships
from crossreport.words.loader import load
from crossreport.words.register import register, split_words
from crossreport.words.sectors import sectors

UCDP_LAST = 9000  # ids of release 22.1 end below


def by_hand():
    return [e for file in FILES if file != "ucdp" for e in complete(load(f"actors/{file}.yaml", tuple[Section, ...]))]


def everybody():
    return [e for file in FILES for e in complete(load(f"actors/{file}.yaml", tuple[Section, ...]))]


def test_ids_are_unique():
    seen = defaultdict(list)
    for entry in everybody():
        seen[entry.id].append(entry.name)
    assert {one: names for one, names in seen.items() if len(names) > 1} == {}


def test_every_actor_has_a_source_and_a_known_kind():
    assert [e.id for e in entries().values() if not e.source.strip() or e.kind not in get_args(ActorKind)] == []


def test_many_conflicts_are_covered():
    armed = defaultdict(set)
    for entry in entries().values():
        if entry.kind in ("rebel_group", "political_militia", "identity_militia"):
            armed[entry.country].add(entry.id)
    assert sum(len(ids) >= 5 for country, ids in armed.items() if country) >= 40
    assert len(by_hand()) >= 900


def test_no_name_silently_means_two_actors_of_one_country():
    meant = defaultdict(set)
    known = register().actors
    for entry in by_hand():
        for name in (entry.name, *entry.aliases, *entry.near):
            if "(" not in name:
                words = tuple(w.text if w.text.isupper() else w.key for w in split_words(name) if not w.article)
                meant[known[entry.id].country, words].add(entry.id)
    twice = {name: ids for name, ids in meant.items() if len(ids) > 1 and not _family(ids)}
    assert twice == {}


def _family(ids):
    """Whether one of the actors is the parent of the others: the name of a part may be that of the whole."""
    known = register().actors
    return any(all(other == one or known[other].parent == one for other in ids) for one in ids)


def test_dates_are_in_order():
    for entry in entries().values():
        periods = [(name.start, name.end) for name in entry.names]
        periods += [(entry.described.start, entry.described.end)] if entry.described else []
        assert all(start is None or end is None or start <= end for start, end in periods), entry.id
        assert all(end is None or date(1900, 1, 1) < end for _, end in periods), entry.id


def test_ucdp_ids_are_unique():
    seen = defaultdict(list)
    for entry in entries().values():
        if entry.ucdp is not None:
            seen[entry.ucdp].append(entry.id)
    assert {one: ids for one, ids in seen.items() if len(ids) > 1 or not 0 < one < UCDP_LAST} == {}
    assert len(seen) >= 800


def test_alliances_name_known_actors_in_order_with_sources():
    known = entries()
    for one in memberships():
        assert {one.alliance, one.member} <= known.keys(), one
        assert one.source, one
        assert not one.end or one.start <= one.end, one


@pytest.mark.parametrize(
    ("alliance", "day", "member", "belongs"),
    [
        ("jaysh-al-fatah", "2015-05-01", "jund-al-aqsa", True),
        ("jaysh-al-fatah", "2016-05-01", "jund-al-aqsa", False),
        ("three-brotherhood-alliance", "2019-06-02", "arakan-army", True),
        ("viv-ansanm", "2023-12-31", "400-mawozo", False),
        ("g5-sahel-joint-force", "2023-12-31", "government-of-chad", True),
    ],
)
def test_membership_on_a_day(alliance, day, member, belongs):
    assert members(alliance)
    assert (member in members(alliance, day)) is belongs


def test_every_kind_has_a_sector():
    assert set(get_args(ActorKind)) == sectors().keys()
    assert set(sectors().values()) <= {"GOV", "MIL", "REB", "OPP", "CVL", "IGO", "NGO", "MED", "UNK"}
