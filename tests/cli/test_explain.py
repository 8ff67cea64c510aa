"""`crossreport explain`: a page with its records, reasons, scores and runners-up; a sentence as a tree."""

import pytest

import crossreport
from crossreport.pipeline import parts

PAGE = """The army shelled Salqin in Idlib on Monday, killing 4 people, the governor said.

Rebels plan to attack Hama next week, residents said.
"""
OWN = "types: {well_fouling: {source: our own, verbs: [foul]}}"


@pytest.fixture(autouse=True)
def _nothing_stays():
    yield
    parts.use_own(())


@pytest.fixture
def page(folder):
    (folder / "page.txt").write_text(PAGE)
    return folder


def test_a_page_is_told_with_everything_that_is_recorded_of_it(page, crossreport):
    import crossreport as api

    told = crossreport("explain", "page.txt")
    assert told.exit_code == 0
    reading = api.read(page / "page.txt")
    for report in reading.reports:
        assert report.id in told.stdout
        for reason in report.reasons:
            assert reason.says in " ".join(told.stdout.split())
    words = " ".join(told.stdout.split())
    for figure in reading.figures:
        assert f"“{figure.span.quote}”" in words
    for claim in reading.claims:
        assert claim.says[:40] in words
    assert reading.reports
    assert "score: p" in words
    assert "runner-up: " in words
    assert "on the list 'GeoNames" in words
    assert not (page / "crossreport.db").exists()


def test_a_page_of_the_record_is_shown_as_a_person_left_it(page, crossreport):
    import crossreport as api

    assert crossreport("read", "page.txt", "--quiet").exit_code == 0
    (report, *_) = api.load("crossreport.db").reports
    said = ["--by", "R. H.", "--on", "2016-01-01", "--why", "the governor is a party"]
    assert crossreport("judge", "correct", report.id, "status=alleged", *said).exit_code == 0
    (page / "page.txt").unlink()
    told = " ".join(crossreport("explain", "page.txt").stdout.split())
    assert "shelling, alleged" in told
    assert "the governor is a party" in told


@pytest.mark.usefixtures("folder")
def test_a_sentence_is_a_tree_with_names(crossreport):
    told = crossreport("explain", "Shells fell on Idlib on Monday.")
    lines = told.stdout.splitlines()
    assert lines[0].split()[:2] == ["fell", "root"]
    assert any("Idlib" in line and "LOC" in line and "place: Idlib" in line for line in lines)
    assert any("report · shelling" in line for line in lines)


def test_own_types_are_explained(folder, crossreport):
    (folder / "own.yaml").write_text(OWN)
    told = crossreport("explain", "Rebels fouled the spring in Idlib.", "--ontology", "own.yaml")
    assert "'fouled' tells well_fouling" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing"], "nothing: no such file, and no page of crossreport.db"),
        (["a page", "--record", "none.db"], "there is no record none.db"),
        (["Shells fell.", "--ontology", "bad.yaml"], "bad.yaml: it holds no types"),
    ],
)
def test_errors_are_one_line(folder, crossreport, arguments, says):
    (folder / "bad.yaml").write_text("types: {}")
    told = crossreport("explain", *arguments)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert says in told.stderr


def test_happenings_that_are_not_recorded_are_shown_with_the_reason():
    from crossreport.coding.explaining import considered

    reading = crossreport.read_text("The army, the clashes and the visit were discussed. Talks were held.")
    page = reading.pages[0]
    analysis = parts.analyse(page)
    found = considered(page, analysis, parts.ground(page, analysis))
    assert {one.report.id for one in found if one.fate == "kept"} == {report.id for report in reading.reports}
    assert [one.fate for one in found if one.fate != "kept"] != []
