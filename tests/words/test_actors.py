"""The register: sound entries, names found in any romanisation, loading."""

import time

import pytest

from crossreport.words.actor_nouns import actor_nouns, labels, noun_classes
from crossreport.words.actors import FILES, countries, entries, persons, read_sections, tables
from crossreport.words.register import Register, fold_word, register, split_words


def hits(text):
    return [hit.refs[0].id for hit in register().hits(split_words(text))]


def test_breadth():
    generated = FILES.index("ucdp") + 1
    hand_written = [entry for entry in entries().values() if 0 < entry.order // 10000 < generated]
    fought = {entry.country for entry in entries().values() if entry.kind == "rebel_group"}
    assert len(entries()) >= 1900
    assert len(hand_written) >= 600
    assert len(fought) >= 40
    assert len(persons()) >= 250


def test_every_entry_has_source_and_kind():
    assert [entry.id for entry in entries().values() if not entry.source or entry.kind is None] == []


def test_parents_countries_and_affiliations_are_known():
    known = entries()
    assert {e.parent for e in known.values() if e.parent} <= known.keys()
    assert {e.country for e in known.values() if e.country} <= countries().keys()
    assert {p.affiliation for p in persons().values()} <= known.keys()


def test_defaults_and_peoples_name_known_actors():
    words = actor_nouns()
    chosen = {i for table in (words.defaults, words.peoples) for row in table.values() for i in row.values() if i}
    assert chosen <= entries().keys()


def test_dated_names_follow_one_another():
    for entry in entries().values():
        for before, after in zip(entry.names, entry.names[1:], strict=False):
            assert before.end is not None
            assert after.start is not None
            assert (after.start - before.end).days == 1, entry.id


@pytest.mark.parametrize(
    ("one", "other"),
    [("Houthi", "Huthi"), ("Qaeda", "Qaida"), ("Jaysh", "Jaish"), ("Séléka", "Seleka"), ("Shabaab", "Shabab")],
)
def test_romanisation_does_not_matter(one, other):
    assert fold_word(one) == fold_word(other)


def test_articles_inside_a_name_are_skipped():
    assert hits("Ahrar ash-Sham") == hits("Ahrar al-Sham") == hits("Ahrar Sham") == ["ahrar-al-sham"]


def test_longest_name_wins():
    assert hits("Islamic State West Africa Province") == ["islamic-state-west-africa-province"]


def test_case_of_abbreviations():
    assert hits("the WHO and the US") == ["world-health-organization", "US"]
    assert hits("who told us") == []


def test_user_entries_add_to_the_register(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("- country: FR\n  kind: ngo\n  source: own\n  actors:\n    - {name: Ligue des Exemples}\n")
    own = Register(tables(), read_sections(path))
    (hit,) = own.hits(split_words("La Ligue des Exemples a parlé"))
    assert own.actors[hit.refs[0].id].country == "FR"


def test_every_class_of_a_noun_has_a_rule_or_a_pattern():
    ruled = {
        "forces",
        "air",
        "government",
        "ministry",
        "coalition",
        "official",
        "source",
        "witness",
        "delegates",
        "crew",
        "body",
        "crowd",
        "elders",
    }
    assert set(actor_nouns().classes) <= set(actor_nouns().patterns) | ruled
    assert set(noun_classes().values()) == set(actor_nouns().classes)


def test_labels_name_known_classes():
    assert {value for value in labels().words.values() if value} <= set(actor_nouns().classes)


def test_register_is_built_fast():
    taken = []
    for _ in range(3):  # on a crowded machine one run may be cold, or search for the rubbish of other tests
        begun = time.process_time()
        Register(tables())
        taken.append(time.process_time() - begun)
    assert min(taken) < 3


def test_names_by_the_day_of_the_event():
    by_day = [register().actor_on("jabhat-al-nusra", day) for day in ("2015-01-01", "2016-08-01", "2018-01-01", None)]
    assert [actor.name for actor in by_day] == [
        "Jabhat al-Nusra",
        "Jabhat Fatah al-Sham",
        "Hayat Tahrir al-Sham",
        "Jabhat al-Nusra",
    ]
    assert register().actor_on("nobody", None) is None


def test_folding_does_not_make_common_words_names():
    assert hits("They said so") == []
    assert hits("Thai troops") == ["TH"]
    assert hits("Syrias army") == ["SY"]


def test_mixed_case_abbreviation_is_not_a_common_word():
    assert hits("Let us go") == []
    assert hits("LeT fighters") == ["lashkar-e-taiba"]
