import json

import pytest

from tests.cli.judged_pages import Pages, signed

BLIND = ("--blind", "first", "--record", "a.db")


@pytest.fixture
def pages(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    return Pages(tmp_path, crossreport)


@pytest.fixture
def code(crossreport):
    """Code blind; gives the judgement's id."""

    def coded(name, *given):
        done = crossreport("judge", *given, *BLIND, *signed(name))
        assert done.exit_code == 0, done.stderr
        return done.stdout.split()[1]

    return coded


def agreement(crossreport, *more):
    done = crossreport("agreement", "--coder", "Ana", "--coder", "Ben", "--record", "a.db", "--json", "-", *more)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_what_is_coded_blind_changes_nothing_and_is_compared_field_by_field(pages, crossreport, code):
    azaz, idlib = pages.report_at("Azaz"), pages.report_at("Idlib")
    before = pages.lines("event"), pages.lines("judgement")
    for one in (azaz, idlib):
        code("Ana", "accept", one["id"])
    code("Ana", "accept", azaz["figures"][0])
    code("Ben", "correct", azaz["id"], "status=alleged")
    code("Ben", "accept", idlib["id"])
    assert (pages.lines("event"), pages.lines("judgement")) == before
    found = agreement(crossreport)
    assert (found["both"], found["alone"]) == (2, [1, 0])
    fields = {(one["kind"], one["field"]): (one["units"], one["same"], one["alpha"]) for one in found["fields"]}
    assert fields["report", "status"] == (2, 0.5, 0.0)
    assert fields["report", "type"] == (2, 1.0, 1.0)
    assert fields["report", "kept"] == (2, 1.0, None)
    (dispute,) = found["disputes"]
    assert (dispute["subject"], dispute["field"]) == (azaz["id"], "status")
    assert (dispute["machine"], dispute["said"]) == ("happened", ["happened", "alleged"])


def test_of_a_thing_that_one_rejects_only_that_is_compared(pages, crossreport, code):
    azaz = pages.report_at("Azaz")["id"]
    code("Ana", "reject", azaz)
    code("Ben", "accept", azaz)
    assert [(one["field"], one["units"]) for one in agreement(crossreport)["fields"]] == [("kept", 1)]


def test_nobody_sees_what_another_codes(pages, crossreport, code):
    azaz = pages.report_at("Azaz")["id"]
    code("Ana", "reject", azaz)
    shown = crossreport("judge", "list", *BLIND, "--coder", "Ben")
    assert shown.stdout == ""
    assert azaz not in crossreport("judge", "list", "--record", "a.db").stdout
    done = crossreport("agreement", "--coder", "Ana", "--coder", "Ben", "--record", "a.db")
    assert done.exit_code == 2
    assert "'Ben' coded nothing in 'first'" in done.stderr
    code("Ben", "accept", pages.report_at("Idlib")["id"])
    assert agreement(crossreport)["disputes"] == []


def test_a_coder_can_replace_only_judgements_of_their_own(pages, crossreport, code):
    azaz = pages.report_at("Azaz")["id"]
    first = code("Ana", "accept", azaz)
    done = crossreport("judge", "reject", azaz, *BLIND, *signed("Ben"), "--supersedes", first)
    assert done.exit_code == 2
    assert "0 ids begin with" in done.stderr
    assert crossreport("judge", "undo", first, *BLIND, *signed("Ben")).exit_code == 2
    code("Ana", "reject", azaz, "--supersedes", first)


@pytest.mark.parametrize("coders", [("Ana",), ("Ana", "Ana"), ("Ana", "Ben", "Cem")])
@pytest.mark.usefixtures("pages")
def test_two_coders_are_compared(crossreport, coders):
    given = [word for coder in coders for word in ("--coder", coder)]
    assert crossreport("agreement", *given, "--record", "a.db").exit_code == 2


@pytest.mark.usefixtures("pages")
def test_without_a_round_it_says_how_to_code_one(crossreport):
    done = crossreport("agreement", "--coder", "Ana", "--coder", "Ben", "--record", "a.db")
    assert done.exit_code == 2
    assert "--blind ROUND" in done.stderr
