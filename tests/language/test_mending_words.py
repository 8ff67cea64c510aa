"""What the neighbours of a word decide, where the parser hangs it by chance on one side or the other."""

import pytest

from crossreport.language.mending import mend
from crossreport.language.mending_words import trimmed
from crossreport.model.analysis import Name
from tests.language.test_mending import tree


def arcs(*rows):
    return [(token.head, token.rel) for token in mend(tree(*rows))]


def test_what_is_shot_down_is_the_object():
    found = arcs(
        ("Gunners", "NOUN", "NNS", 1, "nsubj"),
        ("shot", "VERB", "VBD", -1, "root"),
        ("down", "ADP", "IN", 4, "case"),
        ("a", "DET", "DT", 4, "det"),
        ("drone", "NOUN", "NN", 1, "obl"),
    )
    assert found[2] == (1, "compound:prt")
    assert found[4] == (1, "obj")


def test_a_road_is_driven_down():
    found = arcs(
        ("Gunmen", "NOUN", "NNS", 1, "nsubj"),
        ("drove", "VERB", "VBD", -1, "root"),
        ("down", "ADP", "IN", 4, "case"),
        ("the", "DET", "DT", 4, "det"),
        ("road", "NOUN", "NN", 1, "obl"),
    )
    assert found[4] == (1, "obl")


def test_a_past_form_before_a_particle_is_the_verb_of_a_sentence_without_one():
    mended = mend(
        tree(
            ("Air", "NOUN", "NN", 1, "compound"),
            ("defence", "NOUN", "NN", 2, "compound"),
            ("shot", "NOUN", "NN", -1, "root"),
            ("down", "ADP", "IN", 5, "case"),
            ("a", "DET", "DT", 5, "det"),
            ("jet", "NOUN", "NN", 2, "obl"),
        )
    )
    assert (mended[2].upos, mended[2].lemma) == ("VERB", "shoot")
    assert [(mended[at].head, mended[at].rel) for at in (0, 1, 5)] == [(1, "compound"), (2, "nsubj"), (2, "obj")]


def test_along_leads_in_those_behind_with():
    found = arcs(
        ("Police", "NOUN", "NNS", 1, "nsubj"),
        ("held", "VERB", "VBD", -1, "root"),
        ("him", "PRON", "PRP", 1, "obj"),
        ("along", "ADV", "RB", 5, "advmod"),
        ("with", "ADP", "IN", 5, "case"),
        ("aides", "NOUN", "NNS", 1, "obl"),
    )
    assert found[3] == (5, "case")


def test_a_number_is_who_is_left_homeless():
    found = arcs(
        ("Floods", "NOUN", "NNS", 1, "nsubj"),
        ("leave", "VERB", "VBP", -1, "root"),
        ("300", "NUM", "CD", 3, "nummod"),
        ("homeless", "ADJ", "JJ", 1, "xcomp"),
    )
    assert found[2] == (1, "obj")


@pytest.mark.parametrize(("tag", "shared"), [("ADJ", "VBN"), ("NOUN", "VBD")])
def test_a_passive_is_shared_by_what_is_pronounced(tag, shared):
    mended = mend(
        tree(
            ("He", "PRON", "PRP", 2, "nsubj:pass"),
            ("was", "AUX", "VBD", 2, "aux:pass"),
            ("hit", "VERB", "VBN", -1, "root"),
            ("and", "CCONJ", "CC", 4, "cc"),
            ("pronounced", "VERB", "VBD", 2, "conj"),
            ("dead", tag, "JJ", 4, "xcomp"),
        )
    )
    assert mended[4].xpos == shared


def test_the_day_behind_a_reason_is_the_reasons():
    found = arcs(
        ("They", "PRON", "PRP", 1, "nsubj"),
        ("condemned", "VERB", "VBD", -1, "root"),
        ("him", "PRON", "PRP", 1, "obj"),
        ("for", "SCONJ", "IN", 4, "mark"),
        ("closing", "VERB", "VBG", 1, "advcl"),
        ("it", "PRON", "PRP", 4, "obj"),
        ("on", "ADP", "IN", 7, "case"),
        ("Monday", "PROPN", "NNP", 1, "obl"),
    )
    assert found[7] == (4, "obl")


def test_a_plural_at_the_start_is_no_name_and_no_name_ends_in_a_preposition():
    words = tree(
        ("Doctors", "NOUN", "NNS", 3, "nsubj"),
        ("in", "ADP", "IN", 2, "case"),
        ("Goma", "PROPN", "NNP", 0, "nmod"),
        ("spoke", "VERB", "VBD", -1, "root"),
    )
    assert trimmed([Name(0, 2, "ORG"), Name(2, 3, "LOC")], words) == (Name(2, 3, "LOC"),)


def test_who_reports_behind_the_last_comma():
    mended = mend(
        tree(
            ("Shells", "NOUN", "NNS", 1, "nsubj"),
            ("fell", "VERB", "VBD", -1, "root"),
            (",", "PUNCT", ",", 8, "punct"),
            ("the", "DET", "DT", 8, "det"),
            ("council", "NOUN", "NN", 8, "compound"),
            ("of", "ADP", "IN", 7, "case"),
            ("the", "DET", "DT", 7, "det"),
            ("camp", "NOUN", "NN", 8, "compound"),
            ("reports", "NOUN", "NNS", 1, "obl"),
            (".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert (mended[8].upos, mended[8].head) == ("VERB", 1)
    assert [(mended[at].head, mended[at].rel) for at in (3, 4, 7)] == [(4, "det"), (8, "nsubj"), (4, "nmod")]


def test_what_is_called_baseless_is_the_report():
    mended = mend(
        tree(
            ("They", "PRON", "PRP", 1, "nsubj"),
            ("said", "VERB", "VBD", -1, "root"),
            ("that", "SCONJ", "IN", 3, "mark"),
            ("reports", "VERB", "VBZ", 1, "ccomp"),
            ("were", "AUX", "VBD", 5, "cop"),
            ("baseless", "ADJ", "JJ", 1, "ccomp"),
        )
    )
    assert (mended[3].upos, mended[3].head, mended[3].rel) == ("NOUN", 5, "nsubj")


def test_the_first_of_two_sides_may_be_a_name_alone():
    found = arcs(
        ("Clashes", "NOUN", "NNS", 6, "nsubj"),
        ("between", "ADP", "IN", 5, "case"),
        ("Dinka", "PROPN", "NNP", 5, "compound"),
        ("and", "CCONJ", "CC", 4, "cc"),
        ("Nuer", "PROPN", "NNP", 5, "compound"),
        ("youths", "NOUN", "NNS", 0, "nmod"),
        ("erupted", "VERB", "VBD", -1, "root"),
    )
    assert [found[at] for at in (1, 2, 3, 5)] == [(2, "case"), (0, "nmod"), (5, "cc"), (2, "conj")]


def test_who_said_it_also_called_for_something():
    rows = [
        ("Jets", "NOUN", "NNS", 1, "nsubj"),
        ("bombed", "VERB", "VBD", 5, "ccomp"),
        ("it", "PRON", "PRP", 1, "obj"),
        (",", "PUNCT", ",", 1, "punct"),
        ("residents", "NOUN", "NNS", 5, "nsubj"),
        ("say", "VERB", "VBP", -1, "root"),
        ("and", "CCONJ", "CC", 7, "cc"),
    ]
    assert mend(tree(*rows, ("demand", "VERB", "VBP", 1, "conj")))[7].head == 5
    assert mend(tree(*rows, ("burn", "VERB", "VBP", 1, "conj")))[7].head == 1


@pytest.mark.parametrize(("hung", "rel"), [(8, "advcl"), (4, "acl")])
def test_the_shelling_kills_and_the_capital_is_the_places(hung, rel):
    mended = mend(
        tree(
            ("In", "ADP", "IN", 1, "case"),
            ("Goma", "PROPN", "NNP", 8, "obl"),
            (",", "PUNCT", ",", 1, "punct"),
            ("the", "DET", "DT", 4, "det"),
            ("capital", "NOUN", "NN", 8, "nsubj"),
            (",", "PUNCT", ",", 6, "punct"),
            ("shelling", "VERB", "VBG", hung, rel),
            ("by", "ADP", "IN", 10, "case"),
            ("killed", "VERB", "VBD", -1, "root"),
            ("two", "NUM", "CD", 8, "obj"),
            ("rebels", "NOUN", "NNS", 6, "obl"),
        )
    )
    assert [(mended[at].head, mended[at].rel) for at in (4, 6, 10)] == [(1, "appos"), (8, "nsubj"), (6, "nmod")]


def test_a_boat_that_fired_on_another_acts():
    found = arcs(
        ("A", "DET", "DT", 1, "det"),
        ("boat", "NOUN", "NN", 2, "nsubj:pass"),
        ("fired", "VERB", "VBN", -1, "root"),
        ("on", "ADP", "IN", 4, "case"),
        ("trawlers", "NOUN", "NNS", 2, "obl"),
    )
    assert found[1] == (2, "nsubj")
