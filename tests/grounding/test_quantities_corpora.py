"""Gold figures of real pages, where the corpora are at hand."""

import msgspec
import pytest

from crossreport.grounding.quantities import ground_quantities
from evals.corpora import Absent, fa_kes_articles, find
from evals.quantities import page_of, plain_analysis, verdict

FOUND = 0.95  # share on the 79 coded dev pages of FA-KES, without syntax; 0.962 when written


@pytest.mark.corpora
def test_gold_figures_are_read_with_their_interval():
    try:
        gold, articles = msgspec.json.decode(find("gold/fa_kes_dev.json").read_bytes()), fa_kes_articles()
    except Absent as error:
        pytest.skip(str(error))
    results = []
    for identity, coded in gold.items():
        page = page_of(articles[identity])
        mentions = ground_quantities(page, plain_analysis(page))
        results += [verdict(figure, page, mentions) for figure in coded["figures"]]
    asked = [result for result in results if result != "absent"]
    assert asked.count("found") / len(asked) >= FOUND
