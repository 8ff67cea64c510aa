"""Only the member of a list that stands before a verb of saying becomes its subject."""

from msgspec import structs

from crossreport.language.mending import mend
from crossreport.model.analysis import Token


def tree(*rows: tuple[str, str, str, int, str]) -> list[Token]:
    found, start = [], 0
    for text, upos, xpos, head, rel in rows:
        found.append(Token(start, start + len(text), text, text.lower(), upos, xpos, head, rel))
        start += len(text) + 1
    return found


def test_the_last_of_a_list_before_a_saying_speaks():
    tokens = tree(
        ("Shells", "NOUN", "NNS", 1, "nsubj"),
        ("killed", "VERB", "VBD", 5, "ccomp"),
        ("soldiers", "NOUN", "NNS", 1, "obj"),
        (",", "PUNCT", ",", 4, "punct"),
        ("residents", "NOUN", "NNS", 2, "conj"),
        ("say", "VERB", "VBP", -1, "root"),
    )
    mended = mend(tokens)
    assert (mended[4].head, mended[4].rel) == (5, "nsubj")
    assert [token.head for token in mended[:4]] == [token.head for token in tokens[:4]]


def test_a_saying_with_a_subject_is_left_alone():
    tokens = tree(
        ("Shells", "NOUN", "NNS", 1, "nsubj"),
        ("killed", "VERB", "VBD", 5, "ccomp"),
        ("soldiers", "NOUN", "NNS", 1, "obj"),
        (",", "PUNCT", ",", 1, "punct"),
        ("residents", "NOUN", "NNS", 5, "nsubj"),
        ("say", "VERB", "VBP", -1, "root"),
    )
    assert list(mend(tokens)) == tokens


def test_a_preposition_leads_in_the_noun_behind_it():
    tokens = tree(
        ("Fighters", "NOUN", "NNS", 3, "nsubj"),
        ("of", "ADP", "IN", 4, "case"),
        ("NATO", "PROPN", "NNP", 0, "nmod"),
        ("shelled", "VERB", "VBD", -1, "root"),
        ("Aden", "PROPN", "NNP", 3, "obj"),
    )
    assert mend(tokens)[1].head == 2


def test_a_preposition_in_front_of_a_compound_stays_with_its_head():
    tokens = tree(
        ("Fighters", "NOUN", "NNS", 4, "nsubj"),
        ("of", "ADP", "IN", 3, "case"),
        ("Aden", "PROPN", "NNP", 3, "compound"),
        ("city", "NOUN", "NN", 0, "nmod"),
        ("fled", "VERB", "VBD", -1, "root"),
    )
    assert list(mend(tokens)) == tokens


def test_nothing_is_mended_that_would_close_a_circle():
    tokens = tree(
        ("Aden", "PROPN", "NNP", 1, "obl"),
        ("of", "ADP", "IN", 3, "case"),
        ("NATO", "PROPN", "NNP", 0, "nmod"),
        ("fled", "VERB", "VBD", -1, "root"),
    )
    assert list(mend(tokens)) == tokens


def test_a_participle_leaves_its_noun_to_the_verb_behind():
    tokens = tree(
        ("Troops", "NOUN", "NNS", 1, "nsubj"),
        ("sent", "VERB", "VBD", 4, "advcl"),
        ("to", "ADP", "IN", 3, "case"),
        ("Aden", "PROPN", "NNP", 1, "obl"),
        ("killed", "VERB", "VBD", -1, "root"),
        ("four", "NUM", "CD", 4, "obj"),
    )
    mended = mend(tokens)
    assert [(token.head, token.rel) for token in mended[:2]] == [(4, "nsubj"), (0, "acl")]


def test_two_verbs_that_and_joins_keep_their_subject():
    tokens = tree(
        ("Troops", "NOUN", "NNS", 1, "nsubj"),
        ("advanced", "VERB", "VBD", -1, "root"),
        ("and", "CCONJ", "CC", 3, "cc"),
        ("killed", "VERB", "VBD", 1, "conj"),
        ("four", "NUM", "CD", 3, "obj"),
    )
    assert list(mend(tokens)) == tokens


def test_a_name_behind_the_noun_that_classes_it_is_its_own():
    tokens = tree(
        ("carried", "VERB", "VBN", -1, "root"),
        ("by", "ADP", "IN", 2, "case"),
        ("agency", "NOUN", "NN", 0, "obl"),
        ("SONNA", "PROPN", "NNP", 0, "obl"),
    )
    assert (mend(tokens)[3].head, mend(tokens)[3].rel) == (2, "appos")


def test_a_participle_of_saying_goes_with_who_spoke():
    tokens = tree(
        ("Police", "NOUN", "NNS", 1, "nsubj"),
        ("said", "VERB", "VBD", -1, "root"),
        ("jets", "NOUN", "NNS", 3, "nsubj"),
        ("bombed", "VERB", "VBD", 1, "ccomp"),
        ("Aden", "PROPN", "NNP", 3, "obj"),
        (",", "PUNCT", ",", 6, "punct"),
        ("adding", "VERB", "VBG", 3, "advcl"),
        ("little", "ADJ", "JJ", 6, "obj"),
    )
    lemmas = [structs.replace(token, lemma=lemma) for token, lemma in zip(tokens, LEMMAS, strict=True)]
    assert mend(lemmas)[6].head == 1


LEMMAS = ("police", "say", "jet", "bomb", "Aden", ",", "add", "little")


def test_a_pronoun_does_what_no_auxiliary_makes_passive():
    tokens = tree(("it", "PRON", "PRP", 1, "nsubj:pass"), ("accused", "VERB", "VBN", -1, "root"))
    assert mend(tokens)[0].rel == "nsubj"


def test_the_dead_do_not_speak():
    tokens = tree(
        ("Miners", "NOUN", "NNS", 6, "nsubj"),
        ("die", "VERB", "VBN", 0, "acl"),
        ("in", "ADP", "IN", 3, "case"),
        ("raids", "NOUN", "NNS", 1, "obl"),
        (",", "PUNCT", ",", 5, "punct"),
        ("mayors", "NOUN", "NNS", 3, "appos"),
        ("say", "VERB", "VBP", -1, "root"),
    )
    mended = mend(tokens)
    assert [(mended[at].head, mended[at].rel) for at in (0, 1, 5)] == [(1, "nsubj"), (6, "ccomp"), (6, "nsubj")]
