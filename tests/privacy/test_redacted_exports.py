"""What leaves the record leaves without private names, in every format but those that hold the pages themselves."""

import io

import pytest

from crossreport.export.formats import FORMATS, Contents
from crossreport.privacy import redacted
from evals.rooms import Rooms, capture_of
from tests.builders import link_of

TEXT = (
    "TIN ZAWA (Azawad Observer) - Gunmen shot dead a herder, Idrissa ag Mossa, in Gao on 3 May 2024, "
    "the governor, Aliou Maiga, said. Idrissa ag Mossa, 34, leaves two sons.\n\n"
    '"They took my uncle Bilal," said a student, Zeyna W. Toure, who fled to Gao.'
)
PRIVATE = ("Idrissa", "Mossa", "Bilal", "Zeyna", "Toure")


@pytest.fixture(scope="module")
def contents():
    capture = capture_of("gao.txt", TEXT)
    coded = Rooms().code(capture, "2024-05-04")
    return Contents([coded], link_of([coded]), {capture.id: capture}.get)


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.raw and name != "parquet"])
def test_no_format_gives_a_private_name(contents, name):
    stream = io.BytesIO()
    FORMATS[name].write(stream, contents)
    written = stream.getvalue().decode()
    assert [one for one in PRIVATE if one in written] == []


def test_a_redacted_page_keeps_its_offsets_and_its_officials(contents):
    (coded,) = redacted(contents.pages, contents.linked).pages
    assert len(coded.page.text) == len(TEXT)
    assert "Aliou Maiga" in coded.page.text
    assert "Azawad Observer" in coded.page.text
    for report in coded.reports:
        assert report.span.holds(coded.page.text)
