"""Alpha against the worked examples of its author; agreement of two codings of made-up pages and of the real ones."""

import pytest
from msgspec.structs import replace

from evals import agreement_real
from evals.agreement_real import Agreement, Twice, agreement, groups, twice
from evals.alpha import alpha, masi
from evals.coded import CodedEvent, Coding, Toll

STRIKE = CodedEvent("air_strike", ("Ethiopia",), (), (), ("Mekelle",), "2021-10-18", killed=Toll(3, 3), core=True)
CLASH = CodedEvent("armed_clash", (), (), ("TPLF", "Ethiopia"), ("Wegel Tena",), "2021-10-17")


def units(*coders):
    """Values by unit from one string a coder; a full stop is a missing value."""
    return [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]


def test_alpha_of_krippendorff_2011():
    """Sections A to C of "Computing Krippendorff's Alpha-Reliability": binary, nominal, four coders with gaps."""
    assert alpha(units("0100000010", "1110010000")) == pytest.approx(0.095, abs=5e-4)
    assert alpha(units("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=5e-4)
    four = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert alpha(four) == pytest.approx(0.743, abs=5e-4)
    numbers = [[int(value) for value in unit] for unit in four]
    assert alpha(numbers, lambda a, b: float(a - b) ** 2) == pytest.approx(0.849, abs=5e-4)


def test_alpha_of_nothing_to_tell_apart_is_none():
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([]) is None
    assert alpha([("a",), ("a", "b"), ("b",)]) == 0.0  # lone values do not count


def test_masi_of_passonneau_2006():
    """1 - Jaccard x monotonicity: same 0, disjoint 1, subset weighs 2/3, overlap 1/3."""
    homs, hama, idlib = "Homs", "Hama", "Idlib"
    assert masi((homs, hama), (hama, homs)) == 0.0
    assert masi((homs,), (hama,)) == 1.0
    assert masi((homs,), (homs, hama)) == pytest.approx(1 - 1 / 2 * 2 / 3)
    assert masi((homs, hama), (hama, idlib)) == pytest.approx(1 - 1 / 3 * 1 / 3)
    assert masi((), ()) == 0.0
    assert masi((), (homs,)) == 1.0
    assert masi(("Daesh",), ("Islamic State",)) == 0.0  # names as the scorers compare them


def page(one, other, corpus="fa_kes", older=False):
    return Twice("p", corpus, older, Coding(tuple(one)), Coding(tuple(other)))


def test_fields_of_matched_events_are_compared():
    other = replace(STRIKE, when="2021-10-19", said_by=("AFP",))
    found = agreement([page([STRIKE, CLASH], [other, CLASH]), page([CLASH], [])])
    assert found.pages == 2
    assert found.scores.events.f1 == 4 / 5
    assert found.shares()["when"] == found.shares()["outermost voice"] == 0.5
    assert found.shares()["agent"] == 1.0
    assert found.alphas()["type"] == 1.0
    assert found.alphas()["when"] == pytest.approx(1 - 3 * 2 / 10)  # of 4 days 5 of 6 pairs differ


def test_seventy_six_pages_were_coded_twice():
    pages = twice()
    assert len(pages) == 76
    assert sum(each.older for each in pages) == 31
    assert {each.corpus for each in pages} == {"fa_kes", "re3d", "isaf_press", "muc4"}


def test_coders_agree_as_the_table_says(capsys):
    """The figures of evals/README.md."""
    every = groups()["all"]
    assert isinstance(every, Agreement)
    assert every.scores.events.f1 == pytest.approx(0.954, abs=5e-4)
    assert every.scores.strict.f1 == pytest.approx(0.799, abs=5e-4)
    assert every.alphas()["status"] == pytest.approx(0.955, abs=5e-4)
    assert agreement_real.main([]) == 0
    assert "outermost voice" in capsys.readouterr().out
