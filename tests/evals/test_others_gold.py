from crossreport.coding.page.document import Document
from crossreport.model import Actor, Participant, Span
from evals.attribution import Relation, relations
from evals.cameo import Line, code_of, hits, known
from evals.muc4_gold import SLOTS, TYPE, Counts, Template, best_pairs, score_fillers, score_templates
from evals.muc4_mapping import doers, templates_of
from tests.coding.coded import analyser, code_text


def template(incident: str, **slots: list[list[str]]) -> Template:
    return Template(incident, {slot: tuple(frozenset(e) for e in slots.get(slot, [])) for slot in SLOTS})


def test_templates_pair_by_type_and_an_entity_is_right_if_all_its_names_are_gold() -> None:
    gold = [
        template("attack", PerpInd=[["gunmen", "two gunmen"]], Victim=[["ana ruiz"]]),
        template("bombing", Target=[["depot"]]),
    ]
    ours = [template("bombing", Target=[["depot"], ["bridge"]]), template("attack", PerpInd=[["gunmen", "thieves"]])]
    assert sorted(best_pairs(gold, ours)) == [(0, 1), (1, 0)]
    counts = Counts()
    score_templates(counts, gold, ours)
    assert counts.scores((TYPE,)) == (1.0, 1.0, 1.0)
    assert counts.scores(("PerpInd",)) == (0.0, 0.0, 0.0)  # "thieves" is no name of theirs
    assert counts.scores(("Target",))[:2] == (0.5, 1.0)
    assert counts.scores((TYPE, *SLOTS))[:2] == (3 / 5, 3 / 5)


def test_of_two_templates_of_one_type_the_better_pairing_is_taken() -> None:
    gold = [template("attack", Victim=[["ana ruiz"]]), template("attack", Victim=[["luis mora"]])]
    assert best_pairs(gold, [template("attack", Victim=[["luis mora"]])]) == [(0, 1)]
    assert best_pairs(gold, [template("arson", Victim=[["luis mora"]])]) == []
    assert best_pairs([template("bombing / attack")], [template("attack")]) == [(0, 0)]


def test_fillers_pair_one_to_one() -> None:
    counts = Counts()
    gold = {"Target": (frozenset({"shop", "corner shop"}),)}
    score_fillers(counts, gold, {"Target": (frozenset({"shop"}), frozenset({"corner shop"}))})
    assert counts.scores(("Target",))[:2] == (0.5, 1.0)


def test_doers_are_individuals_organisations_or_both() -> None:
    group = Actor("a", "Red River Front", "rebel_group", "CO")
    words = "15 Red River Front guerrillas"
    one = Participant("agent", group, Span(0, len(words), words), words)
    both = [("PerpInd", "red river front guerrillas"), ("PerpOrg", "red river front")]
    assert list(doers(one, "red river front", words)) == both
    assert list(doers(one, "red river front", "the movement")) == [("PerpOrg", "red river front")]


def _templates(text: str) -> list[tuple[str, dict[str, list[str]]]]:
    coded = code_text(text)
    doc = Document(coded.page, analyser().analyse(coded.page), coded.mentions)
    return [
        (one.incident, {slot: [min(name) for name in names] for slot, names in one.slots.items() if names})
        for one in templates_of(doc, coded.reports)
    ]


def test_records_become_templates_with_things_and_whole_names() -> None:
    bombing = _templates("Rebels hurled two powerful bombs at the public library of Jolo on Monday.")
    assert bombing == [("bombing", {"PerpInd": ["rebels"], "Target": ["public library"], "Weapon": ["bombs"]})]
    taken = _templates("Heavily armed men kidnapped the mayor, Judge Luis Mora, in Arauca on Monday. Mora is 40.")
    assert taken == [("kidnapping", {"PerpInd": ["heavily armed men"], "Victim": ["luis mora"]})]


def test_fighting_between_armed_sides_is_no_incident() -> None:
    assert _templates("The army launched an offensive against the rebels near Goma on Monday.") == []


def test_actor_codes_compare_by_country_or_role() -> None:
    assert [known(code) for code in ("IGOUNO", "---REBMUS", "SYRREB")] == ["IGO", "---REB", "SYR"]
    assert code_of(Actor("a", "insurgents", "rebel_group", None, generic=True)) == "---REB"
    assert code_of(Actor("b", "Peru", "state", "PE")) == "PER"
    one, other = Line("PER", "CHL", "19"), Line("PER", "CHL", "04")
    assert hits([one], [one, one], "source", "target", "root") == 1
    assert hits([one], [other], "source", "target", "root") == 0
    assert hits([one], [other], "source", "target") == 1


def test_relations_take_the_parts_of_an_attribution() -> None:
    brat = "T1\tSource 0 3\tShe\nT2\tCue 4 8\tsaid\nT3\tContent 9 14\tsorry\nE1\tCue:T2 Source:T1 Content:T3"
    assert relations(brat) == [Relation(((4, 8),), ((0, 3),), ((9, 14),))]
