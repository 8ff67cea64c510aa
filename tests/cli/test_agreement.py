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


def test_tolls_are_compared_with_what_the_machine_counted(pages, crossreport, code):
    azaz = pages.report_at("Azaz")["id"]
    code("Ana", "accept", azaz)
    code("Ben", "correct", azaz, "killed=14", "wounded=3-5")
    found = {one["field"]: (one["machine"], one["said"]) for one in agreement(crossreport)["disputes"]}
    assert found == {"killed": ("12", ["12", "14"]), "wounded": ("none", ["none", "3/-/5"])}
    taken = crossreport("judge", "settle", "first", azaz, "--take", "Ben", "--record", "a.db", *signed("Cem"))
    assert taken.exit_code == 0, taken.stderr
    figures = {one["measure"]: one for one in pages.lines("figure") if one["event_report"] == azaz}
    assert (figures["killed"]["best"], figures["wounded"]["low"], figures["wounded"]["high"]) == (14, 3, 5)


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


def judged(crossreport, *given):
    done = crossreport("judge", *given, "--record", "a.db")
    assert done.exit_code == 0, done.stderr
    return done


def test_what_two_say_alike_is_taken_over_by_a_third_and_counts_from_then_on(pages, crossreport, code):
    azaz, idlib = pages.report_at("Azaz")["id"], pages.report_at("Idlib")["id"]
    for name in ("Ana", "Ben"):
        code(name, "correct", azaz, "status=alleged", "when=2016-05-02")
        code(name, "reject", idlib)
    for name in ("Ana", "ben"):
        done = crossreport("judge", "settle", "first", "--record", "a.db", *signed(name))
        assert done.exit_code == 2
        assert "a third person settles it" in done.stderr
    assert pages.lines("judgement") == []
    assert "settled: 2" in judged(crossreport, "settle", "first", *signed("Cem")).stdout
    assert [one["id"] for one in pages.lines("event_report")] == [azaz]
    now = pages.report_at("Azaz")
    assert (now["status"], now["when"]["edtf"]) == ("alleged", "2016-05-02")
    found = agreement(crossreport)
    assert (found["agreed"], found["settled"], found["disputes"]) == (2, 2, [])
    assert {len(one["settles"]) for one in pages.lines("judgement")} == {2}
    again = judged(crossreport, "settle", "first", *signed("Cem")).stdout
    assert "settled: 0; judged before: 2" in again


def test_a_dispute_is_decided_for_one_coder_or_otherwise(pages, crossreport, code):
    azaz, idlib = pages.report_at("Azaz")["id"], pages.report_at("Idlib")["id"]
    for each in (azaz, idlib):
        code("Ana", "accept", each)
    code("Ben", "correct", azaz, "status=alleged")
    code("Ben", "reject", idlib)
    assert "settled: 0" in judged(crossreport, "settle", "first", *signed("Cem")).stdout
    judged(crossreport, "settle", "first", azaz, "--take", "Ben", *signed("Cem", why="Ben is right"))
    judged(crossreport, "correct", idlib, "status=denied", "--settles", "first", *signed("Cem", why="neither"))
    assert (pages.report_at("Azaz")["status"], pages.report_at("Idlib")["status"]) == ("alleged", "denied")
    decided = {(one["subject"], one["field"]): one["settled"] for one in agreement(crossreport)["disputes"]}
    assert decided == {
        (azaz, "status"): "alleged by Cem on 2016-06-01: Ben is right",
        (idlib, "kept"): "kept by Cem on 2016-06-01: neither",
    }
    assert crossreport("verify", "--record", "a.db", "--rebuild").exit_code == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("settle", "second"), "there is no round 'second' of blind coding; rounds: first"),
        (("settle", "first", "THING"), "--take CODER"),
        (("settle", "first", "THING", "--take", "Dan"), "was not coded by two"),
        (("accept", "THING", "--settles", "first"), "was not coded by two"),
        (("accept", "THING", "--settles", "first", "--blind", "first"), "without --blind"),
    ],
)
def test_what_cannot_be_settled_is_said(pages, crossreport, code, given, says):
    azaz = pages.report_at("Azaz")["id"]
    code("Ana", "accept", azaz)
    words = (azaz if one == "THING" else one for one in given)
    done = crossreport("judge", *words, "--record", "a.db", *signed("Cem"))
    assert done.exit_code == 2
    assert says in done.stderr
    assert pages.lines("judgement") == []


def test_a_changed_mind_is_counted(pages, crossreport, code):
    azaz = pages.report_at("Azaz")["id"]
    first = code("Ana", "accept", azaz)
    code("Ben", "reject", azaz)
    code("Ana", "reject", azaz, "--supersedes", first)
    found = agreement(crossreport)
    assert (found["replaced"], found["disputes"]) == ([1, 0], [])
    shown = crossreport("agreement", "--coder", "Ana", "--coder", "Ben", "--record", "a.db").stdout
    assert "Ana replaced or took back 1" in shown


def test_two_coders_draw_the_same_sample_and_see_what_they_have_left(pages, crossreport, code):
    def left(name, *more):
        return judged(crossreport, "queue", "--blind", "first", "--coder", name, *more).stdout

    assert left("Ana", "--sample", "1") == left("Ben", "--sample", "1")
    azaz = pages.report_at("Azaz")["id"]
    code("Ana", "accept", azaz)
    assert "left to judge: 1\n" in left("Ana")
    assert azaz not in left("Ana")
    assert azaz in left("Ben")
    assert "left to judge: 2\n" in judged(crossreport, "queue").stdout
    judged(crossreport, "reject", azaz, *signed("Cem"))
    assert "left to judge: 1\n" in judged(crossreport, "queue").stdout
