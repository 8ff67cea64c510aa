"""The committed form of coded real pages: on a made-up page, and held to the corpora where they are."""

import msgspec
import pytest

from evals import real_pages
from evals.agreement import match
from evals.markup import Fault
from evals.real_form import WorkClaim, WorkEvent, WorkFigure, WorkPage, WorkToll
from evals.real_pages import coders, coding_of, gold, page_faults, placed, read_file, worked, written
from evals.real_texts import RealText

TEXT = "Nine traders dead\n\nShells killed nine traders in Kutum on Monday. Nine traders had fled before, a medic said."
PAGE = RealText("fakes-1000000001", TEXT, "own", "2023-06-06")
EVENT = WorkEvent(
    "shelling",
    "happened",
    "shells killed",
    core=True,
    place=("Kutum",),
    when="2023-06-05",
    said_by=("medic",),
    killed=WorkToll(9, 9, 9, "nine traders", "traders"),
)
FIGURES = (
    WorkFigure("killed", 9, 9, 9, "Nine traders", "traders"),
    WorkFigure("displaced", 9, 9, None, "nine traders", nth=3),
)
CLAIMS = (WorkClaim("medic", "Nine left earlier.", words="had fled before"),)
WORK = WorkPage((EVENT,), FIGURES, CLAIMS)


def test_quotes_become_offsets_and_offsets_quotes():
    page = placed(WORK, PAGE)
    event, (toll, fled) = page.events[0], page.figures
    assert TEXT[slice(*event.cue)] == "Shells killed"
    assert event.killed.words == (33, 45)  # that nearest to its cue, not that of the headline
    assert toll.words == event.killed.words
    assert fled.words == (66, 78)
    assert page.claims[0].words == (79, 94)
    again = worked(page, TEXT)
    assert again.events[0].killed.words == "nine traders"
    assert placed(msgspec.structs.replace(again, figures=()), PAGE).events == page.events


def test_a_quote_that_is_not_there_is_a_fault():
    with pytest.raises(Fault, match="grenades"):
        placed(WorkPage((msgspec.structs.replace(EVENT, cue="grenades"),)), PAGE)
    with pytest.raises(Fault, match="claim of medic has no words"):
        placed(WorkPage(claims=(WorkClaim("medic", "They are dead."),)), PAGE)


def test_no_words_of_the_page_are_written():
    data = written([placed(WORK, PAGE)]).decode()
    assert "Shells" not in data
    assert "fled" not in data
    assert '"cue":[19,32]' in data
    assert '"best":9,' in data


def test_files_are_read_as_written(tmp_path):
    pages = [placed(WORK, PAGE, adjudicated=True), placed(WorkPage(), msgspec.structs.replace(PAGE, id="muc-M-1"))]
    path = tmp_path / "some.jsonl"
    path.write_bytes(written(pages))
    assert list(read_file(path)) == pages
    assert [page.id for page in pages] == ["fakes-1000000001", "muc-M-1"]
    path.write_bytes(b'{"record":"event","type":"shelling","status":"happened","cue":[0,1]}\n')
    with pytest.raises(Fault, match=r"some.jsonl:1: a record before any page"):
        list(read_file(path))
    path.write_bytes(b'{"record":"page"}\n')
    with pytest.raises(Fault, match=r"some.jsonl:1: .*corpus"):
        list(read_file(path))


def test_a_coding_has_words_only_with_its_text():
    page = placed(WORK, PAGE)
    bare, full = coding_of(page), coding_of(page, TEXT)
    assert (bare.events[0].cue, full.events[0].cue) == (None, "Shells killed")
    assert full.events[0].killed.words == full.figures[0].words == "nine traders"
    assert bare.figures[1].best == 9
    assert bare.claims[0].start == 79
    (pair,) = match(bare.events, full.events)
    assert pair.strict


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "battle"}, "no type battle"),
        ({"when": "2023-13"}, "no day"),
        ({"cue": (200, 210)}, "no passage"),
        ({"cue": (5, 5)}, "no passage"),
        ({"place": ("Nyala",)}, "not on the page"),
        ({"killed": real_pages.RealToll((33, 45), 9, 3)}, "do not rise"),
    ],
)
def test_the_checker_finds_what_is_wrong(change, says):
    page = placed(WORK, PAGE)
    assert list(page_faults(page, PAGE)) == []
    wrong = msgspec.structs.replace(page, events=(msgspec.structs.replace(page.events[0], **change),))
    (fault,) = page_faults(wrong, PAGE)
    assert says in fault


def test_the_checker_knows_the_edition_and_a_copied_gist():
    page = placed(WORK, PAGE)
    assert "another edition" in next(page_faults(page, msgspec.structs.replace(PAGE, text=TEXT + " ")))
    claim = real_pages.RealClaim("medic", "Shells killed nine traders in Kutum on Monday. Nine fled.", (79, 94))
    (fault,) = page_faults(msgspec.structs.replace(page, claims=(claim,)), PAGE)
    assert "copies" in fault


def test_without_the_text_facts_are_still_checked():
    page = placed(WorkPage((EVENT,)), PAGE)
    wrong = msgspec.structs.replace(page, events=(msgspec.structs.replace(page.events[0], status="perhaps"),))
    (fault,) = page_faults(wrong, None)
    assert "no status perhaps" in fault


def test_a_working_folder_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(real_pages, "page_of", lambda _path, _texts: PAGE)
    (tmp_path / "work").mkdir()
    (tmp_path / "work/fakes-1000000001.json").write_bytes(msgspec.json.encode(WORK))
    path = tmp_path / "out/gold.jsonl"
    assert real_pages.main(["write", "--adjudicated", str(path), str(tmp_path / "work")]) == 0
    (page,) = read_file(path)
    assert page == placed(WORK, PAGE, adjudicated=True)


def test_there_are_as_many_pages_as_the_readme_says():
    pages = gold().values()
    assert len(pages) == 301
    assert sum(page.head.adjudicated for page in pages) == 45
    codings = [page for coder in coders() for page in real_pages.coded_by(coder)]
    assert all(codings.count(page.id) == 2 for page in pages if page.head.adjudicated)
    assert sum(codings.count(page.id) == 1 for page in pages if not page.head.adjudicated) == 31


def test_what_is_committed_keeps_to_the_codebook(monkeypatch, tmp_path):
    """Without any corpus: types, statuses, measures, days, bounds."""
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    found, absent = real_pages.check()
    assert found == []
    assert len(absent) == 4
    assert all("absent" in each for each in absent)


@pytest.mark.corpora
def test_what_is_committed_stands_on_its_texts():
    found, absent = real_pages.check()
    if absent:
        pytest.skip("; ".join(absent))
    assert found == []
