from crossreport.words import families
from crossreport.words.events import ontology


def test_families_are_of_types_that_the_codebook_has():
    named = {name: group for name, group in vars(families).items() if name.isupper()}
    assert {
        name: group - set(ontology().types) for name, group in named.items() if not group <= set(ontology().types)
    } == {}
