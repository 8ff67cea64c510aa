from msgspec.structs import replace

from evals.coded import CodedClaim, CodedEvent, CodedFigure, Coding, Toll
from evals.real_errors import Classes, sentence

TEXT = "Shells hit Kutum on Monday. Police held two men. The mayor wept.\nTroops left Kutum."
SHELLS = CodedEvent("shelling", ("Sudan",), (), (), ("Kutum",), "2023-06-05", killed=Toll(2, 2, 2), core=True, start=0)
HELD = CodedEvent("arrest", ("police",), ("two men",), (), ("Kutum",), "2023-06-05", start=28)
LEFT = CodedEvent("territory_lost", ("Sudan",), (), (), ("Kutum",), "2023-06-05", status="ongoing", start=65)


def counted(gold, ours):
    found = Classes()
    found.add(TEXT, gold, ours)
    return {name: dict(kinds) for name, kinds in found.counts.items() if kinds}


def test_sentences_are_told_apart():
    assert sentence(TEXT, 0) == sentence(TEXT, 20) != sentence(TEXT, 30)
    assert sentence(TEXT, 50) != sentence(TEXT, 70)


def test_missed_and_invented_events_are_told_by_what_stands_beside_them():
    meeting = CodedEvent("visit_meeting", (), (), ("mayor",), ("Geneva",), None, start=30)
    found = counted(Coding((SHELLS, HELD, LEFT)), Coding((SHELLS, meeting)))
    assert found["missed: the other coding has in its sentence"] == {"an unmatched event": 1, "nothing": 1}
    assert found["missed: type"] == {"arrest": 1, "territory_lost": 1}
    assert found["invented: the other coding has in its sentence"] == {"an unmatched event": 1}
    assert found["matched: told in"] == {"the same sentence": 1}
    twice = counted(Coding((SHELLS,)), Coding((SHELLS, replace(meeting, start=3))))
    assert twice["invented: the other coding has in its sentence"] == {"a matched event only": 1}


def test_fields_are_told_by_how_they_differ():
    ours = replace(SHELLS, type="explosion", when="2019/2024", said_by=("AFP",), killed=None, start=66)
    found = counted(Coding((SHELLS,)), Coding((ours,)))
    assert found["wrong type"] == {"shelling → explosion": 1}
    assert found["wrong said_by"] == {"given, the gold has none": 1}
    assert found["wrong killed"] == {"not given": 1}
    assert found["matched: told in"] == {"another sentence": 1}
    undated = counted(Coding((replace(SHELLS, when=None),)), Coding((replace(SHELLS, when="2019/2024"),)))
    assert undated["wrong when"] == {"of more than 60 days, the gold has none": 1}


def test_figures_and_claims_are_told():
    gold = Coding(
        figures=(CodedFigure("killed", 2, 2, 2), CodedFigure("wounded", 3, 3, 3)),
        claims=(CodedClaim("mayor", "The market burned down."), CodedClaim("general", "Victory is close.")),
    )
    ours = Coding(
        figures=(CodedFigure("killed", 2, 2, 2),),
        claims=(CodedClaim("mayor", "He will resign soon."), CodedClaim("police", "victory is close")),
    )
    found = counted(gold, ours)
    assert found["figures missed"] == {"wounded": 1}
    assert "figures invented" not in found
    assert found["claims missed"] == {
        "other words of the speaker": 1,
        "what is said is there, of another speaker or taken by another claim": 1,
    }
    assert found["claims invented"] == {"all": 2}
