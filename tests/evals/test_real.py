"""The product against coded real pages: parts by rule, and the scorer on made-up pages."""

import pytest
from msgspec.structs import replace

from evals import real
from evals.coded import Coding
from evals.corpora import Absent
from evals.real_form import WorkEvent, WorkPage
from evals.real_pages import coding_of, gold, placed
from evals.real_texts import RealText

TEXT = "Shells hit Kutum\n\nShells hit the market of Kutum on Monday. GUNMEN LEFT."
EVENT = WorkEvent("shelling", "happened", "shells hit the market", core=True, place=("Kutum",), when="2023-06-05")
TEXTS = {
    id_: RealText(id_, TEXT, outlet, "2023-06-06" if id_ < "g" else None)
    for id_, outlet in {"fakes-1": "some paper", "muc-M-2": "LIMA", "isaf-3": "ISAF"}.items()
}


@pytest.fixture
def made_up(monkeypatch):
    """Three pages in which one event is told; what the rooms were given is kept."""
    pages = {id_: placed(WorkPage((EVENT,)), text, adjudicated=True) for id_, text in TEXTS.items()}
    given = []

    def rooms_see(articles, _rooms, *, published):
        given.extend((each.id, each.text, published) for each in articles)
        return {each.id: coding_of(pages["fakes-1"]) if each.id == "1" else Coding() for each in articles}

    monkeypatch.setattr(real, "gold", lambda: pages)
    monkeypatch.setattr(real, "read_texts", lambda corpus: {id_: t for id_, t in TEXTS.items() if t.corpus == corpus})
    monkeypatch.setattr(real, "run_rooms", rooms_see)
    return given


def test_parts_keep_to_their_rule():
    once, judged = (placed(WorkPage(), TEXTS["fakes-1"], adjudicated=flag) for flag in (False, True))
    assert {real.part_of(once, outlet) for outlet in ("a", "b", "c", "d", "e", "f")} == {"train", "dev"}
    assert real.part_of(judged, "a") == real.part_of(judged, "b") == "test"
    assert real.part_of(placed(WorkPage(), TEXTS["isaf-3"], adjudicated=True), "ISAF") == "test"
    message = placed(WorkPage(), TEXTS["muc-M-2"], adjudicated=True)
    assert {real.part_of(message, city) for city in ("LIMA", "BOGOTA", "SAN SALVADOR", "TEGUCIGALPA")} == {
        "dev",
        "test",
    }


@pytest.mark.usefixtures("made_up")
def test_found_missed_and_struck_out_are_counted():
    found = real.measure("test")
    assert found["events_f1"] == pytest.approx(2 / (3 + 1))
    assert found["core_recall"] == pytest.approx(1 / 3)
    assert found["struck_out_per_page"] == 0.0


def test_pages_are_read_as_they_are_and_days_given_only_where_known(made_up):
    real.measure("test", published=True)
    assert [(id_, published) for id_, _, published in made_up] == [("1", True), ("M-2", False), ("3", False)]
    assert [text == TEXT for _, text, _ in made_up] == [True, True, True]
    made_up.clear()
    real.measure("test")
    assert not any(published for _, _, published in made_up)


@pytest.mark.usefixtures("made_up")
def test_pages_are_listed(capsys):
    assert real.main(["--part", "test", "--errors", "1"]) == 0
    out = capsys.readouterr().out
    assert "MISSED" in out
    assert "muc4" in out
    assert real.main(["--part", "test", "--corpus", "fa_kes"]) == 0
    assert "1 pages in" in capsys.readouterr().out


def test_another_edition_or_no_corpus_is_said(made_up, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(real, "read_texts", lambda _: {"fakes-1": replace(TEXTS["fakes-1"], text="Other.")})
    with pytest.raises(Absent, match="another text"):
        real.pages("test")
    monkeypatch.undo()
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    assert real.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")
    assert made_up == []


@pytest.mark.corpora
def test_parts_are_as_large_as_they_were():
    try:
        sizes = {part: len(real.pages(part)) for part in real.PARTS}
    except Absent as absent:
        pytest.skip(str(absent))
    assert sizes == {"train": 41, "dev": 86, "test": 30, "later": 32, "later_test": 16, "third": 64, "third_test": 32}
    assert sum(sizes.values()) == len(gold())
