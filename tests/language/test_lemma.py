import pytest

from crossreport.language.lemma import lemmatise

VERBS = """
killed kill|fought fight|struck strike|laid lay|fled flee|shot shoot|seized seize|besieged besiege|ambushed ambush
carried carry|died die|agreed agree|freed free|evacuated evacuate|defeated defeat|shelled shell|stopped stop
controlled control|executed execute|routed rout|negotiated negotiate|visited visit|entered enter|denied deny
claimed claim|accused accuse|released release|declared declare|appeared appear|mined mine|joined join|exploded explode
loaded load|raided raid|invaded invade|retook retake|overran overrun|withdrew withdraw|targeted target|bombed bomb
clashed clash|abducted abduct|kidnapped kidnap|detained detain|arrested arrest|wounded wound|injured injure|led lead
said say|told tell|became become|left leave|went go|sent send|held hold|captured capture|urged urge|pledged pledge
battled battle|settled settle|hoped hope|hopped hop|scared scare|blamed blame|planned plan|used use|focused focus
massacred massacre|ceded cede|repelled repel|occurred occur|torched torch|defected defect|displaced displace
""".replace("\n", "|")


@pytest.mark.parametrize("pair", [pair for pair in VERBS.split("|") if pair])
def test_past_forms(pair: str) -> None:
    form, base = pair.split()
    assert lemmatise(form, "VERB", "VBD") == lemmatise(form, "VERB", "VBN") == base


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("dying", "die"),
        ("lying", "lie"),
        ("firing", "fire"),
        ("running", "run"),
        ("advancing", "advance"),
        ("seeing", "see"),
        ("fleeing", "flee"),
        ("besieging", "besiege"),
        ("Killing", "kill"),
        ("attacking", "attack"),
        ("being", "be"),
        ("bringing", "bring"),
        ("putting", "put"),
    ],
)
def test_present_participles(form: str, base: str) -> None:
    assert lemmatise(form, "VERB", "VBG") == base


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("militiamen", "militiaman"),
        ("children", "child"),
        ("people", "people"),
        ("villages", "village"),
        ("bodies", "body"),
        ("casualties", "casualty"),
        ("crises", "crisis"),
        ("losses", "loss"),
        ("churches", "church"),
        ("bases", "base"),
        ("headquarters", "headquarters"),
        ("aircraft", "aircraft"),
        ("houses", "house"),
        ("knives", "knife"),
        ("forces", "force"),
        ("IEDs", "ied"),
        ("1990s", "1990s"),
        ("soldiers", "soldier"),
        ("taxis", "taxi"),
    ],
)
def test_plurals(form: str, base: str) -> None:
    assert lemmatise(form, "NOUN", "NNS") == base


def test_other_classes() -> None:
    assert lemmatise("was", "AUX", "VBD") == "be"
    assert lemmatise("n't", "PART", "RB") == "not"
    assert lemmatise("1,100", "NUM", "CD") == "1100"
    assert lemmatise("heavier", "ADJ", "JJR") == "heavy"
    assert lemmatise("largest", "ADJ", "JJS") == "large"
    assert lemmatise("worst", "ADJ", "JJS") == "bad"
    assert lemmatise("Taliban", "PROPN", "NNP") == "Taliban"
    assert lemmatise("Houthis", "PROPN", "NNPS") == "Houthi"
    assert lemmatise("Them", "PRON", "PRP") == "they"
    assert lemmatise("I", "PRON", "PRP") == "I"


def test_a_plural_without_a_singular_form_is_one_whatever_its_tag() -> None:
    assert lemmatise("schoolchildren", "NOUN", "NN") == "schoolchild"
    assert lemmatise("regimen", "NOUN", "NN") == "regimen"
