"""One contract for linking's tables: what Spark gives is what this process gives, byte for byte."""

import shutil

import msgspec
import pytest

from crossreport.engines.spark import SparkTables, session
from crossreport.linking import link
from crossreport.model import Judgement
from tests.linking.build import page
from tests.linking.worlds import stories, story

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark", reason="pyspark is absent: install the spark extra")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    opened = session("local[2]")
    opened.sparkContext.setLogLevel("ERROR")
    opened.conf.set("spark.sql.shuffle.partitions", "2")
    yield opened
    opened.stop()


def pages():
    """Stories, copies of one sentence, a plan and its deed, a page of no sure date."""
    plan = story(0)
    plan.status, plan.type, plan.killed, plan.day = "planned", "negotiation_talks", None, "2016-05-20/2016-05-23"
    deed = story(0, 1)
    deed.type, deed.killed, deed.day = "negotiation_talks", None, "2016-05-20"
    vague = story(5, 2)
    vague.day = "2016-05"
    return [
        *stories(6),
        *(page(f"copy {number}", story(3, 2), outlet=f"Copier {number}") for number in range(4)),
        page("plan", plan, published="2016-05-02"),
        page("deed", deed, published="2016-05-21"),
        page("vague", vague, published="2016-06-01"),
    ]


def test_spark_and_this_process_give_the_same_bytes(spark):
    coded = pages()
    here = link(coded)
    reports = [event.reports[0] for event in here.events]
    judgements = (
        Judgement("m", "merge", (reports[0], reports[1]), "R. Haddad", "2016-06-01", "one street"),
        Judgement("s", "split", here.events[2].reports[:1], "R. Haddad", "2016-06-02", "two", apart=(reports[3],)),
    )
    there = link(coded[::-1], judgements, tables=SparkTables(spark))
    assert msgspec.json.encode(there) == msgspec.json.encode(link(coded, judgements))
    assert len(here.findings) == 1
    assert there.events != here.events  # the judgements did change something
