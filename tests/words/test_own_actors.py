"""Users' own actors and imported lists: what is read, what is left out and why, what is refused."""

import pytest

from crossreport.words.actor_lists import ListError, read_list, to_yaml
from crossreport.words.actors import read_sections, tables
from crossreport.words.loader import WordsError
from crossreport.words.own_actors import add_actors, own_entries, remove_actors
from crossreport.words.register import Register, split_words

PETRARCH = """# a dictionary of our own
HIDDEN_VALLEY_BRIGADE_(HVB)_ [YEMREB] # note
+BRIGADE_OF_THE_HIDDEN_VALLEY_
EXAMPLE_TIMES_ [SDNMED]
EXAMPLIA_ [YEM]
+OLD_EXAMPLIA_
JOHN_SAMPLE_
	[YEMGOV 990101-041231]
	[YEMELI]
JANE_SAMPLE_ [YEMGOV >050101]
"""
UCDP = """ActorId,NameData,NameOrigFull,NameOrigFullEng,Org,Location
7001,HVB,Liwa al-Wadi,Hidden Valley Brigade,1,"Yemen (North Yemen), Oman"
7002,Government of Examplia,,Government of Examplia,4,Examplia
"""
FTM = """{"id": "a", "schema": "Organization", "properties": {"name": ["Hidden Valley Brigade"], "alias": ["HVB"], "country": ["ye"], "topics": ["crime.terror"]}}
{"id": "b", "schema": "Person", "properties": {"name": ["John Sample"]}}
"""  # noqa: E501


def test_a_petrarch_dictionary():
    found = read_list(PETRARCH, "petrarch", source="own.txt")
    assert [(e.name, e.kind, e.country, e.aliases) for e in found.entries] == [
        ("Hidden Valley Brigade", "rebel_group", "YE", ("HVB", "Brigade of the Hidden Valley")),
        ("Example Times", "media", "SD", ()),
        ("John Sample", "other", "YE", ()),
    ]
    assert sum(found.left_out.values()) == 2


def test_a_ucdp_list():
    found = read_list(UCDP, "ucdp", source="u.csv")
    assert [(e.name, e.ucdp, e.country) for e in found.entries] == [("Hidden Valley Brigade", 7001, "YE")]
    assert found.left_out == {"no formally organised group": 1}


def test_follow_the_money_entities():
    found = read_list(FTM, "ftm", source="f.jsonl")
    assert [(e.name, e.kind, e.country, e.aliases) for e in found.entries] == [
        ("Hidden Valley Brigade", "rebel_group", "YE", ("HVB",))
    ]
    assert found.left_out == {"schema Person": 1}


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        ("+ALIAS_FIRST_\n", "petrarch", "line 1"),
        ("a,b\n1,2\n", "ucdp", "columns ActorId"),
        ("[]\n", "ftm", "line 1"),
        ("# nothing\n", "petrarch", "no actor"),
    ],
)
def test_a_list_of_another_form_is_refused(text, form, says):
    with pytest.raises(ListError, match=says):
        read_list(text, form, source="x")


@pytest.mark.parametrize(("text", "form"), [(PETRARCH, "petrarch"), (UCDP, "ucdp"), (FTM, "ftm")])
def test_what_is_written_is_read_and_found(tmp_path, text, form):
    path = tmp_path / "own.yaml"
    path.write_text(to_yaml(read_list(text, form, source="x").entries, title="Own"), encoding="utf-8")
    own = Register(tables(), read_sections(path))
    (hit,) = own.hits(split_words("Hidden Valley Brigade"))
    assert hit.refs[0].id == f"{form}-hidden-valley-brigade"


def own_file(tmp_path, actor, name="own.yaml"):
    path = tmp_path / name
    path.write_text(f"- country: YE\n  kind: rebel_group\n  source: own notes\n  actors:\n    - {actor}\n")
    return path


def test_added_actors_stay_until_removed(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path / "cache"))
    assert add_actors(own_file(tmp_path, "{name: Hidden Valley Brigade}")) == 1
    assert add_actors(own_file(tmp_path, "{name: Hidden Valley Brigade, aliases: [HVB]}")) == 1
    assert [(entry.id, entry.aliases) for entry in own_entries()] == [("hidden-valley-brigade", ("HVB",))]
    assert remove_actors("own")
    assert not remove_actors("own")
    assert own_entries() == ()


@pytest.mark.parametrize(
    ("actor", "says"),
    [
        ("{name: X Brigade, parent: nobody-at-all}", "nobody has the id"),
        ("{name: X Brigade, country: YEM}", "alpha-2"),
        ("{name: X Brigade, kind: rebels}", "own.yaml"),
        ("{nam: X Brigade}", "own.yaml"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_whole(tmp_path, monkeypatch, actor, says):
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path / "cache"))
    with pytest.raises(WordsError, match=says):
        add_actors(own_file(tmp_path, actor))
    assert own_entries() == ()
