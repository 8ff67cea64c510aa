import json

import pytest
from lxml import html
from msgspec.structs import replace

from crossreport.model import Span
from crossreport.record import open_record
from crossreport.web import deciding
from crossreport.web.filters import REPORTS, Filters
from crossreport.web.lists import _passages
from crossreport.web.shelf import _Counted, _counts, _Text
from crossreport.web.single import _pieces
from tests import rooms
from tests.web.hand import client_of, desk_at


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def queued(client, query=""):
    return [item.get("id").removeprefix("r-") for item in shown(client, f"/queue?{query}").cssselect_(".item")]


@pytest.fixture(autouse=True)
def by_class(monkeypatch):
    """lxml's elements find by class without the cssselect package."""
    monkeypatch.setattr(
        html.HtmlElement, "cssselect_", lambda self, selector: self.find_class(selector.lstrip(".")), raising=False
    )


def judge(client, report, verdict, **more):
    return client.post("/judge", data={"report": report, "verdict": verdict, "back": "/queue"} | more)


def test_the_queue_shows_open_reports_with_their_passages(client, coded):
    assert queued(client) == [page.reports[0].id for page in coded]
    assert "Dair Alwan on Monday, killing 4 people, the governor" in client.get("/queue").text


@pytest.mark.parametrize(("verdict", "state"), [("accept", "accepted"), ("reject", "rejected"), ("defer", "deferred")])
def test_one_decision_moves_one_report_and_is_signed(client, coded, path, verdict, state):
    report = coded[0].reports[0].id
    answer = judge(client, report, verdict, next="r-report-next")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("#r-report-next")
    assert report not in queued(client)
    assert queued(client, f"state={state}") == [report]
    with open_record(path) as record:
        (made,) = record.judgements()
        assert record.verify() == []
    assert (made.verdict, made.subjects, made.by, made.at) == (verdict, (report,), "R. Haddad", "2026-01-01T00:00:00Z")
    assert made.why


def test_a_correction_keeps_the_machines_value_beside_the_persons(client, coded, path):
    report = coded[0].reports[0].id
    judge(client, report, "correct", why="it was announced", **{"f-status": "planned", "f-when": ""})
    with open_record(path) as record:
        (made,) = record.judgements()
        assert record.coded_pages(judged=False)[0].reports[0].status == "happened"
        assert record.coded_pages()[0].reports[0].status == "planned"
    assert (made.changes, made.was) == ((("status", "planned"),), ('"happened"',))
    assert queued(client, "state=corrected&status=planned") == [report]
    text = shown(client, f"/page/{coded[0].page.id}").text_content()
    assert "the machine had happened" in " ".join(text.split())


def test_a_correction_that_says_nothing_is_refused_and_says_why(client, coded, desk):
    report = coded[0].reports[0].id
    assert judge(client, report, "correct").status_code == 409
    again = judge(client, report, "correct", **{"f-status": "happened"})
    assert again.status_code == 409
    assert "accept it instead" in again.text
    assert judge(client, report, "correct", **{"f-when": "last week"}).status_code == 409
    assert judge(client, report, "correct", **{"f-nothing": "x"}).status_code == 409
    assert desk.ledger().all() == []


def test_a_refused_correction_keeps_what_was_typed_and_offers_the_places_of_that_name(client, coded):
    report = coded[0].reports[0].id
    typed = {"why": "the map says so", "f-place": "Azaz, Syria", "f-status": "alleged"}
    refused = judge(client, report, "correct", **typed)
    assert refused.status_code == 409
    page = html.fromstring(refused.text)
    (form,) = page.xpath("//form[@class='edit']")
    offered = form.xpath(".//input[@type='radio']/@value")
    assert len(offered) > 1
    given = dict(form.form_values()) | {"f-place": offered[0], "verdict": "correct"}
    assert (given["f-status"], given["why"]) == ("alleged", "the map says so")
    assert client.post("/judge", data=given).status_code == 303
    assert queued(client, "state=corrected&status=alleged&place=Azaz") == [report]


def test_a_toll_is_corrected_in_the_queue_and_superseded_there(client, coded, path, desk):
    report = coded[0].reports[0].id
    form = html.fromstring(client.get("/queue").text).xpath("//details[@class='edit']//form")[0]
    boxes = {f"f-{measure}-{end}" for measure in ("killed", "wounded") for end in ("low", "best", "high")}
    assert boxes <= {one.get("name") for one in form.xpath(".//input")}
    assert judge(client, report, "correct", **{"f-killed-low": "5", "f-killed-best": "6"}).status_code == 303
    assert judge(client, report, "correct", why="the list names 7", **{"f-killed-best": "7"}).status_code == 303
    with open_record(path) as record:
        machine, now = record.coded_pages(judged=False)[0], record.coded_pages()[0]
        assert [(one.low, one.high) for one in machine.figures] == [(4, 4)]
        assert [(one.low, one.best, one.high) for one in now.figures] == [(7, 7, 7)]
        (standing,) = record.judgements()
        first, second = record.judgements(superseded=True)
        assert second.supersedes == first.id
        assert (first.changes, standing.changes) == ((("killed", "5/6/-"),), (("killed", "-/7/-"),))
        assert record.verify() == []
    assert "killed: 7 (corrected)" in desk.shelf().one("report", report)["counts"]
    assert "the machine had <bdi>4</bdi>" in client.get("/queue?state=corrected").text
    page = shown(client, f"/page/{coded[0].page.id}")
    (said,) = [
        one for one in page.xpath("//article[starts-with(@id, 'rec-figure')]") if "(corrected)" in one.text_content()
    ]
    assert "low 7, best 7, high 7" in said.text_content()
    assert not said.xpath(".//form")


@pytest.mark.parametrize("ends", [("9", "5", "7"), ("many", "", ""), ("", "1e9", ""), ("2", "", "1"), ("-1", "", "")])
def test_a_toll_that_is_none_is_refused_and_keeps_what_was_typed(client, coded, desk, ends):
    given = dict(zip(("f-killed-low", "f-killed-best", "f-killed-high"), ends, strict=True))
    refused = judge(client, coded[0].reports[0].id, "correct", **given)
    assert refused.status_code == 409
    assert "must rise" in refused.text or "give a number" in refused.text
    typed = html.fromstring(refused.text).xpath("//form[@class='edit']//input[starts-with(@name, 'f-')]/@value")
    assert typed == [words for words in ends if words]
    assert desk.ledger().all() == []


def test_a_refused_day_can_be_written_anew(client, coded):
    refused = judge(client, coded[0].reports[0].id, "correct", **{"f-when": "last week"})
    (field,) = html.fromstring(refused.text).xpath("//form[@class='edit']//input[@name='f-when']/@value")
    assert field == "last week"


def test_what_one_decision_covered_is_one_click_away(client, coded):
    form = {"filters": "", "why": "read", "verdict": "accept", "count": "3", "sure": "yes"}
    assert client.post("/judge-all", data=form).status_code == 303
    (address,) = shown(client, "/judgements").xpath("//td/a[starts-with(@href, '/queue?')]/@href")
    assert queued(client, address.partition("?")[2]) == [page.reports[0].id for page in coded]


def test_the_reports_of_an_event_are_decided_from_it(client, coded, desk):
    event = desk.shelf().one("report", coded[0].reports[0].id)["event"]
    (address,) = shown(client, f"/event/{event}").xpath("//a[contains(., 'Accept, reject')]/@href")
    assert queued(client, address.partition("?")[2]) == [
        row["id"] for row in desk.shelf().select("SELECT id FROM report WHERE event = ? ORDER BY rowid", event)
    ]


def _told_once(measure, wording, of):
    ((said,),) = _counts([_Counted("d", "r", measure, wording, _Text(of), cumulative=False)]).values()
    return said


def test_a_part_of_a_figure_is_said_to_be_one():
    told = [
        _Counted("a", "r", "killed", "at least 23", _Text("people"), cumulative=False),
        _Counted("b", "r", "killed", "nine", _Text("volunteers"), cumulative=False, part_of="a"),
        _Counted("c", "r", "other", "some 60", _Text("trucks"), cumulative=False),
    ]
    assert _told_once("killed_and_wounded", "Dozens", "people") == "killed and wounded: Dozens of people"
    assert _told_once("wounded", "nine others", "people") == "wounded: nine others"
    assert _told_once("killed", "15 soldiers and several civilians", "soldiers and civilians").endswith("civilians")
    assert _counts(told)["r"] == ["killed: at least 23 people, of them nine volunteers", "counted: some 60 trucks"]


def test_a_correction_taken_back_leaves_the_machines_value(client, coded, desk):
    report = coded[0].reports[0].id
    judge(client, report, "correct", **{"f-type": "negotiation_talks"})
    assert queued(client, "state=all&type=negotiation_talks") == [report]
    client.post("/undo", data={"judgement": desk.ledger().standing()[0].id})
    assert queued(client, "state=open&type=shelling") == [page.reports[0].id for page in coded]


def test_a_rejected_report_that_is_corrected_is_kept(client, coded, desk, path):
    report = coded[0].reports[0].id
    client.post("/judge-all", data={"filters": "", "why": "copies", "verdict": "reject", "count": "3", "sure": "yes"})
    judge(client, report, "correct", **{"f-type": "negotiation_talks"})
    assert queued(client, "state=corrected") == [report]
    with open_record(path) as record:
        assert [kept.id for page in record.coded_pages() for kept in page.reports] == [report]
    judge(client, report, "reject")
    assert queued(client, "state=corrected") == []
    judge(client, report, "correct", **{"f-type": "shelling", "f-status": "planned"})
    assert desk.ledger().decision(report).state == "corrected"


def test_figures_and_claims_are_decided_like_reports(client, coded, path):
    figure, claim = coded[0].figures[0].id, coded[0].claims[0].id
    judge(client, figure, "correct", **{"f-low": "2", "f-bound": "at_least", "f-high": "none"})
    judge(client, claim, "reject", why="no claim")
    with open_record(path) as record:
        (page, *_) = record.coded_pages()
    assert (page.figures[0].low, page.figures[0].high, page.figures[0].bound) == (2, None, "at_least")
    assert page.claims == ()
    text = " ".join(shown(client, f"/page/{coded[0].page.id}").text_content().split())
    assert "the machine had exact" in text
    assert "no claim" in text
    assert judge(client, "report-none", "accept").status_code == 404


def test_who_decides_on_what_they_did_not_see_is_stopped(client, coded, path, desk):
    report = coded[0].reports[0].id
    colleague = desk_at(path, "N. Okoye")
    judge(client_of(colleague), report, "accept", seen="")
    colleague.close()
    answer = judge(client, report, "reject", seen="")
    assert answer.status_code == 409
    assert "N. Okoye decided on it meanwhile" in answer.text
    held = desk.ledger().decision(report).judgement.id
    assert judge(client, report, "reject", seen=held).status_code == 303


def test_what_was_decided_before_a_crash_is_linked_at_the_next_start(path, coded, monkeypatch):
    assert len(coded) == 3
    rooms.install(monkeypatch, *rooms.PAGE_ROOMS)
    first = desk_at(path)
    first.relink()  # the record now says how far linking has heard
    made = deciding.merge(first, [row[0] for row in first.shelf().select("SELECT id FROM event")], "one town")
    first.close()
    with open_record(path) as record:
        record.judge(replace(made, id="judgement-late", verdict="reject", subjects=made.subjects[:1]))
        assert record.linked_state()[0] < record.last_entry()
    second = desk_at(path)
    second.close()
    with open_record(path) as record:
        assert record.linked_state()[0] == record.last_entry()


def test_a_second_decision_supersedes_the_first_and_both_stay(client, coded, path):
    report = coded[0].reports[0].id
    judge(client, report, "accept")
    judge(client, report, "reject", why="it is a summary of last year")
    with open_record(path) as record:
        assert [one.verdict for one in record.judgements()] == ["reject"]
        assert [one.verdict for one in record.judgements(superseded=True)] == ["accept", "reject"]
    assert queued(client, "state=rejected") == [report]


def test_a_decision_is_taken_back(client, coded, desk):
    report = coded[0].reports[0].id
    judge(client, report, "accept")
    (made,) = desk.ledger().standing()
    assert client.post("/undo", data={"judgement": made.id, "back": "/queue"}).status_code == 303
    assert report in queued(client)
    assert client.post("/undo", data={"judgement": made.id}).status_code == 409


def test_bulk_decides_what_the_filter_shows_and_nothing_else(client, coded, desk):
    form = {"filters": "state=open&outlet=Example+Post", "why": "copies", "verdict": "reject", "back": "/queue"}
    assert client.post("/judge-all", data=form | {"count": "2"}).status_code == 409  # not ticked
    assert client.post("/judge-all", data=form | {"count": "3", "sure": "yes"}).status_code == 409  # others by now
    assert client.post("/judge-all", data=form | {"count": "2", "sure": "yes", "why": " "}).status_code == 409
    assert desk.ledger().standing() == []
    assert client.post("/judge-all", data=form | {"count": "2", "sure": "yes"}).status_code == 303
    (made,) = desk.ledger().standing()
    assert set(made.subjects) == {coded[0].reports[0].id, coded[2].reports[0].id}
    assert queued(client) == [coded[1].reports[0].id]


def test_one_report_of_a_bulk_decision_can_be_decided_otherwise(client, coded, desk):
    form = {"filters": "state=open", "why": "copies", "verdict": "reject", "count": "3", "sure": "yes"}
    client.post("/judge-all", data=form)
    judge(client, coded[1].reports[0].id, "accept")
    assert queued(client, "state=accepted") == [coded[1].reports[0].id]
    assert len(queued(client, "state=rejected")) == 2
    assert len(desk.ledger().standing()) == 2


def test_filters_stand_in_the_address_and_count(client):
    page = shown(client, "/queue?outlet=Voice+of+the+Coast")
    assert len(page.cssselect_(".item")) == 1
    assert "Voice of the Coast (1)" in page.text_content()
    assert "Example Post (2)" in page.text_content()
    assert queued(client, "country=XX") == []
    assert queued(client, "from=2016-01-01") == []
    assert len(queued(client, "from=2015-09-01&to=2015-09-30")) == 3


def test_an_address_is_rebuilt_from_its_filters():
    filters = Filters.of({"type": "a b", "outlet": "-", "page": "3", "evil": "1"}, REPORTS, state="open")
    assert filters.query(page=1) == "state=open&type=a+b&outlet=-"
    assert Filters.of({"page": "0"}, REPORTS).number == Filters.of({"page": "9" * 5000}, REPORTS).number == 1
    assert Filters.of({"page": "-1"}, REPORTS).number == Filters.of({"page": "²"}, REPORTS).number == 1


def test_the_evidence_shows_every_character_of_the_page(client, coded):
    for one in coded:
        page = shown(client, f"/page/{one.page.id}")
        (text,) = page.cssselect_("text")
        assert text.text_content() == one.page.text
        assert [part.text_content() for part in text.cssselect_("drop")] in ([], ["Home | News"])
    report = coded[0].reports[0]
    marked = "".join(m.text_content() for m in shown(client, f"/page/{coded[0].page.id}").iter("mark")
                     if report.id in (m.get("data-of") or ""))  # fmt: skip
    assert marked.startswith(report.span.quote)


def test_an_event_shows_its_voices_and_why(client, desk):
    answer = client.get("/events").text
    assert answer.count('class="open"') == 2
    event = next(e for e in desk.of_all("event", [r[0] for r in ids(client)]) if len(e.reports) == 2)
    text = client.get(f"/event/{event.id}").text
    assert "same place" in text
    assert "4 people" in text
    assert "9 people" in text


def test_reasons_name_reports_by_their_number():
    pieces = _pieces("report-ab and report-cd (score 9): both in X", ["report-cd", "report-ab"])
    assert pieces == [
        ("report 2", "report-ab"),
        (" and ", ""),
        ("report 1", "report-cd"),
        (" (score 9): both in X", ""),
    ]
    assert _pieces("report-ef alone", ["report-ab"]) == [("report-ef", ""), (" alone", "")]


def ids(client):
    return client.app._app.state.desk.shelf().select("SELECT id FROM event")


def test_events_are_merged_and_split_by_people_who_say_why(client, desk):
    one, other = (row[0] for row in ids(client))
    form = {"event": one, "other": other, "back": "/events"}
    assert client.post("/merge", data=form).status_code == 409
    assert client.post("/merge", data=form | {"why": "one town, two names"}).status_code == 303
    (made,) = desk.ledger().standing()
    assert made.verdict == "merge"
    assert len(made.subjects) == 3


def test_a_split_leaves_at_least_one_report(client, desk):
    event = next(e for e in desk.of_all("event", [r[0] for r in ids(client)]) if len(e.reports) == 2)
    form = {"event": event.id, "why": "another day"}
    assert client.post("/split", data=form | {"report": list(event.reports)}).status_code == 409
    assert client.post("/split", data=form).status_code == 409
    assert client.post("/split", data=form | {"report": event.reports[0]}).status_code == 303
    (made,) = desk.ledger().standing()
    assert (made.subjects, made.apart) == ((event.reports[0],), (event.reports[1],))
    merge = {"event": event.id, "why": "no", "other": next(r[0] for r in ids(client) if r[0] != event.id)}
    assert client.post("/merge", data=merge).status_code == 409  # contradicts the split


def test_search_finds_in_any_case_and_shows_the_passage(client):
    assert "1 page holds" in client.get("/search?q=HAMRIN").text
    assert '<mark class="k-quantity">Hamrin</mark>' in client.get("/search?q=hamrin").text
    assert "0 pages" in client.get("/search?q=nowhere").text
    assert client.get("/search?q=%22%27%29+OR+1%3D1+--").status_code == 200


def test_words_near_each_other_are_shown_in_one_passage(client):
    (hit, *_) = shown(client, "/search?q=hamrin+monday").find_class("hit")
    assert [mark.text for mark in hit.iter("mark")] == ["Hamrin", "Monday"]
    assert hit.text_content() == "…Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said.…"


def test_a_passage_is_cut_at_whole_words():
    text = "abcdefghij " * 20 + "found " + "klmnopqrst " * 20
    at = text.index("found")
    ((before, _), (word, marked), (after, _)) = _passages(text, [Span(at, at + 5, "found")])[0]
    assert (word, marked) == ("found", True)
    assert set(before.split()) == {"abcdefghij"}
    assert set(after.split()) == {"klmnopqrst"}
    assert 0 < len(before) <= 90
    assert 0 < len(after) <= 90


def test_lists_are_ordered_as_the_address_says(client, coded):
    ids = [page.reports[0].id for page in coded]
    assert queued(client, "order=least+sure") == queued(client, "order=newest") == queued(client, "order=DROP") == ids
    assert "order=newest" in client.get("/queue?order=newest&state=open").text  # in what leads on
    assert "order=" not in client.get("/events?order=newest").text.split("as <b>list</b>")[1].split("</p>")[0]
    for order in ("pages", "newest", "oldest", "most+voices", "most+killed", "least+sure"):
        assert client.get(f"/events?order={order}").status_code == 200


def test_a_thing_leads_to_its_page(client, coded):
    figure = coded[1].figures[0].id
    assert client.get(f"/thing/{figure}").headers["location"].startswith(f"/page/{coded[1].page.id}?")
    assert client.get("/thing/report-none").status_code == 404


def test_the_record_is_exported_as_people_left_it(client, coded):
    rejected = coded[2].reports[0].id
    judge(client, rejected, "reject", why="a copy")
    assert "1 rejection" in client.get("/exports").text
    text = " ".join(client.get("/exports?format=acled").text.split())
    assert "written" in text
    answer = client.get("/export/acled")
    assert answer.headers["content-disposition"] == 'attachment; filename="crossreport-acled.csv"'
    assert "event_id_cnty" in answer.text.splitlines()[0]
    assert "blocked out" in client.get("/exports?format=jsonl").text
    refused = client.get("/export/wacz")
    assert refused.status_code == 409
    assert "--names" in refused.text
    lines = [json.loads(line) for line in client.get("/export/jsonl").text.splitlines()]
    reports = {line["id"] for line in lines if line["record"] == "event_report"}
    assert reports == {page.reports[0].id for page in coded} - {rejected}
    assert client.get("/export/nothing").status_code == 404
    assert client.get("/exports?format=nothing").status_code == 200


def test_sources_are_counted(client):
    text = shown(client, "/sources").text_content()
    assert "Voice of the Coast" in text
    assert "2 outlets" in text


def test_what_another_desk_decides_is_seen(client, coded, path):
    colleague = desk_at(path, "N. Okoye")
    judge(client_of(colleague), coded[0].reports[0].id, "accept")
    colleague.close()
    assert coded[0].reports[0].id not in queued(client)
    assert "N. Okoye" in client.get("/queue?state=accepted").text


def test_an_unknown_thing_is_a_page_that_says_so(client):
    for address in ("/event/event-none", "/page/page-none", "/nowhere", "/static/app.py", "/static/..%2fapp.py"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "javascript:1", "", "/q\nx"])
def test_no_form_leads_out_of_the_app(client, coded, back):
    answer = judge(client, coded[0].reports[0].id, "accept", back=back)
    assert answer.headers["location"].startswith("/queue?done=")
