"""The working form of coded real pages, on made-up corpora: our own sentences in the corpora's files."""

import csv
import gzip
import io
import json

import msgspec
import pytest

from evals import real, real_choice, real_form, real_pages
from evals.corpora import Absent
from evals.markup import Fault
from evals.real_form import WorkClaim, WorkEvent, WorkFigure, WorkPage, WorkToll, check, faults, locate, places_of
from evals.real_texts import RealText, read_texts

BODY = "Gunmen killed nine traders in Kutum on Monday. The nine traders' lorries burned. “They fled,” a medic said."
PAGE = RealText("fakes-1000000001", BODY, "own", "2023-06-06")
EVENT = WorkEvent("attack_on_civilians", "happened", "killed nine traders", core=True, place=("Kutum",))


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder with one document of each corpus."""
    rows = [
        {"unit_id": "1000000001", "date": "6/6/2023", "source": "own", "article_title": "Raid", "article_content": BODY}
    ]
    write_csv(tmp_path / "data/fa_kes/fa_kes_dev.csv.gz", rows)
    write_lines(
        tmp_path / "data/re3d/Own/documents.json", {"_id": "AB", "title": "Note", "text": BODY, "sourceName": "O"}
    )
    turns = [{"from": "human", "value": f"PRESS RELEASE TEXT: {BODY}"}, {"from": "gpt", "value": "{}"}]
    write_lines(tmp_path / "data/isaf_press/isaf_press_dev.jsonl.gz", {"conversations": turns})
    message = {"docid": "M-1", "dateline": "LIMA, 3 JAN 89", "text": BODY.upper()}
    write_lines(tmp_path / "data/muc4/proc_output/doc_train.gz", message)
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    return tmp_path


def write_csv(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(gzip.compress(stream.getvalue().encode()))


def write_lines(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)


@pytest.mark.usefixtures("data")
def test_each_corpus_gives_its_texts():
    found = {id_: page for corpus in ("fakes", "re3d", "isaf", "muc") for id_, page in read_texts(corpus).items()}
    assert list(found) == ["fakes-1000000001", "re3d-AB", "isaf-0", "muc-M-1"]
    assert [page.outlet for page in found.values()] == ["own", "O", "ISAF", "LIMA"]
    assert found["fakes-1000000001"].published == "2023-06-06"
    assert found["fakes-1000000001"].text == f"Raid\n\n{BODY}"
    assert found["isaf-0"].text == BODY
    assert found["muc-M-1"].text.startswith("LIMA, 3 JAN 89\n\nGUNMEN")
    assert found["muc-M-1"].conflict == "Latin America"


def test_an_absent_corpus_is_said_to_be_absent(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    with pytest.raises(Absent, match="isaf_press_dev"):
        read_texts("isaf")


def test_a_quote_is_found_whatever_its_case_white_space_and_marks():
    assert places_of("NINE  traders", BODY) == [(14, 26), (51, 63)]
    assert places_of('"they fled', BODY) == [(81, 91)]
    assert places_of("", BODY) == []
    assert places_of("arm", "The army bared an arm.") == [(18, 21)]  # whole words first


def test_a_quote_stands_where_it_is_meant():
    assert locate("nine traders", BODY) == (14, 26)
    assert locate("nine traders", BODY, nth=2) == (51, 63)
    assert locate("nine traders", BODY, near=60) == (51, 63)
    with pytest.raises(Fault, match="2 times on the page, not 3"):
        locate("nine traders", BODY, nth=3)
    with pytest.raises(Fault, match="is not on the page"):
        locate("ten traders", BODY)


def test_a_page_that_keeps_to_the_form_has_no_faults():
    toll = WorkToll(9, 9, None, "nine traders")
    event = WorkEvent(
        "killing", "happened", "killed nine", core=True, place=("Kutum",), killed=toll, when="2023-06-05~"
    )
    figure = WorkFigure("killed", 9, 9, 9, "nine traders", nth=2)
    claim = WorkClaim("medic", "The traders fled.", words="They fled")
    assert list(faults(WorkPage((event,), (figure,), (claim,)), PAGE)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "battle"}, "no type battle"),
        ({"status": "perhaps"}, "no status perhaps"),
        ({"country": "SDN"}, "SDN is no ISO code"),
        ({"place": ("Nyala",)}, "Nyala is not on the page"),
        ({"cue": "were killed"}, "is not on the page"),
        ({"cue": BODY[:75]}, "longer than 10 words"),
        ({"when": "2023-22"}, "2023-22 is no day"),
        ({"when": "2023-06-09/2023-06-05"}, "is no day or interval"),
        ({"killed": WorkToll(9, 3, None, "nine")}, "do not rise"),
    ],
)
def test_what_is_wrong_is_said(change, says):
    (fault,) = faults(WorkPage((msgspec.structs.replace(EVENT, **change),)), PAGE)
    assert says in fault


def test_figures_and_claims_are_checked_too():
    figure = WorkFigure("dead", 9, 9, 9, "nine traders", when="June")
    claim = WorkClaim("medic", "word " * 26, words="They flew")
    found = list(faults(WorkPage(figures=(figure,), claims=(claim,)), PAGE))
    assert [each.split(": ", 1)[1] for each in found] == [
        "there is no measure dead",
        "when June is no day or interval",
        "'They flew' is not on the page",
        "a gist of more than 25 words",
    ]


def test_open_intervals_are_days():
    page = WorkPage((WorkEvent("siege_blockade", "ongoing", "burned", core=True, when="2012/.."),))
    assert list(faults(page, PAGE)) == []


def test_files_are_checked_by_name(data, capsys):
    folder = data / "coded"
    folder.mkdir()
    good = json.dumps({"events": [{"type": "killing", "status": "happened", "cue": "killed nine", "core": True}]})
    (folder / "fakes-1000000001.json").write_text(good)
    (folder / "isaf-7.json").write_text(good)
    (folder / "re3d-AB.json").write_text('{"event": []}')
    found = check([folder])
    assert [each for each in found if "there is no page isaf-7" in each]
    assert [each for each in found if "re3d-AB.json" in each]
    assert len(found) == 2
    assert real_form.main(["check", str(folder)]) == 1
    (folder / "isaf-7.json").unlink()
    (folder / "re3d-AB.json").write_text(good.replace('"core": true', '"core": false'))
    assert check([folder]) == ["re3d-AB: no core event"]
    (folder / "re3d-AB.json").unlink()
    assert real_form.main(["check", str(folder)]) == 0
    assert "1 pages keep to the form" in capsys.readouterr().out


def test_pages_are_chosen_by_rule(tmp_path, monkeypatch):
    """Long enough, not coded before, not told before, two of an outlet at most; the same every time."""

    def row(number, source, words):
        told = {"article_title": "t", "article_content": " ".join(words)}
        return {"unit_id": f"{number}", "date": "6/6/2023", "source": source, **told}

    def some(name):
        return [f"{name}{at}" for at in range(200)]

    rows = [row(1000000001, "a", some("known")), row(1000000002, "b", some("known")), row(1000000003, "b", ["short"])]
    rows += [row(1000000010 + at, "c", some(f"word{at}x")) for at in range(6)]
    write_csv(tmp_path / "data/fa_kes/fa_kes_dev.csv.gz", rows)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/fa_kes_dev.json").write_text(json.dumps({"1000000001": {}}))
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    choices = {
        "first": ({"fakes": 16}, {"fakes": 2}),
        "later": ({"fakes": 2}, {"fakes": 6}),
        "third": ({"fakes": 9}, {"fakes": 9}),
    }
    monkeypatch.setattr(real_choice, "CHOICES", choices)
    chosen = [page.id for page in real_choice.chosen()]
    assert len(chosen) == 2  # of six of outlet c; the page of b tells what the coded one tells
    every = {f"fakes-{1000000010 + at}" for at in range(6)}
    assert set(chosen) <= every
    assert chosen == [page.id for page in real_choice.chosen()]
    later = [page.id for page in real_choice.chosen("later")]
    assert len(later) == 2
    assert set(later) <= every - set(chosen)
    assert {page.id for page in real_choice.chosen("third")} == every - set(chosen) - set(later)
    monkeypatch.setattr(real_choice, "CHOICES", {"first": ({"fakes": 16}, {"fakes": 3})})
    assert len(real_choice.chosen()) == 3


def test_a_page_is_of_the_part_that_it_names():
    """Else of that which the rule gives, by its outlet."""
    head = real_pages.PageLine("fa_kes", "1", "")
    assert real.part_of(real_pages.RealPage(head), "an outlet") in {"train", "dev"}
    later = msgspec.structs.replace(head, part="later_test")
    assert real.part_of(real_pages.RealPage(later), "an outlet") == "later_test"
