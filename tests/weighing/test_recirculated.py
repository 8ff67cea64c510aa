"""Old news under a new day: every happening that the sentence tells."""

from crossreport.linking import link
from crossreport.model import CodedPage
from crossreport.weighing import weigh
from tests.linking.build import Told, page
from tests.linking.copies import BODY

TOLD = (
    "Gunmen burned the college by the lake and took a priest and his parishioners hostage while the traders were "
    "still pulling down the shutters of their stalls, the bishop recalled in a tired voice."
)


def published(name: str, day: str) -> CodedPage:
    kinds = ("looting_destruction", "abduction")
    told = [Told(TOLD, kind, agents=["front"], targets=["civilians"], day=day) for kind in kinds]
    return page(name, *told, outlet=name, published=day, filler=BODY)


def test_both_happenings_of_a_sentence_are_old_news() -> None:
    pages = [published("Daily", "2016-05-03"), published("Herald", "2018-05-08")]
    events = weigh(pages, link(pages)).events
    assert sorted(one.grade for one in events) == ["discounted", "discounted", "single_source", "single_source"]
