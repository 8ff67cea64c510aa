"""Relations that follow from our record, against marked ones; the documents are our own."""

import json

import pytest

from evals import re3d
from evals.re3d import Relation, documents, found, run

TEXT = "Army troops clashed with fighters of the Sudan Liberation Movement in Golo on Monday."
ENDS = {
    "FightingAgainst": ("Army troops", "fighters of the Sudan Liberation Movement"),
    "BelongsTo": ("fighters", "Golo"),
}


@pytest.fixture(autouse=True)
def corpus(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "re3d" / "A"
    folder.mkdir(parents=True)
    marked = [_row(kind, *ends, confidence=1) for kind, ends in ENDS.items()]
    marked.append(_row("CoLocated", "Army troops", "Golo", confidence=0.2))
    # The first document by id is of the test part.
    rows = {"documents": [{"_id": "a", "text": ""}, {"_id": "b", "text": TEXT}], "relations": marked}
    for name, lines in rows.items():
        (folder / f"{name}.json").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    monkeypatch.setenv("CROSSREPORT_DATA", str(tmp_path))
    return folder


def _row(kind, one, two, confidence):
    ends = {"source": TEXT.index(one), "target": TEXT.index(two)}
    spans = {f"{end}Begin": at for end, at in ends.items()}
    spans |= {"sourceEnd": ends["source"] + len(one), "targetEnd": ends["target"] + len(two)}
    return {"documentId": "b", "type": kind, "confidence": confidence, **spans}


def test_only_relations_that_coders_are_sure_of_and_that_events_have_are_asked_for():
    (asked,) = documents("dev")
    assert [each.kind for each in asked.gold] == ["FightingAgainst"]


def test_the_two_sides_of_an_event_are_found():
    ((asked, ours),) = run("dev")
    assert [asked.gold[at].kind for at, _ in found(asked.gold, ours)] == ["FightingAgainst"]
    assert re3d.score("dev")["FightingAgainst"].f1 == 1.0


def test_ends_must_meet_and_each_relation_counts_once():
    one, other = Relation("CoLocated", (0, 5), (10, 15)), Relation("CoLocated", (0, 5), (20, 25))
    assert found([one, other], [one, one]) == [(0, 0)]
    assert found([one], [Relation("CommWith", (0, 5), (10, 15))]) == []
