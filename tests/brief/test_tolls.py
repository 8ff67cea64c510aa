"""What a brief says of the people hurt where no figure is of the event alone."""

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.sentences import Composer
from crossreport.model import Linked
from crossreport.privacy import Privacy
from tests.coding.coded import code_text


def toll(text: str) -> str:
    coded = code_text(text)
    line = Composer(Catalogue([coded], Linked((), (), ())), Privacy([])).toll(coded.reports)
    assert line is not None
    return line.text


def test_a_toll_of_a_longer_time_is_told_as_one():
    told = toll(
        "Clashes between the army and the RSF were reported in El Fasher on Monday. At least 1,600 people have been "
        "killed in fighting between the army and the RSF in El Fasher over the past four months, a doctor said."
    )
    assert told.startswith("No figure for this alone is given; over a longer time, reported killed: at least 1,600")


def test_where_no_figure_stands_at_all_that_is_said():
    assert toll("The army and the RSF clashed in El Fasher on Monday.") == "No figure for casualties is given."
